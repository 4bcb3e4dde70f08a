package app.downshift.hrv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateMatchesTest {
  /** Grids make ties, also of differences that equal the tolerance exactly. */
  @ParameterizedTest
  @CsvSource({
    "0, 0.3, 5",
    "1, 0.3, 5",
    "2, 9, 5",
    "3, 9, 5",
    "100, 0.3, 5",
    "128, 1, 9",
    "129, 7.8125, 30",
    "257, 0, 20",
    "1000, 7.8125, 31.25",
    "3000, 0, 12",
    "5000, 1, 8",
    "5000, 1, 1e9",
    "2000, 1, 0"
  })
  void areThoseFoundByLookingAtEveryPair(int points, double grid, double tolerance) {
    long seed = 31;
    Random random = new Random(seed);
    double[][] p = new double[3][points];
    double wander = 0;
    for (int i = 0; i < points; i++) {
      wander = 0.95 * wander + 10 * random.nextGaussian();
      for (double[] coordinate : p) {
        double value = 800 + wander + 15 * random.nextGaussian();
        coordinate[i] = grid > 0 ? grid * Math.rint(value / grid) : value;
      }
    }
    Arrays.sort(p[0]);
    TemplateMatches.Count expected = TemplateMatches.byPairs(p[0], p[1], p[2], tolerance);
    assertEquals(expected, TemplateMatches.byDivision(p[0], p[1], p[2], tolerance), "seed " + seed);
    assertEquals(expected, TemplateMatches.count(p[0], p[1], p[2], tolerance), "seed " + seed);
  }

  @Test
  void ofEveryPairAreCountedOnce() {
    double[] three = {1, 1.5, 2.5};
    double[] near = {7, 7, 7};
    assertEquals(new TemplateMatches.Count(1, 1), TemplateMatches.byPairs(three, near, near, 1.0));
    assertEquals(
        new TemplateMatches.Count(3, 1),
        TemplateMatches.byPairs(three, near, new double[] {1, 1, 3}, 2.0));
  }

  @Test
  void thereAreNoneWithoutATolerance() {
    double[] same = new double[300];
    TemplateMatches.Count none = new TemplateMatches.Count(0, 0);
    assertEquals(none, TemplateMatches.byPairs(same, same, same, Double.NaN));
    assertEquals(none, TemplateMatches.byDivision(same, same, same, Double.NaN));
  }
}
