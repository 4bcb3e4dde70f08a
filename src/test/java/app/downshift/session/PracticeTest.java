package app.downshift.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.breath.BreathPattern;
import app.downshift.breath.PaceLimits;
import app.downshift.breath.PacePlan;
import app.downshift.breath.Pacer;
import app.downshift.session.Practice.Notice;
import app.downshift.session.Practice.Recovery.Standing;
import app.downshift.session.Practice.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a protocol asks for besides breathing. */
class PracticeTest {
  private static final Phase REST = new Phase("rest", 30, new Phase.OwnPace());

  private static Sitting sitting(Phase... phases) {
    return new Sitting(Sitting.plan(new Protocol("test", List.of(phases)), 7));
  }

  private static Phase paced(double seconds, PacePlan plan) {
    return new Phase("breathe", seconds, new Phase.Paced(plan, BreathPattern.LONG_EXHALE));
  }

  private static Phase find() {
    return paced(180, new PacePlan.Stepped(List.of(6.5, 5.5, 4.5), 60, 20, true, 1));
  }

  @Test
  void stepsRunInTheOrderOfTheSeedAndTellWhichPartCounts() {
    Sitting sitting = sitting(REST, find(), REST);
    sitting.beatUntil(260);
    List<Step> steps = sitting.now().practice().steps();
    assertEquals(3, steps.size());
    for (int i = 0; i < 3; i++) {
      Step step = steps.get(i);
      assertEquals(i + 1, step.number());
      assertTrue(step.whole());
      assertEquals(20_000_000, step.scoredFromMicros() - step.fromMicros());
      assertEquals(60_000_000, step.toMicros() - step.fromMicros());
      Snapshot then = sitting.first(s -> s.atMicros() >= step.scoredFromMicros());
      assertEquals(step.number(), then.practice().step().orElseThrow().number());
      assertEquals(
          step.perMinute(), then.pacer().orElseThrow().perMinuteAt(step.scoredFromMicros()));
    }
    assertEquals(3, sitting.all(SessionEvent.StepBegan.class).size());
    assertEquals(
        steps, sitting.all(SessionEvent.StepEnded.class).stream().map(e -> e.step()).toList());
    Sitting again = sitting(REST, find(), REST).beatUntil(260);
    assertEquals(steps, again.now().practice().steps());
  }

  @Test
  void aPauseCutsAStepAndWhatFollowsSettlesAnew() {
    Sitting sitting = sitting(REST, find(), REST);
    sitting.beatUntil(70);
    sitting.ask(new Command.Pause(), 70);
    sitting.beatUntil(90);
    assertTrue(sitting.now().practice().step().isEmpty());
    sitting.ask(new Command.Resume(), 90);
    sitting.beatUntil(280);
    List<Step> steps = sitting.now().practice().steps();
    assertEquals(4, steps.size());
    assertFalse(steps.get(0).whole());
    assertEquals(70_000_000, steps.get(0).toMicros());
    assertEquals(1, steps.get(1).number());
    assertEquals(110_000_000, steps.get(1).scoredFromMicros());
    assertEquals(steps.get(0).fromMicros() + 80_000_000, steps.get(1).toMicros(), 1);
    assertEquals(3, steps.get(3).number());
  }

  @Test
  void aPauseInTheRestBeforeTakesNothingAwayFromTheSearch() {
    Sitting sitting = sitting(REST, find(), REST);
    sitting.beatUntil(10);
    sitting.ask(new Command.Pause(), 10);
    sitting.beatUntil(20);
    sitting.ask(new Command.Resume(), 20);
    sitting.beatUntil(270);
    List<Step> steps = sitting.now().practice().steps();
    assertEquals(3, steps.size());
    assertTrue(steps.stream().allMatch(Step::whole));
  }

  @Test
  void aSearchThatIsReachedFromAPauseBeginsWithTheSession() {
    Sitting sitting = sitting(REST, find(), REST);
    sitting.beatUntil(10);
    sitting.ask(new Command.Pause(), 10);
    sitting.beatUntil(20);
    sitting.ask(new Command.SkipPhase(), 20);
    sitting.beatUntil(25);
    sitting.ask(new Command.Resume(), 25);
    sitting.beatUntil(270);
    List<Step> whole = sitting.now().practice().steps().stream().filter(Step::whole).toList();
    assertTrue(whole.size() >= 2, whole::toString);
    assertEquals(3, whole.get(whole.size() - 1).number());
  }

