package app.downshift.beat;

import java.util.Arrays;

/**
 * Intervals between beats, as measured, with what is known about each. Interval {@code i} ends with
 * the beat at {@code timeMillis(i)}. Immutable. Where {@link #follows} is false the series is
 * split: no difference, spline or spectrum may cross that place.
 */
public final class RrSeries {
  /** Above this an interval is a hole in the recording, not an interval. */
  public static final double LONGEST_INTERVAL_MILLIS = 3000;

  private final double[] timeMillis;
  private final double[] rrMillis;
  private final boolean[] gapBefore;
  private final Marks[] marks;
  private final double longestMillis;

  /** The pacer's cycles at each beat, or empty where there was no pacer at all. */
  private final double[] breaths;

  private RrSeries(
      double[] timeMillis,
      double[] rrMillis,
      boolean[] gapBefore,
      Marks[] marks,
      double longestMillis,
      double[] breaths) {
    this.timeMillis = timeMillis;
    this.rrMillis = rrMillis;
    this.gapBefore = gapBefore;
    this.marks = marks;
    this.longestMillis = longestMillis;
    this.breaths = breaths;
  }

  /**
   * Unmarked intervals that follow each other from time 0; a value that is no duration takes no
   * time.
   */
  public static RrSeries ofIntervals(double... rrMillis) {
    double[] time = new double[rrMillis.length];
    double at = 0;
    for (int i = 0; i < time.length; i++) {
      at += rrMillis[i] > 0 && Double.isFinite(rrMillis[i]) ? rrMillis[i] : 0;
      time[i] = at;
    }
    return of(time, rrMillis, new boolean[rrMillis.length]);
  }

  /**
   * Unmarked intervals with the times of the beats that end them.
   *
   * @param gapBefore true where beats are missing between this interval and the one before
   * @throws IllegalArgumentException if the arrays differ in length
   */
  public static RrSeries of(double[] timeMillis, double[] rrMillis, boolean[] gapBefore) {
    if (timeMillis.length != rrMillis.length || gapBefore.length != rrMillis.length) {
      throw new IllegalArgumentException("times, intervals and gaps differ in length");
    }
    Marks[] marks = new Marks[rrMillis.length];
    Arrays.fill(marks, Marks.NONE);
    return new RrSeries(
        timeMillis.clone(),
        rrMillis.clone(),
        gapBefore.clone(),
        marks,
        LONGEST_INTERVAL_MILLIS,
        new double[0]);
  }

  /** Whether this value can be the time between two beats; anything else splits the series. */
  public static boolean isInterval(double rrMillis) {
    return rrMillis > 0 && rrMillis <= LONGEST_INTERVAL_MILLIS;
  }

  /** Number of intervals. */
  public int size() {
    return rrMillis.length;
  }

  /** Time of the beat that ends interval {@code i}. */
  public double timeMillis(int i) {
    return timeMillis[i];
  }

  /** Interval {@code i} as measured, in ms; whatever the file or sensor said. */
  public double rrMillis(int i) {
    return rrMillis[i];
  }

  /** Whether beats are known to be missing before interval {@code i}. */
  public boolean gapBefore(int i) {
    return gapBefore[i];
  }

  /** Why interval {@code i} is doubted. */
  public Marks marks(int i) {
    return marks[i];
  }

  /**
   * The breaths a pacer had asked for until the beat that ends interval {@code i}, with fractions,
   * counting on without a jump while it runs; NaN where there was none.
   */
  public double breaths(int i) {
    return breaths.length == 0 ? Double.NaN : breaths[i];
  }

  /** Whether interval {@code i} is one at all: positive, finite, and at most 3 s long. */
  public boolean usable(int i) {
    return rrMillis[i] > 0 && rrMillis[i] <= longestMillis;
  }

  /** Usable and without any mark: what statistics are made of. */
  public boolean clean(int i) {
    return usable(i) && marks[i].isEmpty();
  }

  /** Whether interval {@code i} continues interval {@code i − 1}. */
  public boolean follows(int i) {
    return i > 0 && !gapBefore[i] && usable(i) && usable(i - 1);
  }

  /** From the start of the first interval to the end of the last; 0 when there are none. */
  public double durationMillis() {
    if (size() == 0) {
      return 0;
    }
    double first = rrMillis[0] > 0 && Double.isFinite(rrMillis[0]) ? rrMillis[0] : 0;
    return timeMillis[size() - 1] - timeMillis[0] + first;
  }

  /**
   * The places where the series is split by a gap, or by something too long or too odd to be an
   * interval.
   */
  public int gaps() {
    int count = 0;
    for (int i = 0; i < size(); i++) {
      if ((gapBefore[i] && i > 0) || !usable(i)) {
        count++;
      }
    }
    return count;
  }

  /** How many intervals are doubted. */
  public int marked() {
    int count = 0;
    for (Marks each : marks) {
      count += each.isEmpty() ? 0 : 1;
    }
    return count;
  }

  /** The same intervals, breathed with a pacer; see {@link #breaths}. */
  public RrSeries paced(double[] cycles) {
    if (cycles.length != size()) {
      throw new IllegalArgumentException("one phase of the pacer for each interval");
    }
    return new RrSeries(timeMillis, rrMillis, gapBefore, marks, longestMillis, cycles.clone());
  }

  /** The same intervals with these marks instead. */
  public RrSeries withMarks(Marks[] replacement) {
    if (replacement.length != size()) {
      throw new IllegalArgumentException("one set of marks for each interval");
    }
    return new RrSeries(
        timeMillis, rrMillis, gapBefore, replacement.clone(), longestMillis, breaths);
  }

  /** Other intervals under the same limit, unmarked; the arrays are taken over. */
  RrSeries withValues(double[] timeMillis, double[] rrMillis, boolean[] gapBefore) {
    Marks[] none = new Marks[rrMillis.length];
    Arrays.fill(none, Marks.NONE);
    return new RrSeries(timeMillis, rrMillis, gapBefore, none, longestMillis, new double[0]);
  }

  /**
   * Every positive interval, nothing marked, no gaps and no longest interval: for figures of raw
   * input.
   */
  public RrSeries asOneStretch() {
    Marks[] none = new Marks[size()];
    Arrays.fill(none, Marks.NONE);
    return new RrSeries(timeMillis, rrMillis, new boolean[size()], none, Double.MAX_VALUE, breaths);
  }

  /** The intervals {@code from} (inclusive) to {@code to} (exclusive). */
  public RrSeries slice(int from, int to) {
    return new RrSeries(
        Arrays.copyOfRange(timeMillis, from, to),
        Arrays.copyOfRange(rrMillis, from, to),
        Arrays.copyOfRange(gapBefore, from, to),
        Arrays.copyOfRange(marks, from, to),
        longestMillis,
        breaths.length == 0 ? breaths : Arrays.copyOfRange(breaths, from, to));
  }

  /** The intervals whose beats fall into {@code (fromMillis, toMillis]}; times must be in order. */
  public RrSeries window(double fromMillis, double toMillis) {
    int from = firstAfter(fromMillis);
    return slice(from, Math.max(from, firstAfter(toMillis)));
  }

  private int firstAfter(double millis) {
    int low = 0;
    int high = size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (timeMillis[middle] > millis) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
