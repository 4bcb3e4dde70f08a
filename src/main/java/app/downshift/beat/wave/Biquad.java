package app.downshift.beat.wave;

/** One second-order section of a Butterworth filter, made by the bilinear transform. */
final class Biquad {
  private final double b0;
  private final double b1;
  private final double b2;
  private final double a1;
  private final double a2;
  private double first;
  private double second;

  private Biquad(double b0, double b1, double b2, double a1, double a2) {
    this.b0 = b0;
    this.b1 = b1;
    this.b2 = b2;
    this.a1 = a1;
    this.a2 = a2;
  }

  /** Passes what is slower than {@code cornerHz}, which is held below the Nyquist frequency. */
  static Biquad lowPass(double cornerHz, double sampleRateHz) {
    double k = warped(cornerHz, sampleRateHz);
    double norm = 1 / (1 + Math.sqrt(2) * k + k * k);
    return new Biquad(
        k * k * norm, 2 * k * k * norm, k * k * norm, 2 * (k * k - 1) * norm, denominator(k, norm));
  }

  /** Passes what is faster than {@code cornerHz}. */
  static Biquad highPass(double cornerHz, double sampleRateHz) {
    double k = warped(cornerHz, sampleRateHz);
    double norm = 1 / (1 + Math.sqrt(2) * k + k * k);
    return new Biquad(norm, -2 * norm, norm, 2 * (k * k - 1) * norm, denominator(k, norm));
  }

  private static double warped(double cornerHz, double sampleRateHz) {
    return Math.tan(Math.PI * Math.min(cornerHz / sampleRateHz, 0.45));
  }

  private static double denominator(double k, double norm) {
    return (1 - Math.sqrt(2) * k + k * k) * norm;
  }

  double next(double value) {
    double out = b0 * value + first;
    first = b1 * value - a1 * out + second;
    second = b2 * value - a2 * out;
    return out;
  }

  /** As if {@code value} had stood there for ever. */
  void settle(double value) {
    double out = value * (b0 + b1 + b2) / (1 + a1 + a2);
    second = b2 * value - a2 * out;
    first = out - b0 * value;
  }
}