  @Test
  void anotherPaceEndsTheSearchAndAnotherRatioDoesNot() {
    Sitting sitting = sitting(REST, find(), REST);
    sitting.beatUntil(100);
    sitting.ask(new Command.ChangePattern(BreathPattern.EVEN, false), 100);
    sitting.beatUntil(120);
    assertEquals(2, sitting.now().practice().step().orElseThrow().number());
    assertEquals(BreathPattern.EVEN, sitting.now().pacer().orElseThrow().nextPattern());
    sitting.ask(new Command.ChangePace(7, BreathPattern.EVEN), 120);
    assertTrue(sitting.now().practice().step().isEmpty());
    sitting.beatUntil(200);
    assertEquals(2, sitting.now().practice().steps().size());
    assertFalse(sitting.now().practice().steps().get(1).whole());
    assertEquals(7, sitting.now().pacer().orElseThrow().perMinuteAt(200_000_000));
  }

  @Test
  void everyBreathOfASlideIsAStep() {
    var slide = new PacePlan.Sliding(30, 6.75, 5);
    Sitting sitting = sitting(REST, paced(slide.seconds(), slide), REST);
    sitting.beatUntil(30 + slide.seconds() + 5);
    List<Step> steps = sitting.now().practice().steps();
    assertEquals(30, steps.size());
    for (int i = 1; i < 30; i++) {
      Step step = steps.get(i);
      assertEquals(steps.get(i - 1).toMicros(), step.fromMicros());
      assertEquals(slide.breathSeconds(i), (step.toMicros() - step.fromMicros()) / 1e6, 1e-5);
      assertEquals(60 / slide.breathSeconds(i), step.perMinute(), 1e-9);
    }
  }

  @Test
  void breathingUntilSettledEndsOnceInStepAndSteadyAndNeverBefore() {
    Phase until =
        new Phase(
            "breathe",
            400,
            new Phase.Paced(new PacePlan.Steady(6), BreathPattern.LONG_EXHALE),
            Wording.NONE,
            Wording.NONE,
            Phase.Until.IN_STEP_AND_STEADY);
    Sitting calm = sitting(REST, until, REST).heart(66, 12, 0).beatUntil(400);
    double from = calm.all(SessionEvent.PhaseBegan.class).get(1).atMicros() / 1e6;
    double to = calm.all(SessionEvent.PhaseBegan.class).get(2).atMicros() / 1e6;
    assertTrue(to - from >= 60 && to - from < 110, "settled after " + (to - from));
    Snapshot before = calm.first(s -> s.phase() == 2);
    assertTrue(before.figures().inStep() instanceof Reading.Withheld || from > 0);

    // A heart that rises all the time is in step, perhaps, but not steady.
    Sitting rising = sitting(REST, until, REST);
    for (int i = 0; i < 480; i++) {
      rising.heart(60 + i / 12.0, 12, 0).beatUntil(i);
    }
    var began = rising.all(SessionEvent.PhaseBegan.class);
    assertEquals(400, (began.get(2).atMicros() - began.get(1).atMicros()) / 1e6, 0.1);
  }

