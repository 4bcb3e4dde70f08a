package app.downshift.beat;

/**
 * How far intervals lie from what the four before them foretell: one line of least squares fitted
 * to the window itself, which follows every even swing and every pattern that comes again within
 * four beats. Reused from window to window; not a value.
 */
final class Prediction {
  private static final int ORDER = 4;

  /** Beyond these parts of the median an interval may not steer the fit. */
  private static final double SHORTEST = 0.6;

  private static final double LONGEST = 1.5;

  /** Keeps the fit defined where all intervals are alike. */
  private static final double RIDGE = 1e-4;

  private final double[] deviation = new double[RhythmGate.BEATS];
  private final double[][] normal = new double[ORDER][ORDER];
  private final double[] right = new double[ORDER];

  /** How many intervals have four before them to be foretold from. */
  static int possible(boolean[] joined, int size) {
    int count = 0;
    int run = 0;
    for (int i = 1; i < size; i++) {
      run = joined[i] ? run + 1 : 0;
      count += run >= ORDER ? 1 : 0;
    }
    return count;
  }

  /**
   * Whether at least half of them are foretold.
   *
   * @param joined whether interval {@code i} continues the one before
   * @param limit how far off they may be, in parts of the median
   */
  boolean holds(double[] rrMillis, boolean[] joined, int size, double medianMillis, double limit) {
    double mean = 0;
    for (int i = 0; i < size; i++) {
      deviation[i] = Math.max(SHORTEST, Math.min(LONGEST, rrMillis[i] / medianMillis));
      mean += deviation[i] / size;
    }
    for (int i = 0; i < size; i++) {
      deviation[i] -= mean;
    }
    accumulate(joined, size);
    solve();
    int predicted = 0;
    int off = 0;
    int run = 0;
    for (int i = 1; i < size; i++) {
      run = joined[i] ? run + 1 : 0;
      if (run >= ORDER) {
        double foretold = 0;
        for (int k = 0; k < ORDER; k++) {
          foretold += right[k] * deviation[i - 1 - k];
        }
        predicted++;
        off += Math.abs(deviation[i] - foretold) > limit ? 1 : 0;
      }
    }
    return 2 * off <= predicted;
  }

  private void accumulate(boolean[] joined, int size) {
    for (int a = 0; a < ORDER; a++) {
      right[a] = 0;
      for (int b = 0; b <= a; b++) {
        normal[a][b] = a == b ? RIDGE : 0;
      }
    }
    int run = 0;
    for (int i = 1; i < size; i++) {
      run = joined[i] ? run + 1 : 0;
      if (run < ORDER) {
        continue;
      }
      for (int a = 0; a < ORDER; a++) {
        double before = deviation[i - 1 - a];
        right[a] += before * deviation[i];
        for (int b = 0; b <= a; b++) {
          normal[a][b] += before * deviation[i - 1 - b];
        }
      }
    }
  }

  /** Cholesky in place; the ridge keeps every pivot positive. */
  private void solve() {
    for (int a = 0; a < ORDER; a++) {
      for (int b = 0; b <= a; b++) {
        double sum = normal[a][b];
        for (int k = 0; k < b; k++) {
          sum -= normal[a][k] * normal[b][k];
        }
        normal[a][b] = a == b ? Math.sqrt(sum) : sum / normal[b][b];
      }
    }
    for (int a = 0; a < ORDER; a++) {
      for (int k = 0; k < a; k++) {
        right[a] -= normal[a][k] * right[k];
      }
      right[a] /= normal[a][a];
    }
    for (int a = ORDER - 1; a >= 0; a--) {
      for (int k = a + 1; k < ORDER; k++) {
        right[a] -= normal[k][a] * right[k];
      }
      right[a] /= normal[a][a];
    }
  }
}
