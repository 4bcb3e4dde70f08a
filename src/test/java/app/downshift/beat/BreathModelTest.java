package app.downshift.beat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.ReferenceData;
import app.downshift.beat.BreathModelMain.LabelCount;
import app.downshift.beat.BreathModelMain.Score;
import app.downshift.beat.LipponenTarvainen.Windows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Some cells of the table that {@link BreathModelMain} prints in full. */
class BreathModelTest {
  private static final int SEEDS = 12;

  @ParameterizedTest
  @CsvSource({"5, 6, 60", "20, 4.5, 80", "30, 6, 70", "30, 12, 80"})
  void findsEarlyBeatsWhilePacingAndLeavesTheOthersAlone(double swing, double rate, double bpm) {
    for (Windows windows : Windows.values()) {
      Score score = BreathModelMain.score(bpm, swing, rate, true, windows, SEEDS);
      assertTrue(score.sensitivity() >= 0.95, windows + " found " + score.sensitivity());
      assertTrue(score.falseShare() <= 0.01, windows + " false " + score.falseShare());
    }
  }

  /**
   * Of all hearts with a pacer the one in which several early beats within one window bend the
   * curve most: few and long intervals, of which each swings far.
   */
  @Test
  void findsEarlyBeatsOfASlowHeartWithALargeSwingLive() {
    Score score = BreathModelMain.score(50, 30, 9, true, Windows.LIVE, 100);
    assertTrue(score.sensitivity() >= 0.95, "found " + score.sensitivity());
    assertTrue(score.falseShare() <= 0.01, "false " + score.falseShare());
  }

  @ParameterizedTest
  @CsvSource({"10, 6, 60", "20, 6, 80", "30, 4.5, 60"})
  void findsThemWithoutAPacerWhereABreathStandsOut(double swing, double rate, double bpm) {
    for (Windows windows : Windows.values()) {
      Score score = BreathModelMain.score(bpm, swing, rate, false, windows, SEEDS);
      assertTrue(score.sensitivity() >= 0.95, windows + " found " + score.sensitivity());
      assertTrue(score.falseShare() <= 0.01, windows + " false " + score.falseShare());
    }
  }

