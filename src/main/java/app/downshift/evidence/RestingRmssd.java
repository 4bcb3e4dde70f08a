package app.downshift.evidence;

import app.downshift.beat.BeatTests;
import app.downshift.beat.RrSeries;
import app.downshift.beat.SignalQuality.Band;
import app.downshift.recording.Intervals;
import app.downshift.recording.SessionFile;
import java.util.Optional;

/**
 * RMSSD in the rest before a session, at one's own pace, or why there is none. The gates are those
 * of before against after: at least three minutes after the first, a signal that is not poor, a
 * regular rhythm.
 */
public sealed interface RestingRmssd {
  /**
   * It may be shown.
   *
   * @param fromMillis the lower end of about 95 % by what was measured alone (block bootstrap of
   *     its logarithm); how much a heart drifts from day to day is not in it. NaN where unknown
   * @param toMillis the upper end
   */
  record Known(double millis, double fromMillis, double toMillis) implements RestingRmssd {}

  /** It stays away. */
  record Withheld(Why why) implements RestingRmssd {}

  /** Why it stays away. */
  enum Why {
    /** The session did not begin with a rest. */
    NO_REST,
    /** The rest was shorter than three minutes after its first. */
    TOO_SHORT,
    /** Too much of it is gap or doubtful. */
    SIGNAL,
    /** The rhythm was irregular, or not known. */
    RHYTHM
  }

  /** Of a recording; cost linear in its length. */
  static RestingRmssd of(SessionFile file) {
    Optional<PhaseSpan> rest = PhaseSpan.of(file).stream().findFirst().filter(PhaseSpan::rest);
    if (rest.isEmpty()) {
      return new Withheld(Why.NO_REST);
    }
    if (!rest.get().longEnough()) {
      return new Withheld(Why.TOO_SHORT);
    }
    RrSeries marked = BeatTests.mark(Intervals.of(file));
    Segment segment = rest.get().segment(marked);
    if (segment.band() == Band.POOR) {
      return new Withheld(Why.SIGNAL);
    }
    if (!segment.judged()) {
      return new Withheld(Why.RHYTHM);
    }
    double half = BlockBootstrap.halfInterval(segment.blocks(), Metric.LN_RMSSD);
    return new Known(
        Math.exp(segment.lnRmssd()),
        Math.exp(segment.lnRmssd() - half),
        Math.exp(segment.lnRmssd() + half));
  }
}
