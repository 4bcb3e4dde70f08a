package app.downshift.sensor.text;

import app.downshift.sensor.LineCursor;
import java.util.Arrays;

/**
 * Finds numbers that a line names: {@code IBI: 812ms}, {@code RR=812}, {@code IR[512]}. Only names
 * that a sensor uses count; of two of a kind the first does.
 */
final class KeyedNumbers {
  static final int RR = 0;
  static final int BPM = 1;
  static final int IR = 2;
  static final int RED = 3;
  static final int GREEN = 4;
  static final int HR_VALID = 5;

  private static final String[][] NAMES = {
    {"rr", "ibi", "rr interval", "r-r", "ppi"},
    {"bpm", "hr", "heart rate"},
    {"ir"},
    {"red", "r"},
    {"green", "g"},
    {"hrvalid"}
  };

  private final LineCursor cursor;
  private final int[] at = new int[NAMES.length];

  KeyedNumbers(LineCursor cursor) {
    this.cursor = cursor;
  }

  /** Looks through the line the cursor is over, from {@code start}. */
  void read(byte[] bytes, int start) {
    Arrays.fill(at, -1);
    int name = start;
    for (int i = start; i < cursor.end(); i++) {
      byte b = bytes[i];
      if (b == ',' || b == ';' || b == '!' || b == ']' || b == '\t') {
        name = i + 1;
      } else if (b == ':' || b == '=' || b == '[') {
        keep(bytes, name, i);
        name = i + 1;
      }
    }
  }

  boolean has(int key) {
    return at[key] >= 0;
  }

  int at(int key) {
    return at[key];
  }

  /** The number of a key that is there; it is then the cursor's last number. */
  double number(int key) {
    cursor.seek(at[key]);
    cursor.number();
    return cursor.times(1);
  }

  private void keep(byte[] bytes, int from, int to) {
    while (from < to && bytes[from] == ' ') {
      from++;
    }
    while (to > from && bytes[to - 1] == ' ') {
      to--;
    }
    int value = skipBlanksBehind(bytes, to);
    for (int key = 0; key < NAMES.length; key++) {
      for (String name : NAMES[key]) {
        if (at[key] < 0 && cursor.is(from, to, name)) {
          cursor.seek(value);
          at[key] = cursor.number() ? value : -1;
        }
      }
    }
  }

  /** Over blanks, the separator that is known to follow, and blanks again. */
  private int skipBlanksBehind(byte[] bytes, int name) {
    int i = name;
    while (bytes[i] == ' ') {
      i++;
    }
    i++;
    while (i < cursor.end() && bytes[i] == ' ') {
      i++;
    }
    return i;
  }
}
