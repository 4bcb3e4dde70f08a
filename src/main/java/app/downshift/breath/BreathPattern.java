package app.downshift.breath;

/**
 * How one breath is divided: fractions of the cycle for breathing in, holding full, breathing out
 * and holding empty; they add up to 1. A breath starts with the inhale.
 */
public record BreathPattern(double inhale, double holdFull, double exhale, double holdEmpty) {
  /** 40 : 60, no holds: the default. */
  public static final BreathPattern LONG_EXHALE = ofInhale(0.4);

  /** 50 : 50, no holds. */
  public static final BreathPattern EVEN = ofInhale(0.5);

  /** Four equal parts with two holds; only for who was told what holds are and wants them. */
  public static final BreathPattern BOX = new BreathPattern(0.25, 0.25, 0.25, 0.25);

  private static final double ROUNDING = 1e-9;

  public BreathPattern {
    double sum = inhale + holdFull + exhale + holdEmpty;
    double shortest = PaceLimits.SHORTEST_STROKE - ROUNDING;
    if (!(inhale >= shortest
        && exhale >= shortest
        && holdFull >= 0
        && holdEmpty >= 0
        && Math.abs(sum - 1) < ROUNDING)) {
      throw new IllegalArgumentException(
          "a breath needs at least a fifth each for in and out, no negative hold, and fractions adding up to 1");
    }
  }

  /** Breathing in for {@code inhale} of the cycle and out for the rest. */
  public static BreathPattern ofInhale(double inhale) {
    return new BreathPattern(inhale, 0, 1 - inhale, 0);
  }

  /** Whether the breath is held anywhere. */
  public boolean holds() {
    return holdFull > 0 || holdEmpty > 0;
  }

  /** What to do at {@code fraction} (0 to 1) of the cycle. */
  public Stroke strokeAt(double fraction) {
    if (fraction < inhale) {
      return Stroke.IN;
    }
    if (fraction < inhale + holdFull) {
      return Stroke.HOLD_FULL;
    }
    return fraction < inhale + holdFull + exhale ? Stroke.OUT : Stroke.HOLD_EMPTY;
  }

  /** The fraction of the cycle at which the stroke running at {@code fraction} ends. */
  public double strokeEnd(double fraction) {
    if (fraction < inhale) {
      return inhale;
    }
    if (fraction < inhale + holdFull) {
      return inhale + holdFull;
    }
    return fraction < inhale + holdFull + exhale ? inhale + holdFull + exhale : 1;
  }

  /** How full the lungs are asked to be, 0 to 1, smooth to the first derivative at every turn. */
  public double depthAt(double fraction) {
    if (fraction < inhale) {
      return rise(fraction / inhale);
    }
    if (fraction < inhale + holdFull) {
      return 1;
    }
    double intoExhale = fraction - inhale - holdFull;
    return intoExhale < exhale ? 1 - rise(intoExhale / exhale) : 0;
  }

  private static double rise(double progress) {
    return (1 - Math.cos(Math.PI * progress)) / 2;
  }

  /** One part of a breath. */
  public enum Stroke {
    IN,
    HOLD_FULL,
    OUT,
    HOLD_EMPTY
  }
}
