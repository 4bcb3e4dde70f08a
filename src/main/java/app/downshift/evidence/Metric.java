package app.downshift.evidence;

import java.util.Locale;

/** What is compared before and after. */
public enum Metric {
  /** Heart rate, in beats per minute. Lower is calmer. */
  HR(3.0, 2.0, -1),
  /** Natural logarithm of RMSSD in ms. Higher is calmer. */
  LN_RMSSD(0.30, 0.2, +1);

  private final double priorDrift;
  private final double priorEffect;
  private final int calmer;

  Metric(double priorDrift, double priorEffect, int calmer) {
    this.priorDrift = priorDrift;
    this.priorEffect = priorEffect;
    this.calmer = calmer;
  }

  /** By how much it drifts from before to after in people nothing is known of; an SD. */
  public double priorDrift() {
    return priorDrift;
  }

  /** How large effects of breathing are before anything is known; the SD of a normal about 0. */
  public double priorEffect() {
    return priorEffect;
  }

  /** +1 where a rise is calmer, −1 where a fall is. */
  public int calmer() {
    return calmer;
  }

  /** The word of files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
