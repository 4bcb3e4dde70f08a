package app.downshift.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A range of values along a length of the page.
 *
 * @param from value at {@code start}
 * @param to value at {@code end}
 */
record Axis(double from, double to, double start, double end) {
  double at(double value) {
    return start + (value - from) / (to - from) * (end - start);
  }

  /** Not beyond its ends. */
  double within(double value) {
    return at(Math.max(Math.min(from, to), Math.min(Math.max(from, to), value)));
  }

  /** Round values, about {@code most} of them at most, but never fewer than two. */
  List<Double> ticks(int most) {
    List<Double> ticks = ticks(step(to - from, most));
    for (int more = most + 1; ticks.size() < 2; more++) {
      ticks = ticks(step(to - from, more));
    }
    return ticks;
  }

  List<Double> ticks(double step) {
    List<Double> ticks = new ArrayList<>();
    for (long k = (long) Math.ceil(from / step - 1e-9); k * step <= to + 1e-9 * step; k++) {
      ticks.add(k * step);
    }
    return ticks;
  }

  /** 1, 2 or 5 times a power of ten. */
  private static double step(double span, int most) {
    double rough = span / Math.max(1, most - 1);
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    for (double factor : new double[] {1, 2, 5}) {
      if (factor * power >= rough * (1 - 1e-9)) {
        return factor * power;
      }
    }
    return 10 * power;
  }
}
