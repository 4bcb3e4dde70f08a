package app.downshift.breath;

import app.downshift.breath.BreathPattern.Stroke;
import java.util.ArrayList;
import java.util.List;

/**
 * The pacer: a pure function of session time. From {@code fromMicros} on, at {@code fromCycles}
 * breaths, it runs at {@code perMinute}, changing linearly by {@code perMinutePerMinute} until
 * {@code targetPerMinute}; then come its {@code legs}, each at a rate of its own.
 *
 * <p>Its phase never jumps: a change of rate makes a new pacer that goes on from the phase of the
 * old one, and a change of pattern waits for the next inhale ({@code pattern} is that of the breath
 * under way, {@code nextPattern} that of all later ones).
 *
 * @param legs what is planned after that, in order of time; empty but for stepped and sliding plans
 */
public record Pacer(
    long fromMicros,
    double fromCycles,
    double perMinute,
    double perMinutePerMinute,
    double targetPerMinute,
    BreathPattern pattern,
    BreathPattern nextPattern,
    List<Leg> legs) {

  private static final double MICROS_PER_MINUTE = 60e6;

  /**
   * A stretch at one rate.
   *
   * @param minutes since the pacer's {@code fromMicros}
   * @param cycles breaths since the pacer's {@code fromCycles}
   */
  public record Leg(double minutes, double cycles, double perMinute) {
    public Leg {
      if (!(minutes >= 0 && cycles >= 0 && PaceLimits.allows(perMinute))) {
        throw new IllegalArgumentException("a stretch of the pacer begins before it");
      }
    }
  }

  public Pacer {
    legs = List.copyOf(legs);
  }

  /** A pacer without legs. */
  public Pacer(
      long fromMicros,
      double fromCycles,
      double perMinute,
      double perMinutePerMinute,
      double targetPerMinute,
      BreathPattern pattern,
      BreathPattern nextPattern) {
    this(
        fromMicros,
        fromCycles,
        perMinute,
        perMinutePerMinute,
        targetPerMinute,
        pattern,
        nextPattern,
        List.of());
  }

  /** A pacer at one rate. */
  public static Pacer steady(
      long fromMicros, double fromCycles, double perMinute, BreathPattern pattern) {
    return new Pacer(fromMicros, fromCycles, perMinute, 0, perMinute, pattern, pattern);
  }

  /**
   * Breaths since the pacer first started; the whole part counts breaths, the rest is the phase.
   */
  public double cyclesAt(long atMicros) {
    double minutes = minutesAt(atMicros);
    int leg = legAt(minutes);
    if (leg >= 0) {
      Leg now = legs.get(leg);
      return fromCycles + now.cycles() + (minutes - now.minutes()) * now.perMinute();
    }
    double gliding = Math.min(minutes, glideMinutes());
    double glided = gliding * (perMinute + perMinutePerMinute * gliding / 2);
    return fromCycles + glided + (minutes - gliding) * targetPerMinute;
  }

  /** Breaths per minute at a time. */
  public double perMinuteAt(long atMicros) {
    double minutes = minutesAt(atMicros);
    int leg = legAt(minutes);
    if (leg >= 0) {
      return legs.get(leg).perMinute();
    }
    return minutes >= glideMinutes() ? targetPerMinute : perMinute + perMinutePerMinute * minutes;
  }

  /** Whether the rate is still on its way to the target. */
  public boolean glidingAt(long atMicros) {
    return (atMicros - fromMicros) / MICROS_PER_MINUTE < glideMinutes();
  }

  /** When a leg begins, in session time. */
  public long legMicros(int leg) {
    return fromMicros + Math.round(legs.get(leg).minutes() * MICROS_PER_MINUTE);
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
   * jump; what was planned after that falls away.
   */
  public Pacer changed(long atMicros, double newPerMinute, BreathPattern newPattern) {
    double cycles = cyclesAt(atMicros);
    double rate = PaceLimits.within(newPerMinute);
    return new Pacer(atMicros, cycles, rate, 0, rate, patternAt(cycles), newPattern);
  }

  /** The same rates, glide and legs included, with another pattern from the next inhale on. */
  public Pacer patterned(long atMicros, BreathPattern newPattern) {
    return restarted(atMicros, atMicros, newPattern);
  }

  /**
   * The same pacer put off: what it would have asked for at {@code pausedMicros} it asks for now.
   */
  public Pacer resumed(long pausedMicros, long atMicros) {
    return restarted(pausedMicros, atMicros, nextPattern);
  }

  private Pacer restarted(long reachedMicros, long atMicros, BreathPattern next) {
    double cycles = cyclesAt(reachedMicros);
    double minutes = minutesAt(reachedMicros);
    double now = perMinuteAt(reachedMicros);
    boolean gliding = glidingAt(reachedMicros);
    List<Leg> left = new ArrayList<>();
    for (Leg leg : legs.subList(legAt(minutes) + 1, legs.size())) {
      double past = cycles - fromCycles;
      left.add(new Leg(leg.minutes() - minutes, Math.max(0, leg.cycles() - past), leg.perMinute()));
    }
    double target = legAt(minutes) >= 0 ? now : targetPerMinute;
    return new Pacer(
        atMicros,
        cycles,
        now,
        gliding ? perMinutePerMinute : 0,
        target,
        patternAt(cycles),
        next,
        left);
  }

  private double minutesAt(long atMicros) {
    return Math.max(0, (atMicros - fromMicros) / MICROS_PER_MINUTE);
  }

  /** The leg under way, or −1 before the first. */
  private int legAt(double minutes) {
    int low = -1;
    int high = legs.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >> 1;
      if (legs.get(middle).minutes() <= minutes) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
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
