package app.downshift.hrv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.beat.BeatTests;
import app.downshift.beat.CorrectedSeries;
import app.downshift.beat.LipponenTarvainen;
import app.downshift.beat.LipponenTarvainen.Windows;
import app.downshift.beat.LiveMarks;
import app.downshift.beat.Marks;
import app.downshift.beat.RhythmShare;
import app.downshift.beat.RrSeries;
import app.downshift.beat.SignalQuality;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever a file or a sensor may hold goes through every mark and figure: nothing throws, and what
 * comes out is NaN or lies where such a figure can lie.
 */
class HostileSeriesTest {
  private static final double[] ODD = {
    0,
    -0.0,
    -5,
    Double.NaN,
    1e12,
    1e-300,
    4294967295.0,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    299,
    300,
    2000,
    2001,
    3000,
    3001
  };

  private final Figures.Kit kit = new Figures.Kit();
  private final Welch plain = Welch.of300SecondsWithTrend();
  private long seed;

  @Test
  void aHundredThousandSeriesGiveFiguresOrNone() {
    for (seed = 0; seed < 100_000; seed++) {
      Random random = new Random(seed);
      // Most are short, where the edges are; some have spectra.
      int most = seed % 500 == 0 ? 400 : seed % 10 == 0 ? 40 : 7;
      tryAll(intervals(random, random.nextInt(most)), random);
    }
  }

  @Test
  @Tag("soak")
  void aHundredThousandLongSeriesGiveFiguresOrNone() {
    for (seed = 1_000_000; seed < 1_100_000; seed++) {
      Random random = new Random(seed);
      tryAll(intervals(random, random.nextInt(600)), random);
    }
  }

  private void tryAll(double[] rr, Random random) {
    RrSeries plainSeries = RrSeries.ofIntervals(rr);
    RrSeries raw = seed % 3 == 0 ? withOddTimes(rr, random) : plainSeries;
    RrSeries marked = BeatTests.mark(raw);
    Marks[] live = LipponenTarvainen.marks(raw, Windows.LIVE, 0);
    assertEquals(rr.length, live.length, "seed " + seed);
    CorrectedSeries corrected = CorrectedSeries.of(marked);
    within(0, 1, SignalQuality.share(marked), "quality");
    RhythmShare.of(raw).verdict();
    figures(raw.size() == 0 ? raw : marked);
    if (seed % 10 == 0) {
      plain.of(raw);
      figures(raw.withMarks(live));
      figures(plainSeries.asOneStretch());
      figures(corrected.series());
    }
    running(raw, random);
  }

  private void figures(RrSeries series) {
    Figures figures = kit.of(series);
    TimeDomain time = figures.time();
    atLeast(0, time.meanRrMillis(), "mean");
    atLeast(0, time.heartRatePerMinute(), "heart rate");
    atLeast(0, time.sdnnMillis(), "sdnn");
    atLeast(0, time.rmssdMillis(), "rmssd");
    finite(time.lnRmssd(), "lnrmssd");
    atLeast(0, time.sdsdMillis(), "sdsd");
    within(0, 100, time.pnn50Percent(), "pnn50");
    within(0, 100, time.pnn20Percent(), "pnn20");
    atLeast(0, time.sd1Millis(), "sd1");
    atLeast(0, time.sd2Millis(), "sd2");
    atLeast(0, TimeDomain.medianRrMillis(series), "median");
    for (FrequencyDomain powers :
        new FrequencyDomain[] {figures.welch(), figures.welch300(), figures.lomb()}) {
      atLeast(0, powers.vlfMillis2(), "vlf");
      atLeast(0, powers.lfMillis2(), "lf");
      atLeast(0, powers.hfMillis2(), "hf");
      atLeast(0, powers.totalMillis2(), "total");
      atLeast(0, powers.lfHf(), "lf/hf");
      finite(powers.lfPeakHz(), "lf peak");
      finite(powers.hfPeakHz(), "hf peak");
    }
    atLeast(0, figures.nonlinear().sampleEntropy(), "entropy");
    finite(figures.nonlinear().dfaAlpha1(), "alpha1");
    within(3, 24, figures.breathing().ratePerMinute(), "breathing");
    atLeast(0, figures.breathing().swingBpm(), "swing");
    within(0, 1, figures.breathing().coherence(), "coherence");
    within(0, 1, Coherence.last(series).share(), "coherence");
    Figures shown = figures.whereLongEnough();
    within(0.04, 0.15, shown.lomb().lfPeakHz(), "lf peak shown");
    within(0.15, 0.40, shown.welch300().hfPeakHz(), "hf peak shown");
  }

