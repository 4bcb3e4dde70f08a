package app.downshift.app;

import app.downshift.recording.Replay;
import app.downshift.session.Command;
import app.downshift.session.Engine;
import app.downshift.session.SessionView;
import app.downshift.session.SessionView.Mode;
import app.downshift.session.SessionView.Recording;
import app.downshift.session.SessionView.TimeBase;
import app.downshift.session.Snapshot;
import app.downshift.session.Timeline;
import java.util.concurrent.locks.LockSupport;
import org.tinylog.Logger;

/**
 * The session thread of a replay: the engine is fed what it was fed before, at a speed of choice. Pause, resume
 * and stop are about the playing; the recording itself never changes.
 */
final class ReplaySession extends Playing {
  private static final long LONGEST_PARK_NANOS = 20_000_000;

  private final Replay replay;
  private final double speed;
  private final Timeline timeline;

  // Of the session thread alone.
  private TimeBase time;
  private int next;
  private boolean stopped;

  /** A replay from the start; {@code speed} 0 plays as fast as possible. */
  ReplaySession(Replay replay, double speed) {
    super(view(new Engine(replay.plan()).snapshot(), new TimeBase(System.nanoTime(), 0, speed)));
    this.replay = replay;
    this.speed = speed;
    timeline = new Timeline(new Engine(replay.plan()), (events, snapshot) -> show(snapshot));
    time = view().time();
  }

  @Override
  public void run() {
    try {
      if (speed == 0) {
        replay.run(timeline);
      } else {
        while (!stopped && next < replay.inputs().size() + 1) {
          play();
        }
      }
    } catch (RuntimeException bug) {
      Logger.error(bug, "The replay ended by a fault");
    } finally {
      hold();
      finish();
    }
  }

  private void play() {
    for (var wish = nextCommand(); wish.isPresent(); wish = nextCommand()) {
      obey(wish.get());
    }
    long nowMicros = time.rate() == 0 ? time.anchorMicros() : time.microsAt(System.nanoTime());
    while (next < replay.inputs().size() && replay.inputs().get(next).atMicros() <= nowMicros) {
      Replay.Input input = replay.inputs().get(next++);
      timeline.take(input.what(), input.atMicros());
    }
    timeline.advance(Math.min(nowMicros, replay.endMicros()));
    if (nowMicros >= replay.endMicros()) {
      next = replay.inputs().size() + 1;
      return;
    }
    LockSupport.parkNanos(this, LONGEST_PARK_NANOS);
  }

  private void obey(Command command) {
    if (command instanceof Command.Pause) {
      hold();
    } else if (command instanceof Command.Resume && time.rate() == 0) {
      time = new TimeBase(System.nanoTime(), time.anchorMicros(), speed);
      show(view().snapshot());
    } else if (command instanceof Command.Stop) {
      stopped = true;
    }
  }

  /** Time stands still from here. */
  private void hold() {
    long reached = Math.min(replay.endMicros(), time.microsAt(System.nanoTime()));
    time = new TimeBase(System.nanoTime(), speed == 0 ? replay.endMicros() : reached, 0);
    show(view().snapshot());
  }

  private void show(Snapshot snapshot) {
    publish(view(snapshot, time));
  }

  private static SessionView view(Snapshot snapshot, TimeBase time) {
    return new SessionView(snapshot, time, Recording.NONE, Mode.REPLAY, 0);
  }
}
