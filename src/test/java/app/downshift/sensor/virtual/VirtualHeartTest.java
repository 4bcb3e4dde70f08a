package app.downshift.sensor.virtual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.beat.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VirtualHeartTest {
  /** Nothing but breathing: no drift, no noise. */
  private static final HeartProfile PURE =
      new HeartProfile(66, 14, 5.5, 1.5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Double.NaN);

  @Test
  void theSameSeedBeatsTheSameAndAnotherDoesNot() {
    assertEquals(
        pull(heart(HeartProfile.CALM, 6, 3), 300), pull(heart(HeartProfile.CALM, 6, 3), 300));
    assertNotEquals(
        pull(heart(HeartProfile.CALM, 6, 3), 300), pull(heart(HeartProfile.CALM, 6, 4), 300));
  }

  @Test
  void beatsAtItsMeanRate() {
    List<HeartEvent.Beat> beats = beats(heart(PURE, 6, 1), 600);
    double minutes = (beats.get(beats.size() - 1).seconds() - beats.get(0).seconds()) / 60;
    assertEquals(66, (beats.size() - 1) / minutes, 0.2);
  }

  @Test
  void swingsWithTheBreathAsItsProfileSaysAndMostAtResonance() {
    for (double perMinute : new double[] {4.5, 5.5, 6.5, 9, 12, 15}) {
      // An interval averages the rate over itself, which takes sinc(f·RR) of a swing: 9 % at 15 a
      // minute.
      double shrunk = Math.PI * perMinute / 60 / 1.1;
      double expected = PURE.swingBpmAt(perMinute) * Math.sin(shrunk) / shrunk;
      double[] fit = fit(heart(PURE, perMinute, 1), perMinute);
      assertEquals(expected, 2 * Math.hypot(fit[0], fit[1]), 0.05 * expected, perMinute + "/min");
    }
    assertEquals(14, PURE.swingBpmAt(5.5), 1e-9);
    assertTrue(PURE.swingBpmAt(4.5) < 13 && PURE.swingBpmAt(6.5) < 13);
    assertTrue(PURE.swingBpmAt(12) < 6 && PURE.swingBpmAt(15) < 4.5);
  }

  @Test
  void theDelayIsTheLagBehindTheBreath() {
    HeartProfile late =
        new HeartProfile(66, 14, 5.5, 1.5, 1.5, 0, 0, 0, 0, 0, 0, 0, 0, 0, Double.NaN);
    double perMinute = 6;
    double[] none = fit(heart(PURE, perMinute, 1), perMinute);
    double[] some = fit(heart(late, perMinute, 1), perMinute);
    double turned = Math.atan2(some[1], some[0]) - Math.atan2(none[1], none[0]);
    double seconds = turned / (2 * Math.PI) * 60 / perMinute;
    assertEquals(1.5, (seconds + 10) % 10, 0.05);
  }

  @Test
  void truthIsToldAboutEveryDisturbedInterval() {
    HeartProfile disturbed = HeartProfile.CALM.withArtifactsPercent(8);
    List<HeartEvent.Beat> beats = beats(heart(disturbed, 6, 9), 3600);
    assertEquals(0.04, share(beats, Mark.ECTOPIC), 0.01);
    assertEquals(0.02, share(beats, Mark.MISSED), 0.007);
    assertEquals(0.02, share(beats, Mark.EXTRA), 0.007);
    for (int i = 1; i < beats.size() - 1; i++) {
      HeartEvent.Beat beat = beats.get(i);
      double around = (beats.get(i - 1).rrMillis() + beats.get(i + 1).rrMillis()) / 2;
      if (beat.truth().equals(Optional.of(Mark.ECTOPIC))) {
        assertTrue(beat.rrMillis() < 0.9 * around, beats.subList(i - 1, i + 2).toString());
      }
      if (beat.truth().equals(Optional.of(Mark.MISSED))) {
        assertTrue(beat.rrMillis() > 1200, beat.toString());
      }
      assertTrue(beat.rrMillis() > 200, beat.toString());
    }
  }

  @Test
  void anEarlyBeatIsFullyCompensated() {
    HeartProfile ectopics =
        new HeartProfile(60, 0, 5.5, 1.5, 0, 0, 0, 0, 5, 0, 0, 0, 0, 0, Double.NaN);
    List<HeartEvent.Beat> beats = beats(heart(ectopics, 6, 2), 600);
    int checked = 0;
    for (int i = 1; i < beats.size() - 1; i++) {
      boolean alone = beats.get(i - 1).truth().isEmpty() && beats.get(i + 1).truth().isEmpty();
      if (beats.get(i).truth().equals(Optional.of(Mark.ECTOPIC)) && alone) {
        assertEquals(2000, beats.get(i).rrMillis() + beats.get(i + 1).rrMillis(), 1e-6);
        checked++;
      }
    }
    assertTrue(checked > 10);
  }

  @Test
  void contactIsLostAndFoundAndTheFirstBeatAfterItHasNoInterval() {
    List<HeartEvent> events = pull(heart(HeartProfile.named("poor").orElseThrow(), 6, 5), 3000);
    int lost = 0;
    double last = 0;
    boolean contact = true;
    boolean first = true;
    for (HeartEvent event : events) {
      assertTrue(event.seconds() >= last, "in order of time");
      last = event.seconds();
      if (event instanceof HeartEvent.Skin) {
        assertNotEquals(contact, ((HeartEvent.Skin) event).on());
        contact = !contact;
        lost += contact ? 0 : 1;
        first = true;
      } else {
        assertTrue(contact);
        assertEquals(first, Double.isNaN(((HeartEvent.Beat) event).rrMillis()));
        first = false;
      }
    }
    assertEquals(0.7, lost / (last / 60), 0.25);
  }

  @Test
  void anIrregularHeartIsIrregularAndAnAthleteAtRestIsNot() {
    assertTrue(roughness(HeartProfile.named("irregular").orElseThrow()) > 0.2);
    assertTrue(roughness(HeartProfile.CALM.withSwingBpm(30)) < 0.2);
  }

  @Test
  void whoBreathesAgainstThePacerSwingsAtTheirOwnRate() {
    HeartProfile against = HeartProfile.named("against").orElseThrow();
    double[] own = fit(heart(against, 6, 4), 13.3);
    double[] paced = fit(heart(against, 6, 4), 6);
    assertTrue(Math.hypot(own[0], own[1]) > 3 * Math.hypot(paced[0], paced[1]));
  }

  @Test
  void slowBreathingCalmsALittle() {
    HeartProfile calming =
        new HeartProfile(66, 0, 5.5, 1.5, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, Double.NaN);
    VirtualHeart slow = heart(calming, 6, 1);
    VirtualHeart fast = heart(calming, 12, 1);
    beats(slow, 1200);
    beats(fast, 1200);
    assertEquals(63, slow.bpm(), 0.1);
    assertEquals(66, fast.bpm(), 0.1);
  }

  @Test
  void driftHasMorePowerTheSlowerItIs() {
    double quick = 0;
    double slow = 0;
    double square = 0;
    Drift drift = new Drift(new Random(7));
    double[] values = new double[40_000];
    for (int i = 0; i < values.length; i++) {
      values[i] = drift.at(i);
      square += values[i] * values[i] / values.length;
    }
    for (int i = 200; i < values.length; i++) {
      quick += Math.pow(values[i] - values[i - 2], 2);
      slow += Math.pow(values[i] - values[i - 200], 2);
    }
    assertEquals(1, square, 0.4);
    assertTrue(slow > 5 * quick, slow + " " + quick);
  }

  @Test
  void profilesAreFoundByName() {
    for (String name : HeartProfile.names().split(", ")) {
      assertTrue(HeartProfile.named(name).isPresent(), name);
    }
    assertEquals("against, calm, ectopics, irregular, poor, small-swing", HeartProfile.names());
    assertFalse(HeartProfile.named("toaster").isPresent());
    assertEquals(80, HeartProfile.CALM.withMeanBpm(80).meanBpm());
  }

  private static VirtualHeart heart(HeartProfile profile, double perMinute, long seed) {
    return new VirtualHeart(profile, Breathing.steady(perMinute), seed);
  }

  private static List<HeartEvent> pull(VirtualHeart heart, int n) {
    List<HeartEvent> events = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      events.add(heart.next());
    }
    return events;
  }

  private static List<HeartEvent.Beat> beats(VirtualHeart heart, double seconds) {
    List<HeartEvent.Beat> beats = new ArrayList<>();
    for (HeartEvent event = heart.next(); event.seconds() < seconds; event = heart.next()) {
      if (event instanceof HeartEvent.Beat) {
        beats.add((HeartEvent.Beat) event);
      }
    }
    return beats;
  }

  private static double share(List<HeartEvent.Beat> beats, Mark mark) {
    return beats.stream().filter(beat -> beat.truth().equals(Optional.of(mark))).count()
        / (double) beats.size();
  }

  private static double roughness(HeartProfile profile) {
    List<HeartEvent.Beat> beats = beats(heart(profile, 6, 8), 600);
    double squares = 0;
    double sum = 0;
    for (int i = 2; i < beats.size(); i++) {
      squares += Math.pow(beats.get(i).rrMillis() - beats.get(i - 1).rrMillis(), 2);
      sum += beats.get(i).rrMillis();
    }
    return Math.sqrt(squares / (beats.size() - 2)) / (sum / (beats.size() - 2));
  }

  /**
   * Cosine and sine of heart rate against the breath, at the middle of each interval, weighted by
   * its length.
   */
  private static double[] fit(VirtualHeart heart, double perMinute) {
    List<HeartEvent.Beat> beats = beats(heart, 600);
    double cosine = 0;
    double sine = 0;
    double weight = 0;
    for (int i = 1; i < beats.size(); i++) {
      double seconds = beats.get(i).rrMillis() / 1000;
      double phase = 2 * Math.PI * perMinute / 60 * (beats.get(i).seconds() - seconds / 2);
      double bpm = 60 / seconds - 66;
      cosine += 2 * seconds * bpm * Math.cos(phase);
      sine += 2 * seconds * bpm * Math.sin(phase);
      weight += seconds;
    }
    return new double[] {cosine / weight, sine / weight};
  }
}
