package app.downshift.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.library.CheckIn.Capacity;
import app.downshift.library.CheckIn.Load;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Weeks of load and capacity say how little they stand on. */
class WeekBalanceTest {
  private static final LocalDate MONDAY = LocalDate.parse("2026-11-16");

  private static Map<Load, Integer> loads(int value) {
    Map<Load, Integer> all = new EnumMap<>(Load.class);
    for (Load each : Load.values()) {
      all.put(each, value);
    }
    return all;
  }

  @Test
  void aWeekWithoutAnAnswerIsAbsentAndNotZero() {
    List<WeekBalance> weeks = WeekBalance.of(List.of(CheckIn.of(MONDAY, Map.of(), Map.of())));
    assertTrue(weeks.get(0).load().isEmpty());
    assertEquals(WeekBalance.Says.NOTHING_ANSWERED, weeks.get(0).says());
    assertEquals(List.of(), WeekBalance.of(List.of()));
  }

  @Test
  void aWeekThatIsAnsweredWhollyIsKnown() {
    List<CheckIn> week = new ArrayList<>();
    for (int day = 0; day < 7; day++) {
      week.add(CheckIn.of(MONDAY.plusDays(day), loads(day), Map.of()));
    }
    WeekBalance.Estimate load = WeekBalance.of(week).get(0).load().orElseThrow();
    assertEquals(3, load.mean(), 1e-12);
    assertEquals(3, load.from(), 1e-12);
    assertEquals(42, load.answers());
    assertEquals(7, load.days());
  }

  @Test
  void sundayBelongsToTheWeekBeforeAndADayToldTwiceCountsOnce() {
    var twice =
        List.of(
            CheckIn.of(MONDAY.minusDays(1), Map.of(Load.SITTING, 2), Map.of()),
            CheckIn.of(MONDAY.minusDays(1), Map.of(Load.SITTING, 4), Map.of()),
            CheckIn.of(MONDAY, Map.of(Load.SITTING, 9), Map.of()));
    List<WeekBalance> weeks = WeekBalance.of(twice);
    assertEquals(MONDAY.minusDays(7), weeks.get(0).monday());
    assertEquals(3, weeks.get(0).load().orElseThrow().mean());
    assertEquals(1, weeks.get(0).load().orElseThrow().answers());
    assertEquals(9, weeks.get(1).load().orElseThrow().mean());
  }

  @Test
  void oneAnswerSaysLittleAndASingleDifferenceNothing() {
    WeekBalance week =
        WeekBalance.of(
                List.of(CheckIn.of(MONDAY, Map.of(Load.LIFTING, 8), Map.of(Capacity.STRENGTH, 4))))
            .get(0);
    WeekBalance.Estimate load = week.load().orElseThrow();
    assertTrue(load.to() - load.from() > 5, load::toString);
    assertEquals(WeekBalance.Says.NOT_KNOWN, week.says());
  }

  @Test
  void moreAnswersNarrowTheInterval() {
    double before = 11;
    for (int days = 1; days <= 7; days++) {
      List<CheckIn> week = new ArrayList<>();
      for (int day = 0; day < days; day++) {
        week.add(CheckIn.of(MONDAY.plusDays(day), loads(4 + day % 2), Map.of()));
      }
      WeekBalance.Estimate load = WeekBalance.of(week).get(0).load().orElseThrow();
      assertTrue(load.to() - load.from() < before);
      before = load.to() - load.from();
    }
  }

  @Test
  void flareUpsCountInTheWeekTheyBegan() {
    var flare = new CheckIn.FlareUp(MONDAY, OptionalDouble.of(30), OptionalInt.of(7));
    var told =
        new CheckIn(
            MONDAY.plusDays(2),
            Map.of(),
            Map.of(),
            List.of(flare),
            Optional.of(CheckIn.PainSince.IN_CYCLES),
            Set.of(CheckIn.Progress.SAT_LONGER),
            Map.of(CheckIn.Context.SLEEP, 3),
            List.of(new CheckIn.Fear("lifting a crate", 8)),
            List.of(new CheckIn.Taken("ibuprofen", "400 mg")),
            "");
    assertEquals(1, WeekBalance.of(List.of(told)).get(0).flareUps());
  }

  @Test
  void anAnswerOutsideItsScaleIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> CheckIn.of(MONDAY, Map.of(Load.SITTING, 11), Map.of()));
    assertThrows(IllegalArgumentException.class, () -> new CheckIn.Fear("stairs", -1));
    assertThrows(IllegalArgumentException.class, () -> new CheckIn.Taken(" ", "1"));
  }

  /**
   * Persons whose scales and days differ by what is drawn for them answer some of it; the week's
   * true mean, had all been answered, lies within the interval in about 95 of 100 weeks.
   */
  @Test
  void theIntervalHoldsTheMeanOfTheWholeWeekAboutAsOftenAsItSays() {
    long seed = 20261121;
    var random = new Random(seed);
    int weeks = 0;
    int held = 0;
    for (int person = 0; person < 2000; person++) {
      double scaleSd = 1 + 2 * random.nextDouble();
      double daySd = 0.8 + 1.8 * random.nextDouble();
      double answering = 0.15 + 0.8 * random.nextDouble();
      List<CheckIn> told = new ArrayList<>();
      List<Double> truth = new ArrayList<>();
      double[] level = new double[Load.values().length];
      for (int i = 0; i < level.length; i++) {
        level[i] = 5 + scaleSd * random.nextGaussian();
      }
      for (int week = 0; week < 6; week++) {
        double sum = 0;
        for (int day = 0; day < 7; day++) {
          Map<Load, Integer> answers = new EnumMap<>(Load.class);
          for (Load each : Load.values()) {
            double felt = level[each.ordinal()] + daySd * random.nextGaussian();
            int value = (int) Math.round(Math.max(0, Math.min(10, felt)));
            sum += value;
            if (random.nextDouble() < answering * (each.ordinal() < 3 ? 1 : 0.5)) {
              answers.put(each, value);
            }
          }
          if (!answers.isEmpty() && random.nextDouble() < 0.7) {
            told.add(CheckIn.of(MONDAY.plusWeeks(week).plusDays(day), answers, Map.of()));
          }
        }
        truth.add(sum / 7 / level.length);
      }
      for (WeekBalance week : WeekBalance.of(told)) {
        int number = (int) (week.monday().toEpochDay() - MONDAY.toEpochDay()) / 7;
        WeekBalance.Estimate load = week.load().orElseThrow();
        weeks++;
        if (load.from() <= truth.get(number) && truth.get(number) <= load.to()) {
          held++;
        }
      }
    }
    double share = held / (double) weeks;
    System.out.printf("intervals of %d weeks hold %.1f %% (seed %d)%n", weeks, 100 * share, seed);
    assertTrue(share > 0.93 && share < 0.975, "held " + share + " of " + weeks + ", seed " + seed);
  }
}
