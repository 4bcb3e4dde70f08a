package app.downshift.hrv;

/**
 * Cubic spline through the intervals at their beats, with the not-a-knot condition at both ends (de
 * Boor 1978), sampled evenly. Linear interpolation would lose a quarter of the fast power.
 */
final class Spline {
  /** Samples per second. */
  static final double RATE_HZ = 4;

  /** More samples to a knot than this, and the input is no heartbeat. */
  private static final double MOST_SAMPLES_PER_KNOT = 64;

  private Spline() {}

  /**
   * The spline at t₁ + k/4 s up to the last beat; empty when there are fewer than four beats, when
   * time does not advance from beat to beat, or when beats lie absurdly far apart.
   */
  static double[] sample(Knots knots) {
    double[] x = knots.seconds();
    double[] y = knots.rrMillis();
    int n = x.length;
    if (n < 4) {
      return new double[0];
    }
    double[] step = new double[n - 1];
    for (int i = 0; i < n - 1; i++) {
      step[i] = x[i + 1] - x[i];
      if (!(step[i] > 0)) {
        return new double[0];
      }
    }
    double span = (x[n - 1] - x[0]) * RATE_HZ;
    if (!(span < MOST_SAMPLES_PER_KNOT * n)) {
      return new double[0];
    }
    double[] bend = bends(step, y);
    double[] samples = new double[(int) Math.floor(span + 1e-9) + 1];
    int i = 0;
    for (int k = 0; k < samples.length; k++) {
      double at = x[0] + k / RATE_HZ;
      while (i < n - 2 && at >= x[i + 1]) {
        i++;
      }
      double h = step[i];
      double u = at - x[i];
      double slope = (y[i + 1] - y[i]) / h - h * (2 * bend[i] + bend[i + 1]) / 6;
      samples[k] = y[i] + u * (slope + u * (bend[i] / 2 + u * (bend[i + 1] - bend[i]) / (6 * h)));
    }
    return samples;
  }

  /** Second derivatives at the knots, by elimination of a tridiagonal system. */
  private static double[] bends(double[] step, double[] y) {
    int n = y.length;
    double[] diagonal = new double[n];
    double[] upper = new double[n];
    double[] bend = new double[n];
    for (int i = 1; i < n - 1; i++) {
      double before = step[i - 1];
      double after = step[i];
      double lower = before;
      diagonal[i] = 2 * (before + after);
      upper[i] = after;
      bend[i] = 6 * ((y[i + 1] - y[i]) / after - (y[i] - y[i - 1]) / before);
      if (i == 1) { // the third derivative does not jump at the second knot
        diagonal[i] += before * (before + after) / after;
        upper[i] -= before * before / after;
      }
      if (i == n - 2) { // nor at the last but one
        diagonal[i] += after * (before + after) / before;
        lower -= after * after / before;
      }
      if (i > 1) {
        double factor = lower / diagonal[i - 1];
        diagonal[i] -= factor * upper[i - 1];
        bend[i] -= factor * bend[i - 1];
      }
    }
    bend[n - 2] /= diagonal[n - 2];
    for (int i = n - 3; i >= 1; i--) {
      bend[i] = (bend[i] - upper[i] * bend[i + 1]) / diagonal[i];
    }
    bend[0] = bend[1] + (bend[1] - bend[2]) * step[0] / step[1];
    bend[n - 1] = bend[n - 2] + (bend[n - 2] - bend[n - 3]) * step[n - 2] / step[n - 3];
    return bend;
  }
}