  @Test
  void neighboursAloneMissMostEarlyBeatsOfALargeSwing() {
    int found = 0;
    int displaced = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      WanderingHeart heart = new WanderingHeart(70, 30, 6, 0.05, true, 300, seed);
      Marks[] marks = LipponenTarvainen.marks(heart.series(), Windows.CENTRED, 50);
      for (int i = 0; i < marks.length; i++) {
        displaced += heart.displaced[i] ? 1 : 0;
        found += heart.displaced[i] && !marks[i].isEmpty() ? 1 : 0;
      }
    }
    assertTrue(found < 0.5 * displaced, found + " of " + displaced);
  }

  @ParameterizedTest
  @EnumSource(Windows.class)
  void rmssdOfMaskedBeatsIsThatOfTheHeartWithoutEarlyBeats(Windows windows) {
    for (double rate : new double[] {4.5, 6, 9, 12}) {
      double error = BreathModelMain.score(70, 30, rate, true, windows, SEEDS).rmssdError();
      assertEquals(0, error, 0.02, rate + " a minute");
    }
  }

  @Test
  void marksOfNeighboursThatWereOnlyBreathingAreClearedAndKept() {
    int cleared = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      WanderingHeart heart = new WanderingHeart(60, 10, 6, 0.02, true, 300, seed);
      Marks[] first = LipponenTarvainen.marks(heart.series(), Windows.LIVE, 50);
      Marks[] all = BeatTests.marks(heart.series(), Windows.LIVE, 50);
      for (int i = 0; i < all.length; i++) {
        List<String> said = new ArrayList<>(all[i].words());
        said.addAll(all[i].clearedWords());
        assertTrue(said.containsAll(first[i].words()), "seed " + seed + " beat " + i);
        cleared += all[i].clearedWords().isEmpty() ? 0 : 1;
      }
    }
    assertTrue(cleared > 0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.25, -0.25})
  void aStepOfHeartRateIsLearntWithinTenBeats(double share) {
    for (int seed = 0; seed < 12; seed++) {
      for (boolean paced : new boolean[] {true, false}) {
        for (double swing : new double[] {0, 8, 20}) {
          Random random = new Random(seed);
          int step = 80 + random.nextInt(40);
          RrSeries series = stepping(random, step, 1 + share, swing, paced);
          for (Windows windows : Windows.values()) {
            Marks[] marks = BeatTests.marks(series, windows, LipponenTarvainen.FLOOR_MILLIS);
            int late =
                (int)
                    IntStream.range(step + 10, marks.length)
                        .filter(i -> !marks[i].isEmpty())
                        .count();
            assertTrue(
                late <= 1,
                late + " marks, seed " + seed + " " + windows + " swing " + swing + " " + paced);
          }
        }
      }
    }
  }

  @Test
  void earlyBeatsAreFoundAgainSoonAfterAStep() {
    int found = 0;
    int early = 0;
    for (int seed = 0; seed < 30; seed++) {
      Random random = new Random(seed);
      RrSeries steady = stepping(random, 100, 1.25, 20, true);
      double[] rr = new double[steady.size()];
      double[] breaths = new double[rr.length];
      for (int i = 0; i < rr.length; i++) {
        rr[i] = steady.rrMillis(i);
        breaths[i] = steady.breaths(i);
      }
      int at = 112 + seed;
      double shift = 0.15 * rr[at];
      rr[at] -= shift;
      rr[at + 1] += shift;
      RrSeries series = RrSeries.ofIntervals(rr).paced(breaths);
      Marks[] marks = BeatTests.marks(series, Windows.LIVE, LipponenTarvainen.FLOOR_MILLIS);
      early += 2;
      found += (marks[at].isEmpty() ? 0 : 1) + (marks[at + 1].isEmpty() ? 0 : 1);
    }
    assertTrue(found >= 0.9 * early, found + " of " + early);
  }

  @Test
  void nothingIsLearntAcrossAGap() {
    WanderingHeart heart = new WanderingHeart(70, 20, 6, 0.05, true, 200, 3);
    double[] rr = heart.rr;
    double[] times = new double[rr.length];
    for (int i = 0; i < rr.length; i++) {
      times[i] = RrSeries.ofIntervals(rr).timeMillis(i) + (i < 100 ? 0 : 9000);
    }
    boolean[] gap = new boolean[rr.length];
    gap[100] = true;
    RrSeries split = RrSeries.of(times, rr, gap).paced(heart.breaths);
    RrSeries later =
        RrSeries.ofIntervals(Arrays.copyOfRange(rr, 100, 200))
            .paced(Arrays.copyOfRange(heart.breaths, 100, 200));
    for (Windows windows : Windows.values()) {
      Marks[] whole = BeatTests.marks(split, windows, 50);
      assertEquals(
          Arrays.asList(BeatTests.marks(later, windows, 50)),
          Arrays.asList(Arrays.copyOfRange(whole, 100, 200)));
    }
  }

  @Test
  void noiseWithoutABreathIsNotJudged() {
    Random random = new Random(5);
    double[] rr = random.doubles(400, 700, 900).toArray();
    RrSeries series = RrSeries.ofIntervals(rr);
    long judged =
        Arrays.stream(BeatTests.marks(series, Windows.LIVE, 50))
            .filter(m -> m.has(Mark.BREATH) || !m.clearedWords().isEmpty())
            .count();
    assertTrue(judged < 4, judged + " of 400");
  }

  @Test
  void aMissedBeatDoubtsNoBeatBesideIt() {
    for (int seed = 0; seed < 20; seed++) {
      WanderingHeart heart = new WanderingHeart(65, 12, 6, 0, true, 200, seed);
      double[] rr = heart.clean.clone();
      rr[120] *= 2;
      Marks[] marks =
          BeatTests.marks(RrSeries.ofIntervals(rr).paced(heart.breaths), Windows.LIVE, 50);
      assertTrue(!marks[120].isEmpty(), "seed " + seed);
      assertTrue(marks[119].isEmpty() && marks[121].isEmpty(), "seed " + seed);
    }
  }

  @Test
  void bothHalvesOfAnIntervalAreDoubtedAndNothingBesideThem() {
    int beside = 0;
    for (int seed = 0; seed < 20; seed++) {
      WanderingHeart heart = new WanderingHeart(65, 12, 6, 0, true, 200, seed);
      double part = 0.4 + 0.2 * new Random(seed).nextDouble();
      double[] rr = new double[201];
      double[] breaths = new double[201];
      for (int i = 0; i < 201; i++) {
        int source = i <= 120 ? i : i - 1;
        rr[i] = heart.clean[source] * (i == 120 ? part : i == 121 ? 1 - part : 1);
        breaths[i] = heart.breaths[source];
      }
      breaths[120] -= (1 - part) * (breaths[121] - breaths[119]);
      RrSeries series = RrSeries.ofIntervals(rr).paced(breaths);
      for (Windows windows : Windows.values()) {
        Marks[] marks = BeatTests.marks(series, windows, 50);
        assertTrue(marks[120].has(Mark.BREATH) && marks[121].has(Mark.BREATH), "seed " + seed);
        assertTrue(!marks[119].has(Mark.BREATH) && !marks[122].has(Mark.BREATH), "seed " + seed);
        beside += (marks[119].isEmpty() ? 0 : 1) + (marks[122].isEmpty() ? 0 : 1);
      }
    }
    assertTrue(beside <= 2, beside + " of 80");
  }

  @ParameterizedTest
  @EnumSource(Windows.class)
  void twoDaysWithLabelledBeatsKeepTheirFoundOnesAndLoseFalseOnes(Windows windows) {
    int found = 0;
    int abnormal = 0;
    int away = 0;
    int normal = 0;
    for (String name : List.of("nsr001_24h", "nsr004_24h")) {
      RrSeries series = RrSeries.ofIntervals(ReferenceData.intervals(name));
      String labels =
          String.join("", ReferenceData.shared("science/reference/rr/" + name + ".labels"))
              .replace(" ", "");
      Marks[] marks = BeatTests.marks(series, windows, LipponenTarvainen.FLOOR_MILLIS);
      LabelCount count = LabelCount.of(labels, marks);
      found += count.found();
      abnormal += count.abnormal();
      away += count.away();
      normal += series.size() - count.abnormal();
    }
    assertTrue(found >= 0.95 * abnormal, found + " of " + abnormal);
    assertTrue(away <= 0.005 * normal, away + " of " + normal);
  }

  @Test
  void aGoodResponderKeepsNearlyAllBeats() {
    double[] rr =
        ReferenceData.shared("data/crnl-airflow/2.rr.txt").stream()
            .filter(line -> !line.startsWith("#") && !line.isBlank())
            .mapToDouble(Double::parseDouble)
            .toArray();
    for (Windows windows : Windows.values()) {
      Marks[] marks = BeatTests.marks(RrSeries.ofIntervals(rr), windows, 50);
      long doubted = Arrays.stream(marks).filter(m -> !m.isEmpty()).count();
      assertTrue(doubted <= 0.01 * rr.length, doubted + " of " + rr.length);
    }
  }

  /** A heart that beats faster or slower by a share from beat {@code step} on. */
  private static RrSeries stepping(
      Random random, int step, double factor, double swing, boolean paced) {
    double[] rr = new double[260];
    double[] breaths = new double[rr.length];
    double seconds = 0;
    for (int i = 0; i < rr.length; i++) {
      double bpm = (i < step ? 68 : 68 * factor) + swing / 2 * Math.sin(2 * Math.PI * seconds / 10);
      rr[i] = 60_000 / bpm + 8 * random.nextGaussian();
      seconds += rr[i] / 1000;
      breaths[i] = paced ? seconds / 10 : Double.NaN;
    }
    return RrSeries.ofIntervals(rr).paced(breaths);
  }
}
