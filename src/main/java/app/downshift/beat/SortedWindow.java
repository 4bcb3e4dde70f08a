package app.downshift.beat;

import java.util.Arrays;

/**
 * The last {@code capacity} numbers of a stream, kept both in order of arrival and sorted, so that
 * quantiles of a sliding window cost one binary search and a short move per number. Numbers must
 * not be NaN.
 */
final class SortedWindow {
  private final double[] sorted;
  private final double[] arrivals;
  private int size;
  private long steps;
  private int oldest;

  SortedWindow(int capacity) {
    sorted = new double[capacity];
    arrivals = new double[capacity];
  }

  /** Takes in the next number; the one that arrived {@code capacity} steps earlier falls out. */
  void add(double value) {
    double added = value + 0.0; // −0 and 0 are the same number to a binary search
    int hole = size;
    if (steps >= arrivals.length && size > 0) {
      hole = locate(arrivals[oldest]);
      oldest = (oldest + 1) % arrivals.length;
      size--;
    }
    steps++;
    arrivals[(oldest + size) % arrivals.length] = added;
    size++;
    while (hole > 0 && sorted[hole - 1] > added) {
      sorted[hole] = sorted[hole - 1];
      hole--;
    }
    while (hole < size - 1 && sorted[hole + 1] < added) {
      sorted[hole] = sorted[hole + 1];
      hole++;
    }
    sorted[hole] = added;
  }

  /** Moves on by one step at the end of a stream: nothing comes in, the oldest may fall out. */
  void advance() {
    if (steps >= arrivals.length && size > 0) {
      int hole = locate(arrivals[oldest]);
      System.arraycopy(sorted, hole + 1, sorted, hole, size - hole - 1);
      oldest = (oldest + 1) % arrivals.length;
      size--;
    }
    steps++;
  }

  void clear() {
    size = 0;
    steps = 0;
    oldest = 0;
  }

  double median() {
    return quantile(0.5);
  }

  /** Half the distance between the quartiles; quantiles are linear between order statistics. */
  double quartileDeviation() {
    return (quantile(0.75) - quantile(0.25)) / 2;
  }

  private double quantile(double p) {
    double rank = p * (size - 1);
    int below = (int) rank;
    double low = sorted[below];
    return below + 1 < size ? low + (rank - below) * (sorted[below + 1] - low) : low;
  }

  private int locate(double value) {
    return Arrays.binarySearch(sorted, 0, size, value);
  }
}
