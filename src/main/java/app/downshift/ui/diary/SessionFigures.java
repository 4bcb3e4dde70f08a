package app.downshift.ui.diary;

import app.downshift.evidence.RestingRmssd;
import app.downshift.library.SessionId;
import app.downshift.recording.SessionFile;
import app.downshift.sensor.SensorTraits;
import app.downshift.session.Command;
import app.downshift.session.Rating;
import app.downshift.session.SessionEvent;
import java.time.Instant;
import java.util.OptionalInt;

/**
 * What one session of the library adds to the longer view.
 *
 * @param simulated a virtual heart; it says nothing of the client
 * @param pulse whether the sensor gives pulse intervals, or none that suit RMSSD without a word
 * @param painBefore 0 to 10, if it was rated
 * @param painAfter 0 to 10, if it was rated
 */
public record SessionFigures(
    SessionId id,
    Instant started,
    boolean simulated,
    boolean pulse,
    OptionalInt painBefore,
    OptionalInt painAfter,
    RestingRmssd resting) {

  /** Of a recording; cost linear in its length, so not on the EDT. */
  public static SessionFigures of(SessionId id, SessionFile file) {
    return new SessionFigures(
        id,
        file.plan().started(),
        file.plan().simulated(),
        file.plan().traits().intervals() == SensorTraits.Intervals.PULSE
            || !file.plan().traits().suitsHrv(),
        pain(file, Rating.When.BEFORE),
        pain(file, Rating.When.AFTER),
        RestingRmssd.of(file));
  }

  /** The last answer counts. */
  private static OptionalInt pain(SessionFile file, Rating.When when) {
    OptionalInt pain = OptionalInt.empty();
    for (SessionEvent event : file.events()) {
      if (event instanceof SessionEvent.Commanded commanded
          && commanded.command() instanceof Command.Rate rate
          && rate.rating().when() == when) {
        Integer value = rate.rating().scales().get(Rating.Scale.PAIN);
        pain = value == null ? pain : OptionalInt.of(value);
      }
    }
    return pain;
  }
}
