package app.downshift.evidence;

import app.downshift.beat.RrSeries;
import app.downshift.recording.SessionFile;
import app.downshift.session.Phase;
import app.downshift.session.SessionEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * A phase and when it was, in seconds of session time.
 *
 * @param endedSeconds when the next one began, or the recording ended
 */
record PhaseSpan(Phase phase, double fromSeconds, double endedSeconds) {
  /** The phases of a recording as they were. */
  static List<PhaseSpan> of(SessionFile file) {
    List<PhaseSpan> spans = new ArrayList<>();
    long last = 0;
    for (SessionEvent event : file.events()) {
      if (event instanceof SessionEvent.PhaseBegan began) {
        close(spans, began.atMicros());
        spans.add(new PhaseSpan(began.phase(), began.atMicros() / 1e6, Double.NaN));
      } else if (event instanceof SessionEvent.BeatTaken beat) {
        last = Math.max(last, beat.atMicros());
      } else if (event instanceof SessionEvent.Ended ended) {
        last = Math.max(last, ended.atMicros());
      }
    }
    close(spans, last);
    return spans;
  }

  private static void close(List<PhaseSpan> spans, long atMicros) {
    if (!spans.isEmpty()) {
      PhaseSpan open = spans.remove(spans.size() - 1);
      spans.add(new PhaseSpan(open.phase, open.fromSeconds, atMicros / 1e6));
    }
  }

  boolean rest() {
    return phase.kind() instanceof Phase.OwnPace;
  }

  boolean longEnough() {
    // Compared in microseconds: four minutes less one are three.
    double rest = toSeconds() - fromSeconds - Segment.SETTLING_SECONDS;
    return rest >= Segment.SHORTEST_SECONDS - 1e-3;
  }

  /** A rest longer than planned counts to the planned end: then the question comes. */
  double toSeconds() {
    return rest() ? Math.min(endedSeconds, fromSeconds + phase.plannedSeconds()) : endedSeconds;
  }

  /** Where what is counted begins: a rest that is long enough settles first. */
  double countedFromSeconds() {
    return rest() && longEnough() ? fromSeconds + Segment.SETTLING_SECONDS : fromSeconds;
  }

  Segment segment(RrSeries marked) {
    return Segment.of(marked, fromSeconds + Segment.SETTLING_SECONDS, toSeconds());
  }
}
