package app.downshift.hrv;

/**
 * Power spectral density by averaged periodograms (Welch 1967): periodic Hann window, mean of each
 * segment removed, one-sided, in units of the input squared per Hz. Immutable.
 */
final class Periodogram {
  private final double[] window;
  private final double weight;
  private final RealTransform transform;

  /** A plan for segments of so many samples, zero-padded to the length of the transform. */
  Periodogram(int segment, RealTransform transform) {
    this.transform = transform;
    window = new double[segment];
    double sum = 0;
    for (int i = 0; i < segment; i++) {
      window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / segment);
      sum += window[i] * window[i];
    }
    weight = sum;
  }

  /** Samples in a segment. */
  int segment() {
    return window.length;
  }

  /**
   * The spectrum of the first {@code count} evenly spaced samples, averaged over segments that
   * overlap by half; undefined when they do not fill one.
   *
   * @param pairs working room of the transform
   */
  Spectrum of(double[] samples, int count, double rateHz, RealTransform.Pairs pairs) {
    if (count < window.length) {
      return Spectrum.UNDEFINED;
    }
    int length = transform.length();
    double[] density = new double[length / 2 + 1];
    int segments = 0;
    int step = window.length - window.length / 2;
    for (int from = 0; from + window.length <= count; from += step) {
      load(samples, from, pairs);
      transform.addPower(pairs, density);
      segments++;
    }
    double scale = 1 / (rateHz * weight * segments);
    for (int k = 0; k < density.length; k++) {
      boolean folded = k > 0 && k < length / 2;
      density[k] *= folded ? 2 * scale : scale;
    }
    return new Spectrum(0, rateHz / length, density);
  }

  private void load(double[] samples, int from, RealTransform.Pairs pairs) {
    double mean = 0;
    for (int i = 0; i < window.length; i++) {
      mean += samples[from + i];
    }
    mean /= window.length;
    pairs.load(samples, from, mean, window);
  }
}
