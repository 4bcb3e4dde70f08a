package app.downshift.hrv;

import org.hipparchus.transform.DftNormalization;
import org.hipparchus.transform.FastFourierTransformer;
import org.hipparchus.transform.TransformType;

/**
 * Power spectral density by averaged periodograms (Welch 1967): periodic Hann window, mean of each
 * segment removed, one-sided, in units of the input squared per Hz.
 */
final class Periodogram {
  private final double[] window;
  private final double weight;
  private final Transform transform;

  /**
   * The unit vectors of a transform of {@code length}, a power of two: made once, shared by all
   * plans.
   */
  static final class Transform {
    private final int length;
    private final double[] cosine;
    private final double[] sine;

    Transform(int length) {
      this.length = length;
      cosine = new double[length / 2 + 1];
      sine = new double[length / 2 + 1];
      for (int k = 0; k <= length / 2; k++) {
        cosine[k] = Math.cos(2 * Math.PI * k / length);
        sine[k] = Math.sin(2 * Math.PI * k / length);
      }
    }

    int length() {
      return length;
    }
  }

  /** A plan for segments of so many samples, zero-padded to the length of the transform. */
  Periodogram(int segment, Transform transform) {
    this.transform = transform;
    window = new double[segment];
    double turnCosine = Math.cos(2 * Math.PI / segment);
    double turnSine = Math.sin(2 * Math.PI / segment);
    double c = 1;
    double s = 0;
    double sum = 0;
    for (int i = 0; i < segment; i++) {
      window[i] = 0.5 - 0.5 * c;
      sum += window[i] * window[i];
      double next = c * turnCosine - s * turnSine;
      s = s * turnCosine + c * turnSine;
      c = next;
    }
    weight = sum;
  }

  /** The spectrum of evenly spaced samples, averaged over segments that overlap by half. */
  Spectrum of(double[] samples, double rateHz) {
    int length = transform.length;
    double[] density = new double[length / 2 + 1];
    int segments = 0;
    int step = window.length - window.length / 2;
    for (int from = 0; from + window.length <= samples.length; from += step) {
      addSegment(samples, from, density);
      segments++;
    }
    double scale = 1 / (rateHz * weight * segments);
    for (int k = 0; k < density.length; k++) {
      boolean folded = k > 0 && k < length / 2;
      density[k] *= folded ? 2 * scale : scale;
    }
    return new Spectrum(0, rateHz / length, density);
  }

  private void addSegment(double[] samples, int from, double[] density) {
    double mean = 0;
    for (int i = 0; i < window.length; i++) {
      mean += samples[from + i];
    }
    mean /= window.length;
    // Two real samples make one complex number, and half the transform gives the whole spectrum.
    int half = transform.length / 2;
    double[][] z = new double[2][half];
    for (int i = 0; i < window.length; i++) {
      z[i & 1][i >> 1] = (samples[from + i] - mean) * window[i];
    }
    FastFourierTransformer.transformInPlace(z, DftNormalization.STANDARD, TransformType.FORWARD);
    for (int k = 0; k <= half; k++) {
      int a = k & (half - 1);
      int b = (half - k) & (half - 1);
      double evenReal = (z[0][a] + z[0][b]) / 2;
      double evenImaginary = (z[1][a] - z[1][b]) / 2;
      double oddReal = (z[1][a] + z[1][b]) / 2;
      double oddImaginary = (z[0][b] - z[0][a]) / 2;
      double c = transform.cosine[k];
      double s = transform.sine[k];
      double real = evenReal + c * oddReal + s * oddImaginary;
      double imaginary = evenImaginary + c * oddImaginary - s * oddReal;
      density[k] += real * real + imaginary * imaginary;
    }
  }
}
