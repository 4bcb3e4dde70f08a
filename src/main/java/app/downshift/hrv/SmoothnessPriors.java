package app.downshift.hrv;

import java.util.Arrays;

/**
 * Detrending by smoothness priors (Tarvainen, Ranta-aho and Karjalainen 2002, IEEE TBME 49(2)):
 * takes away the trend (I + λ² D₂ᵀD₂)⁻¹ z. The matrix has five diagonals and, but for its corners,
 * the same numbers in every row, so the rows of its factor L D Lᵀ run into a limit: they are
 * computed once, up to there, and serve series of every length in linear time. Immutable.
 */
final class SmoothnessPriors {
  /** After so many rows the factor of λ = 500 has long reached its limit. */
  private static final int ROWS = 2048;

  private final double weight;
  private final double[] pivot = new double[ROWS];
  private final double[] inverse = new double[ROWS];
  private final double[] first = new double[ROWS];
  private final double[] second = new double[ROWS];

  /**
   * The factor for one λ, at most 500. It is computed as Cholesky's, with fused multiply-adds, so
   * that it is rounded as that of LAPACK is: of a series that is all trend, the rounding of the
   * factor is most of what remains.
   */
  SmoothnessPriors(double lambda) {
    weight = lambda * lambda;
    double before = 0; // of the rows above: one beside the diagonal, and two
    double beforeSecond = 0;
    double twoBeforeSecond = 0;
    for (int i = 0; i < ROWS; i++) {
      double diagonal = 1 + (i == 0 ? 1 : i == 1 ? 5 : 6) * weight;
      double squared = Math.fma(-twoBeforeSecond, twoBeforeSecond, diagonal);
      double root = Math.sqrt(Math.fma(-before, before, squared));
      double below = Math.fma(-before, beforeSecond, (i == 0 ? -2 : -4) * weight) * (1 / root);
      twoBeforeSecond = beforeSecond;
      before = below;
      beforeSecond = weight * (1 / root);
      pivot[i] = root * root;
      inverse[i] = 1 / pivot[i];
      first[i] = before / root;
      second[i] = beforeSecond / root;
    }
  }

  /**
   * Takes the trend out of the first {@code count} samples, in place; fewer than three have nothing
   * but trend.
   *
   * @param trend room for as many numbers
   */
  void detrend(double[] samples, int count, double[] trend) {
    if (count < 3) {
      Arrays.fill(samples, 0, count, 0);
      return;
    }
    double before = 0;
    double twoBefore = 0;
    for (int i = 0; i < count - 1; i++) {
      double known = i > 1 ? Math.fma(-second[row(i - 2)], twoBefore, samples[i]) : samples[i];
      double now = i > 0 ? Math.fma(-first[row(i - 1)], before, known) : known;
      trend[i] = now;
      twoBefore = before;
      before = now;
    }
    // The last two rows are those of the other corner.
    int corner = count - 2;
    int above = row(corner - 1);
    double across = second[above];
    double cornerPivot =
        1 + (corner == 1 ? 4 : 5) * weight - first[above] * first[above] * pivot[above];
    if (corner > 1) {
      int twoAbove = row(corner - 2);
      cornerPivot -= second[twoAbove] * weight;
    }
    double cornerBeside = -2 * weight - first[above] * weight;
    double cornerFirst = cornerBeside / cornerPivot;
    double lastPivot = 1 + weight - across * weight - cornerFirst * cornerBeside;
    double last = Math.fma(-cornerFirst, before, Math.fma(-across, twoBefore, samples[count - 1]));
    double twoAfter = last / lastPivot;
    double after = Math.fma(-cornerFirst, twoAfter, before / cornerPivot);
    samples[count - 1] -= twoAfter;
    samples[corner] -= after;
    for (int i = corner - 1; i >= 0; i--) {
      int row = row(i);
      double known = Math.fma(-second[row], twoAfter, trend[i] * inverse[row]);
      double now = Math.fma(-first[row], after, known);
      samples[i] -= now;
      twoAfter = after;
      after = now;
    }
  }

  private static int row(int i) {
    return Math.min(i, ROWS - 1);
  }
}
