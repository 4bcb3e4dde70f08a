package app.downshift.sensor.virtual;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A virtual heart as numbers.
 *
 * @param meanBpm mean heart rate
 * @param swingBpm heart-rate swing with the breath at resonance, from trough to peak
 * @param resonancePerMinute breathing rate at which the swing is largest
 * @param resonanceQuality how sharply the swing falls beside it, the Q of a second-order resonance
 * @param delaySeconds how long the heart lags behind the breath; without it heart rate is lowest
 *     when inhalation starts
 * @param driftBpm standard deviation of the slow wandering (1/f)
 * @param jitterMillis standard deviation of white noise on each beat's instant
 * @param calmingBpm by how much slow breathing lowers the mean in the long run
 * @param ectopicsPercent early beats with full compensation, of 100 beats
 * @param missedPercent beats the sensor does not find, of 100
 * @param extraPercent false beats between two true ones, of 100
 * @param dropoutsPerMinute how often contact is lost
 * @param dropoutSeconds how long contact is lost, on average
 * @param irregularity standard deviation of beat-to-beat randomness as part of the interval; 0.22
 *     is like atrial fibrillation
 * @param ownPerMinute breathes at this rate whatever the pacer says; NaN follows the breathing it
 *     is given
 */
public record HeartProfile(
    double meanBpm,
    double swingBpm,
    double resonancePerMinute,
    double resonanceQuality,
    double delaySeconds,
    double driftBpm,
    double jitterMillis,
    double calmingBpm,
    double ectopicsPercent,
    double missedPercent,
    double extraPercent,
    double dropoutsPerMinute,
    double dropoutSeconds,
    double irregularity,
    double ownPerMinute) {

  /** Falls to about a third at 12 to 15 breaths a minute. */
  private static final double USUAL_QUALITY = 1.5;

  /**
   * A resonance that can be found: little more than half the swing one breath a minute beside it.
   */
  public static final double SHARP_QUALITY = 4;

  /** A healthy heart that answers the breath well. */
  public static final HeartProfile CALM =
      new HeartProfile(66, 14, 5.5, USUAL_QUALITY, 0.6, 1.2, 4, 1.5, 0, 0, 0, 0, 0, 0, Double.NaN);

  private static final Map<String, HeartProfile> NAMED =
      new TreeMap<>(
          Map.of(
              "calm", CALM,
              "small-swing", CALM.withSwingBpm(3),
              "ectopics",
                  new HeartProfile(
                      66,
                      10,
                      5.5,
                      USUAL_QUALITY,
                      0.6,
                      1.2,
                      4,
                      1.5,
                      4,
                      0,
                      0,
                      0.15,
                      9,
                      0,
                      Double.NaN),
              "poor",
                  new HeartProfile(
                      72, 8, 5.5, USUAL_QUALITY, 0.6, 2, 15, 0, 1, 4, 4, 0.7, 6, 0, Double.NaN),
              "irregular",
                  new HeartProfile(
                      84, 2, 5.5, USUAL_QUALITY, 0.6, 2, 5, 0, 1, 0, 0, 0, 0, 0.22, Double.NaN),
              "against",
                  new HeartProfile(
                      70, 12, 5.5, USUAL_QUALITY, 0.6, 1.2, 4, 0, 0, 0, 0, 0, 0, 0, 13.3)));

  /** The profile called {@code name}, or nothing. */
  public static Optional<HeartProfile> named(String name) {
    return Optional.ofNullable(NAMED.get(name));
  }

  /** All names, for a message. */
  public static String names() {
    return String.join(", ", NAMED.keySet());
  }

  /** The same heart at another mean rate. */
  public HeartProfile withMeanBpm(double bpm) {
    return new HeartProfile(
        bpm,
        swingBpm,
        resonancePerMinute,
        resonanceQuality,
        delaySeconds,
        driftBpm,
        jitterMillis,
        calmingBpm,
        ectopicsPercent,
        missedPercent,
        extraPercent,
        dropoutsPerMinute,
        dropoutSeconds,
        irregularity,
        ownPerMinute);
  }

  /** The same heart with another swing at resonance. */
  public HeartProfile withSwingBpm(double bpm) {
    return new HeartProfile(
        meanBpm,
        bpm,
        resonancePerMinute,
        resonanceQuality,
        delaySeconds,
        driftBpm,
        jitterMillis,
        calmingBpm,
        ectopicsPercent,
        missedPercent,
        extraPercent,
        dropoutsPerMinute,
        dropoutSeconds,
        irregularity,
        ownPerMinute);
  }

  /**
   * The same heart with {@code percent} disturbed beats: half early ones, a quarter missed, a
   * quarter extra.
   */
  public HeartProfile withArtifactsPercent(double percent) {
    return new HeartProfile(
        meanBpm,
        swingBpm,
        resonancePerMinute,
        resonanceQuality,
        delaySeconds,
        driftBpm,
        jitterMillis,
        calmingBpm,
        percent / 2,
        percent / 4,
        percent / 4,
        dropoutsPerMinute,
        dropoutSeconds,
        irregularity,
        ownPerMinute);
  }

  /** The same heart with another resonance. */
  public HeartProfile withResonance(double perMinute, double quality) {
    return new HeartProfile(
        meanBpm,
        swingBpm,
        perMinute,
        quality,
        delaySeconds,
        driftBpm,
        jitterMillis,
        calmingBpm,
        ectopicsPercent,
        missedPercent,
        extraPercent,
        dropoutsPerMinute,
        dropoutSeconds,
        irregularity,
        ownPerMinute);
  }

  /** Swing from trough to peak when breathing at this rate: the response of a damped resonator. */
  public double swingBpmAt(double perMinute) {
    double ratio = perMinute / resonancePerMinute;
    double detuning = resonanceQuality * (ratio - 1 / ratio);
    return swingBpm / Math.sqrt(1 + detuning * detuning);
  }
}
