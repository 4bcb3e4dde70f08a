package app.downshift.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ScaleTest {
  @Test
  void endsAndTicksAreRound() {
    assertEquals(new Scale(55, 80, 5), Scale.around(57.2, 76.1, 15, 6));
    assertEquals(new Scale(0, 20, 5), Scale.fromNought(16.2, 10, 4));
    assertEquals(new Scale(0, 80, 20), Scale.fromNought(68, 60, 4));
  }

  @Test
  void aQuietHeartDoesNotLookWild() {
    Scale scale = Scale.around(70.1, 70.9, 15, 6);
    assertTrue(scale.high() - scale.low() >= 15, scale::toString);
  }

  @Test
  void everyRangeHoldsItsValuesWithFewSteps() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      double least = 30 + random.nextDouble() * 150;
      double most = least + random.nextDouble() * 120;
      int intervals = 2 + random.nextInt(5);
      Scale scale = Scale.around(least, most, 15, intervals);
      assertTrue(
          scale.low() <= least && scale.high() >= most && scale.ticks() <= intervals + 1,
          () -> "seed " + seed + ": " + scale);
    }
  }

  @Test
  void placesValuesFromLowToHigh() {
    Scale scale = new Scale(55, 80, 5);
    assertEquals(6, scale.ticks());
    assertEquals(80, scale.tick(5));
    assertEquals(0, scale.at(55));
    assertEquals(0.4, scale.at(65), 1e-12);
  }
}
