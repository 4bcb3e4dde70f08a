package app.downshift.beat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class RrSeriesTest {
  @Test
  void timesAreThoseOfTheBeatsThatEndTheIntervals() {
    RrSeries series = RrSeries.ofIntervals(800, 900, 1000);
    assertEquals(800, series.timeMillis(0));
    assertEquals(2700, series.timeMillis(2));
    assertEquals(2700, series.durationMillis());
  }

  @Test
  void whatIsNoDurationTakesNoTimeAndSplits() {
    RrSeries series = RrSeries.ofIntervals(800, Double.NaN, -3, 0, 900, 3001, 700);
    assertEquals(800 + 900 + 3001 + 700, series.timeMillis(6));
    assertFalse(series.follows(4));
    assertFalse(series.follows(6));
    assertEquals(4, series.gaps());
    assertTrue(series.asOneStretch().follows(6));
    assertEquals(3500 + 800, RrSeries.ofIntervals(3500, 800).durationMillis());
    assertEquals(800, RrSeries.ofIntervals(-3500, 800).durationMillis());
    assertEquals(0, RrSeries.ofIntervals().durationMillis());
  }

  @Test
  void aWindowHoldsTheBeatsAfterItsStartUpToItsEnd() {
    RrSeries series = RrSeries.ofIntervals(1000, 1000, 1000, 1000);
    RrSeries window = series.window(1000, 3000);
    assertEquals(2, window.size());
    assertEquals(2000, window.timeMillis(0));
    assertEquals(0, series.window(9000, 1).size());
  }

  @Test
  void theCallersArraysStayTheCallers() {
    double[] rr = {800, 800};
    RrSeries series = RrSeries.ofIntervals(rr);
    rr[0] = 5;
    assertEquals(800, series.rrMillis(0));
    assertThrows(
        IllegalArgumentException.class, () -> RrSeries.of(new double[1], rr, new boolean[2]));
    assertThrows(IllegalArgumentException.class, () -> series.withMarks(new Marks[1]));
  }

  @Test
  void aMarkedBeatStaysAndIsNotClean() {
    RrSeries series =
        RrSeries.ofIntervals(800, 810).withMarks(new Marks[] {Marks.NONE, Marks.of(Mark.ECTOPIC)});
    assertEquals(810, series.rrMillis(1));
    assertTrue(series.clean(0));
    assertFalse(series.clean(1));
    assertEquals(1, series.marked());
  }

  @Test
  void marksAreSetsInAFixedOrder() {
    Marks marks = Marks.of(Mark.SHORT, Mark.RANGE);
    assertEquals(List.of("range", "short"), marks.words());
    assertSame(marks, Marks.NONE.with(Mark.RANGE).with(Mark.SHORT).with(Mark.SHORT));
    assertTrue(marks.has(Mark.RANGE));
    assertFalse(marks.has(Mark.BREATH));
    assertTrue(Marks.NONE.isEmpty());
    assertFalse(Marks.of(Mark.values()).isEmpty());
  }
}
