package app.downshift.recording;

import app.downshift.session.SessionEvent;
import app.downshift.session.SessionInput;
import app.downshift.session.SessionPlan;
import app.downshift.session.Timeline;
import java.util.ArrayList;
import java.util.List;

/**
 * A recording as what once went into the engine. Feeding it to a {@link Timeline} around a new
 * engine of the same plan makes the session again, to the bit.
 */
public final class Replay {
  private final SessionPlan plan;
  private final List<Input> inputs;
  private final long endMicros;

  /** One input and when the engine took it. */
  public record Input(long atMicros, SessionInput what) {}

  public Replay(SessionFile file) {
    plan = file.plan();
    List<Input> found = new ArrayList<>();
    long end = 0;
    for (SessionEvent event : file.events()) {
      long taken = event.atMicros();
      if (event instanceof SessionEvent.BeatTaken beat) {
        taken = beat.arrivedMicros();
        if (beat.found().isEmpty()) { // the others are found again
          found.add(new Input(taken, new SessionInput.Sensed(beat.beat())));
        }
      } else if (event instanceof SessionEvent.Sensed sensed) {
        found.add(new Input(taken, new SessionInput.Sensed(sensed.event())));
      } else if (event instanceof SessionEvent.Commanded commanded) {
        found.add(new Input(taken, new SessionInput.Commanded(commanded.command())));
      }
      end = Math.max(end, taken);
    }
    inputs = List.copyOf(found);
    endMicros = end;
  }

  public SessionPlan plan() {
    return plan;
  }

  /** In the order in which they were taken. */
  public List<Input> inputs() {
    return inputs;
  }

  /** Session time of the last thing in the file. */
  public long endMicros() {
    return endMicros;
  }

  /** Feeds everything, as fast as it goes. */
  public void run(Timeline timeline) {
    for (Input input : inputs) {
      timeline.take(input.what(), input.atMicros());
    }
    timeline.advance(endMicros);
  }
}
