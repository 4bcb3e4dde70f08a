package app.downshift.beat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.ReferenceData;
import app.downshift.beat.LipponenTarvainen.Windows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveMarksTest {
  @ParameterizedTest
  @ValueSource(strings = {"syn_art_mixed", "syn_art_dense", "syn_art_extra", "syn_randomwalk"})
  void decidesAsTheWholeRecordingDoes(String name) {
    double[] rr = ReferenceData.intervals(name);
    equalsBatch(rr, new boolean[rr.length], unpaced(rr.length), 0, name);
    equalsBatch(rr, new boolean[rr.length], unpaced(rr.length), 50, name);
  }

  @Test
  void decidesAsTheWholeRecordingDoesForHours() {
    double[] first = Arrays.copyOf(ReferenceData.intervals("nsr001_24h"), 30_000);
    equalsBatch(first, new boolean[first.length], unpaced(first.length), 0, "nsr001_24h");
    double[] second = Arrays.copyOf(ReferenceData.intervals("nsr004_24h"), 30_000);
    equalsBatch(second, new boolean[second.length], unpaced(second.length), 50, "nsr004_24h");
  }

  @Test
  void decidesAsTheWholeRecordingDoesThroughGapsAndNonsense() {
    double[] odd = {0, -5, Double.NaN, 1e12, 3001, 3000, 299, 1600, 400};
    for (int seed = 0; seed < 400; seed++) {
      Random random = new Random(seed);
      double[] rr = new double[random.nextInt(400)];
      boolean[] gap = new boolean[rr.length];
      double[] breaths = unpaced(rr.length);
      double at = 0;
      double oddShare = random.nextDouble() * 0.2;
      for (int i = 0; i < rr.length; i++) {
        rr[i] = 800 + 60 * Math.sin(i / 3.0) + 10 * random.nextGaussian();
        if (random.nextDouble() < oddShare) {
          rr[i] = odd[random.nextInt(odd.length)];
        }
        gap[i] = random.nextDouble() < 0.01;
        at += rr[i] > 0 && rr[i] < 3000 ? rr[i] : 0;
        boolean paced = seed % 3 == 0 || (seed % 3 == 1 && i % 150 > 60);
        breaths[i] = paced ? at / 10_000 : Double.NaN;
      }
      equalsBatch(rr, gap, breaths, 50, "seed " + seed);
    }
  }

  @Test
  void aBeatIsDecidedWhenTheSecondAfterItHasCome() {
    LiveMarks live = new LiveMarks();
    for (int i = 0; i < 100; i++) {
      List<LiveMarks.Decision> decided = live.accept(800, false);
      assertEquals(i < 2 ? List.of() : List.of(new LiveMarks.Decision(i - 2, Marks.NONE)), decided);
      assertEquals(Math.min(i + 1, 2), live.pending());
    }
    assertEquals(2, live.flush().size());
    assertEquals(List.of(), live.flush());
  }

  @Test
  void aGapDecidesWhatWaitsBeforeIt() {
    LiveMarks live = new LiveMarks();
    for (int i = 0; i < 10; i++) {
      live.accept(800, false);
    }
    assertEquals(
        List.of(new LiveMarks.Decision(8, Marks.NONE), new LiveMarks.Decision(9, Marks.NONE)),
        live.accept(1200, true));
  }

  private static double[] unpaced(int beats) {
    double[] breaths = new double[beats];
    Arrays.fill(breaths, Double.NaN);
    return breaths;
  }

  private static void equalsBatch(
      double[] rr, boolean[] gap, double[] breaths, double floor, String name) {
    double[] times = new double[rr.length];
    Marks[] batch =
        BeatTests.marks(RrSeries.of(times, rr, gap).paced(breaths), Windows.LIVE, floor);
    LiveMarks live = new LiveMarks(floor);
    List<LiveMarks.Decision> decisions = new ArrayList<>();
    for (int i = 0; i < rr.length; i++) {
      decisions.addAll(live.accept(rr[i], gap[i], breaths[i]));
      assertTrue(live.pending() <= 2, name);
      assertEquals(i + 1, decisions.size() + live.pending(), name);
    }
    decisions.addAll(live.flush());
    assertEquals(rr.length, decisions.size(), name);
    for (int i = 0; i < rr.length; i++) {
      assertEquals(new LiveMarks.Decision(i, batch[i]), decisions.get(i), name);
    }
  }
}