  @Test
  void theHeartRateIsToldOneMinuteAfterASet() {
    Sitting sitting = sitting(new Phase("move", 300, new Phase.Movement(2)), REST);
    sitting.heart(70, 0, 0).beatUntil(20);
    sitting.ask(new Command.MarkSet(), 20);
    sitting.heart(110, 0, 0).beatUntil(60);
    sitting.ask(new Command.MarkSet(), 60);
    assertEquals(Standing.PENDING, sitting.now().practice().sets().get(0).recovery().standing());
    sitting.heart(85, 0, 0).beatUntil(140);
    var recovery = sitting.now().practice().sets().get(0).recovery();
    assertEquals(Standing.MEASURED, recovery.standing());
    assertEquals(110, recovery.endBpm(), 0.5);
    assertEquals(85, recovery.afterBpm(), 0.5);
    assertEquals(25, recovery.dropBpm(), 1);
    assertEquals(
        List.of("set 1 begins", "set 1 ends"),
        sitting.now().markers().stream().map(Snapshot.MarkerView::text).toList());
    assertEquals(1, sitting.all(SessionEvent.RecoveryTold.class).size());

    sitting.ask(new Command.MarkSet(), 150);
    sitting.beatUntil(170);
    sitting.ask(new Command.MarkSet(), 170);
    sitting.beatUntil(200);
    sitting.ask(new Command.MarkSet(), 200);
    assertEquals(Standing.NEXT_SET, sitting.now().practice().sets().get(1).recovery().standing());
    assertTrue(Double.isNaN(sitting.now().practice().sets().get(1).recovery().dropBpm()));
    sitting.beatUntil(220);
    sitting.ask(new Command.MarkSet(), 220);
    sitting.silentUntil(250);
    sitting.beatUntil(300);
    sitting.ask(new Command.Stop(), 301);
    assertNotEquals(Standing.PENDING, sitting.now().practice().sets().get(2).recovery().standing());
  }

  @Test
  void aRecoveryWithoutCleanBeatsIsNotMeasured() {
    Sitting sitting = sitting(new Phase("move", 300, new Phase.Movement(1)), REST);
    sitting.heart(100, 0, 0).beatUntil(20);
    sitting.ask(new Command.MarkSet(), 20);
    sitting.beatUntil(60);
    sitting.ask(new Command.MarkSet(), 60);
    sitting.silentUntil(115);
    sitting.silentUntil(123);
    sitting.beatUntil(140);
    var recovery = sitting.now().practice().sets().get(0).recovery();
    assertEquals(Standing.NOT_CLEAN, recovery.standing());
    assertEquals(100, recovery.endBpm(), 0.5);
    assertTrue(Double.isNaN(recovery.afterBpm()) && Double.isNaN(recovery.dropBpm()));
  }

  @Test
  void theKeyOfASetMeansNothingElsewhere() {
    Sitting sitting = sitting(REST, find());
    sitting.beatUntil(10);
    sitting.ask(new Command.MarkSet(), 10);
    assertEquals(List.of(), sitting.now().practice().sets());
    assertTrue(sitting.now().markers().isEmpty());
  }

  @Test
  void aPhaseCanBeLeftEvenFromAPauseAndTheLastOneEndsTheSession() {
    Sitting sitting = sitting(REST, find(), REST);
    sitting.beatUntil(50);
    sitting.ask(new Command.Pause(), 50);
    sitting.beatUntil(55);
    sitting.ask(new Command.SkipPhase(), 55);
    assertEquals(2, sitting.now().phase());
    assertTrue(sitting.now().pacer().isEmpty());
    assertEquals(new SessionState.Running(), sitting.now().state());
    double began = sitting.all(SessionEvent.PhaseBegan.class).get(1).atMicros() / 1e6;
    assertEquals(50 - began, sitting.now().phases().get(1).doneSeconds(), 0.06);
    sitting.beatUntil(60);
    sitting.ask(new Command.SkipPhase(), 60);
    assertTrue(sitting.now().state() instanceof SessionState.Finishing);
    sitting.ask(new Command.SkipPhase(), 61);
    assertTrue(sitting.now().state() instanceof SessionState.Finishing);
  }

  @Test
  void holdsAreRefusedUntilSomebodyWasToldAndWantsThem() {
    Sitting sitting = sitting(paced(300, new PacePlan.Steady(6)), REST);
    sitting.beatUntil(20);
    sitting.ask(new Command.ChangePattern(BreathPattern.BOX, false), 20);
    assertFalse(sitting.now().pacer().orElseThrow().nextPattern().holds());
    assertTrue(sitting.now().practice().notices().contains(Notice.HOLDS_NEED_A_YES));
    sitting.ask(new Command.ChangePace(5, BreathPattern.BOX), 25);
    assertFalse(sitting.now().pacer().orElseThrow().nextPattern().holds());
    assertEquals(5, sitting.now().pacer().orElseThrow().perMinuteAt(26_000_000));
    sitting.ask(new Command.ChangePattern(BreathPattern.BOX, true), 30);
    assertEquals(BreathPattern.BOX, sitting.now().pacer().orElseThrow().nextPattern());
    assertEquals(Set.of(Notice.HOLDS), sitting.now().practice().notices());
    sitting.ask(new Command.ChangePattern(BreathPattern.EVEN, false), 40);
    assertEquals(Set.of(), sitting.now().practice().notices());
  }

