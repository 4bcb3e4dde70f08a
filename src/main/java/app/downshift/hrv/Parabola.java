package app.downshift.hrv;

/** The parabola through three values a step apart. */
final class Parabola {
  private Parabola() {}

  /** Where it peaks, in steps from the middle value; 0 where the three lie on a line. */
  static double vertex(double before, double middle, double after) {
    double curvature = before - 2 * middle + after;
    return curvature == 0 ? 0 : 0.5 * (before - after) / curvature;
  }
}
