package app.downshift.hrv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.ReferenceData;
import app.downshift.beat.BeatTests;
import app.downshift.beat.Mark;
import app.downshift.beat.Marks;
import app.downshift.beat.RrSeries;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class FiguresTest {
  @Test
  void doNotDependOnWhenTheRecordingBegan() {
    double[] rr = ReferenceData.intervals("syn_two_tone");
    double[] times = times(rr);
    Figures early = Figures.of(RrSeries.of(times, rr, new boolean[rr.length]));
    Arrays.setAll(times, i -> times[i] + 86_400_000);
    Figures late = Figures.of(RrSeries.of(times, rr, new boolean[rr.length]));
    assertClose(numbers(early), numbers(late), 1, 1e-6);
  }

  @Test
  void scaleWithTheSwingOfTheHeart() {
    double[] rr = ReferenceData.intervals("syn_ipfm_base");
    double[] times = times(rr);
    double mean = Arrays.stream(rr).average().orElseThrow();
    double[] doubled = Arrays.stream(rr).map(x -> mean + 2 * (x - mean)).toArray();
    Figures once = Figures.of(RrSeries.of(times, rr, new boolean[rr.length]));
    Figures twice = Figures.of(RrSeries.of(times, doubled, new boolean[rr.length]));
    assertEquals(2 * once.time().sdnnMillis(), twice.time().sdnnMillis(), 1e-9);
    assertEquals(2 * once.time().rmssdMillis(), twice.time().rmssdMillis(), 1e-9);
    assertEquals(2 * once.time().sd2Millis(), twice.time().sd2Millis(), 1e-9);
    assertClose(powers(once.welch()), powers(twice.welch()), 4, 1e-8);
    assertClose(powers(once.welch300()), powers(twice.welch300()), 4, 1e-8);
    assertClose(powers(once.lomb()), powers(twice.lomb()), 4, 1e-8);
    assertEquals(once.nonlinear().dfaAlpha1(), twice.nonlinear().dfaAlpha1(), 1e-9);
    assertEquals(once.nonlinear().sampleEntropy(), twice.nonlinear().sampleEntropy(), 1e-9);
  }

  @Test
  void ofAConstantHeartAreZeroWhereThereIsNothingAndAbsentWhereTheyAreUndefined() {
    Figures figures = Figures.of(RrSeries.ofIntervals(ReferenceData.intervals("syn_const800")));
    assertEquals(75, figures.time().heartRatePerMinute(), 1e-12);
    assertEquals(0, figures.time().rmssdMillis());
    assertEquals(0, figures.welch300().lfMillis2());
    assertEquals(0, figures.lomb().hfMillis2());
    for (double undefined :
        new double[] {
          figures.time().lnRmssd(),
          figures.welch().lfHf(),
          figures.lomb().hfPeakHz(),
          figures.nonlinear().sampleEntropy(),
          figures.nonlinear().dfaAlpha1(),
          figures.breathing().ratePerMinute(),
          figures.breathing().coherence()
        }) {
      assertTrue(Double.isNaN(undefined));
    }
  }

  @Test
  void ofInjectedArtifactsStayCloseToTheTruth() {
    TimeDomain clean =
        TimeDomain.of(RrSeries.ofIntervals(ReferenceData.intervals("syn_ipfm_base")));
    for (String kind : new String[] {"ectopic", "missed", "extra", "misaligned", "mixed"}) {
      RrSeries raw = RrSeries.ofIntervals(ReferenceData.intervals("syn_art_" + kind));
      Figures figures = Figures.of(BeatTests.mark(raw));
      assertEquals(1, figures.time().rmssdMillis() / clean.rmssdMillis(), 0.005, kind);
      assertEquals(1, figures.time().sdnnMillis() / clean.sdnnMillis(), 0.005, kind);
      RrSeries base = RrSeries.ofIntervals(ReferenceData.intervals("syn_ipfm_base"));
      assertEquals(
          1, figures.welch300().hfMillis2() / Spectra.welch300(base).hfMillis2(), 0.05, kind);
      assertEquals(1, figures.lomb().hfMillis2() / Spectra.lomb(base).hfMillis2(), 0.10, kind);
    }
  }

  @Test
  void neverReachAcrossAGap() {
    double[] rr = ReferenceData.intervals("syn_rsa010_A50");
    double[] both = DoubleStream.concat(Arrays.stream(rr).limit(100), Arrays.stream(rr)).toArray();
    double[] times = times(both);
    boolean[] gap = new boolean[both.length];
    gap[100] = true;
    for (int i = 100; i < times.length; i++) {
      times[i] += 50_000;
    }
    both[50] = 2900; // in the shorter stretch, which spectra do not look at
    Figures whole = Figures.of(RrSeries.ofIntervals(rr));
    Figures split = Figures.of(RrSeries.of(times, both, gap));
    assertClose(powers(whole.welch()), powers(split.welch()), 1, 1e-8);
    assertClose(powers(whole.welch300()), powers(split.welch300()), 1, 1e-8);
    assertEquals(whole.nonlinear().dfaAlpha1(), split.nonlinear().dfaAlpha1(), 1e-9);
    assertEquals(rr.length + 100 - 2, split.time().differences());
  }

  @Test
  void lombFindsThePowerThroughGapsThatSplinesCannotCross() {
    double[] rr = ReferenceData.intervals("syn_rsa025_A35");
    RrSeries series = RrSeries.ofIntervals(rr);
    Marks[] marks = new Marks[rr.length];
    Random random = new Random(4);
    Arrays.setAll(marks, i -> random.nextInt(10) < 2 ? Marks.of(Mark.SHORT) : Marks.NONE);
    assertEquals(612.5, Spectra.lomb(series.withMarks(marks)).hfMillis2(), 0.12 * 612.5);
    assertEquals(0.25, Spectra.lomb(series.withMarks(marks)).hfPeakHz(), 0.001);
  }

  @Test
  void breathingOfARecordingIsFound() {
    Breathing breathing =
        Breathing.of(RrSeries.ofIntervals(ReferenceData.intervals("syn_rsa010_A70")));
    assertEquals(6, breathing.ratePerMinute(), 0.1);
    // 70 ms around 1000 ms; the heart of this series is not an integral-pulse one
    assertEquals(8.4, breathing.swingBpm(), 0.4);
    assertTrue(breathing.coherence() > 0.8);
  }

  @Test
  void showOnlyWhatTheyHaveTimeFor() {
    double[] rr = Arrays.copyOf(ReferenceData.intervals("syn_ipfm_base"), 90);
    Figures figures = Figures.of(RrSeries.ofIntervals(rr)).whereLongEnough();
    assertTrue(figures.time().rmssdMillis() > 0);
    assertTrue(Double.isNaN(figures.time().sdnnMillis()));
    assertTrue(figures.lomb().hfMillis2() > 0);
    assertTrue(Double.isNaN(figures.lomb().lfMillis2()));
    assertTrue(Double.isNaN(figures.lomb().totalMillis2()));
    assertTrue(Double.isNaN(figures.nonlinear().dfaAlpha1()));
    Figures full = Figures.of(RrSeries.ofIntervals(ReferenceData.intervals("syn_rsa010_A50")));
    assertEquals(full, full.whereLongEnough());
  }

  @Test
  void nothingAFileMayHoldThrows() {
    double[] odd = {
      0, -5, Double.NaN, 1e12, 1e-300, 4294967295.0, Double.POSITIVE_INFINITY, 300, 2000
    };
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      double[] rr = new double[random.nextInt(seed % 4 == 0 ? 6 : 300)];
      double share = random.nextDouble() * 0.3;
      Arrays.setAll(
          rr,
          i ->
              random.nextDouble() < share
                  ? odd[random.nextInt(odd.length)]
                  : 700 + random.nextInt(300));
      RrSeries series = RrSeries.ofIntervals(rr);
      for (RrSeries each : new RrSeries[] {series, BeatTests.mark(series), series.asOneStretch()}) {
        Figures figures = Figures.of(each).whereLongEnough();
        double power = figures.welch().hfMillis2();
        assertTrue(Double.isNaN(power) || power >= 0, "seed " + seed);
      }
    }
  }

  private static double[] times(double[] rr) {
    double[] times = rr.clone();
    Arrays.parallelPrefix(times, Double::sum);
    return times;
  }

  private static double[] powers(FrequencyDomain f) {
    return new double[] {f.vlfMillis2(), f.lfMillis2(), f.hfMillis2(), f.totalMillis2()};
  }

  private static double[] numbers(Figures f) {
    return DoubleStream.of(
            f.time().meanRrMillis(),
            f.time().sdnnMillis(),
            f.time().rmssdMillis(),
            f.welch().lfMillis2(),
            f.welch().hfPeakHz(),
            f.welch300().vlfMillis2(),
            f.welch300().lfHf(),
            f.lomb().lfMillis2(),
            f.lomb().hfMillis2(),
            f.nonlinear().sampleEntropy(),
            f.nonlinear().dfaAlpha1(),
            f.breathing().ratePerMinute(),
            f.breathing().swingBpm(),
            f.breathing().coherence())
        .toArray();
  }

  private static void assertClose(
      double[] expected, double[] actual, double factor, double tolerance) {
    for (int i = 0; i < expected.length; i++) {
      double e = factor * expected[i];
      assertEquals(e, actual[i], tolerance * Math.abs(e) + 1e-9, "number " + i);
    }
  }
}
