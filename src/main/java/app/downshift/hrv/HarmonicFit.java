package app.downshift.hrv;

/**
 * Recursive weighted least squares of heart rate and interval on offset, slope and two harmonics of
 * a phase, old beats fading exponentially. Only the six-by-six normal equations are kept. The
 * origin of time moves with the newest beat, so the numbers stay small however long it runs.
 *
 * <p>A beat-to-beat heart rate is the mean of the momentary rate over its interval. It is therefore
 * stamped at the middle of the interval, and its harmonics enter weakened by sinc(f·RR), which is
 * exact for an integral-pulse heart; amplitudes come out as those of the momentary rate.
 */
final class HarmonicFit {
  private static final int TERMS = 6;
  private static final double SINGULAR = 1e-9;

  private final double[][] normal = new double[TERMS][TERMS];
  private final double[] rateSide = new double[TERMS];
  private final double[] intervalSide = new double[TERMS];
  private final double[] row = new double[TERMS];
  private double middleSeconds = Double.NaN;
  private double seenMillis;

  /** First-harmonic coefficients: cosine and sine, of rate (per minute) and interval (ms). */
  record Harmonic(double rateCosine, double rateSine, double intervalCosine, double intervalSine) {}

  /**
   * Adds a beat.
   *
   * @param middleMillis middle of its interval
   * @param phaseCycles the phase then
   * @param cyclesPerMilli how fast the phase runs
   * @param memoryMillis time constant of forgetting
   */
  void add(
      double middleMillis,
      double rrMillis,
      double phaseCycles,
      double cyclesPerMilli,
      double memoryMillis) {
    double seconds = middleMillis / 1000;
    if (!Double.isNaN(middleSeconds)) {
      double step = seconds - middleSeconds;
      fade(Math.exp(-Math.max(0, step) * 1000 / memoryMillis));
      shift(step);
    }
    middleSeconds = seconds;
    double angle = 2 * Math.PI * (phaseCycles - Math.floor(phaseCycles));
    double first = sinc(cyclesPerMilli * rrMillis);
    double second = sinc(2 * cyclesPerMilli * rrMillis);
    row[0] = 1;
    row[1] = 0;
    row[2] = first * Math.cos(angle);
    row[3] = first * Math.sin(angle);
    row[4] = second * Math.cos(2 * angle);
    row[5] = second * Math.sin(2 * angle);
    double rate = 60_000 / rrMillis;
    for (int i = 0; i < TERMS; i++) {
      for (int j = 0; j < TERMS; j++) {
        normal[i][j] += row[i] * row[j];
      }
      rateSide[i] += row[i] * rate;
      intervalSide[i] += row[i] * rrMillis;
    }
    seenMillis += rrMillis;
  }

  /** The faded sum of all intervals: how much clean time the fit still remembers. */
  double seenMillis() {
    return seenMillis;
  }

  /** Mean interval of what is remembered, NaN before any beat. */
  double meanRrMillis() {
    return intervalSide[0] / normal[0][0];
  }

  /**
   * The first harmonic, fitted together with the second where asked; all NaN when the beats cannot
   * tell.
   */
  Harmonic first(boolean withSecond) {
    int terms = withSecond ? TERMS : TERMS - 2;
    double[][] factor = factor(terms);
    if (factor.length == 0) {
      return new Harmonic(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
    double[] rate = solve(factor, rateSide);
    double[] interval = solve(factor, intervalSide);
    return new Harmonic(rate[2], rate[3], interval[2], interval[3]);
  }

  /**
   * All that is fitted to heart rate and to interval, one row each: offset at the newest beat,
   * slope per second, then cosine and sine of each harmonic; no rows when the beats cannot tell.
   */
  double[][] whole(boolean withSecond) {
    double[][] factor = factor(withSecond ? TERMS : TERMS - 2);
    return factor.length == 0
        ? factor
        : new double[][] {solve(factor, rateSide), solve(factor, intervalSide)};
  }

  /** Cholesky's factor of the normal equations; empty where they are singular. */
  private double[][] factor(int terms) {
    double[][] factor = new double[terms][terms];
    for (int i = 0; i < terms; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = normal[i][j];
        for (int k = 0; k < j; k++) {
          sum -= factor[i][k] * factor[j][k];
        }
        if (i == j) {
          if (!(sum > SINGULAR * normal[i][i])) {
            return new double[0][];
          }
          factor[i][i] = Math.sqrt(sum);
        } else {
          factor[i][j] = sum / factor[j][j];
        }
      }
    }
    return factor;
  }

  private void fade(double weight) {
    for (int i = 0; i < TERMS; i++) {
      for (int j = 0; j < TERMS; j++) {
        normal[i][j] *= weight;
      }
      rateSide[i] *= weight;
      intervalSide[i] *= weight;
    }
    seenMillis *= weight;
  }

  private void shift(double seconds) {
    for (int j = 0; j < TERMS; j++) {
      normal[1][j] -= seconds * normal[0][j];
    }
    for (int i = 0; i < TERMS; i++) {
      normal[i][1] -= seconds * normal[i][0];
    }
    rateSide[1] -= seconds * rateSide[0];
    intervalSide[1] -= seconds * intervalSide[0];
  }

  private static double[] solve(double[][] factor, double[] side) {
    int terms = factor.length;
    double[] x = new double[terms];
    for (int i = 0; i < terms; i++) {
      double sum = side[i];
      for (int k = 0; k < i; k++) {
        sum -= factor[i][k] * x[k];
      }
      x[i] = sum / factor[i][i];
    }
    for (int i = terms - 1; i >= 0; i--) {
      double sum = x[i];
      for (int k = i + 1; k < terms; k++) {
        sum -= factor[k][i] * x[k];
      }
      x[i] = sum / factor[i][i];
    }
    return x;
  }

  static double sinc(double cycles) {
    double angle = Math.PI * cycles;
    return angle < 1e-9 ? 1 : Math.sin(angle) / angle;
  }
}
