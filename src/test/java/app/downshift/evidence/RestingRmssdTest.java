package app.downshift.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.evidence.MadeSessions.Rest;
import app.downshift.recording.SessionFile;
import app.downshift.sensor.SensorEvent;
import app.downshift.session.SessionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** RMSSD at rest comes with its uncertainty, or stays away with its reason. */
class RestingRmssdTest {
  private static final int SEED = 11;
  private static final Rest SLOW = new Rest(66, 110, 6);

  @Test
  void aCleanRestGivesTheFigureOfBeforeAgainstAfter() {
    SessionFile file =
        MadeSessions.of("breathe", SEED, MadeSessions.USUAL, SLOW, MadeSessions.USUAL);
    var known = assertInstanceOf(RestingRmssd.Known.class, RestingRmssd.of(file));
    double expected = Math.exp(SessionEvidence.of(file).pre().orElseThrow().lnRmssd());
    assertEquals(expected, known.millis(), 1e-9, "seed " + SEED);
    assertTrue(known.fromMillis() < known.millis() && known.millis() < known.toMillis());
  }

  @Test
  void ninetyFiveOfAHundredIntervalsHoldTheMeanOfTheSameHeart() {
    int held = 0;
    int sessions = 100;
    double truth = 0;
    List<RestingRmssd.Known> all = new ArrayList<>();
    for (int seed = 0; seed < sessions; seed++) {
      var known =
          assertInstanceOf(
              RestingRmssd.Known.class,
              RestingRmssd.of(MadeSessions.of("quiet-control", seed, MadeSessions.USUAL)));
      all.add(known);
      truth += Math.log(known.millis()) / sessions;
    }
    for (RestingRmssd.Known each : all) {
      held += Math.log(each.fromMillis()) < truth && truth < Math.log(each.toMillis()) ? 1 : 0;
    }
    System.out.println("intervals of resting RMSSD hold " + held + " of 100 (seeds 0 to 99)");
    // 95 are expected, with a standard deviation of 2.2.
    assertTrue(held >= 90 && held < 100, "held " + held);
  }

  @Test
  void aShortRestAPoorSignalAndNoRestEachSayTheirReason() {
    assertEquals(
        new RestingRmssd.Withheld(RestingRmssd.Why.TOO_SHORT),
        RestingRmssd.of(
            MadeSessions.of("breathe-short", SEED, MadeSessions.USUAL, SLOW, MadeSessions.USUAL)));
    assertEquals(
        new RestingRmssd.Withheld(RestingRmssd.Why.SIGNAL),
        RestingRmssd.of(
            MadeSessions.of("breathe", SEED, new Rest(60, 40, 13, 4), SLOW, MadeSessions.USUAL)));
    SessionFile whole =
        MadeSessions.of("breathe", SEED, MadeSessions.USUAL, SLOW, MadeSessions.USUAL);
    SessionFile nothing = new SessionFile(whole.plan(), List.of(), 0, 0, true);
    assertEquals(new RestingRmssd.Withheld(RestingRmssd.Why.NO_REST), RestingRmssd.of(nothing));
  }

  @Test
  void anIrregularRhythmIsWithheldThoughTheSignalIsClean() {
    SessionFile whole =
        MadeSessions.of("breathe", SEED, MadeSessions.USUAL, SLOW, MadeSessions.USUAL);
    var random = new Random(5);
    List<SessionEvent> events = new ArrayList<>();
    for (SessionEvent event : whole.events()) {
      if (event instanceof SessionEvent.BeatTaken beat) {
        var other =
            new SensorEvent.Beat(0, 480 + 520 * random.nextDouble(), 0, 0, Optional.empty(), false);
        events.add(
            new SessionEvent.BeatTaken(
                beat.atMicros(), beat.arrivedMicros(), other, beat.marks(), beat.found()));
      } else {
        events.add(event);
      }
    }
    SessionFile irregular = new SessionFile(whole.plan(), events, 0, 0, false);
    var withheld = assertInstanceOf(RestingRmssd.Withheld.class, RestingRmssd.of(irregular));
    assertEquals(RestingRmssd.Why.RHYTHM, withheld.why(), "seed 5");
  }
}
