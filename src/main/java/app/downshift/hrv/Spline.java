package app.downshift.hrv;

import java.util.Arrays;

/**
 * Cubic spline through the intervals at their beats, with the not-a-knot condition at both ends (de
 * Boor 1978), sampled evenly. Linear interpolation would lose a quarter of the fast power. Keeps
 * its working arrays, so it serves one thread.
 */
final class Spline {
  /** Samples per second. */
  static final double RATE_HZ = 4;

  /** More samples to a knot than this, and the input is no heartbeat. */
  private static final double MOST_SAMPLES_PER_KNOT = 64;

  private double[] step = {};
  private double[] chord = {};
  private double[] upper = {};
  private double[] bend = {};
  private double[] samples = {};

  /** The samples of a fresh spline, in an array of their own. */
  static double[] samplesOf(Knots knots) {
    Spline spline = new Spline();
    int count = spline.sample(knots);
    return Arrays.copyOf(spline.samples, count);
  }

  /**
   * Samples the spline at t₁ + k/4 s up to the last beat.
   *
   * @return how many {@link #samples} that are; none when there are fewer than four beats, when
   *     time does not advance from beat to beat, or when beats lie absurdly far apart
   */
  int sample(Knots knots) {
    double[] x = knots.seconds();
    double[] y = knots.rrMillis();
    int n = x.length;
    if (n < 4) {
      return 0;
    }
    makeRoom(n);
    for (int i = 0; i < n - 1; i++) {
      step[i] = x[i + 1] - x[i];
      if (!(step[i] > 0)) {
        return 0;
      }
      chord[i] = (y[i + 1] - y[i]) / step[i];
    }
    double span = (x[n - 1] - x[0]) * RATE_HZ;
    if (!(span < MOST_SAMPLES_PER_KNOT * n)) {
      return 0;
    }
    findBends(n);
    int count = (int) Math.floor(span + 1e-9) + 1;
    if (samples.length < count) {
      samples = new double[count + count / 4];
    }
    int k = 0;
    for (int i = 0; i < n - 1; i++) {
      double slope = chord[i] - step[i] * (2 * bend[i] + bend[i + 1]) / 6;
      double half = bend[i] / 2;
      double third = (bend[i + 1] - bend[i]) / (6 * step[i]);
      double end = i < n - 2 ? x[i + 1] : Double.POSITIVE_INFINITY;
      double u;
      for (double at; k < count && (at = x[0] + k / RATE_HZ) < end; k++) {
        u = at - x[i];
        samples[k] = y[i] + u * (slope + u * (half + u * third));
      }
    }
    return count;
  }

  /** The last samples taken, from the first on; valid until the next are. */
  double[] samples() {
    return samples;
  }

  /** Second derivatives at the knots, by elimination of a tridiagonal system. */
  private void findBends(int n) {
    double inverse = 0;
    for (int i = 1; i < n - 1; i++) {
      double before = step[i - 1];
      double after = step[i];
      double lower = before;
      double diagonal = 2 * (before + after);
      double above = after;
      if (i == 1) { // the third derivative does not jump at the second knot
        diagonal += before * (before + after) / after;
        above -= before * before / after;
      }
      if (i == n - 2) { // nor at the last but one
        diagonal += after * (before + after) / before;
        lower -= after * after / before;
      }
      double right = 6 * (chord[i] - chord[i - 1]);
      if (i > 1) {
        diagonal -= lower * upper[i - 1];
        right -= lower * bend[i - 1];
      }
      inverse = 1 / diagonal;
      upper[i] = above * inverse;
      bend[i] = right * inverse;
    }
    for (int i = n - 3; i >= 1; i--) {
      bend[i] -= upper[i] * bend[i + 1];
    }
    bend[0] = bend[1] + (bend[1] - bend[2]) * step[0] / step[1];
    bend[n - 1] = bend[n - 2] + (bend[n - 2] - bend[n - 3]) * step[n - 2] / step[n - 3];
  }

  private void makeRoom(int knots) {
    if (bend.length < knots) {
      int room = knots + knots / 4;
      step = new double[room];
      chord = new double[room];
      upper = new double[room];
      bend = new double[room];
    }
  }
}
