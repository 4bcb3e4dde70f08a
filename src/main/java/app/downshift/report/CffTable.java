package app.downshift.report;

import java.util.Arrays;
import java.util.Collection;
import java.util.TreeSet;

/**
 * The outlines of an OpenType font (Adobe Technical Note 5176), as far as it takes to leave glyphs
 * out: all others become empty in place, so that nothing else in the table moves, and what is freed
 * is filled with noughts, which compress to nothing.
 */
final class CffTable {
  private static final int CHAR_STRINGS = 17;
  private static final int ESCAPE = 12;
  private static final int SHORT_NUMBER = 28;
  private static final int LONG_NUMBER = 29;
  private static final int REAL = 30;
  private static final byte END_CHAR = 14;

  private final byte[] table;

  CffTable(byte[] table) {
    this.table = table.clone();
  }

  /** All glyphs. */
  byte[] whole() {
    return table.clone();
  }

  /** Only these glyphs, and the one that stands for none. */
  byte[] keeping(Collection<Integer> glyphs) {
    var kept = new TreeSet<Integer>(glyphs);
    kept.add(0);
    int index = charStrings();
    int count = number(index, 2);
    int size = table[index + 2] & 0xff;
    int offsets = index + 3;
    int data = offsets + (count + 1) * size - 1;
    byte[] smaller = table.clone();
    int end = data + number(offsets + count * size, size);
    Arrays.fill(smaller, data + 1, end, (byte) 0);
    int at = 1;
    for (int glyph = 0; glyph < count; glyph++) {
      put(smaller, offsets + glyph * size, size, at);
      int from = number(offsets + glyph * size, size);
      int to = number(offsets + (glyph + 1) * size, size);
      if (kept.contains(glyph)) {
        System.arraycopy(table, data + from, smaller, data + at, to - from);
        at += to - from;
      } else {
        smaller[data + at++] = END_CHAR;
      }
    }
    put(smaller, offsets + count * size, size, at);
    return smaller;
  }

  /** Where the index of outlines begins: the operand before its operator in the top dictionary. */
  private int charStrings() {
    int names = table[2] & 0xff;
    int tops = afterIndex(names);
    int size = table[tops + 2] & 0xff;
    int data = tops + 3 + 2 * size - 1;
    int at = data + number(tops + 3, size);
    int end = data + number(tops + 3 + size, size);
    int operand = 0;
    while (at < end) {
      int first = table[at] & 0xff;
      if (first == CHAR_STRINGS) {
        return operand;
      } else if (first == ESCAPE) {
        at += 2;
      } else if (first < ESCAPE + 10) {
        at++;
      } else if (first == SHORT_NUMBER) {
        operand = (short) number(at + 1, 2);
        at += 3;
      } else if (first == LONG_NUMBER) {
        operand = number(at + 1, 4);
        at += 5;
      } else if (first == REAL) {
        at++;
        while ((table[at] & 0x0f) != 0x0f) {
          at++;
        }
        at++;
      } else if (first < 247) {
        operand = first - 139;
        at++;
      } else {
        int second = table[at + 1] & 0xff;
        operand =
            first < 251 ? (first - 247) * 256 + second + 108 : -(first - 251) * 256 - second - 108;
        at += 2;
      }
    }
    throw new IllegalStateException("a font without outlines");
  }

  private int afterIndex(int index) {
    int count = number(index, 2);
    if (count == 0) {
      return index + 2;
    }
    int size = table[index + 2] & 0xff;
    int offsets = index + 3;
    return offsets + (count + 1) * size - 1 + number(offsets + count * size, size);
  }

  private int number(int at, int bytes) {
    int value = 0;
    for (int i = 0; i < bytes; i++) {
      value = (value << 8) | (table[at + i] & 0xff);
    }
    return value;
  }

  private static void put(byte[] into, int at, int bytes, int value) {
    for (int i = 0; i < bytes; i++) {
      into[at + i] = (byte) (value >> (8 * (bytes - 1 - i)));
    }
  }
}
