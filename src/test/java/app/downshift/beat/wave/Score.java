package app.downshift.beat.wave;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * Found beats against true ones, as EC57 and the reference do it: each true beat takes the nearest
 * found one within 150 ms that no other has taken. Jitter is the standard deviation of found minus
 * true over all pairs, the odd ones included.
 */
record Score(int truth, int found, int matched, double[] offsetsMillis) {
  static final double WINDOW_SECONDS = 0.15;

  /** Instants in seconds, ascending. */
  static Score of(double[] truth, double[] found) {
    boolean[] taken = new boolean[found.length];
    double[] offsets = new double[truth.length];
    int matched = 0;
    for (double beat : truth) {
      int best = -1;
      for (int i = lowerBound(found, beat - WINDOW_SECONDS);
          i < found.length && found[i] <= beat + WINDOW_SECONDS;
          i++) {
        boolean nearer = best < 0 || Math.abs(found[i] - beat) < Math.abs(found[best] - beat);
        if (!taken[i] && nearer) {
          best = i;
        }
      }
      if (best >= 0) {
        taken[best] = true;
        offsets[matched++] = (found[best] - beat) * 1000;
      }
    }
    return new Score(truth.length, found.length, matched, Arrays.copyOf(offsets, matched));
  }

  private static int lowerBound(double[] sorted, double value) {
    int at = Arrays.binarySearch(sorted, value);
    return at < 0 ? -at - 1 : at;
  }

  int missed() {
    return truth - matched;
  }

  int extra() {
    return found - matched;
  }

  double sensitivity() {
    return matched / (double) truth;
  }

  double positivePredictivity() {
    return matched / (double) found;
  }

  double offsetMillis() {
    double[] sorted = DoubleStream.of(offsetsMillis).sorted().toArray();
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
  }

  double jitterMillis() {
    double mean = DoubleStream.of(offsetsMillis).average().orElse(Double.NaN);
    return Math.sqrt(
        DoubleStream.of(offsetsMillis).map(x -> (x - mean) * (x - mean)).average().orElse(0));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%5d beats, %d missed, %d extra, sensitivity %.2f %%, PPV %.2f %%, jitter %.2f ms",
        truth,
        missed(),
        extra(),
        100 * sensitivity(),
        100 * positivePredictivity(),
        jitterMillis());
  }
}
