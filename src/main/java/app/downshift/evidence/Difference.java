package app.downshift.evidence;

/**
 * After minus before, of one session.
 *
 * @param pre before
 * @param post after
 * @param se standard error from a bootstrap over blocks of 30 s: how well it was measured, not how
 *     much a client drifts; NaN where it is unknown
 */
public record Difference(double pre, double post, double se) {
  private static final double TWO_SIDED_95 = 1.959963984540054;

  /** Nothing measured. */
  public static final Difference UNKNOWN = new Difference(Double.NaN, Double.NaN, Double.NaN);

  /** After minus before; NaN where one of them is. */
  public double value() {
    return post - pre;
  }

  /** Whether there is a difference and its uncertainty. */
  public boolean known() {
    return !Double.isNaN(value()) && !Double.isNaN(se);
  }

  /** Lower end of the measurement uncertainty, 95 %. */
  public double low() {
    return value() - TWO_SIDED_95 * se;
  }

  /** Upper end of the measurement uncertainty, 95 %. */
  public double high() {
    return value() + TWO_SIDED_95 * se;
  }
}
