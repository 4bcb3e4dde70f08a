package app.downshift.beat;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.ReferenceData;
import app.downshift.beat.LipponenTarvainen.Windows;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrectedSeriesTest {
  @Test
  void halvesAnIntervalThatMissedABeat() {
    double[] rr = calm(60);
    double missing = rr[30] + rr[31];
    double[] measured =
        IntStream.range(0, 59)
            .mapToDouble(i -> i < 30 ? rr[i] : i == 30 ? missing : rr[i + 1])
            .toArray();
    CorrectedSeries corrected = corrected(RrSeries.ofIntervals(measured));
    assertEquals(60, corrected.series().size());
    assertArrayEquals(new int[] {30, 31}, places(corrected));
    assertEquals(missing / 2, corrected.series().rrMillis(30));
    assertEquals(missing / 2, corrected.series().rrMillis(31));
    assertEquals(time(rr, 31), corrected.series().timeMillis(31), 1e-6);
  }

  @Test
  void joinsWhatAnExtraBeatCut() {
    double[] rr = calm(60);
    double[] measured =
        IntStream.range(0, 61)
            .mapToDouble(
                i -> i < 30 ? rr[i] : i == 30 ? 0.4 * rr[30] : i == 31 ? 0.6 * rr[30] : rr[i - 1])
            .toArray();
    CorrectedSeries corrected = corrected(RrSeries.ofIntervals(measured));
    assertArrayEquals(new int[] {30}, places(corrected));
    assertArrayEquals(rr, intervals(corrected), 1e-9);
  }

  @Test
  void movesAnEarlyBeatMidwayBetweenItsNeighbours() {
    double[] rr = calm(60);
    double[] measured = rr.clone();
    measured[30] -= 250;
    measured[31] += 250;
    CorrectedSeries corrected = corrected(RrSeries.ofIntervals(measured));
    assertArrayEquals(new int[] {30, 31}, places(corrected));
    double half = (rr[30] + rr[31]) / 2;
    assertEquals(half, corrected.series().rrMillis(30), 1e-9);
    assertEquals(half, corrected.series().rrMillis(31), 1e-9);
    assertEquals(time(rr, 30) - rr[30] + half, corrected.series().timeMillis(30), 1e-6);
    assertEquals(time(rr, 31), corrected.series().timeMillis(31), 1e-6);
  }

  @Test
  void interpolatesWhatIsMerelyDoubtedAndLeavesItsBeatInPlace() {
    double[] rr = calm(60);
    Marks[] marks = new Marks[60];
    Arrays.fill(marks, Marks.NONE);
    marks[30] = Marks.of(Mark.BREATH);
    marks[31] = Marks.of(Mark.BREATH);
    marks[0] = Marks.of(Mark.RANGE);
    CorrectedSeries corrected = CorrectedSeries.of(RrSeries.ofIntervals(rr).withMarks(marks));
    assertArrayEquals(new int[] {0, 30, 31}, places(corrected));
    assertEquals((2 * rr[29] + rr[32]) / 3, corrected.series().rrMillis(30), 1e-9);
    assertEquals((rr[29] + 2 * rr[32]) / 3, corrected.series().rrMillis(31), 1e-9);
    assertEquals(rr[1], corrected.series().rrMillis(0));
    assertEquals(time(rr, 30), corrected.series().timeMillis(30), 1e-6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ectopic", "missed", "extra", "misaligned", "mixed"})
  void putsInjectedArtifactsBackToWhereTheBeatsWere(String kind) {
    double[] truth = ReferenceData.intervals("syn_ipfm_base");
    RrSeries raw = RrSeries.ofIntervals(ReferenceData.intervals("syn_art_" + kind));
    CorrectedSeries corrected = corrected(raw);
    double[] beats = times(RrSeries.ofIntervals(truth));
    int near = 0;
    for (double beat : times(corrected.series())) {
      near += Arrays.stream(beats).anyMatch(b -> Math.abs(b - beat) < 40) ? 1 : 0;
    }
    assertEquals(truth.length, corrected.series().size());
    assertTrue(near >= truth.length - 3, near + " of " + truth.length);
    assertEquals(0, corrected.doubted(corrected.passes()));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 50})
  void doubtfulBeatsOfADayFallFromPassToPass(double floor) {
    RrSeries day = RrSeries.ofIntervals(ReferenceData.intervals("nsr001_24h")).asOneStretch();
    Marks[] marks = LipponenTarvainen.marks(day, Windows.CENTRED, floor);
    CorrectedSeries corrected = CorrectedSeries.of(day.withMarks(marks), Windows.CENTRED, floor);
    assertTrue(corrected.passes() >= 3 && corrected.passes() <= CorrectedSeries.MOST_PASSES);
    for (int pass = 1; pass <= corrected.passes(); pass++) {
      assertTrue(corrected.doubted(pass) < corrected.doubted(pass - 1));
    }
    assertTrue(corrected.doubted(corrected.passes()) <= 2);
    assertEquals(corrected.doubted(corrected.passes()), corrected.series().marked());
  }

  @Test
  void inventsNothingBeyondFiveSecondsAndNothingAcrossAGap() {
    double[] rr = calm(80);
    Marks[] marks = new Marks[80];
    Arrays.setAll(marks, i -> i >= 30 && i < 38 || i == 60 ? Marks.of(Mark.LONG) : Marks.NONE);
    boolean[] gap = new boolean[80];
    gap[60] = true;
    gap[61] = true; // the doubted interval stands alone: nothing to interpolate from
    CorrectedSeries corrected =
        CorrectedSeries.of(RrSeries.of(times(RrSeries.ofIntervals(rr)), rr, gap).withMarks(marks));
    assertEquals(72, corrected.series().size());
    assertTrue(corrected.series().gapBefore(30));
    assertEquals(rr[38], corrected.series().rrMillis(30));
    assertEquals(rr[60], corrected.series().rrMillis(52));
    assertFalse(corrected.series().clean(52));
    assertEquals(0, places(corrected).length);
  }

  @Test
  void nothingDoubtedMeansNothingChanged() {
    RrSeries series = RrSeries.ofIntervals(calm(50));
    CorrectedSeries corrected = CorrectedSeries.of(series);
    assertEquals(0, corrected.passes());
    assertEquals(0, corrected.doubted(0));
    assertArrayEquals(times(series), times(corrected.series()));
    assertFalse(corrected.corrected(20));
  }

  @Test
  void survivesWhateverAFileMayHold() {
    double[] odd = {
      0, -5, Double.NaN, 1e12, Double.POSITIVE_INFINITY, 300, 1700, 800, 801, 3000, 400
    };
    long seed = 20261121;
    Random random = new Random(seed);
    for (int round = 0; round < 2000; round++) {
      double[] rr =
          random.doubles(random.nextInt(60), 0, odd.length).map(d -> odd[(int) d]).toArray();
      RrSeries raw = RrSeries.ofIntervals(rr);
      CorrectedSeries corrected = CorrectedSeries.of(BeatTests.mark(raw));
      RrSeries series = corrected.series();
      for (int i = 0; i < series.size(); i++) {
        if (corrected.corrected(i)) {
          assertTrue(series.rrMillis(i) > 0 && series.rrMillis(i) <= 6000, "seed " + seed);
        }
        assertTrue(i == 0 || series.timeMillis(i) >= series.timeMillis(i - 1), "seed " + seed);
      }
    }
  }

  private static double[] calm(int beats) {
    double[] rr = new double[beats];
    Random random = new Random(3);
    Arrays.setAll(rr, i -> 850 + 25 * Math.sin(i / 3.0) + 4 * random.nextGaussian());
    return rr;
  }

  private static CorrectedSeries corrected(RrSeries raw) {
    return CorrectedSeries.of(BeatTests.mark(raw));
  }

  private static int[] places(CorrectedSeries corrected) {
    return IntStream.range(0, corrected.series().size()).filter(corrected::corrected).toArray();
  }

  private static double[] intervals(CorrectedSeries corrected) {
    RrSeries series = corrected.series();
    return IntStream.range(0, series.size()).mapToDouble(series::rrMillis).toArray();
  }

  private static double[] times(RrSeries series) {
    return IntStream.range(0, series.size()).mapToDouble(series::timeMillis).toArray();
  }

  private static double time(double[] rr, int beat) {
    return Arrays.stream(rr, 0, beat + 1).sum();
  }
}
