package app.downshift.hrv;

import java.util.Arrays;

/** Places of numbers in ascending order, equal ones in the order they came. No NaN. */
final class Ranks {
  private Ranks() {}

  /** The place of each value; {@code sorted} holds the same values in order. */
  static int[] of(double[] values, double[] sorted) {
    int[] taken = new int[values.length];
    int[] rank = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      int first = firstOf(sorted, values[i]);
      rank[i] = first + taken[first]++;
    }
    return rank;
  }

  /** The indices of the values in ascending order. */
  static int[] ascending(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return inverse(of(values, sorted));
  }

  /** Who stands at each place. */
  static int[] inverse(int[] rank) {
    int[] order = new int[rank.length];
    for (int i = 0; i < rank.length; i++) {
      order[rank[i]] = i;
    }
    return order;
  }

  private static int firstOf(double[] sorted, double value) {
    int below = 0;
    int above = sorted.length;
    while (below < above) {
      int middle = (below + above) >>> 1;
      if (sorted[middle] < value) {
        below = middle + 1;
      } else {
        above = middle;
      }
    }
    return below;
  }
}
