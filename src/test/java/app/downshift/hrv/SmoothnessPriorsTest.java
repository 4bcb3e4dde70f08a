package app.downshift.hrv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmoothnessPriorsTest {
  private static final double LAMBDA = 500;

  /** Put into the equations it has to solve, the trend must give the samples back. */
  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5, 6, 7, 50, 1200, 2047, 2048, 2049, 2050, 2051, 6000})
  void theTrendSolvesItsEquations(int count) {
    long seed = 7;
    double[] samples = new Random(seed).doubles(count, 600, 1100).toArray();
    double[] left = samples.clone();
    new SmoothnessPriors(LAMBDA).detrend(left, count, new double[count]);
    double[] trend = new double[count];
    Arrays.setAll(trend, i -> samples[i] - left[i]);
    double[] again = trend.clone();
    for (int i = 0; i + 2 < count; i++) {
      double bend = LAMBDA * LAMBDA * (trend[i] - 2 * trend[i + 1] + trend[i + 2]);
      again[i] += bend;
      again[i + 1] -= 2 * bend;
      again[i + 2] += bend;
    }
    // Second differences of a smooth trend are rounding times λ².
    assertEquals(0, worst(samples, again), 1e-6, count + " samples, seed " + seed);
  }

  @Test
  void aLineIsAllTrend() {
    double[] line = new double[1200];
    Arrays.setAll(line, i -> 800 + 0.125 * i);
    new SmoothnessPriors(LAMBDA).detrend(line, line.length, new double[line.length]);
    assertEquals(0, worst(line, new double[line.length]), 1e-6);
  }

  @Test
  void ofTwoSamplesNothingRemains() {
    double[] samples = {800, 900, 77};
    new SmoothnessPriors(LAMBDA).detrend(samples, 2, new double[2]);
    assertEquals(0, samples[0]);
    assertEquals(0, samples[1]);
    assertEquals(77, samples[2]);
  }

  private static double worst(double[] a, double[] b) {
    double worst = 0;
    for (int i = 0; i < a.length; i++) {
      worst = Math.max(worst, Math.abs(a[i] - b[i]));
    }
    return worst;
  }
}
