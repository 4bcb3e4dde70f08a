package app.downshift.hrv;

import app.downshift.beat.RrSeries;
import java.util.Arrays;

/**
 * The heart rate of many breaths laid on one another, from one inhale to the next: means of its
 * parts, and how far each breath goes from peak to trough. Peak to trough takes the extremes of few
 * beats and is larger than the swing by noise alone; it is a figure to look at afterwards.
 *
 * @param breaths that clean beats cover by three quarters or more, with three beats or more
 * @param meanBpm of each of {@link #PARTS} parts of the breath; NaN where no beat fell
 * @param deviationBpm standard deviation of the beats in each part, N − 1; NaN below two
 * @param peakToTroughBpm median over the breaths of fastest less slowest interval; NaN without any
 */
@SuppressWarnings("ArrayRecordComponent") // curves, never compared
public record BreathAverage(
    int breaths, double[] meanBpm, double[] deviationBpm, double peakToTroughBpm) {
  /** A breath is cut into so many parts. */
  public static final int PARTS = 24;

  /** Of nothing. */
  public static final BreathAverage NONE = new BreathAverage(0, nothing(), nothing(), Double.NaN);

  private static final double COVERED = 0.75;
  private static final int FEWEST_BEATS = 3;

  public BreathAverage {
    meanBpm = meanBpm.clone();
    deviationBpm = deviationBpm.clone();
  }

  /**
   * Of the clean beats of a series with a pacer ({@link RrSeries#breaths}), at one pace: breaths
   * whose rate is further than {@code apart} from {@code perMinute} are left out. Linear cost.
   */
  public static BreathAverage of(RrSeries series, double perMinute, double apart) {
    Spread[] parts = new Spread[PARTS];
    Arrays.setAll(parts, i -> new Spread());
    double[] ranges = new double[series.size()];
    int breaths = 0;
    int from = 0;
    while (from < series.size()) {
      int to = from + 1;
      while (to < series.size() && inhale(series, to) == inhale(series, from)) {
        to++;
      }
      if (isWhole(series, from, to) && Math.abs(rate(series, from) - perMinute) <= apart) {
        ranges[breaths++] = lay(series, from, to, parts);
      }
      from = to;
    }
    double[] mean = new double[PARTS];
    double[] deviation = new double[PARTS];
    for (int i = 0; i < PARTS; i++) {
      mean[i] = parts[i].count() == 0 ? Double.NaN : parts[i].mean();
      deviation[i] = parts[i].count() < 2 ? Double.NaN : parts[i].deviation();
    }
    return new BreathAverage(breaths, mean, deviation, Breathing.median(ranges, breaths));
  }

  /** The rate of the pacer at an interval, in breaths per minute; NaN where there was none. */
  public static double rate(RrSeries series, int i) {
    int other = i > 0 && series.breaths(i) > series.breaths(i - 1) ? i - 1 : i + 1;
    if (other >= series.size()) {
      return Double.NaN;
    }
    double minutes = (series.timeMillis(i) - series.timeMillis(other)) / 60_000;
    return (series.breaths(i) - series.breaths(other)) / minutes;
  }

  /** The breath in which the middle of an interval lies; NaN where there was no pacer. */
  private static double middle(RrSeries series, int i) {
    return series.breaths(i) - series.rrMillis(i) / 2 / 60_000 * rate(series, i);
  }

  private static long inhale(RrSeries series, int i) {
    double middle = middle(series, i);
    return Double.isNaN(middle) ? Long.MIN_VALUE + i : (long) Math.floor(middle);
  }

  private static boolean isWhole(RrSeries series, int from, int to) {
    double covered = 0;
    int beats = 0;
    for (int i = from; i < to; i++) {
      if (series.clean(i)) {
        beats++;
        covered += series.rrMillis(i) / 60_000 * rate(series, i);
      }
    }
    return beats >= FEWEST_BEATS && covered >= COVERED;
  }

  private static double lay(RrSeries series, int from, int to, Spread[] parts) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = from; i < to; i++) {
      if (series.clean(i)) {
        double middle = middle(series, i);
        double bpm = 60_000 / series.rrMillis(i);
        parts[(int) ((middle - Math.floor(middle)) * PARTS) % PARTS].add(bpm);
        least = Math.min(least, bpm);
        most = Math.max(most, bpm);
      }
    }
    return most - least;
  }

  private static double[] nothing() {
    double[] nothing = new double[PARTS];
    Arrays.fill(nothing, Double.NaN);
    return nothing;
  }

  @Override
  public double[] meanBpm() {
    return meanBpm.clone();
  }

  @Override
  public double[] deviationBpm() {
    return deviationBpm.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BreathAverage that
        && breaths == that.breaths
        && Arrays.equals(meanBpm, that.meanBpm)
        && Arrays.equals(deviationBpm, that.deviationBpm)
        && Double.compare(peakToTroughBpm, that.peakToTroughBpm) == 0;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(meanBpm);
  }
}
