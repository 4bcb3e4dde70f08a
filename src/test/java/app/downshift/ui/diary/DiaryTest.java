package app.downshift.ui.diary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.library.CheckIn;
import app.downshift.library.ClientRecords;
import app.downshift.ui.diary.Diary.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The longer view plots one person, week by week, and claims little. */
class DiaryTest {
  private static final LocalDate TODAY = SampleDiary.TODAY;

  private static CheckIn fear(LocalDate day, String activity, int howMuch) {
    return new CheckIn(
        day,
        Map.of(),
        Map.of(),
        List.of(),
        Optional.empty(),
        EnumSet.noneOf(CheckIn.Progress.class),
        Map.of(),
        List.of(new CheckIn.Fear(activity, howMuch)),
        List.of(new CheckIn.Taken("Massage", "30 min")),
        "");
  }

  @Test
  void monthsHaveEveryPlotInItsOrderAndNothingIsPlottedOfANewClient() {
    List<Kind> kinds =
        SampleDiary.months(16).diary().series().stream().map(Diary.Series::kind).toList();
    assertEquals(List.of(Kind.values()), kinds);
    Diary none = new SampleDiary().diary();
    assertEquals(List.of(), none.series());
    assertEquals(TODAY, none.oldest());
  }

  @Test
  void fearIsKeptByActivityHoweverItsLettersAreWritten() {
    var sample = new SampleDiary();
    sample.tell(fear(TODAY.minusDays(20), "Lifting a crate", 8));
    sample.tell(fear(TODAY.minusDays(10), " lifting a crate", 6));
    sample.tell(fear(TODAY, "stairs", 3));
    List<Diary.Series> fears =
        sample.diary().series().stream().filter(each -> each.kind() == Kind.FEAR).toList();
    assertEquals(
        List.of("Lifting a crate", "stairs"), fears.stream().map(Diary.Series::activity).toList());
    assertEquals(2, fears.get(0).points().size());
    assertEquals(3, sample.diary().marks().stream().filter(each -> !each.flareUp()).count());
  }

  @Test
  void entriesAreNewestFirstAndEachCanBeNamedToBeWithdrawn() {
    ClientRecords records = SampleDiary.months(6).records();
    List<Diary.Entry> entries = SampleDiary.months(6).diary().entries();
    assertEquals(records.checkIns().size() + records.notes().size(), entries.size());
    assertEquals(entries.size(), Set.copyOf(entries.stream().map(Diary.Entry::id).toList()).size());
    for (int i = 1; i < entries.size(); i++) {
      assertFalse(entries.get(i).day().isAfter(entries.get(i - 1).day()));
    }
  }

  @Test
  void weeksWithoutASessionAreNoughtMinutesOfPractice() {
    var sample = new SampleDiary();
    for (int week : new int[] {4, 2}) {
      sample.session(
          TODAY.minusWeeks(week),
          java.util.OptionalInt.empty(),
          java.util.OptionalInt.empty(),
          new app.downshift.evidence.RestingRmssd.Known(30, 28, 33),
          false);
    }
    Diary.Series practice =
        sample.diary().series().stream()
            .filter(each -> each.kind() == Kind.PRACTICE)
            .findFirst()
            .orElseThrow();
    assertEquals(
        List.of(19.0, 0.0, 19.0, 0.0, 0.0), practice.weeks().stream().map(WeekMean::mean).toList());
  }

  @Test
  void whereNothingChangesAChangeIsRarelyClaimed() {
    int seed = 3;
    var random = new Random(seed);
    int claimed = 0;
    int people = 2000;
    for (int person = 0; person < people; person++) {
      List<Doing.Point> points = new ArrayList<>();
      for (int day = 0; day < 84; day++) {
        if (random.nextDouble() < 0.4) {
          int pain = (int) Math.round(5 + 2 * random.nextGaussian());
          points.add(Doing.Point.told(TODAY.minusDays(83 - day), Math.max(0, Math.min(10, pain))));
        }
      }
      var series = new Diary.Series(Kind.PAIN_BEFORE, "", points, WeekMean.ofAnswers(points));
      claimed +=
          series.lastAgainstFirst().orElse(WeekMean.Against.NOT_KNOWN) == WeekMean.Against.NOT_KNOWN
              ? 0
              : 1;
    }
    System.out.println("claimed " + claimed + " of " + people + " (seed " + seed + ")");
    assertTrue(claimed < 0.03 * people, claimed + ", seed " + seed);
  }

  @Test
  void aLargeChangeIsSaid() {
    List<Doing.Point> points = new ArrayList<>();
    for (int day = 0; day < 28; day++) {
      points.add(Doing.Point.told(TODAY.minusDays(27 - day), day < 14 ? 8 : 2));
    }
    var series = new Diary.Series(Kind.PAIN_BEFORE, "", points, WeekMean.ofAnswers(points));
    assertEquals(Optional.of(WeekMean.Against.LOWER), series.lastAgainstFirst());
    assertEquals(2, series.from(TODAY.minusDays(7)).weeks().size());
  }
}
