package app.downshift.ui.diary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.evidence.RestingRmssd;
import app.downshift.library.CheckIn;
import app.downshift.library.CheckIn.Load;
import app.downshift.library.CheckIn.Progress;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How a client is doing says what is known, how well, and what is missing. */
class DoingTest {
  private static final LocalDate TODAY = SampleDiary.TODAY;
  private static final RestingRmssd CALM = new RestingRmssd.Known(33, 29, 38);

  private static CheckIn told(
      LocalDate day,
      Set<Progress> progress,
      List<CheckIn.FlareUp> flareUps,
      OptionalDouble sleep,
      Optional<CheckIn.Sat> sat) {
    return new CheckIn(
        day,
        Map.of(),
        Map.of(),
        flareUps,
        Optional.empty(),
        progress,
        Map.of(),
        List.of(),
        List.of(),
        "",
        sleep,
        sat);
  }

  private static CheckIn woke(LocalDate day, boolean lessStiff) {
    return told(
        day,
        lessStiff ? EnumSet.of(Progress.WOKE_WITH_LESS_STIFFNESS) : EnumSet.noneOf(Progress.class),
        List.of(),
        OptionalDouble.empty(),
        Optional.empty());
  }

  private static CheckIn sat(LocalDate day, OptionalInt from, int to) {
    return told(
        day, Set.of(), List.of(), OptionalDouble.empty(), Optional.of(new CheckIn.Sat(from, to)));
  }

  @Test
  void aNewClientHasNothingAndThatIsSaid() {
    Doing doing = new SampleDiary().doing();
    assertTrue(doing.nothingYet());
    assertEquals(Optional.of(Doing.Missing.NO_SESSION), doing.resting().missing());
    assertEquals(Doing.WEEKS, doing.weeks().size());
    assertFalse(doing.anyWeek());
    assertEquals(0, doing.lastDays().told());
    assertTrue(doing.lastDays().sleep().isEmpty());
  }

  @Test
  void daysAreCountedAmongThoseThatWereTold() {
    var sample = new SampleDiary();
    sample.tell(woke(TODAY, true)).tell(woke(TODAY, true)).tell(woke(TODAY.minusDays(2), false));
    sample.tell(woke(TODAY.minusDays(6), true)).tell(woke(TODAY.minusDays(7), true));
    assertEquals(3, sample.doing().lastDays().told());
    assertEquals(2, sample.doing().lastDays().lessStiff());
  }

  @Test
  void sittingGoesFromWhatWasKnownToWhatWasToldLast() {
    var sample = new SampleDiary().tell(sat(TODAY.minusDays(9), OptionalInt.empty(), 40));
    assertTrue(sample.doing().lastDays().sat().isEmpty());
    sample.tell(sat(TODAY.minusDays(3), OptionalInt.empty(), 50));
    sample.tell(sat(TODAY, OptionalInt.empty(), 55));
    assertEquals(
        Optional.of(new CheckIn.Sat(OptionalInt.of(40), 55)), sample.doing().lastDays().sat());
    var own = new SampleDiary().tell(sat(TODAY, OptionalInt.of(35), 55));
    assertEquals(35, own.doing().lastDays().sat().orElseThrow().fromMinutes().orElseThrow());
  }

  @Test
  void aFlareUpToldOnTwoDaysCountsOnce() {
    var flare = new CheckIn.FlareUp(TODAY.minusDays(2), OptionalDouble.of(12), OptionalInt.of(4));
    var open = new CheckIn.FlareUp(TODAY.minusDays(2), OptionalDouble.empty(), OptionalInt.empty());
    var sample = new SampleDiary();
    for (CheckIn.FlareUp each : List.of(open, flare)) {
      sample.tell(told(TODAY, Set.of(), List.of(each), OptionalDouble.empty(), Optional.empty()));
    }
    Doing.LastDays days = sample.doing().lastDays();
    assertEquals(1, days.flareUps());
    assertEquals(12, days.hours().orElseThrow());
    assertEquals(4, days.worst().orElseThrow());
    assertFalse(days.milder(), "milder is for the person to say");
  }

  @Test
  void nightsHaveTheirMeanTheirRangeAndTheirCount() {
    var sample = new SampleDiary();
    for (int day = 0; day < 3; day++) {
      sample.tell(
          told(
              TODAY.minusDays(day),
              Set.of(),
              List.of(),
              OptionalDouble.of(6 + day),
              Optional.empty()));
    }
    assertEquals(Optional.of(new Doing.Sleep(7, 6, 8, 3)), sample.doing().lastDays().sleep());
  }

  @Test
  void whatIsWithheldStaysAwayWithItsReason() {
    for (RestingRmssd.Why why : RestingRmssd.Why.values()) {
      Doing.Line line =
          new SampleDiary()
              .session(TODAY.minusDays(1), OptionalInt.of(6), OptionalInt.empty(), CALM, false)
              .session(
                  TODAY,
                  OptionalInt.empty(),
                  OptionalInt.of(4),
                  new RestingRmssd.Withheld(why),
                  false)
              .doing()
              .resting();
      assertEquals(1, line.points().size());
      assertEquals(why.name(), line.missing().orElseThrow().name());
      assertEquals(Optional.of(TODAY), line.missingOn());
    }
  }

  @Test
  void ratingsThatWereNotGivenAreAbsentAndNotZero() {
    Doing doing =
        new SampleDiary()
            .session(TODAY, OptionalInt.of(0), OptionalInt.empty(), CALM, false)
            .doing();
    assertEquals(0, doing.painBefore().last().orElseThrow().value());
    assertTrue(doing.painAfter().points().isEmpty());
    assertEquals(Optional.of(Doing.Missing.NOT_RATED), doing.painAfter().missing());
    assertTrue(doing.painBefore().missing().isEmpty());
  }

  @Test
  void onlyRealSessionsOfTheseFourWeeksThatAreTheClientsCount() {
    var sample = new SampleDiary();
    sample.session(TODAY.minusDays(28), OptionalInt.of(9), OptionalInt.of(9), CALM, false);
    sample.session(TODAY, OptionalInt.of(1), OptionalInt.of(1), CALM, false, true);
    sample.session(TODAY.minusDays(27), OptionalInt.of(5), OptionalInt.of(4), CALM, true);
    Doing doing = sample.doing();
    assertEquals(1, doing.painBefore().points().size());
    assertEquals(5, doing.painBefore().last().orElseThrow().value());
    assertTrue(doing.resting().last().orElseThrow().pulse());
    List<SessionFigures> moved =
        List.of(
            new SessionFigures(
                new app.downshift.library.SessionId("b".repeat(26)),
                TODAY.atTime(9, 0).toInstant(java.time.ZoneOffset.UTC),
                false,
                false,
                OptionalInt.of(3),
                OptionalInt.of(3),
                CALM));
    assertTrue(
        Doing.of(sample.records(), moved, List.of(), TODAY, SampleDiary.ZONE)
            .painBefore()
            .points()
            .isEmpty());
  }

  @Test
  void aWeekThatWasNotToldHasItsPlaceAndIsEmpty() {
    var sample =
        new SampleDiary().tell(CheckIn.of(TODAY.minusDays(14), Map.of(Load.SITTING, 7), Map.of()));
    List<Doing.Week> weeks = sample.doing().weeks();
    assertTrue(weeks.get(3).load().isEmpty());
    assertEquals(7, weeks.get(1).load().orElseThrow().mean());
    assertTrue(weeks.get(1).load().orElseThrow().to() > 9, "one answer says little");
    assertTrue(weeks.get(1).capacity().isEmpty());
  }
}
