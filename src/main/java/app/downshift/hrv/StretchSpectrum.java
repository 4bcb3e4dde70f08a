package app.downshift.hrv;

import app.downshift.beat.RrSeries;

/**
 * Where the power of one short, steadily paced stretch lies: cubic spline at 4 Hz, line removed,
 * one periodic Hann window over all of it, only the points of the LF band. Not {@link Welch}: there
 * a breath of fourteen seconds would be a small part of a window.
 *
 * @param lfMillis2 power of 0.04 to 0.15 Hz
 * @param peakMillis2PerHz density of its strongest point
 * @param maxima how many local maxima of the band reach a tenth of the strongest point
 */
public record StretchSpectrum(double lfMillis2, double peakMillis2PerHz, int maxima) {
  /** Of too little. */
  public static final StretchSpectrum UNDEFINED = new StretchSpectrum(Double.NaN, Double.NaN, 0);

  /** That of 4096 padded samples: fine enough that no peak is lost between two points. */
  private static final double STEP_HZ = Spline.RATE_HZ / 4096;

  private static final int FEWEST_SAMPLES = 16;
  private static final double COUNTS = 0.1;

  /** Of the longest part of a series without a gap; undefined below 4 s. */
  public static StretchSpectrum of(RrSeries series) {
    return of(Spline.samplesOf(Knots.curve(series)));
  }

  /** Of samples of the spline. */
  static StretchSpectrum of(double... samples) {
    int n = samples.length;
    if (n < FEWEST_SAMPLES) {
      return UNDEFINED;
    }
    double[] seconds = new double[n];
    for (int i = 0; i < n; i++) {
      seconds[i] = i / Spline.RATE_HZ;
    }
    double[] left = Detrend.line(seconds, samples);
    double weight = 0;
    for (int i = 0; i < n; i++) {
      double hann = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / n);
      left[i] *= hann;
      weight += hann * hann;
    }
    double first = Math.floor(FrequencyDomain.LF_HZ / STEP_HZ) * STEP_HZ;
    double[] density = new double[(int) Math.ceil((FrequencyDomain.HF_HZ - first) / STEP_HZ) + 2];
    for (int k = 0; k < density.length; k++) {
      density[k] = 2 * power(left, first + k * STEP_HZ) / (Spline.RATE_HZ * weight);
    }
    return of(new Spectrum(first, STEP_HZ, density));
  }

  private static StretchSpectrum of(Spectrum spectrum) {
    int top = spectrum.strongest(FrequencyDomain.LF_HZ, FrequencyDomain.HF_HZ);
    double peak = top < 0 ? 0 : spectrum.density(top);
    int maxima = 0;
    for (int k = 1; k < spectrum.size() - 1; k++) {
      boolean inside =
          spectrum.hz(k) >= FrequencyDomain.LF_HZ && spectrum.hz(k) < FrequencyDomain.HF_HZ;
      boolean stands =
          spectrum.density(k) > spectrum.density(k - 1)
              && spectrum.density(k) >= spectrum.density(k + 1);
      maxima += inside && stands && spectrum.density(k) >= COUNTS * peak ? 1 : 0;
    }
    return new StretchSpectrum(
        spectrum.power(FrequencyDomain.LF_HZ, FrequencyDomain.HF_HZ), peak, maxima);
  }

  /** Squared length of the Fourier transform at a frequency. */
  private static double power(double[] samples, double hz) {
    double turn = 2 * Math.PI * hz / Spline.RATE_HZ;
    double stepCosine = Math.cos(turn);
    double stepSine = Math.sin(turn);
    double cosine = 1;
    double sine = 0;
    double real = 0;
    double imaginary = 0;
    for (double sample : samples) {
      real += sample * cosine;
      imaginary -= sample * sine;
      double next = cosine * stepCosine - sine * stepSine;
      sine = sine * stepCosine + cosine * stepSine;
      cosine = next;
    }
    return real * real + imaginary * imaginary;
  }
}
