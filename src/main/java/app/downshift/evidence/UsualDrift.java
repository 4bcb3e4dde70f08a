package app.downshift.evidence;

import java.util.List;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * How much a client's figure drifts from before to after when nothing is done: an inverse gamma on
 * the variance of the drift, which knows nothing of the client at first and learns from their quiet
 * control sessions. The difference of a session is then Student's t, scale √(b/a + se²), with 2a
 * degrees of freedom (Gelman et al., Bayesian Data Analysis, 3rd ed., §2.6 and §3.2).
 *
 * @param shape a
 * @param scale b
 * @param quiet how many quiet sessions it has learned from
 */
public record UsualDrift(double shape, double scale, int quiet) {
  private static final double PRIOR_SHAPE = 3;

  /** Two figures are judged, so each has half of 5 %, on two sides. */
  private static final double SIDE = 0.025 / 2;

  /** Before anything is known of a client. */
  public static UsualDrift unknown(Metric metric) {
    double mean = metric.priorDrift() * metric.priorDrift();
    return new UsualDrift(PRIOR_SHAPE, mean * (PRIOR_SHAPE - 1), 0);
  }

  /**
   * With this client's quiet sessions. What was only measured badly is no drift and is taken off.
   */
  public UsualDrift learned(List<Difference> quietSessions) {
    double squares = 0;
    int count = 0;
    for (Difference difference : quietSessions) {
      if (difference.known()) {
        squares += difference.value() * difference.value() - difference.se() * difference.se();
        count++;
      }
    }
    return new UsualDrift(shape + count / 2.0, scale + Math.max(0, squares) / 2, quiet + count);
  }

  /** The drift to be expected, a standard deviation. */
  public double typical() {
    return Math.sqrt(scale / shape);
  }

  /** By how many scales a difference lies off nought. */
  public double t(Difference difference) {
    return difference.value() / Math.sqrt(scale / shape + difference.se() * difference.se());
  }

  /** Beyond this a difference is outside the usual drift. */
  public double limit() {
    return new TDistribution(2 * shape).inverseCumulativeProbability(1 - SIDE);
  }

  /** +1 outside on the calmer side, −1 outside on the other, 0 within, or not known. */
  public int outside(Metric metric, Difference difference) {
    if (!difference.known() || Math.abs(t(difference)) <= limit()) {
      return 0;
    }
    return metric.calmer() * (int) Math.signum(difference.value());
  }
}
