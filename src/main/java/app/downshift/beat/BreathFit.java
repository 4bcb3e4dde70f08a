package app.downshift.beat;

/**
 * Heart rate as mean, slope, one or two harmonics of the breath and, where it jumped, a step;
 * fitted by reweighted least squares to the intervals in ms. The first rounds minimise absolute
 * residuals, because least squares as a start lets several early beats bend the curve towards
 * themselves; the last ones use Tukey's bisquare (Beaton and Tukey 1974; tuning constant 4.685).
 * Working memory is kept from call to call.
 */
final class BreathFit {
  private static final int MOST_TERMS = 7;
  private static final int ABSOLUTE_ROUNDS = 4;
  private static final int BISQUARE_ROUNDS = 3;
  private static final double BISQUARE = 4.685;

  /** Residuals below this part of the deviation weigh alike in the first rounds. */
  private static final double FLAT = 0.3;

  /** Ridge that keeps a fit defined whose beats cannot tell two terms apart. */
  private static final double RIDGE = 1e-9;

  private static final double LOWEST_RATE = 15;

  private final double[][] design;
  private final double[] weight;
  private final double[] scratch;
  private final double[] residual;
  private final double[][] normal = new double[MOST_TERMS][MOST_TERMS];
  private final double[] side = new double[MOST_TERMS];
  private final double[] coefficient = new double[MOST_TERMS];
  private int terms;

  BreathFit(int mostBeats) {
    design = new double[mostBeats][MOST_TERMS];
    weight = new double[mostBeats];
    scratch = new double[mostBeats];
    residual = new double[mostBeats];
  }

  /**
   * Fits a window.
   *
   * @param middle middles of the intervals in s
   * @param cycles phase of the breath at these middles
   * @param twoHarmonics whether the second harmonic can be told from the first
   * @param step first beat of a new level of heart rate, or −1
   * @return what is left of each interval, in ms; overwritten by the next fit
   */
  double[] residuals(
      double[] middle, double[] cycles, double[] rr, int count, boolean twoHarmonics, int step) {
    lay(middle, cycles, count, twoHarmonics, step);
    java.util.Arrays.fill(weight, 0, count, 1);
    int rounds = ABSOLUTE_ROUNDS + BISQUARE_ROUNDS;
    for (int round = 0; ; round++) {
      solve(rr, count);
      double freedom = count / (double) Math.max(1, count - terms);
      for (int k = 0; k < count; k++) {
        residual[k] = rr[k] - 60_000 / rate(k);
      }
      if (round == rounds) {
        return residual;
      }
      double deviation = Math.max(1e-6, freedom * Robust.deviation(residual, scratch, count));
      for (int k = 0; k < count; k++) {
        // An error of the rate is worth more ms where the intervals are long.
        double fitted = 60_000 / rate(k);
        double gain = fitted * fitted / 60_000;
        weight[k] = gain * gain * trust(Math.abs(residual[k]) / deviation, round);
      }
    }
  }

  private static double trust(double size, int round) {
    if (round < ABSOLUTE_ROUNDS) {
      return 1 / Math.max(FLAT, size);
    }
    double left = 1 - size * size / (BISQUARE * BISQUARE);
    return left > 0 ? left * left : 0;
  }

  private void lay(double[] middle, double[] cycles, int count, boolean twoHarmonics, int step) {
    for (int k = 0; k < count; k++) {
      double angle = 2 * Math.PI * (cycles[k] - Math.floor(cycles[k]));
      double c = Math.cos(angle);
      double s = Math.sin(angle);
      double[] row = design[k];
      row[0] = 1;
      row[1] = middle[k] / 10;
      row[2] = c;
      row[3] = s;
      terms = 4;
      if (twoHarmonics) {
        row[terms++] = 2 * c * c - 1;
        row[terms++] = 2 * s * c;
      }
      if (step >= 0) {
        row[terms++] = k >= step ? 1 : 0;
      }
    }
  }

  private double rate(int k) {
    double sum = 0;
    for (int i = 0; i < terms; i++) {
      sum += coefficient[i] * design[k][i];
    }
    return Math.max(LOWEST_RATE, sum);
  }

  /** Weighted normal equations, by Cholesky. */
  private void solve(double[] rr, int count) {
    for (int i = 0; i < terms; i++) {
      side[i] = 0;
      java.util.Arrays.fill(normal[i], 0, i + 1, 0);
    }
    for (int k = 0; k < count; k++) {
      double rate = 60_000 / rr[k];
      for (int i = 0; i < terms && weight[k] > 0; i++) {
        double part = weight[k] * design[k][i];
        side[i] += part * rate;
        for (int j = 0; j <= i; j++) {
          normal[i][j] += part * design[k][j];
        }
      }
    }
    double ridge = RIDGE * normal[0][0] + Double.MIN_NORMAL;
    for (int i = 0; i < terms; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = normal[i][j] + (i == j ? ridge : 0);
        for (int m = 0; m < j; m++) {
          sum -= normal[i][m] * normal[j][m];
        }
        normal[i][j] = i == j ? Math.sqrt(Math.max(sum, ridge)) : sum / normal[j][j];
      }
    }
    for (int i = 0; i < terms; i++) {
      double sum = side[i];
      for (int m = 0; m < i; m++) {
        sum -= normal[i][m] * coefficient[m];
      }
      coefficient[i] = sum / normal[i][i];
    }
    for (int i = terms - 1; i >= 0; i--) {
      double sum = coefficient[i];
      for (int m = i + 1; m < terms; m++) {
        sum -= normal[m][i] * coefficient[m];
      }
      coefficient[i] = sum / normal[i][i];
    }
  }
}
