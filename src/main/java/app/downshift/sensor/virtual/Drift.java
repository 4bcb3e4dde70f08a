package app.downshift.sensor.virtual;

import java.util.Random;

/**
 * Wandering with a 1/f-like spectrum and unit variance: the sum of five first-order processes whose
 * time constants are spread evenly on a logarithmic scale.
 */
final class Drift {
  private static final double STEP_SECONDS = 0.25;
  private static final double[] TIME_CONSTANTS = {4, 16, 64, 256, 1024};

  private final Random random;
  private final double[] levels = new double[TIME_CONSTANTS.length];
  private long step;
  private double before;
  private double after;

  Drift(Random random) {
    this.random = random;
    for (int i = 0; i < levels.length; i++) {
      levels[i] = random.nextGaussian();
    }
    before = sum();
    after = before;
  }

  /** The value at a time that never falls. */
  double at(double seconds) {
    while (seconds >= step * STEP_SECONDS) {
      before = after;
      for (int i = 0; i < levels.length; i++) {
        double keep = Math.exp(-STEP_SECONDS / TIME_CONSTANTS[i]);
        levels[i] = keep * levels[i] + Math.sqrt(1 - keep * keep) * random.nextGaussian();
      }
      after = sum();
      step++;
    }
    double share = seconds / STEP_SECONDS - (step - 1);
    return before + (after - before) * share;
  }

  private double sum() {
    double sum = 0;
    for (double level : levels) {
      sum += level;
    }
    return sum / Math.sqrt(levels.length);
  }
}
