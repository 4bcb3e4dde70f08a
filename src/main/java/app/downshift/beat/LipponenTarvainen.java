package app.downshift.beat;

import java.util.Arrays;

/**
 * Marks of whole recordings: the range test, and the detection of Lipponen and Tarvainen (2019, doi
 * 10.1080/03091902.2019.1640306) within each unbroken stretch. {@link BeatTests} join them with the
 * breathing model. A threshold of zero, possible without a floor, makes every difference infinite.
 */
public final class LipponenTarvainen {
  /** Below this no difference is doubted, however calm the heart is. */
  public static final double FLOOR_MILLIS = 50;

  static final int SPREAD_BEATS = 91;
  static final int MEDIAN_BEATS = 11;
  static final double SPREADS = 5.2;

  /** Where the windows around a beat lie. */
  public enum Windows {
    /** Around the beat: for recordings. */
    CENTRED(45, 5, 45),
    /**
     * From the past to two beats after, so that a decision is final two beats later. Later
     * neighbours are measured with the beat's own threshold, and the spread of deviations ends at
     * the beat itself, because nothing newer is known by then.
     */
    LIVE(2, 2, 0);

    final int ahead;
    final int medianAhead;
    final int deviationAhead;

    Windows(int ahead, int medianAhead, int deviationAhead) {
      this.ahead = ahead;
      this.medianAhead = medianAhead;
      this.deviationAhead = deviationAhead;
    }
  }

  private LipponenTarvainen() {}

  /**
   * The marks of every interval, range test included; marks the series already carries play no
   * part.
   */
  public static Marks[] marks(RrSeries series, Windows windows, double floorMillis) {
    Marks[] marks = new Marks[series.size()];
    int from = 0;
    for (int i = 0; i < marks.length; i++) {
      marks[i] = Marks.ofRange(series.rrMillis(i));
      if (!series.follows(i)) {
        markStretch(series, from, i, windows, floorMillis, marks);
        from = i;
      }
    }
    markStretch(series, from, marks.length, windows, floorMillis, marks);
    return marks;
  }

  private static void markStretch(
      RrSeries series, int from, int to, Windows windows, double floorMillis, Marks[] marks) {
    if (to - from < 3) {
      return;
    }
    double[] rr = new double[to - from];
    for (int i = 0; i < rr.length; i++) {
      rr[i] = series.rrMillis(from + i);
    }
    Stretch stretch = new Stretch(rr, windows, floorMillis);
    BeatVerdict verdict = new BeatVerdict();
    for (int i = 0; i < rr.length; i++) {
      int at = from + i;
      verdict
          .judge(stretch.evidence(i), i < rr.length - 2)
          .ifPresent(mark -> marks[at] = marks[at].with(mark));
    }
  }

  /** Deviation of an interval from the median around it; short ones weigh double (equation 6). */
  static double deviation(double rrMillis, double medianMillis) {
    double difference = rrMillis - medianMillis;
    return difference < 0 ? 2 * difference : difference;
  }

  /** Differences, medians and thresholds of one unbroken stretch of at least three intervals. */
  private static final class Stretch {
    private final double[] rr;
    private final double[] difference;
    private final double[] differenceLimit;
    private final double[] median;
    private final double[] deviation;
    private final double[] deviationLimit;
    private final boolean live;

    Stretch(double[] rr, Windows windows, double floorMillis) {
      this.rr = rr;
      live = windows == Windows.LIVE;
      difference = new double[rr.length];
      for (int i = 1; i < rr.length; i++) {
        difference[i] = rr[i] - rr[i - 1];
      }
      // The first beat has no difference. Live, nothing is known yet about the mean of the others,
      // which is
      // near zero.
      difference[0] = live ? 0 : (rr[rr.length - 1] - rr[0]) / (rr.length - 1);
      differenceLimit = limits(difference, windows.ahead, floorMillis);
      median = new double[rr.length];
      slide(rr, MEDIAN_BEATS, windows.medianAhead, (i, window) -> median[i] = window.median());
      deviation = new double[rr.length];
      Arrays.setAll(deviation, i -> LipponenTarvainen.deviation(rr[i], median[i]));
      deviationLimit = limits(deviation, windows.deviationAhead, floorMillis);
    }

    BeatVerdict.Evidence evidence(int i) {
      return new BeatVerdict.Evidence(
          normalised(i, i - 1),
          normalised(i, i),
          normalised(i, i + 1),
          normalised(i, i + 2),
          rr[i],
          i + 1 < rr.length ? rr[i + 1] : Double.NaN,
          median[i],
          deviation[i] / deviationLimit[i],
          deviationLimit[i]);
    }

    /**
     * The normalised difference of beat {@code k} as beat {@code i} sees it; reflected beyond the
     * ends.
     */
    private double normalised(int i, int k) {
      int last = rr.length - 1;
      int at = k < 0 ? -k : k > last ? 2 * last - k : k;
      return difference[at] / differenceLimit[live ? Math.min(at, i) : at];
    }

    private static double[] limits(double[] values, int ahead, double floorMillis) {
      double[] sizes = new double[values.length];
      Arrays.setAll(sizes, i -> Math.abs(values[i]));
      double[] limits = new double[values.length];
      slide(
          sizes,
          SPREAD_BEATS,
          ahead,
          (i, window) -> limits[i] = Math.max(SPREADS * window.quartileDeviation(), floorMillis));
      return limits;
    }

    private interface Reading {
      void at(int i, SortedWindow window);
    }

    private static void slide(double[] values, int length, int ahead, Reading reading) {
      SortedWindow window = new SortedWindow(length);
      for (int i = -ahead; i < values.length; i++) {
        if (i + ahead < values.length) {
          window.add(values[i + ahead]);
        } else {
          window.advance();
        }
        if (i >= 0) {
          reading.at(i, window);
        }
      }
    }
  }
}
