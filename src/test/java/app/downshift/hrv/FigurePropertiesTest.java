package app.downshift.hrv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.beat.BeatTests;
import app.downshift.beat.Mark;
import app.downshift.beat.Marks;
import app.downshift.beat.RrSeries;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** What must hold of every series, tried on seeded random ones. */
class FigurePropertiesTest {
  private static final int ROUNDS = 200;

  @Test
  void timesAndIntervalsTwiceAsLongGiveFiguresTwiceAsLarge() {
    for (long seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      double[] rr = intervals(random, 3 + random.nextInt(400));
      double factor = 0.5 + random.nextDouble();
      RrSeries series = RrSeries.ofIntervals(rr).asOneStretch();
      RrSeries scaled =
          RrSeries.ofIntervals(Arrays.stream(rr).map(x -> factor * x).toArray()).asOneStretch();
      TimeDomain once = TimeDomain.of(series);
      TimeDomain more = TimeDomain.of(scaled);
      String where = "seed " + seed;
      close(factor * once.meanRrMillis(), more.meanRrMillis(), where);
      close(once.heartRatePerMinute() / factor, more.heartRatePerMinute(), where);
      close(factor * once.sdnnMillis(), more.sdnnMillis(), where);
      close(factor * once.rmssdMillis(), more.rmssdMillis(), where);
      close(once.lnRmssd() + Math.log(factor), more.lnRmssd(), where);
      close(factor * once.sd1Millis(), more.sd1Millis(), where);
      close(factor * once.sd2Millis(), more.sd2Millis(), where);
      close(factor * TimeDomain.medianRrMillis(series), TimeDomain.medianRrMillis(scaled), where);
      close(Nonlinear.of(series).dfaAlpha1(), Nonlinear.of(scaled).dfaAlpha1(), where);
      close(Nonlinear.of(series).sampleEntropy(), Nonlinear.of(scaled).sampleEntropy(), where);
    }
  }

  @Test
  void aLaterStartChangesNothing() {
    for (long seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      double[] rr = intervals(random, 80 + random.nextInt(500));
      rr[40] /= 2; // something to mark and to correct
      double[] times = rr.clone();
      Arrays.parallelPrefix(times, Double::sum);
      boolean[] gap = new boolean[rr.length];
      gap[random.nextInt(rr.length)] = true;
      RrSeries early = BeatTests.mark(RrSeries.of(times, rr, gap));
      // Whole powers of two keep the rounding of the times small.
      double[] later = Arrays.stream(times).map(t -> t + 0x1p25).toArray();
      RrSeries late = BeatTests.mark(RrSeries.of(later, rr, gap));
      for (int i = 0; i < rr.length; i++) {
        assertEquals(early.marks(i), late.marks(i), "seed " + seed);
      }
      assertArrayEquals(numbers(early), numbers(late), 1e-5, "seed " + seed);
    }
  }

  @Test
  void ofTwoPiecesWithAGapBetweenThemAreMadeOfThoseOfThePieces() {
    for (long seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      double[] left = intervals(random, 4 + random.nextInt(200));
      double[] right = intervals(random, 4 + random.nextInt(200));
      double[] rr = DoubleStream.concat(Arrays.stream(left), Arrays.stream(right)).toArray();
      double[] times = rr.clone();
      Arrays.parallelPrefix(times, Double::sum);
      boolean[] gap = new boolean[rr.length];
      gap[left.length] = true;
      for (int i = left.length; i < rr.length; i++) {
        times[i] += 20_000;
      }
      RrSeries both = RrSeries.of(times, rr, gap);
      TimeDomain a = TimeDomain.of(RrSeries.ofIntervals(left));
      TimeDomain b = TimeDomain.of(RrSeries.ofIntervals(right));
      TimeDomain whole = TimeDomain.of(both);
      String where = "seed " + seed;
      assertEquals(a.differences() + b.differences(), whole.differences(), where);
      double meanSquare =
          (a.differences() * Math.pow(a.rmssdMillis(), 2)
                  + b.differences() * Math.pow(b.rmssdMillis(), 2))
              / whole.differences();
      close(Math.sqrt(meanSquare), whole.rmssdMillis(), where);
      double mean = (a.beats() * a.meanRrMillis() + b.beats() * b.meanRrMillis()) / whole.beats();
      close(mean, whole.meanRrMillis(), where);
      double beyond = a.pnn50Percent() * a.differences() + b.pnn50Percent() * b.differences();
      close(beyond / whole.differences(), whole.pnn50Percent(), where);
      boolean leftIsLonger =
          Arrays.stream(left).skip(1).sum() >= Arrays.stream(right).skip(1).sum();
      RrSeries longer = RrSeries.ofIntervals(leftIsLonger ? left : right);
      close(Spectra.welch300(longer).hfMillis2(), Spectra.welch300(both).hfMillis2(), where);
      close(Nonlinear.of(longer).dfaAlpha1(), Nonlinear.of(both).dfaAlpha1(), where);
      assertTrue(Double.isNaN(Spectra.lomb(both).hfMillis2()) || whole.beats() >= 4, where);
    }
  }

  @Test
  void ofNothingButDoubtfulBeatsNothingIsDefined() {
    for (int size : new int[] {0, 1, 2, 60, 500}) {
      RrSeries series = RrSeries.ofIntervals(intervals(new Random(size), size));
      Marks[] all = new Marks[size];
      Arrays.fill(all, Marks.of(Mark.LONG, Mark.BREATH));
      for (double number : numbers(series.withMarks(all))) {
        assertTrue(Double.isNaN(number), size + " beats");
      }
    }
  }

  @Test
  void ofTooFewBeatsOnlyWhatTheyCanTell() {
    assertTrue(Double.isNaN(TimeDomain.of(RrSeries.ofIntervals()).meanRrMillis()));
    TimeDomain one = TimeDomain.of(RrSeries.ofIntervals(800));
    assertEquals(800, one.meanRrMillis());
    assertTrue(Double.isNaN(one.sdnnMillis()) && Double.isNaN(one.rmssdMillis()));
    TimeDomain two = TimeDomain.of(RrSeries.ofIntervals(800, 830));
    assertEquals(30, two.rmssdMillis(), 1e-12);
    assertEquals(30 / Math.sqrt(2), two.sdnnMillis(), 1e-12);
    assertTrue(Double.isNaN(two.sdsdMillis()) && Double.isNaN(two.sd1Millis()));
  }

  private static double[] intervals(Random random, int size) {
    double[] rr = new double[size];
    double slow = 0.01 + 0.04 * random.nextDouble();
    Arrays.setAll(rr, i -> 850 + 60 * Math.sin(slow * i * 6.28) + 25 * random.nextGaussian());
    return rr;
  }

  private static double[] numbers(RrSeries series) {
    Figures f = Figures.of(series);
    return new double[] {
      f.time().meanRrMillis(),
      f.time().sdnnMillis(),
      f.time().rmssdMillis(),
      f.time().sd2Millis(),
      f.time().pnn20Percent(),
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
      f.breathing().coherence()
    };
  }

  private static void close(double expected, double actual, String where) {
    double tolerance = Double.isNaN(expected) ? 0 : 1e-9 * Math.abs(expected) + 1e-9;
    assertEquals(expected, actual, tolerance, where);
  }
}
