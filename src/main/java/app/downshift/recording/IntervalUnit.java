package app.downshift.recording;

import java.util.Optional;

/**
 * What the numbers of a file count, and how that is known.
 *
 * @param millis ms in one of them
 * @param said what a person should know of the decision; empty where the file says it itself
 */
record IntervalUnit(double millis, Optional<String> said) {
  static final double TICK_MILLIS = 1000.0 / 1024;

  private static final double LONGEST_IN_SECONDS = 10;
  private static final double SHORTEST_USUAL_MILLIS = 250;
  private static final double LONGEST_USUAL_MILLIS = 2500;
  private static final int ENOUGH = 30;

  /** Long enough that messages arriving a second late make no difference. */
  private static final double ENOUGH_MILLIS = 300_000;

  private static final double TICKS_TOLERANCE = 0.004;
  private static final double SAMPLES_TOLERANCE = 0.005;
  private static final int[] USUAL_RATES_HZ = {
    100, 125, 128, 200, 250, 256, 300, 360, 400, 500, 512
  };

  /** As the file names it. */
  static IntervalUnit named(double millis) {
    return new IntervalUnit(millis, Optional.empty());
  }

  /**
   * By content: below 10 they are seconds, otherwise ms, unless a clock beside them, or a rate the
   * file states, says otherwise. A clock can only run ahead of the sum of intervals, where beats
   * are missing; a sum that is ahead of the clock by 2.4 % counts 1/1024 s.
   *
   * @param elapsedMillis how much time a clock in the file says those after the first took, NaN
   *     without one
   * @param rateHz the sampling rate the file states, NaN without one
   */
  static IntervalUnit ofContent(double[] values, double elapsedMillis, double rateHz) {
    double median = Numbers.medianOfPositive(values);
    if (Double.isNaN(median)) {
      return named(1);
    }
    if (median < LONGEST_IN_SECONDS) {
      return new IntervalUnit(1000, Optional.of("its intervals were taken for seconds"));
    }
    if (clockIsGood(values, elapsedMillis)) {
      double perUnit = elapsedMillis / sumAfterFirst(values);
      if (Math.abs(perUnit - TICK_MILLIS) < TICKS_TOLERANCE) {
        return new IntervalUnit(
            TICK_MILLIS,
            Optional.of("its intervals were taken for 1/1024 s, as the clock beside them says"));
      }
      for (int rate : USUAL_RATES_HZ) {
        if (median < SHORTEST_USUAL_MILLIS
            && Math.abs(perUnit * rate / 1000 - 1) < SAMPLES_TOLERANCE) {
          return samples(rate, "the clock beside them says");
        }
      }
    }
    if (median < SHORTEST_USUAL_MILLIS && isUsual(median * 1000 / rateHz)) {
      return samples(rateHz, "the file states");
    }
    return isUsual(median)
        ? named(1)
        : new IntervalUnit(
            1,
            Optional.of(
                "its intervals were taken for ms, which makes most of them very "
                    + (median < SHORTEST_USUAL_MILLIS ? "short" : "long")));
  }

  private static IntervalUnit samples(double rateHz, String witness) {
    String rate = rateHz == Math.rint(rateHz) ? String.valueOf((long) rateHz) : "" + rateHz;
    return new IntervalUnit(
        1000 / rateHz,
        Optional.of("its intervals were taken for samples at " + rate + " Hz, as " + witness));
  }

  private static boolean clockIsGood(double[] values, double elapsedMillis) {
    return values.length >= ENOUGH && elapsedMillis >= ENOUGH_MILLIS && sumAfterFirst(values) > 0;
  }

  /** Whether most hearts at rest or at work beat so. */
  static boolean isUsual(double millis) {
    return millis >= SHORTEST_USUAL_MILLIS && millis <= LONGEST_USUAL_MILLIS;
  }

  private static double sumAfterFirst(double[] values) {
    double sum = 0;
    for (int i = 1; i < values.length; i++) {
      sum += values[i] > 0 && Double.isFinite(values[i]) ? values[i] : 0;
    }
    return sum;
  }
}
