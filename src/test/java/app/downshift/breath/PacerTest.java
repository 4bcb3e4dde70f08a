package app.downshift.breath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.breath.BreathPattern.Stroke;
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
