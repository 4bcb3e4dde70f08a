package app.downshift.beat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.downshift.beat.SignalQuality.Band;
import org.junit.jupiter.api.Test;

class SignalQualityTest {
  @Test
  void isPoorUntilABeatComes() {
    SignalQuality quality = new SignalQuality();
    assertEquals(0, quality.share(5000));
    assertEquals(Band.POOR, quality.band(5000));
  }

  @Test
  void isWholeWhileEveryBeatIsClean() {
    SignalQuality quality = steady(100, 1000);
    assertEquals(1, quality.share(100_000), 1e-12);
    assertEquals(Band.GOOD, quality.band(102_900));
  }

  @Test
  void oneEctopicWarnsAndTwoDoNotBlank() {
    SignalQuality quality = steady(100, 850);
    quality.decided(90, Marks.of(Mark.ECTOPIC));
    quality.decided(91, Marks.of(Mark.LONG));
    assertEquals(1 - 1700.0 / 30_000, quality.share(85_000), 1e-12);
    assertEquals(Band.FAIR, quality.band(85_000));
  }

  @Test
  void silenceCountsOnceItIsLongerThanAnyInterval() {
    SignalQuality quality = steady(100, 1000);
    assertEquals(1, quality.share(103_000), 1e-12);
    assertEquals(27.0 / 30, quality.share(103_001), 1e-3);
    assertEquals(0, quality.share(140_000), 1e-12);
  }

  @Test
  void aGapBetweenBeatsCounts() {
    SignalQuality quality = steady(40, 1000);
    quality.accept(50_000, 1000);
    assertEquals((20 + 1) / 30.0, quality.share(50_000), 1e-12);
  }

  @Test
  void impossibleIntervalsAreNeverClean() {
    SignalQuality quality = new SignalQuality();
    for (double rr : new double[] {0, -1, Double.NaN, 1e12, 299, 2001, Double.POSITIVE_INFINITY}) {
      quality.accept(1000, rr);
      assertEquals(0, quality.share(1000), 1e-12);
    }
  }

  @Test
  void ofARecordingIsTheShareOfTimeNeitherMarkedNorGap() {
    RrSeries series =
        RrSeries.of(
            new double[] {1000, 2000, 3000, 8000},
            new double[] {1000, 1000, 1000, 1000},
            new boolean[4]);
    assertEquals(4.0 / 8, SignalQuality.share(series), 1e-12);
    Marks[] marks = {Marks.NONE, Marks.of(Mark.SHORT), Marks.NONE, Marks.NONE};
    assertEquals(3.0 / 8, SignalQuality.share(series.withMarks(marks)), 1e-12);
    assertEquals(0, SignalQuality.share(RrSeries.ofIntervals()));
  }

  @Test
  void bandsBeginWhereTheyAreSaidTo() {
    assertEquals(Band.GOOD, Band.of(0.95));
    assertEquals(Band.FAIR, Band.of(0.9499));
    assertEquals(Band.FAIR, Band.of(0.80));
    assertEquals(Band.POOR, Band.of(0.7999));
    assertEquals(Band.POOR, Band.of(Double.NaN));
  }

  private static SignalQuality steady(int beats, double rr) {
    SignalQuality quality = new SignalQuality();
    for (int i = 0; i < beats; i++) {
      quality.accept((i + 1) * rr, rr);
      quality.decided(i, Marks.NONE);
    }
    return quality;
  }
}
