package app.downshift.hrv;

/** How much clean time a figure needs before it is shown, in ms. The figures themselves do not ask. */
public final class MinimumWindows {
  public static final double HEART_RATE_MILLIS = 10_000;
  public static final double RMSSD_MILLIS = 30_000;
  public static final double SDNN_MILLIS = 120_000;
  public static final double LF_MILLIS = 120_000;
  public static final double HF_MILLIS = 60_000;
  public static final double VLF_MILLIS = 300_000;
  public static final double DFA_MILLIS = 300_000;

  private MinimumWindows() {}
}
