package app.downshift.hrv;

import app.downshift.beat.RrSeries;

/**
 * The breathing rate as the heart betrays it: the strongest line between 3 and 24 per minute in the
 * intervals of the last 64 s, by a Lomb periodogram after removing a straight line. From intervals
 * alone this is a guess (a wave of blood pressure looks like six breaths a minute), so it answers
 * only where one line stands out. Pass clean beats only. Constant cost and memory.
 */
public final class OwnBreathing {
  private static final double LENGTH_MILLIS = 64_000;
  private static final double SHORTEST_MILLIS = 45_000;
  private static final int FEWEST_BEATS = 24;
  private static final int MOST_BEATS = 256;

  private static final double LOWEST = 3;
  private static final double HIGHEST = 24;
  private static final double STEP = 0.2;
  private static final int LINES = (int) Math.round((HIGHEST - LOWEST) / STEP) + 1;
  private static final double LOWEST_FOR_SWING = 6;

  /** The line must explain this share of the variance. */
  private static final double SHARE = 0.35;

  /** No other line, further away than the window can blur one, may come closer than this. */
  private static final double RIVAL = 0.6;

  private static final double BLUR = 2.0;

  private final double[] timeMillis = new double[MOST_BEATS];
  private final double[] rrMillis = new double[MOST_BEATS];
  private int oldest;
  private int held;

  /** Takes the next clean beat. */
  public void accept(double beatMillis, double intervalMillis) {
    if (!RrSeries.isInterval(intervalMillis) || !Double.isFinite(beatMillis)) {
      return;
    }
    if (held == MOST_BEATS) {
      drop();
    }
    int at = (oldest + held) % MOST_BEATS;
    timeMillis[at] = beatMillis;
    rrMillis[at] = intervalMillis;
    held++;
    advance(beatMillis);
  }

  /** Lets beats grow old in silence. */
  public void advance(double nowMillis) {
    while (held > 0 && !(timeMillis[oldest] > nowMillis - LENGTH_MILLIS)) {
      drop();
    }
  }

  /** Breaths per minute, or NaN where no line is prominent or less than 45 s are known. */
  public double ratePerMinute() {
    if (held < FEWEST_BEATS || time(held - 1) - time(0) < SHORTEST_MILLIS) {
      return Double.NaN;
    }
    double[] share = shares();
    int top = 0;
    for (int k = 1; k < LINES; k++) {
      top = share[k] > share[top] ? k : top;
    }
    // A maximum at the edge is the flank of something outside.
    if (top == 0 || top == LINES - 1 || !(share[top] >= SHARE)) {
      return Double.NaN;
    }
    int blur = (int) Math.round(BLUR / STEP);
    for (int k = 1; k < LINES - 1; k++) {
      boolean peak = share[k] >= share[k - 1] && share[k] >= share[k + 1];
      if (peak && Math.abs(k - top) > blur && share[k] > RIVAL * share[top]) {
        return Double.NaN;
      }
    }
    return LOWEST + STEP * (top + Parabola.vertex(share[top - 1], share[top], share[top + 1]));
  }

  /**
   * The swing at the strongest line, as {@link BreathLockedSwing} without a pacer: NaN unless the
   * line is prominent and between 6 and 24 per minute.
   */
  public BreathLockedSwing.Swing swing() {
    BreathLockedSwing swing = new BreathLockedSwing();
    double rate = ratePerMinute();
    if (rate >= LOWEST_FOR_SWING) {
      double breathMillis = 60_000 / rate;
      for (int i = 0; i < held; i++) {
        swing.accept(time(i), rr(i), time(i) / breathMillis, breathMillis);
      }
    }
    return swing.at(held > 0 ? time(held - 1) : 0);
  }

  /**
   * The share of the variance that each line explains; the rotating vectors advance from line to
   * line.
   */
  private double[] shares() {
    double[] left = Detrend.line(centres(), intervals());
    double total = 0;
    for (double value : left) {
      total += value * value;
    }
    double origin = time(0);
    double[][] phasors = new double[4][held];
    for (int i = 0; i < held; i++) {
      double minutes = (time(i) - rr(i) / 2 - origin) / 60_000;
      phasors[0][i] = Math.cos(2 * Math.PI * LOWEST * minutes);
      phasors[1][i] = Math.sin(2 * Math.PI * LOWEST * minutes);
      phasors[2][i] = Math.cos(2 * Math.PI * STEP * minutes);
      phasors[3][i] = Math.sin(2 * Math.PI * STEP * minutes);
    }
    double[] share = new double[LINES];
    for (int k = 0; k < LINES; k++) {
      share[k] = total > 1e-6 ? explained(left, phasors) / total : 0;
    }
    return share;
  }

  private double explained(double[] left, double[][] phasors) {
    double cc = 0;
    double ss = 0;
    double cs = 0;
    double xc = 0;
    double xs = 0;
    for (int i = 0; i < held; i++) {
      double c = phasors[0][i];
      double s = phasors[1][i];
      cc += c * c;
      ss += s * s;
      cs += c * s;
      xc += left[i] * c;
      xs += left[i] * s;
      phasors[0][i] = c * phasors[2][i] - s * phasors[3][i];
      phasors[1][i] = s * phasors[2][i] + c * phasors[3][i];
    }
    // Least squares of one sinusoid, which is what Lomb's time shift amounts to.
    double determinant = cc * ss - cs * cs;
    return determinant > 1e-9 ? (ss * xc * xc - 2 * cs * xc * xs + cc * xs * xs) / determinant : 0;
  }

  private double[] centres() {
    double[] centres = new double[held];
    for (int i = 0; i < held; i++) {
      centres[i] = time(i) - rr(i) / 2 - time(0);
    }
    return centres;
  }

  private double[] intervals() {
    double[] intervals = new double[held];
    for (int i = 0; i < held; i++) {
      intervals[i] = rr(i);
    }
    return intervals;
  }

  private void drop() {
    oldest = (oldest + 1) % MOST_BEATS;
    held--;
  }

  private double time(int i) {
    return timeMillis[(oldest + i) % MOST_BEATS];
  }

  private double rr(int i) {
    return rrMillis[(oldest + i) % MOST_BEATS];
  }
}
