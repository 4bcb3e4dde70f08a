package app.downshift.hrv;

import app.downshift.beat.RrSeries;

/**
 * Welch's spectrum (1967) of the intervals: cubic spline at 4 Hz, segments that overlap by half,
 * periodic Hann, mean removed; of the longest stretch without a gap, in which corrected values lead
 * the spline past marked beats ({@link app.downshift.beat.CorrectedSeries}). Working arrays and
 * windows are kept from series to series, so whoever has many to look at keeps one of these. Serves
 * one thread.
 */
public final class Welch {
  private static final int FEWEST_SAMPLES = 16;

  /** Windows of five minutes differ by a beat in length: so many plans are kept. */
  private static final int PLANS = 32;

  private static final RealTransform SHORT = new RealTransform(256);
  private static final RealTransform LONG = new RealTransform(4096);
  private static final SmoothnessPriors PRIORS = new SmoothnessPriors(500);

  private final int segment;
  private final boolean detrended;
  private final RealTransform transform;
  private final RealTransform.Pairs pairs;
  private final Spline spline = new Spline();
  private final Periodogram[] plans = new Periodogram[PLANS];
  private double[] trend = {};

  private Welch(int segment, RealTransform transform, boolean detrended) {
    this.segment = segment;
    this.transform = transform;
    this.detrended = detrended;
    pairs = new RealTransform.Pairs(transform);
  }

  /** {@code welch}: segments of 64 s. */
  public static Welch of64Seconds() {
    return new Welch(256, SHORT, false);
  }

  /**
   * {@code welch300}: segments of 300 s, padded to 4096 samples, after smoothness priors with λ =
   * 500. They take about 4 % of a breath at 4.5 per minute with the trend: not for resonance.
   */
  public static Welch of300Seconds() {
    return new Welch(1200, LONG, true);
  }

  /** As {@link #of300Seconds} with the trend left in, to check the rest. */
  static Welch of300SecondsWithTrend() {
    return new Welch(1200, LONG, false);
  }

  /** The powers of a series; all NaN below 4 s of samples, 0 where no interval differs. */
  public FrequencyDomain of(RrSeries series) {
    return of(Knots.curve(series));
  }

  FrequencyDomain of(Knots curve) {
    return FrequencyDomain.of(spectrum(curve));
  }

  Spectrum spectrum(Knots knots) {
    int count = spline.sample(knots);
    if (count < FEWEST_SAMPLES) {
      return Spectrum.UNDEFINED;
    }
    if (knots.constant()) { // rounding is no spectrum
      int length = transform.length();
      return new Spectrum(0, Spline.RATE_HZ / length, new double[length / 2 + 1]);
    }
    double[] samples = spline.samples();
    if (detrended) {
      if (trend.length < samples.length) {
        trend = new double[samples.length];
      }
      PRIORS.detrend(samples, count, trend);
    }
    return plan(Math.min(segment, count)).of(samples, count, Spline.RATE_HZ, pairs);
  }

  private Periodogram plan(int length) {
    Periodogram plan = plans[length % PLANS];
    if (plan == null || plan.segment() != length) {
      plan = new Periodogram(length, transform);
      plans[length % PLANS] = plan;
    }
    return plan;
  }
}
