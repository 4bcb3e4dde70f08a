package app.downshift.session;

import app.downshift.breath.PaceLimits;
import app.downshift.session.Snapshot.SwingBar;
import java.util.List;
import java.util.Optional;

/**
 * Lets the pace follow the swing, as an experiment: every two minutes a tenth of a breath a minute
 * further the way the swing grew, or back when it shrank, never more than half a breath a minute
 * from where it began. Where fewer than six breaths could be scored nothing changes.
 */
final class AdaptivePace {
  private static final long EVERY_MICROS = 120_000_000;
  private static final double STEP = 0.1;
  private static final int MOST_STEPS = 5;
  private static final int FEWEST_BREATHS = 6;

  private final double startPerMinute;
  private long sinceMicros;
  private int steps;
  private int direction = -1;
  private double before = Double.NaN;

  AdaptivePace(double startPerMinute, long nowMicros) {
    this.startPerMinute = startPerMinute;
    sinceMicros = nowMicros;
  }

  /** The pacer stood still: two minutes begin anew. */
  void restart(long nowMicros) {
    sinceMicros = nowMicros;
  }

  /** The next pace, if it is time for one. */
  Optional<Double> tick(long nowMicros, List<SwingBar> swings) {
    if (nowMicros - sinceMicros < EVERY_MICROS) {
      return Optional.empty();
    }
    double swing = median(swings);
    sinceMicros = nowMicros;
    if (Double.isNaN(swing)) {
      return Optional.empty();
    }
    if (swing < before) {
      direction = -direction;
    }
    before = swing;
    if (!allowed(steps + direction)) {
      direction = -direction;
    }
    if (!allowed(steps + direction)) {
      return Optional.empty();
    }
    steps += direction;
    return Optional.of(perMinute());
  }

  Practice.Adaptive view() {
    return new Practice.Adaptive(startPerMinute, perMinute(), sinceMicros + EVERY_MICROS);
  }

  private double perMinute() {
    return steps == 0 ? startPerMinute : startPerMinute + steps * STEP;
  }

  private boolean allowed(int count) {
    return Math.abs(count) <= MOST_STEPS && PaceLimits.allows(startPerMinute + count * STEP);
  }

  private double median(List<SwingBar> swings) {
    double[] known =
        swings.stream()
            .filter(bar -> bar.atMicros() > sinceMicros)
            .mapToDouble(SwingBar::bpm)
            .filter(bpm -> !Double.isNaN(bpm))
            .sorted()
            .toArray();
    return known.length < FEWEST_BREATHS
        ? Double.NaN
        : (known[known.length / 2] + known[(known.length - 1) / 2]) / 2;
  }
}
