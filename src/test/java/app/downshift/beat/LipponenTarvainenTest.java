package app.downshift.beat;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.downshift.ReferenceData;
import app.downshift.beat.LipponenTarvainen.Windows;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LipponenTarvainenTest {
  @ParameterizedTest
  @ValueSource(doubles = {0, 50})
  void findsExactlyTheInjectedArtifactsOfTheReference(double floor) {
    for (String line : ReferenceData.resource("artifacts.csv")) {
      String[] cells = line.split(",", -1);
      if (cells[0].startsWith("syn_")) {
        RrSeries series = RrSeries.ofIntervals(ReferenceData.intervals(cells[0]));
        Marks[] marks = LipponenTarvainen.marks(series, Windows.valueOf(cells[1]), floor);
        assertEquals(cells[2], indices(marks, Mark.ECTOPIC), line);
        assertEquals(cells[3], indices(marks, Mark.MISSED), line);
        assertEquals(cells[4], indices(marks, Mark.EXTRA), line);
        assertEquals(cells[5], indices(marks, Mark.LONG, Mark.SHORT), line);
      }
    }
  }

  @Test
  void countsOfTwentyFourHoursAreThePublishedOnes() {
    RrSeries series = wholeDay("nsr001_24h");
    Map<Mark, Integer> counts = counts(LipponenTarvainen.marks(series, Windows.CENTRED, 0));
    assertEquals(3186, counts.get(Mark.ECTOPIC));
    assertEquals(1, counts.get(Mark.MISSED));
    assertEquals(0, counts.get(Mark.EXTRA));
    assertEquals(1070, counts.get(Mark.LONG) + counts.get(Mark.SHORT));
  }

  /**
   * Found abnormal beats, and flags more than two beats away from any: the study behind our floor.
   */
  @ParameterizedTest
  @ValueSource(strings = {"nsr001_24h 76 542 605", "nsr004_24h 36 362 422"})
  void aFloorOfFiftyFlagsAsManyTrueBeatsAsTheStudyOfFloorsSays(String row) {
    String[] cells = row.split(" ");
    RrSeries series = wholeDay(cells[0]);
    String labels =
        String.join("", ReferenceData.shared("science/reference/rr/" + cells[0] + ".labels"))
            .replace(" ", "");
    for (Windows windows : Windows.values()) {
      Marks[] marks = LipponenTarvainen.marks(series, windows, LipponenTarvainen.FLOOR_MILLIS);
      int[] flagged = IntStream.range(0, marks.length).filter(i -> flagged(marks[i])).toArray();
      int[] abnormal =
          IntStream.range(0, labels.length()).filter(i -> labels.charAt(i) != 'N').toArray();
      long found = Arrays.stream(abnormal).filter(a -> near(a, flagged)).count();
      long away = Arrays.stream(flagged).filter(f -> !near(f, abnormal)).count();
      assertEquals(Integer.parseInt(cells[1]), found, windows.toString());
      assertEquals(
          Integer.parseInt(cells[windows == Windows.CENTRED ? 2 : 3]), away, windows.toString());
    }
  }

  @Test
  void aGapIsNoArtifactAndAnIntervalBeyondThreeSecondsSplitsLikeOne() {
    double[] rr = new double[200];
    Arrays.setAll(rr, i -> (i < 100 ? 700 : 1100) + 20 * Math.sin(i / 2.0));
    boolean[] gap = new boolean[200];
    gap[100] = true;
    RrSeries split = RrSeries.of(times(rr), rr, gap);
    assertEquals(0, BeatTests.mark(split).marked());
    rr[100] = 3500;
    assertEquals("100", indices(marksOf(RrSeries.ofIntervals(rr)), Mark.values()));
  }

  @Test
  void marksTheRangeWhateverTheRhythmSays() {
    double[] rr = {250, 250, 250, 250, 2500, 2500, 2500};
    for (Marks marks : marksOf(RrSeries.ofIntervals(rr))) {
      assertEquals(true, marks.has(Mark.RANGE));
    }
  }

  @Test
  void marksDoNotDependOnWhenTheRecordingBegan() {
    double[] rr = ReferenceData.intervals("syn_art_mixed");
    double[] later = times(rr);
    Arrays.setAll(later, i -> later[i] + 1e9);
    assertArrayEquals(
        marksOf(RrSeries.ofIntervals(rr)), marksOf(RrSeries.of(later, rr, new boolean[rr.length])));
  }

  @Test
  void survivesWhateverAFileMayHold() {
    double[] odd = {
      0, -5, Double.NaN, 1e12, 4294967295.0, Double.POSITIVE_INFINITY, 800, 800, 801, 1e-300
    };
    long seed = 20261121;
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      double[] rr =
          random.doubles(random.nextInt(40), 0, odd.length).map(d -> odd[(int) d]).toArray();
      for (Windows windows : Windows.values()) {
        Marks[] marks = LipponenTarvainen.marks(RrSeries.ofIntervals(rr), windows, round % 2 * 50);
        for (int i = 0; i < rr.length; i++) {
          assertEquals(!(rr[i] >= 300 && rr[i] <= 2000), marks[i].has(Mark.RANGE), "seed " + seed);
        }
      }
    }
  }

  /**
   * The published counts were made without splitting at intervals beyond 3 s, of which each day has
   * a few.
   */
  private static RrSeries wholeDay(String name) {
    return RrSeries.ofIntervals(ReferenceData.intervals(name)).asOneStretch();
  }

  private static Marks[] marksOf(RrSeries series) {
    return LipponenTarvainen.marks(series, Windows.CENTRED, LipponenTarvainen.FLOOR_MILLIS);
  }

  private static double[] times(double[] rr) {
    RrSeries series = RrSeries.ofIntervals(rr);
    return IntStream.range(0, rr.length).mapToDouble(series::timeMillis).toArray();
  }

  private static boolean flagged(Marks marks) {
    return marks.has(Mark.ECTOPIC)
        || marks.has(Mark.MISSED)
        || marks.has(Mark.EXTRA)
        || marks.has(Mark.LONG)
        || marks.has(Mark.SHORT);
  }

  private static boolean near(int beat, int[] others) {
    int at = Arrays.binarySearch(others, beat - 2);
    int first = at >= 0 ? at : -at - 1;
    return first < others.length && others[first] <= beat + 2;
  }

  private static Map<Mark, Integer> counts(Marks[] marks) {
    Map<Mark, Integer> counts = new EnumMap<>(Mark.class);
    for (Mark mark : Mark.values()) {
      counts.put(mark, (int) Arrays.stream(marks).filter(m -> m.has(mark)).count());
    }
    return counts;
  }

  private static String indices(Marks[] marks, Mark... any) {
    return IntStream.range(0, marks.length)
        .filter(i -> Arrays.stream(any).anyMatch(marks[i]::has))
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(" "));
  }
}
