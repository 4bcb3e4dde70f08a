package app.downshift.hrv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.ReferenceData;
import app.downshift.beat.BeatTests;
import app.downshift.beat.Mark;
import app.downshift.beat.Marks;
import app.downshift.beat.RrSeries;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RunningWindowTest {
  @Test
  void equalsTheReferenceOfSlidingWindows() {
    String loaded = "";
    RunningWindow window = new RunningWindow(60_000);
    RrSeries series = RrSeries.ofIntervals();
    int at = 0;
    for (String line : ReferenceData.resource("sliding60.csv")) {
      String[] cells = line.split(",", -1);
      if (!cells[0].startsWith("syn_")) {
        continue;
      }
      if (!cells[0].equals(loaded)) {
        loaded = cells[0];
        window = new RunningWindow(60_000);
        series = RrSeries.ofIntervals(ReferenceData.intervals(loaded));
        at = 0;
      }
      for (; at <= Integer.parseInt(cells[1]); at++) {
        window.accept(series.timeMillis(at), series.rrMillis(at), Marks.NONE, false);
      }
      assertEquals(Integer.parseInt(cells[3]), window.beats(), line);
      same(cells[4], window.meanRrMillis(), line);
      same(cells[5], window.sdnnMillis(), line);
      same(cells[6], window.rmssdMillis(), line);
    }
  }

  @Test
  void equalsTheBatchOnEveryWindowThroughMarksAndGaps() {
    for (int seed = 0; seed < 20; seed++) {
      RrSeries series = rough(seed, 1500);
      double length = seed % 2 == 0 ? 60_000 : 30_000;
      RunningWindow window = new RunningWindow(length);
      for (int i = 0; i < series.size(); i++) {
        window.accept(
            series.timeMillis(i), series.rrMillis(i), series.marks(i), series.gapBefore(i));
        if (i % 7 == 0) {
          equalsBatch(
              series.window(series.timeMillis(i) - length, series.timeMillis(i)),
              window,
              "seed " + seed);
        }
      }
    }
  }

  @Test
  void isAsExactAfterADayAsAtItsStart() {
    RrSeries series = BeatTests.mark(RrSeries.ofIntervals(ReferenceData.intervals("nsr001_24h")));
    RunningWindow window = new RunningWindow(60_000);
    for (int i = 0; i < series.size(); i++) {
      window.accept(series.timeMillis(i), series.rrMillis(i), series.marks(i), !series.follows(i));
      if (i % 997 == 0) {
        equalsBatch(
            series.window(series.timeMillis(i) - 60_000, series.timeMillis(i)),
            window,
            "beat " + i);
      }
    }
  }

  @Test
  void beatsGrowOldInSilence() {
    RunningWindow window = new RunningWindow(30_000);
    for (int i = 1; i <= 40; i++) {
      window.accept(i * 1000, 1000, Marks.NONE, false);
    }
    assertEquals(30_000, window.cleanMillis(), 1e-9);
    window.advance(60_000);
    assertEquals(10_000, window.cleanMillis(), 1e-9);
    window.advance(90_000);
    assertEquals(0, window.cleanMillis());
    assertTrue(Double.isNaN(window.heartRatePerMinute()));
    assertTrue(Double.isNaN(window.rmssdMillis()));
    assertTrue(Double.isNaN(window.lnRmssd()));
  }

  @Test
  void aMarkedBeatLeavesTwoDifferencesOut() {
    RunningWindow window = new RunningWindow(60_000);
    window.accept(800, 800, Marks.NONE, false);
    window.accept(1200, 400, Marks.of(Mark.ECTOPIC), false);
    window.accept(2000, 800, Marks.NONE, false);
    assertEquals(2, window.beats());
    assertTrue(Double.isNaN(window.rmssdMillis()));
    window.accept(2850, 850, Marks.NONE, false);
    assertEquals(50, window.rmssdMillis(), 1e-12);
    window.accept(9850, 900, Marks.NONE, true);
    assertEquals(50, window.rmssdMillis(), 1e-12);
  }

  @Test
  void survivesWhateverASensorMaySay() {
    double[] odd = {0, -1, Double.NaN, 1e12, 1e-9, 800, Double.NEGATIVE_INFINITY, 1e300};
    Random random = new Random(5);
    RunningWindow window = new RunningWindow(60_000);
    for (int i = 0; i < 20_000; i++) {
      double rr = odd[random.nextInt(odd.length)];
      window.accept(odd[random.nextInt(odd.length)], rr, Marks.ofRange(rr), random.nextBoolean());
      assertTrue(Double.isNaN(window.rmssdMillis()) || window.rmssdMillis() >= 0);
    }
  }

  private static RrSeries rough(int seed, int beats) {
    Random random = new Random(seed);
    double[] rr = new double[beats];
    double[] time = new double[beats];
    boolean[] gap = new boolean[beats];
    double now = 0;
    for (int i = 0; i < beats; i++) {
      rr[i] = 800 + 50 * random.nextGaussian() + (random.nextInt(40) == 0 ? 700 : 0);
      gap[i] = random.nextInt(50) == 0;
      now += rr[i] + (gap[i] ? random.nextInt(70_000) : 0);
      time[i] = now;
    }
    return BeatTests.mark(RrSeries.of(time, rr, gap));
  }

  private static void equalsBatch(RrSeries inside, RunningWindow window, String where) {
    TimeDomain batch = TimeDomain.of(inside);
    assertEquals(batch.beats(), window.beats(), where);
    same(batch.meanRrMillis(), window.meanRrMillis(), where);
    same(batch.heartRatePerMinute(), window.heartRatePerMinute(), where);
    same(batch.sdnnMillis(), window.sdnnMillis(), where);
    same(batch.rmssdMillis(), window.rmssdMillis(), where);
    same(batch.lnRmssd(), window.lnRmssd(), where);
  }

  private static void same(String expected, double actual, String where) {
    same(expected.isEmpty() ? Double.NaN : Double.parseDouble(expected), actual, where);
  }

  private static void same(double expected, double actual, String where) {
    assertEquals(
        expected, actual, Double.isNaN(expected) ? 0 : 1e-9 * Math.abs(expected) + 1e-9, where);
  }
}
