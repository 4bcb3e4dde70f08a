package app.downshift.ui.chart;

import app.downshift.breath.Pacer;
import app.downshift.recording.Tape;
import app.downshift.session.Snapshot;
import java.util.ArrayList;
import java.util.List;

/**
 * What the pacer has asked for, as far as the chart still shows it. A snapshot knows only the pacer
 * of now; the trace remembers those before it, with pauses standing level. Charts thread only.
 */
final class PacerTrace {
  private static final long GRID_MICROS = 250_000;

  private final List<Stretch> stretches = new ArrayList<>();

  /** The trace of a recording between two moments: the same however one came to them. */
  static PacerTrace of(Tape tape, long oldestMicros, long nowMicros) {
    PacerTrace trace = new PacerTrace();
    long first = Math.max(0, Math.floorDiv(oldestMicros, GRID_MICROS) * GRID_MICROS);
    for (long at = first; at < nowMicros; at += GRID_MICROS) {
      trace.follow(tape.at(at), oldestMicros);
    }
    trace.follow(tape.at(nowMicros), oldestMicros);
    return trace;
  }

  /** Takes in what the newest snapshot says and forgets what ended before {@code oldestMicros}. */
  void follow(Snapshot snapshot, long oldestMicros) {
    Stretch last = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
    boolean sameAsLast = last != null && snapshot.pacer().filter(last.pacer::equals).isPresent();
    if (last != null && last.untilMicros == Long.MAX_VALUE && !sameAsLast) {
      long until = snapshot.pacer().map(Pacer::fromMicros).orElse(snapshot.atMicros());
      stretches.set(stretches.size() - 1, last.ending(until));
    }
    if (snapshot.pacer().isPresent() && !sameAsLast) {
      stretches.add(new Stretch(snapshot.pacer().get(), Long.MAX_VALUE, -1));
    }
    if (snapshot.pacer().isPresent()) {
      int newest = stretches.size() - 1;
      stretches.set(newest, stretches.get(newest).frozen(snapshot.frozenAtMicros()));
    }
    stretches.removeIf(stretch -> stretch.untilMicros < oldestMicros);
  }

  /** The depth asked for at a time, 0 to 1; NaN where there was no pacer. */
  double depthAt(long atMicros) {
    for (int i = stretches.size() - 1; i >= 0; i--) {
      Stretch stretch = stretches.get(i);
      if (atMicros >= stretch.pacer.fromMicros() && atMicros <= stretch.untilMicros) {
        long shown = stretch.frozenMicros < 0 ? atMicros : Math.min(atMicros, stretch.frozenMicros);
        return stretch.pacer.at(shown).depth();
      }
    }
    return Double.NaN;
  }

  private record Stretch(Pacer pacer, long untilMicros, long frozenMicros) {
    Stretch ending(long micros) {
      return new Stretch(pacer, micros, frozenMicros);
    }

    Stretch frozen(long micros) {
      return new Stretch(pacer, untilMicros, micros);
    }
  }
}
