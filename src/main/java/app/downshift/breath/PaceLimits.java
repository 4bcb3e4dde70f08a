package app.downshift.breath;

/** The limits of pacing that no plan, file or command may leave, in breaths per minute. */
public final class PaceLimits {
  /** Never slower than this. */
  public static final double FLOOR_PER_MINUTE = 4;

  /** Never faster than this. */
  public static final double CEILING_PER_MINUTE = 15;

  /** The slowest rate offered to choose. */
  public static final double OFFERED_FROM_PER_MINUTE = 4.5;

  /** The fastest rate offered to choose. */
  public static final double OFFERED_TO_PER_MINUTE = 7;

  /** The steepest glide, in breaths per minute, per minute. */
  public static final double STEEPEST_GLIDE = 2;

  /** The smallest part of a cycle that breathing in, or out, may take. */
  public static final double SHORTEST_STROKE = 0.2;

  /** The most steps, or sliding breaths, of one plan. */
  public static final int MOST_STEPS = 200;

  private PaceLimits() {}

  /** The nearest rate inside floor and ceiling. */
  public static double within(double perMinute) {
    return Math.max(FLOOR_PER_MINUTE, Math.min(CEILING_PER_MINUTE, perMinute));
  }

  /** Whether a rate lies inside floor and ceiling; false for NaN. */
  public static boolean allows(double perMinute) {
    return perMinute >= FLOOR_PER_MINUTE && perMinute <= CEILING_PER_MINUTE;
  }
}
