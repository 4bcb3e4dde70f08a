package app.downshift.app;

import java.util.Arrays;

/** How measured times are spread. */
final class Spread {
  private final long[] sorted;

  Spread(long[] values) {
    sorted = values.clone();
    Arrays.sort(sorted);
  }

  /** The value that this share of all does not exceed, by nearest rank. */
  long at(double share) {
    return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }

  /** How many are above a limit, 0 to 1. */
  double shareOver(long limit) {
    return (double) Arrays.stream(sorted).filter(value -> value > limit).count() / sorted.length;
  }
}
