package app.downshift.hrv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.hipparchus.complex.Complex;
import org.hipparchus.transform.DftNormalization;
import org.hipparchus.transform.FastFourierTransformer;
import org.hipparchus.transform.TransformType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealTransformTest {
  @ParameterizedTest
  @CsvSource({"16, 16", "64, 63", "256, 256", "256, 17", "1024, 256", "4096, 1200", "4096, 1197"})
  void givesThePowersOfAnotherImplementation(int length, int samples) {
    long seed = 4;
    Random random = new Random(seed);
    double[] values = random.doubles(samples + 5, -50, 50).toArray();
    double[] weights = random.doubles(samples, 0, 1).toArray();
    double[] padded = new double[length];
    for (int i = 0; i < samples; i++) {
      padded[i] = (values[i + 3] - 7) * weights[i];
    }
    Complex[] expected =
        new FastFourierTransformer(DftNormalization.STANDARD)
            .transform(padded, TransformType.FORWARD);

    RealTransform transform = new RealTransform(length);
    RealTransform.Pairs pairs = new RealTransform.Pairs(transform);
    double[] power = new double[length / 2 + 1];
    for (int round = 1; round <= 2; round++) { // what an earlier transform left must not matter
      pairs.load(values, 3, 7, weights);
      transform.addPower(pairs, power);
      for (int k = 0; k <= length / 2; k++) {
        double once = Math.pow(expected[k].norm(), 2);
        assertEquals(round * once, power[k], 1e-12 * samples * 2500, "line " + k + " seed " + seed);
      }
    }
  }

  @Test
  void refusesLengthsItHasNoStepsFor() {
    for (int length : new int[] {0, 1, 4, 8, 32, 100, 512, 2048}) {
      assertThrows(IllegalArgumentException.class, () -> new RealTransform(length));
    }
  }
}
