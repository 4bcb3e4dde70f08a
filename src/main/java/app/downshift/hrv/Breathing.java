package app.downshift.hrv;

import app.downshift.beat.RrSeries;
import java.util.Arrays;

/**
 * What a recording without a pacer says of breathing: medians over windows of 64 s, one every 16 s.
 * Guesses from intervals alone; NaN where no window has an answer.
 *
 * @param ratePerMinute the strongest line, see {@link OwnBreathing}
 * @param swingBpm the swing at it
 * @param coherence see {@link Coherence}
 */
public record Breathing(double ratePerMinute, double swingBpm, double coherence) {
  private static final double STEP_MILLIS = 16_000;
  private static final double LOOK_BACK_MILLIS = 90_000;

  /** Of the clean beats of a series; linear cost. */
  public static Breathing of(RrSeries series) {
    OwnBreathing own = new OwnBreathing();
    double[] rates = new double[series.size()];
    double[] swings = new double[series.size()];
    double[] shares = new double[series.size()];
    int windows = 0;
    double next = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < series.size(); i++) {
      double now = series.timeMillis(i);
      if (!series.clean(i)) {
        continue;
      }
      own.accept(now, series.rrMillis(i));
      if (now >= next) {
        rates[windows] = own.ratePerMinute();
        swings[windows] = own.swing().bpm();
        shares[windows] = Coherence.last(series.window(now - LOOK_BACK_MILLIS, now)).share();
        windows++;
        next = now + STEP_MILLIS;
      }
    }
    return new Breathing(median(rates, windows), median(swings, windows), median(shares, windows));
  }

  static double median(double[] values, int count) {
    double[] sorted =
        Arrays.stream(values, 0, count).filter(v -> !Double.isNaN(v)).sorted().toArray();
    int n = sorted.length;
    return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }
}
