package app.downshift.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AxisTest {
  private static final long SEED = 20261121;

  @Test
  void everyAxisHasAtLeastTwoValuesAndNoneOutsideOfIt() {
    var random = new Random(SEED);
    for (int i = 0; i < 10_000; i++) {
      double from = 200 * random.nextGaussian();
      double to = from + Math.exp(6 * random.nextDouble() - 1);
      int most = 2 + random.nextInt(7);
      List<Double> ticks = new Axis(from, to, 100, 0).ticks(most);
      String which = "seed " + SEED + ": " + from + " to " + to + ", " + most + ": " + ticks;
      assertTrue(ticks.size() >= 2 && ticks.size() <= most + 3, which);
      assertTrue(ticks.get(0) >= from - 1e-6 && ticks.get(ticks.size() - 1) <= to + 1e-6, which);
    }
  }

  @Test
  void valuesBeyondItsEndsStandAtThem() {
    var axis = new Axis(40, 80, 100, 20);
    assertEquals(60, axis.at(60), 1e-9);
    assertEquals(20, axis.within(95), 1e-9);
    assertEquals(100, axis.within(-5), 1e-9);
    assertEquals(List.of(40.0, 60.0, 80.0), axis.ticks(4));
  }
}
