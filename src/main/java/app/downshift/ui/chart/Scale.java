package app.downshift.ui.chart;

/** A range of values, from {@code low} to {@code high}, with a tick every {@code step}. */
record Scale(double low, double high, double step) {
  private static final double[] STEPS = {1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000, 5000};

  /**
   * The range that holds {@code least} to {@code most} with round ends and at most {@code
   * intervals} steps.
   *
   * @param span the narrowest range, so that a quiet heart does not look wild
   */
  static Scale around(double least, double most, double span, int intervals) {
    for (double step : STEPS) {
      double low = Math.floor(least / step) * step;
      double high = Math.ceil(most / step) * step;
      while (high - low < span) {
        if (least - low < high - most) {
          low -= step;
        } else {
          high += step;
        }
      }
      if ((high - low) / step <= intervals) {
        return new Scale(low, high, step);
      }
    }
    return new Scale(least, most, most - least);
  }

  /** The range from nought to a round number above {@code most}. */
  static Scale fromNought(double most, double span, int intervals) {
    double to = Math.max(most, span);
    for (double step : STEPS) {
      double high = Math.ceil(to / step) * step;
      if (high / step <= intervals) {
        return new Scale(0, high, step);
      }
    }
    return new Scale(0, to, to);
  }

  /** How many ticks there are. */
  int ticks() {
    return (int) Math.round((high - low) / step) + 1;
  }

  /** The value at a tick. */
  double tick(int index) {
    return low + index * step;
  }

  /** Where a value lies, 0 at {@code low}, 1 at {@code high}. */
  double at(double value) {
    return (value - low) / (high - low);
  }
}
