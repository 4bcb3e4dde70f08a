package app.downshift.beat.wave;

/** The newest values of a stream, by their running number. */
final class Trace {
  private final double[] ring;
  private long count;

  Trace(int least) {
    ring = new double[Integer.highestOneBit(Math.max(2, least - 1)) * 2];
  }

  void add(double value) {
    ring[(int) (count++ & (ring.length - 1))] = value;
  }

  /** The number of the next value. */
  long count() {
    return count;
  }

  /** The value of that number, which must be among those held. */
  double at(long number) {
    return ring[(int) (number & (ring.length - 1))];
  }

  /** The value of that number, or the nearest one held. */
  double nearest(long number) {
    long newest = count - 1;
    return at(Math.max(Math.max(0, newest - ring.length + 1), Math.min(newest, number)));
  }

  /** Whether all values from this number to the newest are held. */
  boolean holds(long number) {
    return number >= 0 && number >= count - ring.length;
  }
}