  @Test
  void theSubtractionIsThatOfTheSeedAndBeginsAnew() {
    Phase sums = new Phase("sums", 100, new Phase.Stressor(1022, 7, 30));
    List<Practice.Subtraction> tasks = tasks(sitting(sums, REST));
    assertEquals(4, tasks.size());
    assertEquals(tasks, tasks(sitting(sums, REST)));
    for (Practice.Subtraction task : tasks) {
      assertTrue(task.from() > 922 && task.from() <= 1022 && task.step() == 7, task.toString());
    }
    assertTrue(tasks.stream().map(Practice.Subtraction::from).distinct().count() > 1);
    var other = new Sitting(Sitting.plan(new Protocol("test", List.of(sums, REST)), 8));
    assertNotEquals(tasks, tasks(other));
  }

  private static List<Practice.Subtraction> tasks(Sitting sitting) {
    sitting.beatUntil(110);
    assertTrue(sitting.now().practice().subtraction().isEmpty());
    return sitting.snapshots.stream()
        .flatMap(s -> s.practice().subtraction().stream())
        .distinct()
        .toList();
  }

  @Test
  void ratingsAreDueBeforeAndAfterAndNobodyHasToAnswer() {
    var asks = new Asking(Set.of(Rating.Item.PAIN), Set.of(Rating.Item.PAIN, Rating.Item.REGIONS));
    var protocol = new Protocol("test", Wording.NONE, Wording.NONE, asks, List.of(REST, REST));
    var sitting = new Sitting(protocol);
    sitting.beatUntil(5);
    assertEquals(Optional.of(Rating.When.BEFORE), sitting.now().practice().due());
    var before = new Rating(Rating.When.BEFORE, Map.of(Rating.Scale.PAIN, 6));
    sitting.ask(new Command.Rate(before), 6);
    assertEquals(Optional.empty(), sitting.now().practice().due());
    sitting.beatUntil(70);
    assertEquals(Optional.of(Rating.When.AFTER), sitting.now().practice().due());
    sitting.ask(new Command.Rate(new Rating(Rating.When.AFTER, Map.of())), 71);
    assertEquals(Optional.empty(), sitting.now().practice().due());
    assertEquals(2, sitting.now().practice().ratings().size());
    assertEquals(before, sitting.now().practice().ratings().get(0).rating());
    sitting.ask(new Command.AnswerSymptoms(Set.of(), Command.Wish.GO_ON), 72);
    assertEquals(new SessionState.Ended(SessionState.Why.COMPLETE), sitting.now().state());
  }

  @Test
  void theAdaptivePaceIsOffUnlessAskedForAndStaysNearItsStart() {
    Sitting plain = sitting(paced(1200, new PacePlan.Steady(6)), REST).beatUntil(900);
    assertEquals(1, plain.all(SessionEvent.PaceSet.class).size());
    Sitting adapting = sitting(paced(2400, new PacePlan.Steady(6)), REST);
    adapting.beatUntil(10);
    adapting.ask(new Command.Adapt(true), 10);
    assertTrue(adapting.now().practice().notices().contains(Notice.ADAPTIVE_IS_AN_EXPERIMENT));
    adapting.beatUntil(2000);
    List<Pacer> paces =
        adapting.all(SessionEvent.PaceSet.class).stream().map(SessionEvent.PaceSet::pacer).toList();
    assertTrue(paces.size() > 8, "changed " + paces.size() + " times");
    for (int i = 1; i < paces.size(); i++) {
      Pacer pace = paces.get(i);
      assertEquals(0.1, Math.abs(pace.perMinute() - paces.get(i - 1).perMinute()), 1e-9);
      assertTrue(Math.abs(pace.perMinute() - 6) <= 0.5 + 1e-9);
      assertTrue(i == 1 || pace.fromMicros() - paces.get(i - 1).fromMicros() >= 120_000_000);
    }
    adapting.ask(new Command.Adapt(false), 2001);
    assertTrue(adapting.now().practice().adaptive().isEmpty());
  }