  /** What a running session does with the same beats. */
  private void running(RrSeries series, Random random) {
    LiveMarks marks = new LiveMarks();
    SignalQuality quality = new SignalQuality();
    RunningWindow window = new RunningWindow(60_000);
    BreathLockedSwing swing = new BreathLockedSwing();
    InStep inStep = new InStep();
    OwnBreathing own = new OwnBreathing();
    double period = random.nextInt(8) == 0 ? ODD[random.nextInt(ODD.length)] : 10_000;
    int decided = 0;
    for (int i = 0; i < series.size(); i++) {
      double time = series.timeMillis(i);
      double rr = series.rrMillis(i);
      for (LiveMarks.Decision decision : marks.accept(rr, series.gapBefore(i))) {
        assertEquals(decided++, decision.beatIndex(), "seed " + seed);
        quality.decided(decision.beatIndex(), decision.marks());
      }
      quality.accept(time, rr);
      window.accept(time, rr, Marks.ofRange(rr), series.gapBefore(i));
      swing.accept(time, rr, time / period, period);
      inStep.accept(rr, time / period, period);
      own.accept(time, rr);
      within(0, 1, quality.share(time), "running quality");
    }
    for (LiveMarks.Decision decision : marks.flush()) {
      assertEquals(decided++, decision.beatIndex(), "seed " + seed);
    }
    assertEquals(series.size(), decided, "seed " + seed);
    double now = series.size() == 0 ? 0 : series.timeMillis(series.size() - 1);
    atLeast(0, window.meanRrMillis(), "running mean");
    atLeast(0, window.sdnnMillis(), "running sdnn");
    atLeast(0, window.rmssdMillis(), "running rmssd");
    finite(window.lnRmssd(), "running lnrmssd");
    atLeast(0, swing.at(now).bpm(), "running swing");
    atLeast(0, swing.at(now).millis(), "running swing");
    within(0, 1, swing.at(now).peakPhase(), "phase");
    within(0, 1, inStep.value(), "in step");
    finite(inStep.lagSeconds(period, 0.4), "lag");
    within(3, 24, own.ratePerMinute(), "own breathing");
    atLeast(0, own.swing().bpm(), "own swing");
    within(
        0.15,
        1,
        Dimmer.brightness(
            inStep.value(), swing.at(now).bpm(), Dimmer.referenceOf(swing.at(now).bpm())),
        "brightness");
  }

  /** Regular, constant, wild, or wholly odd; with odd values strewn in. */
  private double[] intervals(Random random, int size) {
    double[] rr = new double[size];
    double odd = random.nextInt(3) == 0 ? random.nextDouble() : 0.05;
    double spread = random.nextInt(4) == 0 ? 0 : 200 * random.nextDouble();
    double base = random.nextInt(10) == 0 ? 30 + 3000 * random.nextDouble() : 800;
    Arrays.setAll(
        rr,
        i ->
            random.nextDouble() < odd
                ? ODD[random.nextInt(ODD.length)]
                : base + spread * random.nextGaussian());
    return rr;
  }

  /** Times that stand still or leave out hours, and gaps. Backwards they never run. */
  private static RrSeries withOddTimes(double[] rr, Random random) {
    double[] times = new double[rr.length];
    boolean[] gap = new boolean[rr.length];
    double time = random.nextInt(4) == 0 ? 1e9 : 0;
    for (int i = 0; i < rr.length; i++) {
      time += random.nextInt(9) == 0 ? 0 : RrSeries.isInterval(rr[i]) ? rr[i] : 0;
      gap[i] = random.nextInt(12) == 0;
      time += gap[i] && random.nextInt(4) == 0 ? 3_600_000 : 0;
      times[i] = time;
    }
    return RrSeries.of(times, rr, gap);
  }

  private void finite(double value, String what) {
    assertTrue(!Double.isInfinite(value), () -> what + " is " + value + ", seed " + seed);
  }

  private void atLeast(double least, double value, String what) {
    within(least, Double.MAX_VALUE, value, what);
  }

  private void within(double least, double most, double value, String what) {
    boolean may = Double.isNaN(value) || (value >= least - 1e-9 && value <= most + 1e-9);
    assertTrue(may, () -> what + " is " + value + ", seed " + seed);
  }
}
