package app.downshift.session;

import java.util.ArrayDeque;

/**
 * The smallest of the values of the last {@code windowMillis}; constant cost per value on average.
 */
final class LowerEnvelope {
  private record Entry(double atMillis, double value) {}

  private final double windowMillis;
  private final ArrayDeque<Entry> rising = new ArrayDeque<>();
  private double firstMillis = Double.NaN;
  private double lastMillis = Double.NaN;

  LowerEnvelope(double windowMillis) {
    this.windowMillis = windowMillis;
  }

  /** Adds a value and answers the smallest now. */
  double with(double atMillis, double value) {
    if (Double.isNaN(firstMillis)) {
      firstMillis = atMillis;
    }
    lastMillis = atMillis;
    while (!rising.isEmpty() && rising.getLast().value() >= value) {
      rising.removeLast();
    }
    rising.addLast(new Entry(atMillis, value));
    while (rising.getFirst().atMillis() <= atMillis - windowMillis) {
      rising.removeFirst();
    }
    return rising.getFirst().value();
  }

  /** The smallest value, NaN when there is none. */
  double lowest() {
    return rising.isEmpty() ? Double.NaN : rising.getFirst().value();
  }

  /** Whether a whole window has passed since the first value. */
  boolean full() {
    return lastMillis - firstMillis >= windowMillis;
  }

  void clear() {
    rising.clear();
    firstMillis = Double.NaN;
    lastMillis = Double.NaN;
  }
}
