package app.downshift.recording;

import app.downshift.beat.Marks;
import app.downshift.beat.RrSeries;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorTraits;
import app.downshift.session.Command;
import app.downshift.session.Phase;
import app.downshift.session.Protocol;
import app.downshift.session.SessionEvent;
import app.downshift.session.SessionPlan;
import app.downshift.session.SessionState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Intervals of another program as a session of free breathing. */
final class ImportedSession {
  /** Stands in the head where nobody knows when it was. */
  static final Instant UNKNOWN = Instant.EPOCH;

  /** The protocol of such a session. */
  static final String PROTOCOL = "imported";

  private static final SensorTraits TRAITS =
      new SensorTraits(SensorTraits.Intervals.RR, 1, true, true, 10_000);
  private static final int MOST_PHASES = 100;

  private ImportedSession() {}

  static SessionPlan plan(Intervals from) {
    return new SessionPlan(
        from.started().orElse(UNKNOWN),
        "",
        "text",
        TRAITS,
        false,
        new Protocol(PROTOCOL, phases(from)),
        Double.NaN);
  }

  /** The lines of the file, in the order of time. */
  static List<SessionEvent> events(Intervals from) {
    List<SessionEvent> events = new ArrayList<>();
    long start = 0;
    for (Phase phase : phases(from)) {
      events.add(new SessionEvent.PhaseBegan(start, phase));
      start += Math.round(phase.plannedSeconds() * 1e6);
    }
    RrSeries series = from.series();
    long last = 0;
    for (int i = 0; i < series.size(); i++) {
      long at = Math.max(last, micros(series.timeMillis(i)));
      if (series.gapBefore(i)) {
        events.add(
            new SessionEvent.Sensed(
                last, new SensorEvent.Gap(0, SensorEvent.GapReason.LOST_BEATS, 0)));
        events.add(new SessionEvent.GapBegan(last, SessionEvent.GapCause.LOST_BEATS, 0));
      }
      events.add(
          new SessionEvent.BeatTaken(
              at,
              at,
              new SensorEvent.Beat(0, series.rrMillis(i), 0, 0, Optional.empty(), false),
              Marks.NONE,
              Optional.empty()));
      String ruling = IntervalList.ruling(series.marks(i));
      if (!ruling.isEmpty()) {
        events.add(
            new SessionEvent.Commanded(
                at,
                new Command.RuleOnMarks(
                    at, Marks.Ruling.valueOf(ruling.toUpperCase(Locale.ROOT)))));
      }
      last = at;
    }
    for (Intervals.Remark remark : from.remarks()) {
      long at = micros(Math.max(0, remark.atMillis()));
      events.add(new SessionEvent.Commanded(at, new Command.AddMarker(remark.words())));
      last = Math.max(last, at);
    }
    events.sort((a, b) -> Long.compare(a.atMicros(), b.atMicros()));
    events.add(new SessionEvent.Ended(last, SessionState.Why.COMPLETE));
    return events;
  }

  /** As many as the longest a phase may be asks for; more than that are not planned. */
  private static List<Phase> phases(Intervals from) {
    RrSeries series = from.series();
    double left = Math.max(1, series.size() == 0 ? 1 : series.timeMillis(series.size() - 1) / 1000);
    List<Phase> phases = new ArrayList<>();
    while (left > 0 && phases.size() < MOST_PHASES) {
      double seconds = Math.max(1, Math.ceil(Math.min(left, Phase.LONGEST_SECONDS)));
      phases.add(new Phase(PROTOCOL, seconds, new Phase.OwnPace()));
      left -= seconds;
    }
    return phases;
  }

  private static long micros(double millis) {
    return Math.round(millis * 1000);
  }
}
