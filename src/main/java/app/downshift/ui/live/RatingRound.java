package app.downshift.ui.live;

import app.downshift.session.Command;
import app.downshift.session.Rating;
import app.downshift.session.SessionState;
import app.downshift.session.Snapshot;
import app.downshift.ui.Desk;
import app.downshift.ui.rating.RatingPanel;
import app.downshift.ui.theme.Words;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Asks what a protocol asks for before its first phase and after its last. Before the first phase
 * the clock waits meanwhile. EDT only.
 */
public final class RatingRound {
  private final Desk.Running running;
  private final Asked asked;
  private final Runnable changed;
  private final RatingPanel panel;

  /** What was asked in a session, on whichever screen of it: the next screen goes on from there. */
  public static final class Asked {
    /** What was asked and answered, or left; views may yet ask for it. */
    private final Set<Rating.When> rated = EnumSet.noneOf(Rating.When.class);

    /** Whether the clock was stopped here, so that no rating costs time of the first phase. */
    private boolean held;
  }

  /**
   * @param asked of this session
   * @param changed called when the panel has come or gone: while something is asked there is
   *     nothing else to look at
   */
  public RatingRound(Words words, Desk.Running running, Asked asked, Runnable changed) {
    this.running = running;
    this.asked = asked;
    this.changed = changed;
    panel = new RatingPanel(words, this::rated);
  }

  /** What is put on the screen. */
  public RatingPanel panel() {
    return panel;
  }

  /** Whether something is asked now. */
  public boolean asks() {
    return panel.asks();
  }

  /** Asks what is due. */
  public void show(Snapshot snapshot) {
    Optional<Rating.When> due =
        snapshot.practice().due().filter(when -> !asked.rated.contains(when));
    if (due.isPresent()) {
      boolean before = panel.asks();
      panel.ask(due.get(), snapshot.plan().protocol().asks().items(due.get()));
      if (!before) {
        boolean stands = asked.held || snapshot.state() instanceof SessionState.Paused;
        if (due.get() == Rating.When.BEFORE && !stands) {
          asked.held = true;
          running.send(new Command.Pause());
        }
        changed.run();
      }
    } else if (panel.asks()) { // answered elsewhere, or too late
      panel.done();
      release();
      changed.run();
    }
  }

  /** Goes on with what was said on another screen of the same session. */
  public void resume(RatingRound before) {
    panel.resume(before.panel);
  }

  private void rated(Rating rating) {
    asked.rated.add(rating.when());
    running.send(new Command.Rate(rating));
    release();
    changed.run();
  }

  private void release() {
    if (asked.held) {
      asked.held = false;
      running.send(new Command.Resume());
    }
  }
}
