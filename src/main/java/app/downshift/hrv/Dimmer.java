package app.downshift.hrv;

/**
 * The brightness of the lamp: darker the more strongly and steadily the heart follows the breath. 1
 * is bright, 0.15 the darkest. A bad signal is no reason to darken.
 */
public final class Dimmer {
  /**
   * Below this in-step value the heart is not yet following: six random breaths reach it once in
   * twenty.
   */
  public static final double NOT_YET = 0.7;

  private static final double DEPTH = 0.85;
  private static final double LEAST_REFERENCE_BPM = 6;

  private Dimmer() {}

  /**
   * Brightness from 0.15 to 1; 1 where anything is undefined.
   *
   * @param inStep from 0 to 1
   * @param swingBpm swing per breath
   * @param referenceBpm the swing that counts as full: the client's own, or {@link #referenceOf}
   */
  public static double brightness(double inStep, double swingBpm, double referenceBpm) {
    double steady = Math.min(1, Math.max(0, (inStep - NOT_YET) / (1 - NOT_YET)));
    double strong = Math.min(1, Math.max(0, swingBpm / referenceBpm));
    double depth = steady * strong;
    return Double.isNaN(depth) ? 1 : 1 - DEPTH * depth;
  }

  /**
   * The reference while nothing is known of earlier sessions: the largest swing so far, at least 6
   * bpm.
   */
  public static double referenceOf(double largestSwingBpm) {
    return largestSwingBpm > LEAST_REFERENCE_BPM ? largestSwingBpm : LEAST_REFERENCE_BPM;
  }
}
