package app.downshift.session;

import app.downshift.beat.Marks;
import app.downshift.beat.RhythmGate.Rhythm;
import app.downshift.beat.RhythmShare;
import app.downshift.hrv.MinimumWindows;
import app.downshift.hrv.RunningWindow;
import app.downshift.session.Snapshot.Baseline;
import app.downshift.session.Snapshot.ResponsePoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The course of a session, and the baseline it is held against: the first phase, if that is
 * breathed at the own pace, without its first minute where it is long enough to spare it.
 */
final class Response {
  private static final double SETTLING_SECONDS = 60;
  private static final double LONG_ENOUGH_SECONDS = 180;

  private final boolean hasBaseline;
  private final long fromMicros;
  private RunningWindow settled = new RunningWindow(Double.POSITIVE_INFINITY);
  private final List<LiveFigures.Decided> measured = new ArrayList<>();
  private final RhythmShare rhythm = new RhythmShare();
  private final List<Double> heartRates = new ArrayList<>();
  private final List<Double> swings = new ArrayList<>();
  private Trail<ResponsePoint> points = Trail.empty();
  private Optional<Baseline> baseline = Optional.empty();

  Response(Protocol protocol) {
    Phase first = protocol.phases().get(0);
    hasBaseline = first.kind() instanceof Phase.OwnPace && protocol.phases().size() > 1;
    fromMicros =
        first.plannedSeconds() >= LONG_ENOUGH_SECONDS ? Math.round(SETTLING_SECONDS * 1e6) : 0;
  }

  /** Takes a decided beat. */
  void take(LiveFigures.Decided beat) {
    if (measuring(beat.phase(), beat.atMicros())) {
      rhythm.accept(beat.rhythm(), beat.spoilt());
      measured.add(beat);
      settle(beat);
    }
  }

  /** A person said otherwise about a beat; the baseline follows even when it was told before. */
  void rule(long beatMicros, Marks marks) {
    for (int i = measured.size() - 1; i >= 0; i--) {
      LiveFigures.Decided beat = measured.get(i);
      if (beat.atMicros() == beatMicros) {
        measured.set(i, beat.with(marks));
        settled = new RunningWindow(Double.POSITIVE_INFINITY);
        measured.forEach(this::settle);
        baseline = baseline.map(told -> told());
        return;
      }
    }
  }

  private void settle(LiveFigures.Decided beat) {
    settled.accept(beat.atMicros() / 1000.0, beat.rrMillis(), beat.marks(), beat.gapBefore());
  }

  /** Takes a point of the course. */
  void add(ResponsePoint point, int phase, double swingBpm) {
    points = points.with(point);
    if (measuring(phase, point.atMicros())) {
      keep(heartRates, point.heartRateBpm());
      keep(swings, swingBpm);
    }
  }

  /** The first phase is over. */
  void leaveFirst() {
    if (hasBaseline && baseline.isEmpty()) {
      baseline = Optional.of(told());
    }
  }

  private Baseline told() {
    boolean heart = settled.cleanMillis() >= MinimumWindows.HEART_RATE_MILLIS;
    boolean variability =
        settled.cleanMillis() >= MinimumWindows.RMSSD_MILLIS
            && rhythm.verdict() == Rhythm.REGULAR
            && !rhythm.disturbed();
    return new Baseline(
        heart ? settled.heartRatePerMinute() : Double.NaN,
        deviation(heartRates),
        variability ? settled.rmssdMillis() : Double.NaN,
        median(swings));
  }

  Trail<ResponsePoint> points() {
    return points;
  }

  Optional<Baseline> baseline() {
    return baseline;
  }

  private boolean measuring(int phase, long atMicros) {
    return hasBaseline && phase == 0 && atMicros >= fromMicros;
  }

  private static void keep(List<Double> values, double value) {
    if (!Double.isNaN(value)) {
      values.add(value);
    }
  }

  private static double median(List<Double> values) {
    if (values.isEmpty()) {
      return Double.NaN;
    }
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  private static double deviation(List<Double> values) {
    double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    double squares = values.stream().mapToDouble(value -> (value - mean) * (value - mean)).sum();
    return values.size() < 2 ? Double.NaN : Math.sqrt(squares / (values.size() - 1));
  }
}
