package app.downshift.beat;

import java.util.Locale;

/**
 * The share of time that is neither marked nor gap. Running: over the last 30 s, for the live
 * screen; or of a whole series. A beat counts as soon as it comes, by the range test alone, and is
 * corrected when its marks are decided. Constant memory.
 */
public final class SignalQuality {
  /** Length of the running window. */
  public static final double WINDOW_MILLIS = 30_000;

  private static final int HELD = 512;

  private final double[] from = new double[HELD];
  private final double[] to = new double[HELD];
  private final boolean[] clean = new boolean[HELD];
  private final boolean[] interval = new boolean[HELD];
  private long beats;
  private double firstMillis = Double.NaN;

  /** What the share allows. */
  public enum Band {
    /** At least 95 %. */
    GOOD,
    /** At least 80 %: figures carry a warning. */
    FAIR,
    /** No figures. */
    POOR;

    /** The word of files and exports. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The band of a share from 0 to 1; NaN is poor. */
    public static Band of(double share) {
      return share >= 0.95 ? GOOD : share >= 0.80 ? FAIR : POOR;
    }
  }

  /**
   * Takes the next beat, whatever its interval. Beats are counted from 0 for {@link #decided}.
   *
   * @param timeMillis when the beat was, in the clock of {@link #share}
   */
  public void accept(double timeMillis, double rrMillis) {
    int i = (int) (beats % HELD);
    boolean usable = RrSeries.isInterval(rrMillis);
    double before = beats == 0 ? Double.NEGATIVE_INFINITY : to[(int) ((beats - 1) % HELD)];
    double start = usable ? timeMillis - rrMillis : timeMillis;
    from[i] = Math.max(start, before); // intervals that overlap are not counted twice
    to[i] = timeMillis;
    interval[i] = usable;
    clean[i] = usable && Marks.ofRange(rrMillis).isEmpty();
    if (beats == 0) {
      firstMillis = start;
    }
    beats++;
  }

  /** Takes the word on a beat, or another one. One that is long out of the window is ignored. */
  public void decided(int beatIndex, Marks marks) {
    if (beatIndex < beats && beatIndex >= Math.max(0, beats - HELD)) {
      clean[beatIndex % HELD] = marks.isEmpty() && interval[beatIndex % HELD];
    }
  }

  /**
   * The clean share of the last 30 s, or of the time since the first interval began; 0 before any
   * beat. An interval still open is no silence until it is longer than any interval can be; then
   * all of it is.
   */
  public double share(double nowMillis) {
    if (beats == 0) {
      return 0;
    }
    double last = to[(int) ((beats - 1) % HELD)];
    double end = nowMillis - last > RrSeries.LONGEST_INTERVAL_MILLIS ? nowMillis : last;
    double start = Math.max(firstMillis, end - WINDOW_MILLIS);
    double good = 0;
    for (long k = beats - 1; k >= Math.max(0, beats - HELD); k--) {
      int i = (int) (k % HELD);
      if (to[i] <= start) {
        break;
      }
      good += clean[i] ? Math.max(0, to[i] - Math.max(from[i], start)) : 0;
    }
    return end > start ? Math.min(1, good / (end - start)) : 0;
  }

  /** The band of {@link #share(double)}. */
  public Band band(double nowMillis) {
    return Band.of(share(nowMillis));
  }

  /** The clean share of a whole series, by its marks; 0 for an empty one. */
  public static double share(RrSeries series) {
    double good = 0;
    double before = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < series.size(); i++) {
      double to = series.timeMillis(i);
      if (series.clean(i)) {
        good += Math.max(0, to - Math.max(to - series.rrMillis(i), before));
      }
      before = to;
    }
    double duration = series.durationMillis();
    return duration > 0 ? Math.min(1, good / duration) : 0;
  }
}
