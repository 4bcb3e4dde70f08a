package app.downshift.hrv;

/** Least-squares straight lines. */
final class Detrend {
  private Detrend() {}

  /** {@code y} less its line over {@code x}; less its mean where {@code x} does not vary. */
  static double[] line(double[] x, double[] y) {
    double slope = slope(x, y);
    double tilt = Double.isNaN(slope) ? 0 : slope;
    double meanX = mean(x);
    double meanY = mean(y);
    double[] left = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      left[i] = y[i] - meanY - tilt * (x[i] - meanX);
    }
    return left;
  }

  /** The slope of the line, NaN where {@code x} does not vary. */
  static double slope(double[] x, double[] y) {
    double meanX = mean(x);
    double meanY = mean(y);
    double product = 0;
    double squares = 0;
    for (int i = 0; i < y.length; i++) {
      product += (x[i] - meanX) * (y[i] - meanY);
      squares += (x[i] - meanX) * (x[i] - meanX);
    }
    return squares > 0 ? product / squares : Double.NaN;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
