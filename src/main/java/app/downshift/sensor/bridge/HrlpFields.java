package app.downshift.sensor.bridge;

import app.downshift.sensor.LineCursor;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The comma-separated fields of one checked HRLP/1 line, read without garbage. Used inside one call
 * only.
 */
final class HrlpFields {
  /** A field that was left empty: not available. */
  static final long EMPTY = -1;

  /** A field that is not a whole number within its bounds. */
  static final long WRONG = -2;

  private static final int MOST_FIELDS = 16;
  private static final int MOST_VALUES = 128;

  private final LineCursor cursor = new LineCursor();
  private final int[] starts = new int[MOST_FIELDS];
  private final int[] ends = new int[MOST_FIELDS];
  private final long[] values = new long[MOST_VALUES];
  private byte[] bytes = {};
  private int count;

  /** Splits {@code bytes[0..length)}; what follows the sixteenth field belongs to it. */
  void over(byte[] line, int length) {
    bytes = line;
    count = 0;
    int start = 0;
    for (int i = 0; i <= length; i++) {
      if (i == length || (line[i] == ',' && count < MOST_FIELDS - 1)) {
        starts[count] = start;
        ends[count++] = i;
        start = i + 1;
      }
    }
  }

  int count() {
    return count;
  }

  boolean empty(int field) {
    return starts[field] == ends[field];
  }

  String text(int field) {
    return new String(bytes, starts[field], ends[field] - starts[field], StandardCharsets.US_ASCII);
  }

  /** A whole number from 0 to {@code most}, {@link #EMPTY} or {@link #WRONG}. */
  long whole(int field, long most) {
    if (empty(field)) {
      return EMPTY;
    }
    cursor.over(bytes, starts[field], ends[field]);
    return cursor.number() && cursor.done() && cursor.wholeWithin(0, most) ? cursor.whole() : WRONG;
  }

  /**
   * Reads a list of whole numbers; how many there are, or {@link #WRONG}. They are in {@link
   * #value} then.
   */
  int list(int field, long least, long most) {
    int n = 0;
    cursor.over(bytes, starts[field], ends[field]);
    while (!cursor.done()) {
      boolean parted = n == 0 || cursor.take(';');
      if (!parted || n == MOST_VALUES || !cursor.number() || !cursor.wholeWithin(least, most)) {
        return (int) WRONG;
      }
      values[n++] = cursor.whole();
    }
    return n;
  }

  /** A value of the list that was read last. */
  long value(int index) {
    return values[index];
  }

  /** The first {@code n} values of the list that was read last. */
  int[] values(int n) {
    return Arrays.stream(values, 0, n).mapToInt(value -> (int) value).toArray();
  }
}
