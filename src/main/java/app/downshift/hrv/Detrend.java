package app.downshift.hrv;

/** Removing what is not oscillation. */
final class Detrend {
  private Detrend() {}

  /** {@code y} less its least-squares straight line over {@code x}. */
  static double[] line(double[] x, double[] y) {
    Spread xs = new Spread();
    Spread ys = new Spread();
    for (int i = 0; i < y.length; i++) {
      xs.add(x[i]);
      ys.add(y[i]);
    }
    double product = 0;
    for (int i = 0; i < y.length; i++) {
      product += (x[i] - xs.mean()) * (y[i] - ys.mean());
    }
    double slope = xs.squares() > 0 ? product / xs.squares() : 0;
    double[] left = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      left[i] = y[i] - ys.mean() - slope * (x[i] - xs.mean());
    }
    return left;
  }
}
