package app.downshift.breath;

/** The pace of one phase, in breaths per minute. */
public sealed interface PacePlan {

  /** The pace the phase begins with. */
  double startPerMinute();

  /** The pace the phase settles at. */
  double targetPerMinute();

  /**
   * The pacer of this plan for a phase of {@code phaseSeconds}.
   *
   * @param atMicros session time at which the plan starts
   * @param cycles the phase of the pacer at that moment, in breaths; it goes on from there without
   *     a jump
   */
  Pacer start(long atMicros, double cycles, double phaseSeconds, BreathPattern pattern);

  /** The same rate throughout. */
  record Steady(double perMinute) implements PacePlan {
    public Steady {
      requireAllowed(perMinute);
    }

    @Override
    public double startPerMinute() {
      return perMinute;
    }

    @Override
    public double targetPerMinute() {
      return perMinute;
    }

    @Override
    public Pacer start(long atMicros, double cycles, double phaseSeconds, BreathPattern pattern) {
      return Pacer.steady(atMicros, cycles, perMinute, pattern);
    }
  }

  /**
   * The down-shift: from a comfortable rate to the target in the first three fifths of the phase,
   * never steeper than {@link PaceLimits#STEEPEST_GLIDE}; then the target. Twelve to six in a phase
   * of ten minutes is one breath per minute less every minute.
   */
  record Glide(double startPerMinute, double targetPerMinute) implements PacePlan {
    private static final double SHARE_OF_PHASE = 0.6;

    public Glide {
      requireAllowed(startPerMinute);
      requireAllowed(targetPerMinute);
    }

    @Override
    public Pacer start(long atMicros, double cycles, double phaseSeconds, BreathPattern pattern) {
      double change = targetPerMinute - startPerMinute;
      double steepness = Math.abs(change) / (SHARE_OF_PHASE * phaseSeconds / 60);
      double perMinutePerMinute =
          Math.copySign(Math.min(steepness, PaceLimits.STEEPEST_GLIDE), change);
      return new Pacer(
          atMicros, cycles, startPerMinute, perMinutePerMinute, targetPerMinute, pattern, pattern);
    }
  }

  private static void requireAllowed(double perMinute) {
    if (!PaceLimits.allows(perMinute)) {
      throw new IllegalArgumentException(
          "a pace of %s per minute is outside %s to %s"
              .formatted(perMinute, PaceLimits.FLOOR_PER_MINUTE, PaceLimits.CEILING_PER_MINUTE));
    }
  }
}
