package app.downshift.hrv;

/**
 * How much clean time a figure needs before it is shown, in ms (Task Force 1996, Eur Heart J 17,
 * and what short windows lose against five minutes). The figures themselves do not ask.
 */
public final class MinimumWindows {
  /** Heart rate and mean interval. */
  public static final double HEART_RATE_MILLIS = 10_000;

  /** RMSSD, SDSD, SD1 and the shares of large differences. */
  public static final double RMSSD_MILLIS = 30_000;

  /** SDNN and SD2. */
  public static final double SDNN_MILLIS = 120_000;

  /** Power and peak of LF. */
  public static final double LF_MILLIS = 120_000;

  /** Power and peak of HF. */
  public static final double HF_MILLIS = 60_000;

  /** Power of VLF, and the total with it. */
  public static final double VLF_MILLIS = 300_000;

  /** Scaling exponent α1. */
  public static final double DFA_MILLIS = 300_000;

  /** A window cut at its beats is short by up to an interval or two; that much is forgiven. */
  private static final double CUT = 0.99;

  private MinimumWindows() {}

  /** Whether so much clean time is enough for a figure that needs this long. */
  public static boolean reached(double cleanMillis, double neededMillis) {
    return cleanMillis >= CUT * neededMillis;
  }
}