  @Test
  void theAdaptivePaceClimbsToTheLargerSwing() {
    for (double best : List.of(5.7, 6.3)) {
      var pace = new AdaptivePace(6, 0);
      double now = 6;
      List<Snapshot.SwingBar> bars = new ArrayList<>();
      List<Double> run = new ArrayList<>();
      for (int second = 1; second < 3600; second++) {
        if (second % 10 == 0) {
          double swing = 15 - 20 * (now - best) * (now - best);
          bars.add(new Snapshot.SwingBar(second * 1_000_000L, swing));
        }
        now = pace.tick(second * 1_000_000L, bars).orElse(now);
        run.add(now);
      }
      double late = run.subList(1800, 3599).stream().mapToDouble(r -> r).average().orElseThrow();
      assertEquals(best, late, 0.11, "settles around the best pace");
    }
  }

  @Test
  void theOwnRateIsToldWhenItIsNotKnown() {
    Phase own = paced(100, new PacePlan.Own(13, false));
    Sitting unknown = sitting(REST, own, REST).beatUntil(60);
    assertTrue(unknown.now().practice().notices().contains(Notice.OWN_RATE_NOT_KNOWN));
    var given = new Sitting(new Protocol("test", List.of(REST, own, REST)).ownRate(17));
    given.beatUntil(60);
    assertEquals(Set.of(), given.now().practice().notices());
    assertEquals(
        PaceLimits.CEILING_PER_MINUTE, given.now().pacer().orElseThrow().perMinuteAt(60_000_000));
  }

  @Test
  void thePacerNeverJumpsThroughTenThousandThingsAPersonCanDo() {
    long seed = 20261121;
    var random = new Random(seed);
    var slide = new PacePlan.Sliding(78, 6.75, 4.25);
    var phases = new ArrayList<Phase>();
    for (int i = 0; i < 20; i++) {
      phases.add(paced(600, new PacePlan.Glide(12, 6)));
      phases.add(
          paced(600, new PacePlan.Stepped(List.of(6.5, 6.0, 5.5, 5.0, 4.5), 60, 20, true, 2)));
      phases.add(paced(slide.seconds(), slide));
    }
    var engine = new Engine(Sitting.plan(new Protocol("test", phases), seed));
    long now = 0;
    Optional<Pacer> before = Optional.empty();
    long frozen = -1;
    int compared = 0;
    for (int i = 0; i < 10_000; i++) {
      now += 1 + random.nextInt(3_000_000);
      Command command = anything(random);
      engine.step(new SessionInput.Commanded(command), now);
      Snapshot after = engine.snapshot();
      if (before.isPresent() && after.pacer().isPresent()) {
        double reached = before.get().cyclesAt(frozen >= 0 ? frozen : now);
        double goesOn =
            after
                .pacer()
                .get()
                .cyclesAt(after.frozenAtMicros() >= 0 ? after.frozenAtMicros() : now);
        String which = "seed " + seed + " step " + i + " " + command;
        assertEquals(reached, goesOn, 1e-7, which);
        assertEquals(depth(before.get(), reached), depth(after.pacer().get(), goesOn), 1e-6, which);
        compared++;
      }
      before = after.pacer();
      frozen = after.frozenAtMicros();
      if (after.state() instanceof SessionState.Finishing) {
        break;
      }
    }
    assertTrue(compared > 1000, "compared only " + compared);
  }

  private static double depth(Pacer pacer, double cycles) {
    return pacer.patternAt(cycles).depthAt(cycles - Math.floor(cycles));
  }

  private static Command anything(Random random) {
    BreathPattern pattern = RandomProtocols.pattern(random);
    return switch (random.nextInt(8)) {
      case 0, 1 -> new Command.ChangePace(2 + 20 * random.nextDouble(), pattern);
      case 2, 3 -> new Command.ChangePattern(pattern, random.nextBoolean());
      case 4 -> new Command.Pause();
      case 5 -> new Command.Resume();
      case 6 -> new Command.Adapt(random.nextBoolean());
      default ->
          random.nextInt(25) == 0
              ? new Command.SkipPhase()
              : new Command.AnswerSymptoms(Set.of(), Command.Wish.RAISE_RATE);
    };
  }
}
