package app.downshift.hrv;

import java.util.Arrays;

/**
 * The {@link Spread} of the numbers that have not yet expired, exact at every step. Two stacks make
 * a queue: the older half carries the spread of itself and all younger ones in its half, the
 * younger half one running spread. Expiry therefore never subtracts, and each number is touched
 * twice in its life: O(1) amortised, no drift over days. Memory is that of the numbers held.
 */
final class SlidingSpread {
  private double[] key = new double[64];
  private double[] value = new double[64];
  private double[] mean = new double[64];
  private double[] squares = new double[64];
  private int head;
  private int split;
  private int tail;
  private final Spread young = new Spread();
  private final Spread whole = new Spread();

  /** Adds a number that expires with {@code keyMillis}; keys must not decrease. */
  void add(double keyMillis, double number) {
    if (tail == key.length) {
      makeRoom();
    }
    key[tail] = keyMillis;
    value[tail] = number;
    tail++;
    young.add(number);
  }

  /** Forgets all numbers whose key is at or before {@code millis}. */
  void expire(double millis) {
    while (head < tail && key[head] <= millis) {
      if (head == split) {
        turnOver();
      }
      head++;
    }
    if (head == tail) {
      head = 0;
      split = 0;
      tail = 0;
      young.clear();
    }
  }

  /** The spread of what is held; valid until the next call. */
  Spread spread() {
    whole.clear();
    if (head < split) {
      whole.merge(split - head, mean[head], squares[head]);
    }
    if (young.count() > 0) {
      whole.merge(young.count(), young.mean(), young.squares());
    }
    return whole;
  }

  private void turnOver() {
    Spread older = new Spread();
    for (int i = tail - 1; i >= head; i--) {
      older.add(value[i]);
      mean[i] = older.mean();
      squares[i] = older.squares();
    }
    split = tail;
    young.clear();
  }

  private void makeRoom() {
    int held = tail - head;
    int length = held > key.length / 2 ? key.length * 2 : key.length;
    key = moved(key, length);
    value = moved(value, length);
    mean = moved(mean, length);
    squares = moved(squares, length);
    split -= head;
    tail = held;
    head = 0;
  }

  private double[] moved(double[] from, int length) {
    return Arrays.copyOf(Arrays.copyOfRange(from, head, tail), length);
  }
}
