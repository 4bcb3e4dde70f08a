package app.downshift.app;

import app.downshift.session.SessionView;
import app.downshift.session.Snapshot;
import app.downshift.sound.BreathSound;
import app.downshift.sound.LineSpeaker;
import app.downshift.sound.SoundPlan;
import app.downshift.ui.Desk.Running;
import app.downshift.ui.Sounding;
import java.util.Optional;

/**
 * Lets the pacer of one live session at a time be heard. Its thread reads what the session has
 * published last; nobody waits for it.
 */
final class PacerSound implements AutoCloseable {
  private final BreathSound sound =
      new BreathSound(this::plan, LineSpeaker::open, System::nanoTime);
  private final Settings settings;
  private volatile Optional<Running> followed = Optional.empty();
  private volatile Sounding.Sound wanted;

  PacerSound(Settings settings, Threads threads) {
    this.settings = settings;
    wanted = settings.sound();
    threads.start("sound", sound);
  }

  /** The session to be heard from now on, or none. */
  void follow(Optional<Running> running) {
    followed = running;
  }

  /** What was chosen, and whether it can be had. */
  Sounding.Sound now() {
    Sounding.Sound chosen = wanted;
    boolean missing = sound.status() == BreathSound.Status.NO_DEVICE;
    return new Sounding.Sound(chosen.on(), chosen.loudness(), chosen.on() && missing);
  }

  /** Holds at once; keeping it is another's work. */
  void choose(Sounding.Sound chosen) {
    wanted = chosen;
  }

  /** Writes down what was chosen. */
  void keep() {
    settings.keep(wanted);
  }

  @Override
  public void close() {
    sound.close();
  }

  private SoundPlan plan() {
    Sounding.Sound chosen = wanted;
    Optional<Running> running = followed;
    if (!chosen.on() || running.isEmpty()) {
      return SoundPlan.SILENT;
    }
    SessionView view = running.get().view();
    Snapshot snapshot = view.snapshot();
    return new SoundPlan(
        snapshot.pacer(),
        snapshot.frozenAtMicros() < 0 && view.mode() == SessionView.Mode.LIVE,
        chosen.loudness().volume(),
        view.time().anchorNanos(),
        view.time().anchorMicros(),
        view.time().rate());
  }
}
