package app.downshift.hrv;

import app.downshift.beat.CorrectedSeries;
import app.downshift.beat.RrSeries;
import java.util.Arrays;

/**
 * The clean beats of a series as bare numbers: what splines, periodograms and nonlinear figures are
 * computed from. The arrays are shared, not copied; nobody writes into them.
 */
final class Knots {
  /** Marked beats are bridged up to this long; a longer hole ends a stretch like a gap. */
  private static final double LONGEST_BRIDGE_MILLIS = 5000;

  private final double[] seconds;
  private final double[] rrMillis;
  private final boolean[] joined;

  private Knots(double[] seconds, double[] rrMillis, boolean[] joined) {
    this.seconds = seconds;
    this.rrMillis = rrMillis;
    this.joined = joined;
  }

  /** All clean beats, across gaps. */
  static Knots all(RrSeries series) {
    return between(series, 0, series.size());
  }

  /** The clean beats of the longest time that no gap interrupts; the first of equals. */
  static Knots longestStretch(RrSeries series) {
    int bestFrom = 0;
    int bestTo = 0;
    double longest = -1;
    int from = 0;
    while (from < series.size()) {
      int to = stretchEnd(series, from);
      double length = series.timeMillis(to - 1) - series.timeMillis(from);
      if (length > longest) {
        longest = length;
        bestFrom = from;
        bestTo = to;
      }
      from = to;
    }
    return between(series, bestFrom, bestTo);
  }

  /**
   * What a spline is led through: the longest stretch, with corrected values where beats are marked
   * ({@link CorrectedSeries}).
   */
  static Knots curve(RrSeries series) {
    return longestStretch(series.marked() > 0 ? CorrectedSeries.of(series).series() : series);
  }

  /** The clean beats since the last gap, as far back as {@code millis} before the end. */
  static Knots lastStretch(RrSeries series, double millis) {
    int from = 0;
    int to = 0;
    while (to < series.size()) {
      from = to;
      to = stretchEnd(series, from);
    }
    double earliest = to > 0 ? series.timeMillis(to - 1) - millis : 0;
    while (from < to && series.timeMillis(from) < earliest) {
      from++;
    }
    return between(series, from, to);
  }

  /** Times of the beats. */
  double[] seconds() {
    return seconds;
  }

  /** The intervals they end. */
  double[] rrMillis() {
    return rrMillis;
  }

  /** Whether interval {@code i} follows the one before without anything left out between. */
  boolean joined(int i) {
    return joined[i];
  }

  int size() {
    return rrMillis.length;
  }

  /** Whether all intervals are the same, so that there is nothing to analyse. */
  boolean constant() {
    return Arrays.stream(rrMillis).allMatch(rr -> rr == rrMillis[0]);
  }

  private static int stretchEnd(RrSeries series, int from) {
    double lastClean = series.clean(from) ? series.timeMillis(from) : Double.NaN;
    int to = from + 1;
    while (to < series.size() && series.follows(to)) {
      if (series.clean(to)) {
        boolean bridged = !series.clean(to - 1);
        if (bridged && series.timeMillis(to) - lastClean > LONGEST_BRIDGE_MILLIS) {
          break;
        }
        lastClean = series.timeMillis(to);
      }
      to++;
    }
    return to;
  }

  private static Knots between(RrSeries series, int from, int to) {
    double[] seconds = new double[to - from];
    double[] rr = new double[to - from];
    boolean[] joined = new boolean[to - from];
    int count = 0;
    for (int i = from; i < to; i++) {
      if (series.clean(i)) {
        seconds[count] = series.timeMillis(i) / 1000;
        rr[count] = series.rrMillis(i);
        joined[count] = i > from && series.follows(i) && series.clean(i - 1);
        count++;
      }
    }
    return count == rr.length
        ? new Knots(seconds, rr, joined)
        : new Knots(
            Arrays.copyOf(seconds, count), Arrays.copyOf(rr, count), Arrays.copyOf(joined, count));
  }
}
