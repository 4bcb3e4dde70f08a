package app.downshift.library;

import java.util.Comparator;

/**
 * Where a record stands among those of all computers. The clock is milliseconds of wall time, but
 * never earlier than any record that its writer had read, so that an answer stands behind what it
 * answers however wrong the clock of a computer is (hybrid logical clock: Kulkarni et al., 2014).
 *
 * @param seat who wrote it, which decides between equal clocks
 * @param line the line of its journal
 */
record Stamp(long clock, String seat, long line) implements Comparable<Stamp> {
  private static final Comparator<Stamp> ORDER =
      Comparator.comparingLong(Stamp::clock)
          .thenComparing(Stamp::seat)
          .thenComparingLong(Stamp::line);

  @Override
  public int compareTo(Stamp other) {
    return ORDER.compare(this, other);
  }
}
