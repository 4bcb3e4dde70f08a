package app.downshift.hrv;

/**
 * A power spectral density on an even grid of frequencies, taken as linear between its points.
 * Without points it is undefined, and so is everything asked of it.
 */
final class Spectrum {
  static final Spectrum UNDEFINED = new Spectrum(0, 1, new double[0]);

  private final double firstHz;
  private final double stepHz;
  private final double[] density;

  /**
   * Takes the points over.
   *
   * @param firstHz frequency of the first point
   * @param stepHz distance of the points
   * @param density one-sided, in ms² per Hz
   */
  Spectrum(double firstHz, double stepHz, double[] density) {
    this.firstHz = firstHz;
    this.stepHz = stepHz;
    this.density = density;
  }

  /** Frequency of point {@code k}. */
  double hz(int k) {
    return firstHz + k * stepHz;
  }

  /** Power between two frequencies: the exact integral of the line through the points. */
  double power(double fromHz, double toHz) {
    if (density.length == 0) {
      return Double.NaN;
    }
    int k = (int) Math.max(0, Math.floor((fromHz - firstHz) / stepHz));
    double sum = 0;
    double f = fromHz;
    double value = at(fromHz);
    for (; k < density.length && hz(k) < toHz; k++) {
      if (hz(k) > f) {
        sum += (hz(k) - f) * (value + density[k]) / 2;
        f = hz(k);
        value = density[k];
      }
    }
    return sum + (toHz - f) * (value + at(toHz)) / 2;
  }

  /** The strongest point in {@code [fromHz, toHz)}, −1 where there is no power at all. */
  int strongest(double fromHz, double toHz) {
    int top = -1;
    for (int k = 0; k < density.length && hz(k) < toHz; k++) {
      if (hz(k) >= fromHz && density[k] > (top < 0 ? 0 : density[top])) {
        top = k;
      }
    }
    return top;
  }

  /**
   * Frequency of the strongest point in {@code [fromHz, toHz)}, refined by the parabola through its
   * neighbours where that opens downwards; NaN where there is no power.
   */
  double peakHz(double fromHz, double toHz) {
    int top = strongest(fromHz, toHz);
    if (top < 0) {
      return Double.NaN;
    }
    if (top == 0 || top == density.length - 1) {
      return hz(top);
    }
    boolean concave = density[top - 1] - 2 * density[top] + density[top + 1] < 0;
    return hz(top)
        + (concave
            ? stepHz * Parabola.vertex(density[top - 1], density[top], density[top + 1])
            : 0);
  }

  private double at(double hz) {
    double place = (hz - firstHz) / stepHz;
    int below = (int) Math.min(Math.max(0, Math.floor(place)), density.length - 1);
    if (place <= 0 || below == density.length - 1) {
      return density[below];
    }
    return density[below] + (place - below) * (density[below + 1] - density[below]);
  }
}
