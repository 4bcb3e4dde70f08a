package app.downshift.hrv;

import app.downshift.beat.RrSeries;
import java.util.Arrays;

/**
 * How much of the power of 64 s lies in one narrow line: a fraction of power, and nobody's score.
 * Line removed, periodic Hann, transform of 1024; the line is the strongest point from 0.04 to 0.26
 * Hz, ± 0.015 Hz.
 *
 * @param share power of the line / total, 0 to 1
 * @param peakHz the strongest point
 * @param peakMillis2 power of the line
 * @param totalMillis2 power from 0.0033 to 0.4 Hz
 */
public record Coherence(double share, double peakHz, double peakMillis2, double totalMillis2) {
  /** Samples of a window: 64 s at 4 Hz. */
  static final int SAMPLES = 256;

  private static final double WINDOW_MILLIS = 64_000;

  /** Further beats before the window, so that its spline does not feel where the beats begin. */
  private static final double MARGIN_MILLIS = 20_000;

  private static final Coherence NONE =
      new Coherence(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
  private static final RealTransform TRANSFORM = new RealTransform(1024);
  private static final Periodogram PLAN = new Periodogram(SAMPLES, TRANSFORM);
  private static final double[] INDEX = index();

  /**
   * Of the last 64 s; all NaN when fewer have passed since a gap, or nothing varies. Constant cost.
   */
  public static Coherence last(RrSeries series) {
    return of(spectrum(series));
  }

  /** The spectrum behind it: of the last 64 s, {@link Spectrum#UNDEFINED} where that has none. */
  public static Spectrum spectrum(RrSeries series) {
    Knots knots = Knots.lastStretch(series, WINDOW_MILLIS + MARGIN_MILLIS);
    double[] samples = Spline.samplesOf(knots);
    if (samples.length < SAMPLES || knots.constant()) {
      return Spectrum.UNDEFINED;
    }
    return spectrum(Arrays.copyOfRange(samples, samples.length - SAMPLES, samples.length));
  }

  /** Of 256 samples at 4 Hz. */
  static Spectrum spectrum(double[] samples) {
    double[] level = Detrend.line(INDEX, samples);
    return PLAN.of(level, SAMPLES, Spline.RATE_HZ, new RealTransform.Pairs(TRANSFORM));
  }

  /** Of such a spectrum. */
  public static Coherence of(Spectrum spectrum) {
    int top = spectrum.strongest(0.04, Math.nextUp(0.26));
    if (top < 0) {
      return NONE;
    }
    double peak = spectrum.power(spectrum.hz(top) - 0.015, spectrum.hz(top) + 0.015);
    double total = spectrum.power(FrequencyDomain.VLF_HZ, FrequencyDomain.END_HZ);
    return new Coherence(peak / total, spectrum.hz(top), peak, total);
  }

  private static double[] index() {
    double[] index = new double[SAMPLES];
    Arrays.setAll(index, i -> i);
    return index;
  }
}
