package app.downshift.beat.wave;

import java.util.Arrays;

/** The median of the last few numbers. */
final class RecentMedian {
  private final double[] last;
  private final double[] sorted;
  private long added;
  private double median = Double.NaN;

  RecentMedian(int numbers) {
    last = new double[numbers];
    sorted = new double[numbers];
  }

  void add(double value) {
    last[(int) (added++ % last.length)] = value;
    int n = held();
    System.arraycopy(last, 0, sorted, 0, n);
    Arrays.sort(sorted, 0, n);
    median = (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }

  void clear() {
    added = 0;
    median = Double.NaN;
  }

  int held() {
    return (int) Math.min(added, last.length);
  }

  /** NaN while there is none. */
  double value() {
    return median;
  }
}
