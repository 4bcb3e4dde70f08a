package app.downshift.hrv;

import java.util.Arrays;

/**
 * Detrending by smoothness priors (Tarvainen, Ranta-aho and Karjalainen 2002, IEEE TBME 49(2)):
 * takes away the trend (I + λ² D₂ᵀD₂)⁻¹ z. The matrix has five diagonals, so its Cholesky factor
 * and the solution cost linear time. The factor soon repeats from row to row and would repeat its
 * rounding errors with it; fused multiply-adds keep those out.
 */
final class SmoothnessPriors {
  private SmoothnessPriors() {}

  /** The samples less their trend; fewer than three have nothing but trend. */
  static double[] detrend(double[] samples, double lambda) {
    int n = samples.length;
    double weight = lambda * lambda;
    double[] diagonal = new double[n];
    double[] first = new double[n];
    double[] second = new double[n];
    Arrays.fill(diagonal, 1);
    for (int i = 0; i + 2 < n; i++) {
      diagonal[i] += weight;
      diagonal[i + 1] += 4 * weight;
      diagonal[i + 2] += weight;
      first[i] -= 2 * weight;
      first[i + 1] -= 2 * weight;
      second[i] += weight;
    }
    double[] trend = samples.clone();
    for (int i = 0; i < n; i++) {
      diagonal[i] = Math.sqrt(diagonal[i]);
      double inverse = 1 / diagonal[i];
      first[i] *= inverse;
      second[i] *= inverse;
      if (i + 1 < n) {
        diagonal[i + 1] = Math.fma(-first[i], first[i], diagonal[i + 1]);
        first[i + 1] = Math.fma(-first[i], second[i], first[i + 1]);
      }
      if (i + 2 < n) {
        diagonal[i + 2] = Math.fma(-second[i], second[i], diagonal[i + 2]);
      }
      double known = i >= 2 ? second[i - 2] * trend[i - 2] : 0;
      known = i >= 1 ? Math.fma(first[i - 1], trend[i - 1], known) : known;
      trend[i] = (trend[i] - known) / diagonal[i];
    }
    double[] left = new double[n];
    for (int i = n - 1; i >= 0; i--) {
      if (i + 2 < n) {
        trend[i] = Math.fma(-second[i], trend[i + 2], trend[i]);
      }
      if (i + 1 < n) {
        trend[i] = Math.fma(-first[i], trend[i + 1], trend[i]);
      }
      trend[i] /= diagonal[i];
      left[i] = samples[i] - trend[i];
    }
    return left;
  }
}
