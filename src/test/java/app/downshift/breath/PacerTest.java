package app.downshift.breath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.breath.BreathPattern.Stroke;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PacerTest {
  private static final long MINUTE = 60_000_000;

  @Test
  void sixAMinuteAtFortySixtyIsFourSecondsInAndSixOut() {
    Pacer pacer = Pacer.steady(0, 0, 6, BreathPattern.LONG_EXHALE);
    assertEquals(Stroke.IN, pacer.at(3_999_000).stroke());
    assertEquals(Stroke.OUT, pacer.at(4_001_000).stroke());
    assertEquals(6, pacer.at(4_000_000).strokeSecondsLeft(), 1e-9);
    assertEquals(1, pacer.at(4_000_000).depth(), 1e-9);
    assertEquals(0, pacer.at(10_000_000).depth(), 1e-9);
  }

  @Test
  void aGlideFromTwelveToSixInTenMinutesLosesOneAMinuteEveryMinute() {
    Pacer pacer = new PacePlan.Glide(12, 6).start(0, 0, 600, BreathPattern.LONG_EXHALE);
    assertEquals(12, pacer.perMinuteAt(0));
    assertEquals(9, pacer.perMinuteAt(3 * MINUTE), 1e-9);
    assertEquals(6, pacer.perMinuteAt(6 * MINUTE), 1e-9);
    assertEquals(6, pacer.perMinuteAt(9 * MINUTE), 1e-9);
    // 12 → 6 linearly over 6 minutes is 54 breaths, then 4 minutes of 6.
    assertEquals(54, pacer.cyclesAt(6 * MINUTE), 1e-9);
    assertEquals(78, pacer.cyclesAt(10 * MINUTE), 1e-9);
  }

  @Test
  void aShortPhaseNeverMakesTheGlideSteeperThanTwo() {
    Pacer pacer = new PacePlan.Glide(12, 6).start(0, 0, 30, BreathPattern.LONG_EXHALE);
    assertEquals(-PaceLimits.STEEPEST_GLIDE, pacer.perMinutePerMinute());
  }

  @Test
  void neitherPhaseNorDepthJumpsOverTenThousandLiveChanges() {
    long seed = 20261121;
    var random = new Random(seed);
    Pacer pacer = new PacePlan.Glide(12, 6).start(0, 0, 600, BreathPattern.LONG_EXHALE);
    long now = 0;
    for (int i = 0; i < 10_000; i++) {
      now += 1 + random.nextInt(8_000_000);
      double cycles = pacer.cyclesAt(now);
      double depth = pacer.at(now).depth();
      Pacer next =
          pacer.changed(
              now,
              2 + random.nextDouble() * 20,
              BreathPattern.ofInhale(0.2 + random.nextDouble() * 0.6));
      assertEquals(cycles, next.cyclesAt(now), 1e-9, "seed " + seed + " change " + i);
      assertEquals(depth, next.at(now).depth(), 1e-9, "seed " + seed + " change " + i);
      assertTrue(PaceLimits.allows(next.perMinuteAt(now + 1)));
      pacer = next;
      double before = pacer.at(now).depth();
      for (int ms = 16; ms < 600; ms += 16) {
        double after = pacer.at(now + ms * 1000L).depth();
        // 15 a minute with a stroke of a fifth moves at most π/2 · 16/800 of the depth in 16 ms.
        assertTrue(Math.abs(after - before) < 0.035, "seed " + seed + " change " + i + " at " + ms);
        before = after;
      }
    }
  }

  @Test
  void noChangeRatioOrPauseMakesAnyPlanJump() {
    long seed = 20261121;
    var random = new Random(seed);
    List<PacePlan> plans =
        List.of(
            new PacePlan.Steady(6),
            new PacePlan.Glide(12, 6),
            new PacePlan.Stepped(List.of(6.5, 6.0, 5.5, 5.0, 4.5), 40, 10, true, 2),
            new PacePlan.Sliding(78, 6.75, 4.25));
    Pacer pacer = Pacer.steady(0, 0, 6, BreathPattern.LONG_EXHALE);
    long now = 0;
    for (int i = 0; i < 10_000; i++) {
      String which = "seed " + seed + " change " + i;
      now += 1 + random.nextInt(9_000_000);
      BreathPattern pattern = BreathPattern.ofInhale(0.2 + random.nextDouble() * 0.6);
      long paused = now;
      Pacer next =
          switch (random.nextInt(5)) {
            case 0 -> pacer.changed(now, 2 + random.nextDouble() * 20, pattern);
            case 1 -> pacer.patterned(now, random.nextInt(4) == 0 ? BreathPattern.BOX : pattern);
            case 2 -> {
              paused = now;
              now += random.nextInt(30_000_000);
              yield pacer.resumed(paused, now);
            }
            case 3 -> {
              PacePlan plan = plans.get(random.nextInt(plans.size()));
              double cycles = pacer.cyclesAt(now);
              yield plan.drawn(random)
                  .start(now, cycles, 400, pattern)
                  .finishing(pacer.patternAt(cycles));
            }
            default -> pacer;
          };
      assertEquals(pacer.cyclesAt(paused), next.cyclesAt(now), 1e-9, which);
      assertEquals(pacer.at(paused).depth(), next.at(now).depth(), 1e-9, which);
      if (paused == now && next != pacer && next.fromMicros() == now) {
        assertTrue(PaceLimits.allows(next.perMinuteAt(now)), which);
      }
      double before = next.at(now).depth();
      double cycles = next.cyclesAt(now);
      for (int ms = 16; ms < 400; ms += 16) {
        long then = now + ms * 1000L;
        assertTrue(Math.abs(next.at(then).depth() - before) < 0.035, which + " at " + ms);
        double rate = Math.max(next.perMinuteAt(then), next.perMinuteAt(then - 16_000));
        assertTrue(next.cyclesAt(then) > cycles, which);
        assertTrue(next.cyclesAt(then) - cycles <= rate * 16 / 60_000 + 1e-9, which);
        before = next.at(then).depth();
        cycles = next.cyclesAt(then);
      }
      pacer = next;
    }
  }

  @Test
  void aStepKeepsItsTimeThroughChangesOfRatioAndPauses() {
    var plan = new PacePlan.Stepped(List.of(6.0, 5.0, 4.5), 60, 10, false, 1);
    Pacer pacer = plan.start(0, 0, 180, BreathPattern.LONG_EXHALE);
    assertEquals(6, pacer.perMinuteAt(MINUTE - 1));
    assertEquals(5, pacer.perMinuteAt(MINUTE + 1));
    Pacer later =
        pacer.patterned(MINUTE / 2, BreathPattern.EVEN).resumed(3 * MINUTE / 2, 5 * MINUTE / 2);
    assertEquals(5, later.perMinuteAt(3 * MINUTE - 1));
    assertEquals(4.5, later.perMinuteAt(3 * MINUTE + 1));
    assertEquals(6 + 5 + 4.5, later.cyclesAt(4 * MINUTE), 1e-9);
  }

  @Test
  void theOrderOfStepsIsDrawnFairlyAndNeverMeetsItself() {
    var plan = new PacePlan.Stepped(List.of(6.5, 6.0, 5.5, 5.0, 4.5), 120, 30, true, 2);
    int[][] places = new int[5][5];
    for (int seed = 0; seed < 5000; seed++) {
      List<Double> order = plan.drawn(Chance.of(seed, 2)).ratesPerMinute();
      assertEquals(order, plan.drawn(Chance.of(seed, 2)).ratesPerMinute());
      assertEquals(10, order.size());
      for (int i = 0; i < 5; i++) {
        places[i][plan.ratesPerMinute().indexOf(order.get(i))]++;
        assertTrue(!order.get(i + 4).equals(order.get(i + 5)) || i != 0, "seed " + seed);
      }
      assertEquals(
          java.util.Set.copyOf(plan.ratesPerMinute()).size(),
          java.util.Set.copyOf(order.subList(5, 10)).size(),
          "seed " + seed);
    }
    for (int[] place : places) {
      for (int count : place) {
        // 5000 draws of one in five: 1000, give or take 28; five times that.
        assertEquals(1000, count, 142);
      }
    }
  }

  @Test
  void resumesWhereItWasPausedEvenInAGlide() {
    Pacer pacer = new PacePlan.Glide(12, 6).start(0, 0, 600, BreathPattern.LONG_EXHALE);
    Pacer resumed = pacer.resumed(2 * MINUTE, 5 * MINUTE);
    assertEquals(pacer.cyclesAt(2 * MINUTE), resumed.cyclesAt(5 * MINUTE), 1e-9);
    assertEquals(10, resumed.perMinuteAt(5 * MINUTE), 1e-9);
    assertEquals(pacer.cyclesAt(7 * MINUTE), resumed.cyclesAt(10 * MINUTE), 1e-9);
  }

  @Test
  void aRateOutsideTheLimitsIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new PacePlan.Steady(3.9));
    assertThrows(IllegalArgumentException.class, () -> new PacePlan.Glide(16, 6));
    assertThrows(IllegalArgumentException.class, () -> new PacePlan.Steady(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> BreathPattern.ofInhale(0.1));
  }
}
