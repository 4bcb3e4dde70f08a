package app.downshift.beat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SortedWindowTest {
  @Test
  void knowsTheQuartilesOfItsWindowAtEveryStep() {
    for (int seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      int capacity = 1 + random.nextInt(20);
      double[] stream = random.doubles(200).map(x -> Math.rint(x * 12) - 3).toArray();
      SortedWindow window = new SortedWindow(capacity);
      for (int i = 0; i < stream.length + capacity - 1; i++) {
        if (i < stream.length) {
          window.add(stream[i]);
        } else {
          window.advance();
        }
        int from = Math.max(0, i - capacity + 1);
        double[] inside = Arrays.copyOfRange(stream, from, Math.min(i + 1, stream.length));
        Arrays.sort(inside);
        String where = "seed " + seed + " step " + i;
        assertEquals(quantile(inside, 0.5), window.median(), 1e-12, where);
        double spread = (quantile(inside, 0.75) - quantile(inside, 0.25)) / 2;
        assertEquals(spread, window.quartileDeviation(), 1e-12, where);
      }
    }
  }

  @Test
  void forgetsEverythingWhenCleared() {
    SortedWindow window = new SortedWindow(3);
    window.add(9);
    window.add(8);
    window.clear();
    window.add(-0.0);
    assertEquals(0, window.median());
  }

  private static double quantile(double[] sorted, double p) {
    double place = p * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = (int) Math.ceil(place);
    return sorted[below] * (1 - (place - below)) + sorted[above] * (place - below);
  }
}
