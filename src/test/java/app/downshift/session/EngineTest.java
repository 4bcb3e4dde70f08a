package app.downshift.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.beat.Marks;
import app.downshift.breath.BreathPattern;
import app.downshift.sensor.SensorEvent;
import app.downshift.session.Reading.Reason;
import app.downshift.session.SessionEvent.GapBegan;
import app.downshift.session.SessionEvent.GapCause;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EngineTest {
  private final Sitting sitting =
      new Sitting(Protocol.breathe(6).lasting(List.of(100.0, 240.0, 60.0)));

  @Test
  void phasesFollowEachOtherInTheirPlannedLengths() {
    sitting.beatUntil(420);
    double waited = sitting.first(s -> s.state() instanceof SessionState.Running).atMicros() / 1e6;
    var began = sitting.all(SessionEvent.PhaseBegan.class);
    assertEquals(
        List.of("baseline", "breathe", "recover"),
        began.stream().map(b -> b.phase().name()).toList());
    assertEquals(100 + waited, began.get(1).atMicros() / 1e6, 0.06);
    assertEquals(340 + waited, began.get(2).atMicros() / 1e6, 0.06);
    assertInstanceOf(SessionState.Finishing.class, sitting.now().state());
  }

  @Test
  void thePacerIsHiddenWhileTheOwnPaceIsAskedFor() {
    sitting.beatUntil(420);
    for (Snapshot snapshot : sitting.snapshots) {
      assertEquals(
          snapshot.current().phase().kind() instanceof Phase.Paced
              && !(snapshot.state() instanceof SessionState.Finishing),
          snapshot.paced());
    }
  }

  @Test
  void endsWhenTheLastQuestionIsAnswered() {
    sitting.beatUntil(420);
    assertEquals(
        Snapshot.Question.SYMPTOMS_AT_END, sitting.now().prompt().orElseThrow().question());
    sitting.ask(new Command.AnswerSymptoms(Set.of(), Command.Wish.GO_ON), 421);
    assertEquals(new SessionState.Ended(SessionState.Why.COMPLETE), sitting.now().state());
    assertInstanceOf(SessionEvent.Ended.class, sitting.events.get(sitting.events.size() - 1));
  }

  @Test
  void endsByItselfWhenNobodyAnswers() {
    sitting.beatUntil(530);
    assertEquals(new SessionState.Ended(SessionState.Why.COMPLETE), sitting.now().state());
  }

  @Test
  void asksAfterTwoMinutesOfPacingWhetherItIsTooMuch() {
    sitting.beatUntil(219);
    assertTrue(sitting.now().prompt().isEmpty());
    sitting.beatUntil(223);
    assertEquals(Snapshot.Question.SYMPTOMS_EARLY, sitting.now().prompt().orElseThrow().question());
    double before = sitting.now().pacer().orElseThrow().perMinuteAt(223_000_000);
    sitting.ask(
        new Command.AnswerSymptoms(Set.of(Command.Symptom.DIZZY), Command.Wish.RAISE_RATE), 223);
    assertTrue(sitting.now().prompt().isEmpty());
    assertEquals(before + 1, sitting.now().pacer().orElseThrow().perMinuteAt(230_000_000), 1e-6);
  }

  @Test
  void stopsForSymptomsWhenAsked() {
    sitting.beatUntil(223);
    sitting.ask(new Command.AnswerSymptoms(Set.of(Command.Symptom.PANIC), Command.Wish.STOP), 223);
    assertEquals(new SessionState.Ended(SessionState.Why.SYMPTOMS), sitting.now().state());
  }

  @Test
  void thePhaseClockWaitsWhileTheSensorIsUnpluggedAndTheGapIsDrawnOnce() {
    sitting.beatUntil(50);
    sitting.sense(new SensorEvent.Link(SensorEvent.LinkState.UNPLUGGED, "ttyUSB0"), 50);
    double done = sitting.now().current().doneSeconds();
    sitting.silentUntil(80);
    assertEquals(done, sitting.now().current().doneSeconds(), 0.06);
    assertInstanceOf(SessionState.Waiting.class, sitting.now().state());
    assertEquals(Snapshot.Link.UNPLUGGED, sitting.now().sensor().link());
    sitting.sense(new SensorEvent.Link(SensorEvent.LinkState.CONNECTED, "ttyUSB0"), 80);
    sitting.beatUntil(90);
    assertInstanceOf(SessionState.Running.class, sitting.now().state());
    List<GapBegan> gaps = sitting.all(GapBegan.class);
    assertEquals(1, gaps.size());
    assertEquals(GapCause.UNPLUGGED, gaps.get(0).cause());
    assertEquals(1, sitting.now().counts().gaps());
    Snapshot.GapView drawn = sitting.now().gaps().get(0);
    assertTrue(drawn.toMicros() > drawn.fromMicros());
    assertEquals(
        1, sitting.now().beats().stream().skip(1).filter(Snapshot.BeatView::gapBefore).count());
  }

  @Test
  void silenceOfFiveSecondsIsAGapToo() {
    sitting.beatUntil(50);
    sitting.silentUntil(54);
    assertInstanceOf(SessionState.Running.class, sitting.now().state());
    sitting.silentUntil(56);
    assertInstanceOf(SessionState.Waiting.class, sitting.now().state());
    assertEquals(GapCause.SILENCE, sitting.all(GapBegan.class).get(0).cause());
    assertEquals(
        new Reading.Withheld(Reason.NO_SIGNAL),
        sitting.first(s -> s.atMicros() >= 56_000_000).figures().heartRateBpm());
  }

  @Test
  void beatsWhileTheSensorReportsNoContactStayIslands() {
    sitting.beatUntil(30);
    sitting.sense(new SensorEvent.Contact(0, false), 30);
    sitting.beatUntil(40);
    assertInstanceOf(SessionState.Waiting.class, sitting.now().state());
    sitting.sense(new SensorEvent.Contact(0, true), 40);
    sitting.beatUntil(50);
    assertInstanceOf(SessionState.Running.class, sitting.now().state());
    assertEquals(1, sitting.now().counts().gaps());
  }

  @Test
  void aPauseFreezesThePacerAndItGoesOnInTheSamePhase() {
    sitting.beatUntil(200);
    double done = sitting.now().current().doneSeconds();
    double cycles = sitting.now().pacer().orElseThrow().cyclesAt(200_000_000);
    sitting.ask(new Command.Pause(), 200);
    sitting.beatUntil(217);
    assertInstanceOf(SessionState.Paused.class, sitting.now().state());
    assertEquals(200_000_000, sitting.now().frozenAtMicros());
    assertEquals(done, sitting.now().current().doneSeconds(), 1e-6);
    sitting.ask(new Command.Resume(), 217);
    assertEquals(cycles, sitting.now().pacer().orElseThrow().cyclesAt(217_000_000), 1e-9);
  }

  @Test
  void noVariabilityIsShownBeforeTheRhythmIsKnown() {
    sitting.beatUntil(45);
    assertTrue(sitting.now().counts().beats() < 64);
    assertEquals(
        new Reading.Withheld(Reason.RHYTHM_UNKNOWN), sitting.now().figures().rmssdMillis());
    assertInstanceOf(Reading.Value.class, sitting.now().figures().heartRateBpm());
    sitting.beatUntil(75);
    assertInstanceOf(Reading.Value.class, sitting.now().figures().rmssdMillis());
  }

  @Test
  void noMinuteOfRmssdReachesFromOnePhaseIntoTheNext() {
    sitting.beatUntil(345);
    double began = sitting.all(SessionEvent.PhaseBegan.class).get(2).atMicros() / 1e6;
    sitting.beatUntil(began + 25);
    assertEquals(new Reading.Withheld(Reason.GATHERING), sitting.now().figures().rmssdMillis());
    sitting.beatUntil(began + 45);
    assertInstanceOf(Reading.Value.class, sitting.now().figures().rmssdMillis());
  }

  @Test
  void aPoorSignalIsNeverScored() {
    double at = 900;
    for (int i = 1; i < 200; i++) {
      double rr = i % 2 == 0 ? 250 : 700; // a quarter of the time is out of range
      at += rr;
      sitting.beat(rr, at);
    }
    Snapshot.Figures figures = sitting.now().figures();
    assertEquals(Snapshot.Quality.POOR, sitting.now().sensor().quality());
    assertEquals(new Reading.Withheld(Reason.SIGNAL_TOO_POOR), figures.heartRateBpm());
    assertEquals(new Reading.Withheld(Reason.SIGNAL_TOO_POOR), figures.rmssdMillis());
    assertFalse(sitting.now().dimming().signal());
  }

  @Test
  void anIrregularRhythmIsNotScoredButItsRateIsShown() {
    var random = new java.util.Random(7);
    double at = 0;
    for (int i = 0; i < 200; i++) {
      double rr = 500 + random.nextInt(700);
      at += rr;
      sitting.beat(rr, at);
    }
    assertEquals(Snapshot.Rhythm.IRREGULAR, sitting.now().sensor().rhythm());
    assertFalse(sitting.now().figures().rmssdMillis() instanceof Reading.Value);
  }

  @Test
  void aMinuteThatStillHoldsAnIrregularSpellIsNotScored() {
    sitting.beatUntil(70);
    assertInstanceOf(Reading.Value.class, sitting.now().figures().rmssdMillis());
    double end = irregular(80, 70_000);
    sitting.beatUntil(end / 1000 + 50);
    assertEquals(
        new Reading.Withheld(Reason.RHYTHM_IRREGULAR), sitting.now().figures().rmssdMillis());
    sitting.beatUntil(end / 1000 + 95);
    assertInstanceOf(Reading.Value.class, sitting.now().figures().rmssdMillis());
  }

  @Test
  void aBaselineWithAnIrregularSpellInItHasNoRmssd() {
    sitting.beatUntil(40);
    double end = irregular(50, 40_000);
    assertTrue(end < 95_000);
    sitting.beatUntil(115);
    Snapshot.Baseline baseline = sitting.now().baseline().orElseThrow();
    assertTrue(baseline.heartRateBpm() > 0);
    assertTrue(Double.isNaN(baseline.rmssdMillis()), () -> "RMSSD " + baseline.rmssdMillis());
  }

  @Test
  void everyFourthBeatEarlyIsAPoorSignalThoughNothingIsMarked() {
    double at = 0;
    for (int i = 0; i < 200; i++) {
      double rr = i % 4 == 0 ? 620 + i % 3 : i % 4 == 1 ? 1180 - i % 3 : 900 + i % 7;
      at += rr;
      sitting.beat(rr, at);
    }
    assertEquals(Snapshot.Rhythm.REGULAR, sitting.now().sensor().rhythm());
    assertEquals(Snapshot.Quality.POOR, sitting.now().sensor().quality());
    assertEquals(
        new Reading.Withheld(Reason.SIGNAL_TOO_POOR), sitting.now().figures().rmssdMillis());
  }

  /** Beats in no order from a moment on; answers when the last one was, in ms. */
  private double irregular(int beats, double fromMillis) {
    var random = new java.util.Random(7);
    double at = fromMillis;
    for (int i = 0; i < beats; i++) {
      double rr = 500 + random.nextInt(600);
      at += rr;
      sitting.beat(rr, at);
    }
    return at;
  }

  @Test
  void aHeartThatFollowsTheBreathTurnsTheDimmerDown() {
    sitting.heart(66, 14, 0).beatUntil(335);
    Snapshot now = sitting.now();
    assertTrue(now.figures().inStep().orNaN() > 0.95, () -> "in step " + now.figures().inStep());
    assertEquals(14, now.figures().swingBpm().orNaN(), 14 * 0.05);
    assertTrue(now.dimming().following());
    assertTrue(now.dimming().brightness() < 0.35, () -> "brightness " + now.dimming());
    assertEquals(6, now.figures().breathingPerMinute().orNaN(), 0.5);
    assertTrue(now.swings().size() > 20);
    assertEquals(1, sitting.first(s -> s.atMicros() >= 90_000_000).dimming().brightness());
  }

  @Test
  void theLagGrowsWithTheDelayOfTheHeart() {
    double prompt = lagWithDelay(0);
    double late = lagWithDelay(1.5);
    assertEquals(1.5, late - prompt, 0.3);
  }

  private static double lagWithDelay(double seconds) {
    var sitting = new Sitting(Protocol.breathe(6).lasting(List.of(100.0, 240.0, 60.0)));
    return sitting.heart(66, 14, seconds).beatUntil(335).now().figures().lagSeconds().orNaN();
  }

  @Test
  void theBaselineIsKeptWhenItsPhaseEnds() {
    sitting.beatUntil(99);
    assertTrue(sitting.now().baseline().isEmpty());
    sitting.beatUntil(110);
    Snapshot.Baseline baseline = sitting.now().baseline().orElseThrow();
    assertEquals(66, baseline.heartRateBpm(), 0.5);
    assertEquals(3, baseline.swingBpm(), 0.45);
  }

  @Test
  void aNoteLiesAtTheMomentItIsAboutAndNeverInTheFuture() {
    var sitting = new Sitting(Protocol.breathe(6));
    sitting.beatUntil(20);
    sitting.ask(new Command.AddMarker("yawn", 12_345_678), 20);
    sitting.ask(new Command.AddMarker("now"), 21);
    sitting.ask(new Command.AddMarker("later", 99_000_000), 22);
    sitting.ask(new Command.AddMarker("before", -5), 23);
    sitting.at(24);
    assertEquals(
        List.of(12_345_678L, 21_000_000L, 22_000_000L, 0L),
        sitting.now().markers().stream().map(Snapshot.MarkerView::atMicros).toList());
  }

  @Test
  void aLivePaceChangeNeverMakesThePacerJump() {
    sitting.beatUntil(150);
    double before = sitting.now().pacer().orElseThrow().cyclesAt(150_000_000);
    sitting.ask(new Command.ChangePace(5, BreathPattern.EVEN), 150);
    assertEquals(before, sitting.now().pacer().orElseThrow().cyclesAt(150_000_000), 1e-12);
    assertEquals(5, sitting.now().pacer().orElseThrow().perMinuteAt(150_000_000), 1e-12);
  }

  @Test
  void aCommandedPaceNeverLeavesTheLimits() {
    sitting.beatUntil(150);
    sitting.ask(new Command.ChangePace(1, BreathPattern.EVEN), 150);
    assertEquals(4, sitting.now().pacer().orElseThrow().perMinuteAt(160_000_000));
  }

  @Test
  void anEarlyBeatIsMarkedTwoBeatsLaterAndStaysAsMeasured() {
    sitting.heart(60, 0, 0).beatUntil(60);
    double at = sitting.now().beats().get(sitting.now().beats().size() - 1).atMicros() / 1000.0;
    sitting.beat(600, at + 600);
    sitting.beat(1400, at + 2000);
    sitting.beatUntil(66);
    var marked = sitting.all(SessionEvent.BeatMarked.class);
    assertFalse(marked.isEmpty());
    var view =
        sitting.now().beats().stream().filter(b -> b.rrMillis() == 600).findFirst().orElseThrow();
    assertFalse(view.marks().isEmpty());
    assertTrue(view.decided());
  }

  @Test
  void figuresFollowWhatAPersonSaysOfAMark() {
    sitting.heart(60, 0, 0).beatUntil(80);
    double at = sitting.now().beats().get(sitting.now().beats().size() - 1).atMicros() / 1000.0;
    sitting.beat(600, at + 600);
    sitting.beat(1400, at + 2000);
    sitting.beatUntil(88);
    Snapshot marked = sitting.now();
    var early = marked.beats().stream().filter(b -> b.rrMillis() == 600).findFirst().orElseThrow();
    assertTrue(marked.figures().rmssdMillis().orNaN() < 20);

    sitting.ask(new Command.RuleOnMarks(early.atMicros(), Marks.Ruling.UNDONE), 88);
    Snapshot undone = sitting.now();
    var counted =
        undone.beats().stream().filter(b -> b.rrMillis() == 600).findFirst().orElseThrow();
    assertTrue(counted.marks().isEmpty());
    assertFalse(counted.marks().clearedWords().isEmpty());
    assertEquals(600, counted.rrMillis());
    assertEquals(marked.counts().marked() - 1, undone.counts().marked());
    assertTrue(undone.figures().rmssdMillis().orNaN() > 40);
    assertTrue(undone.sensor().cleanShare() > marked.sensor().cleanShare());

    sitting.ask(new Command.RuleOnMarks(early.atMicros(), Marks.Ruling.WITHDRAWN), 88);
    Snapshot again = sitting.now();
    assertEquals(marked.counts(), again.counts());
    assertEquals(
        marked.figures().rmssdMillis().orNaN(), again.figures().rmssdMillis().orNaN(), 1e-9);
    assertEquals(
        marked.figures().heartRateBpm().orNaN(), again.figures().heartRateBpm().orNaN(), 1e-9);
  }

  @Test
  void theBaselineFollowsARulingThatComesLater() {
    sitting.heart(60, 0, 0).beatUntil(80);
    double at = sitting.now().beats().get(sitting.now().beats().size() - 1).atMicros() / 1000.0;
    sitting.beat(600, at + 600);
    sitting.beat(1400, at + 2000);
    sitting.beatUntil(110);
    var early =
        sitting.now().beats().stream().filter(b -> b.rrMillis() == 600).findFirst().orElseThrow();
    double before = sitting.now().baseline().orElseThrow().rmssdMillis();
    sitting.ask(new Command.RuleOnMarks(early.atMicros(), Marks.Ruling.UNDONE), 110);
    assertTrue(sitting.now().baseline().orElseThrow().rmssdMillis() > before + 20);
  }

  @Test
  void aRulingOnWhatHasNoMarksChangesNothing() {
    sitting.beatUntil(60);
    Snapshot before = sitting.now();
    long calm = before.beats().get(20).atMicros();
    sitting.ask(new Command.RuleOnMarks(calm, Marks.Ruling.ACCEPTED), 60);
    sitting.ask(new Command.RuleOnMarks(calm + 1, Marks.Ruling.UNDONE), 60);
    assertEquals(before.counts(), sitting.now().counts());
    assertEquals(before.figures(), sitting.now().figures());
    assertEquals(before.beats(), sitting.now().beats());
  }

  @Test
  void valuesThatCannotBeAreCountedNotScored() {
    sitting.beatUntil(20);
    sitting.sense(new SensorEvent.Rejected("impossible", "4294967040"), 20);
    assertEquals(1, sitting.now().sensor().unscored());
  }
}
