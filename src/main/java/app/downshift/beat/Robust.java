package app.downshift.beat;

import java.util.Arrays;

/** Medians of the first {@code count} numbers of an array, without allocation. */
final class Robust {
  private static final double NORMAL = 1.4826;

  private Robust() {}

  static double median(double[] values, double[] scratch, int count) {
    System.arraycopy(values, 0, scratch, 0, count);
    return middle(scratch, count);
  }

  /** The standard deviation of a normal distribution around 0 with this median of sizes. */
  static double deviation(double[] values, double[] scratch, int count) {
    for (int k = 0; k < count; k++) {
      scratch[k] = Math.abs(values[k]);
    }
    return ofSizes(scratch, count);
  }

  /** As {@link #deviation}, of sizes that are put into order by it. */
  static double ofSizes(double[] sizes, int count) {
    return NORMAL * middle(sizes, count);
  }

  private static double middle(double[] unordered, int count) {
    Arrays.sort(unordered, 0, count);
    int half = count / 2;
    return count % 2 == 1 ? unordered[half] : (unordered[half - 1] + unordered[half]) / 2;
  }
}
