package app.downshift.beat;

/**
 * The strongest line of heart rate between 3 and 24 a minute within one window, where one stands
 * out: a least-squares periodogram (Lomb 1976) after a straight line was removed. Heart rate is
 * averaged over three neighbours by halves first, and held within bounds, because an early beat and
 * its compensation would otherwise outweigh the breath. Working memory is kept from call to call.
 */
final class BreathLine {
  private static final double LOWEST = 3;
  private static final double STEP = 0.5;
  private static final int LINES = 43;

  /** The line must explain this share of the variance. */
  private static final double SHARE = 0.25;

  /** No other line may come closer than this, if the window can tell the two apart. */
  private static final double RIVAL = 0.6;

  private static final double BLUR = 1.1;

  /** Beyond so many robust deviations from the median a value is held back. */
  private static final double HELD_AT = 2.2;

  private final double[] left;
  private final double[] scratch;
  private final double[][] phasors;
  private final double[] share = new double[LINES];

  BreathLine(int mostBeats) {
    left = new double[mostBeats];
    scratch = new double[mostBeats];
    phasors = new double[4][mostBeats];
  }

  /**
   * Breaths per minute, or NaN where no line stands out.
   *
   * @param middle middles of the intervals in s, in order
   * @param rate heart rate per minute, {@code count} of each
   */
  double perMinute(double[] middle, double[] rate, int count) {
    double total = smooth(middle, rate, count);
    if (!(total > 1e-6)) {
      return Double.NaN;
    }
    for (int k = 0; k < count; k++) {
      double turn = 2 * Math.PI * middle[k] / 60;
      phasors[0][k] = Math.cos(LOWEST * turn);
      phasors[1][k] = Math.sin(LOWEST * turn);
      phasors[2][k] = Math.cos(STEP * turn);
      phasors[3][k] = Math.sin(STEP * turn);
    }
    int top = 0;
    for (int line = 0; line < LINES; line++) {
      share[line] = explained(count) / total;
      top = share[line] > share[top] ? line : top;
    }
    // A maximum at the edge is the flank of something outside.
    if (top == 0 || top == LINES - 1 || !(share[top] >= SHARE)) {
      return Double.NaN;
    }
    double blur = BLUR * 60 / (middle[count - 1] - middle[0]) / STEP;
    for (int line = 1; line < LINES - 1; line++) {
      boolean peak = share[line] >= share[line - 1] && share[line] >= share[line + 1];
      if (peak && Math.abs(line - top) > blur && share[line] > RIVAL * share[top]) {
        return Double.NaN;
      }
    }
    double bend = share[top - 1] - 2 * share[top] + share[top + 1];
    double off = bend < 0 ? (share[top - 1] - share[top + 1]) / (2 * bend) : 0;
    return LOWEST + STEP * (top + off);
  }

  /** Fills {@link #left} with what is to be explained; answers its sum of squares. */
  private double smooth(double[] middle, double[] rate, int count) {
    for (int k = 0; k < count; k++) {
      double before = rate[Math.max(0, k - 1)];
      double after = rate[Math.min(count - 1, k + 1)];
      left[k] = (before + 2 * rate[k] + after) / 4;
    }
    double centre = Robust.median(left, scratch, count);
    for (int k = 0; k < count; k++) {
      left[k] -= centre;
    }
    double bound = HELD_AT * Robust.deviation(left, scratch, count);
    double sumX = 0;
    double sumXx = 0;
    double sumY = 0;
    double sumXy = 0;
    for (int k = 0; k < count; k++) {
      left[k] = Math.max(-bound, Math.min(bound, left[k]));
      sumX += middle[k];
      sumXx += middle[k] * middle[k];
      sumY += left[k];
      sumXy += middle[k] * left[k];
    }
    double slope = (count * sumXy - sumX * sumY) / (count * sumXx - sumX * sumX);
    double offset = (sumY - slope * sumX) / count;
    double total = 0;
    for (int k = 0; k < count; k++) {
      left[k] -= offset + slope * middle[k];
      total += left[k] * left[k];
    }
    return total;
  }

  /** What the present line explains; the phasors then turn on to the next one. */
  private double explained(int count) {
    double cc = 0;
    double cs = 0;
    double xc = 0;
    double xs = 0;
    for (int k = 0; k < count; k++) {
      double c = phasors[0][k];
      double s = phasors[1][k];
      cc += c * c;
      cs += c * s;
      xc += left[k] * c;
      xs += left[k] * s;
      phasors[0][k] = c * phasors[2][k] - s * phasors[3][k];
      phasors[1][k] = s * phasors[2][k] + c * phasors[3][k];
    }
    double ss = count - cc;
    double determinant = cc * ss - cs * cs;
    return determinant > 1e-9 ? (ss * xc * xc - 2 * cs * xc * xs + cc * xs * xs) / determinant : 0;
  }
}
