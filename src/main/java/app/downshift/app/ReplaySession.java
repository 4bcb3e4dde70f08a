package app.downshift.app;

import app.downshift.recording.Tape;
import app.downshift.session.Command;
import app.downshift.session.SessionView;
import app.downshift.session.SessionView.Mode;
import app.downshift.session.SessionView.Recording;
import app.downshift.session.SessionView.TimeBase;
import app.downshift.session.Snapshot;
import app.downshift.ui.Desk;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.tinylog.Logger;

/**
 * The thread of a replay: shows the view of the tape that is due. It plays, holds, runs faster and
 * jumps as it is asked to; the recording itself never changes.
 */
final class ReplaySession extends Playing implements Desk.Replaying {
  private static final long PARK_NANOS = 10_000_000;

  private final Tape tape;
  private final Queue<Runnable> wishes = new ConcurrentLinkedQueue<>();

  // Of the replay thread alone.
  private TimeBase time;
  private double speed;
  private boolean stopped;

  /** A replay from the start; at {@code speed} 0 it is at its end at once. */
  ReplaySession(Tape tape, double speed) {
    this(tape, speed, Optional.empty());
  }

  /** The same of a recording that can be looked at afterwards. */
  ReplaySession(Tape tape, double speed, Optional<app.downshift.ui.Recording> recorded) {
    super(
        speed == 0
            ? view(tape.last(), new TimeBase(System.nanoTime(), tape.last().atMicros(), 0))
            : view(tape.at(0), new TimeBase(System.nanoTime(), 0, speed)));
    this.tape = tape;
    recorded.ifPresent(this::keptAs);
    this.speed = speed == 0 ? 1 : speed;
    time = view().time();
    if (speed == 0) {
      finish();
    }
  }

  @Override
  public void run() {
    try {
      while (!stopped) {
        turn();
        LockSupport.parkNanos(this, PARK_NANOS);
      }
    } catch (RuntimeException bug) {
      Logger.error(bug, "The replay ended by a fault");
    } finally {
      finish();
    }
  }

  private void turn() {
    for (Runnable wish = wishes.poll(); wish != null; wish = wishes.poll()) {
      wish.run();
    }
    for (var wish = nextCommand(); wish.isPresent(); wish = nextCommand()) {
      stopped |= wish.get() instanceof Command.Stop;
    }
    long atMicros = time.microsAt(System.nanoTime());
    if (time.rate() > 0 && atMicros >= endMicros()) {
      moveTo(endMicros(), 0);
      finish();
      return;
    }
    Snapshot due = tape.at(atMicros);
    if (due.atMicros() != view().snapshot().atMicros() || !time.equals(view().time())) {
      publish(view(due, time));
    }
  }

  private void moveTo(long micros, double rate) {
    time = new TimeBase(System.nanoTime(), Math.max(0, Math.min(endMicros(), micros)), rate);
    publish(view(tape.at(time.anchorMicros()), time));
  }

  private long endMicros() {
    return tape.last().atMicros();
  }

  private static SessionView view(Snapshot snapshot, TimeBase time) {
    return new SessionView(snapshot, time, Recording.NONE, Mode.REPLAY, 0);
  }

  @Override
  public Tape tape() {
    return tape;
  }

  @Override
  public void play() {
    wishes.add(
        () -> {
          long here = time.microsAt(System.nanoTime());
          moveTo(here >= endMicros() ? 0 : here, speed);
        });
  }

  @Override
  public void hold() {
    wishes.add(() -> moveTo(time.microsAt(System.nanoTime()), 0));
  }

  @Override
  public void speed(double timesRealTime) {
    wishes.add(
        () -> {
          speed = timesRealTime;
          moveTo(time.microsAt(System.nanoTime()), time.rate() == 0 ? 0 : speed);
        });
  }

  @Override
  public void seek(long micros) {
    wishes.add(() -> moveTo(micros, time.rate()));
  }
}
