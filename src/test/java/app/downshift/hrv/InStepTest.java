package app.downshift.hrv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.hrv.PulseHeart.Pulse;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InStepTest {
  private static final double PERIOD = 10_000;

  @Test
  void isOneForAHeartThatFollowsEveryBreath() {
    InStep inStep = fed(120, 0.4, 0);
    assertEquals(6, inStep.breaths());
    assertEquals(1, inStep.value(), 0.005);
  }

  @Test
  void isLowForAHeartThatIgnoresTheBreath() {
    double sum = 0;
    for (int seed = 0; seed < 50; seed++) {
      InStep inStep = new InStep();
      Random random = new Random(seed);
      double time = 0;
      while (time < 120_000) {
        double rr = 850 + 40 * random.nextGaussian();
        time += rr;
        inStep.accept(rr, time / PERIOD, PERIOD);
      }
      sum += inStep.value();
    }
    assertEquals(0.37, sum / 50, 0.08);
  }

  @Test
  void needsThreeBreathsAndSaysHowManyThereAre() {
    InStep inStep = new InStep();
    double time = 0;
    while (time < 29_000) {
      time += 1000;
      inStep.accept(1000 + 50 * Math.sin(2 * Math.PI * time / PERIOD), time / PERIOD, PERIOD);
    }
    assertEquals(2, inStep.breaths());
    assertTrue(Double.isNaN(inStep.value()));
    assertTrue(Double.isNaN(inStep.lagSeconds(PERIOD, 0.4)));
  }

  @Test
  void breathsWithoutEnoughBeatsAreLeftOutAndTheOldOnesFade() {
    InStep inStep = fed(120, 0.4, 0);
    inStep.accept(1000, 15.5, PERIOD);
    assertEquals(3, inStep.breaths());
    inStep.accept(1000, 42, PERIOD);
    assertEquals(0, inStep.breaths());
  }

  @Test
  void lagIsTheTimeFromTheEndOfTheInhaleToTheFastestHeart() {
    for (double inhale : new double[] {0.4, 0.5}) {
      for (double late = -4; late < 5; late += 1) {
        InStep inStep = fed(150, inhale, late);
        assertEquals(
            late, inStep.lagSeconds(PERIOD, inhale), 0.12, "inhale " + inhale + " late " + late);
      }
    }
  }

  @Test
  void aConstantHeartHasNoAnswer() {
    InStep inStep = new InStep();
    for (int i = 1; i < 200; i++) {
      inStep.accept(800, i * 800 / PERIOD, PERIOD);
    }
    assertTrue(Double.isNaN(inStep.value()));
  }

  @Test
  void survivesWhateverASensorMaySay() {
    double[] odd = {
      0, -1, Double.NaN, 1e12, 1e-9, 800, Double.NEGATIVE_INFINITY, 3000, 1e16, 1e17, 1e300
    };
    Random random = new Random(5);
    InStep inStep = new InStep();
    for (int i = 0; i < 5000; i++) {
      inStep.accept(
          odd[random.nextInt(odd.length)],
          odd[random.nextInt(odd.length)],
          odd[random.nextInt(odd.length)]);
      double value = inStep.value();
      assertTrue(Double.isNaN(value) || (value >= 0 && value <= 1 + 1e-12));
    }
  }

  /** A heart that is fastest {@code late} seconds after the inhale ends. */
  private static InStep fed(double seconds, double inhale, double late) {
    InStep inStep = new InStep();
    double peak = inhale + late * 1000 / PERIOD;
    for (Pulse beat :
        PulseHeart.beats(
            t -> 62 + 5 * Math.cos(2 * Math.PI * (t * 1000 / PERIOD - peak)),
            seconds,
            2,
            new Random(9))) {
      inStep.accept(beat.rrMillis(), beat.timeMillis() / PERIOD, PERIOD);
    }
    return inStep;
  }
}
