package app.downshift.breath;

import app.downshift.breath.BreathPattern.Stroke;

/**
 * The pacer: a pure function of session time. From {@code fromMicros} on, at {@code fromCycles}
 * breaths, it runs at {@code perMinute}, changing linearly by {@code perMinutePerMinute} until
 * {@code targetPerMinute}.
 *
 * <p>Its phase never jumps: a change of rate makes a new pacer that goes on from the phase of the
 * old one, and a change of pattern waits for the next inhale ({@code pattern} is that of the breath
 * under way, {@code nextPattern} that of all later ones).
 */
public record Pacer(
    long fromMicros,
    double fromCycles,
    double perMinute,
    double perMinutePerMinute,
    double targetPerMinute,
    BreathPattern pattern,
    BreathPattern nextPattern) {

  private static final double MICROS_PER_MINUTE = 60e6;

  /** A pacer at one rate. */
  public static Pacer steady(
      long fromMicros, double fromCycles, double perMinute, BreathPattern pattern) {
    return new Pacer(fromMicros, fromCycles, perMinute, 0, perMinute, pattern, pattern);
  }

  /**
   * Breaths since the pacer first started; the whole part counts breaths, the rest is the phase.
   */
  public double cyclesAt(long atMicros) {
    double minutes = Math.max(0, (atMicros - fromMicros) / MICROS_PER_MINUTE);
    double gliding = Math.min(minutes, glideMinutes());
    double glided = gliding * (perMinute + perMinutePerMinute * gliding / 2);
    return fromCycles + glided + (minutes - gliding) * targetPerMinute;
  }

  /** Breaths per minute at a time. */
  public double perMinuteAt(long atMicros) {
    double minutes = Math.max(0, (atMicros - fromMicros) / MICROS_PER_MINUTE);
    return minutes >= glideMinutes() ? targetPerMinute : perMinute + perMinutePerMinute * minutes;
  }

  /** Whether the rate is still on its way to the target. */
  public boolean glidingAt(long atMicros) {
    return (atMicros - fromMicros) / MICROS_PER_MINUTE < glideMinutes();
  }

  /** What the pacer asks for at a time. */
  public Reading at(long atMicros) {
    double cycles = cyclesAt(atMicros);
    double fraction = cycles - Math.floor(cycles);
    BreathPattern now = patternAt(cycles);
    double secondsPerCycle = 60 / perMinuteAt(atMicros);
    return new Reading(
        now.strokeAt(fraction),
        fraction,
        now.depthAt(fraction),
        (now.strokeEnd(fraction) - fraction) * secondsPerCycle,
        perMinuteAt(atMicros));
  }

  /** The pattern of the breath that runs at a phase. */
  public BreathPattern patternAt(double cycles) {
    return Math.floor(cycles) > Math.floor(fromCycles) || fromCycles == Math.floor(fromCycles)
        ? nextPattern
        : pattern;
  }

  /**
   * Goes on from the phase reached at {@code atMicros} with another rate and pattern, without a
   * jump.
   */
  public Pacer changed(long atMicros, double newPerMinute, BreathPattern newPattern) {
    double cycles = cyclesAt(atMicros);
    double rate = PaceLimits.within(newPerMinute);
    return new Pacer(atMicros, cycles, rate, 0, rate, patternAt(cycles), newPattern);
  }

  /**
   * The same pacer put off: what it would have asked for at {@code pausedMicros} it asks for now.
   */
  public Pacer resumed(long pausedMicros, long atMicros) {
    double cycles = cyclesAt(pausedMicros);
    return new Pacer(
        atMicros,
        cycles,
        perMinuteAt(pausedMicros),
        glidingAt(pausedMicros) ? perMinutePerMinute : 0,
        targetPerMinute,
        patternAt(cycles),
        nextPattern);
  }

  private double glideMinutes() {
    return perMinutePerMinute == 0 ? 0 : (targetPerMinute - perMinute) / perMinutePerMinute;
  }

  /**
   * The pacer at one moment.
   *
   * @param fraction of the cycle, 0 to 1
   * @param depth how full the lungs are asked to be, 0 to 1
   * @param strokeSecondsLeft until the stroke changes, in seconds at the present rate
   */
  public record Reading(
      Stroke stroke, double fraction, double depth, double strokeSecondsLeft, double perMinute) {}
}
