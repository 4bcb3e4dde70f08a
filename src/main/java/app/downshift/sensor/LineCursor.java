package app.downshift.sensor;

/**
 * Reads numbers and words out of one line of bytes without making garbage. A number is kept as
 * mantissa and count of decimals, so that a quantity is divided once, exactly, at the end. Mutable;
 * used inside one call of a decoder and never kept.
 */
public final class LineCursor {
  private static final int MOST_DIGITS = 15;
  private static final double[] POWER = new double[MOST_DIGITS + 1];

  static {
    POWER[0] = 1;
    for (int i = 1; i < POWER.length; i++) {
      POWER[i] = POWER[i - 1] * 10;
    }
  }

  private byte[] bytes = {};
  private int at;
  private int end;
  private long mantissa;
  private int decimals;
  private boolean pointed;

  /** Begins with {@code bytes[from..to)}, blanks at both ends left out. */
  public LineCursor over(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    at = from;
    end = to;
    while (end > at && isBlank(bytes[end - 1])) {
      end--;
    }
    skipBlanks();
    return this;
  }

  /** Where the cursor stands. */
  public int at() {
    return at;
  }

  /** Goes to {@code position}. */
  public void seek(int position) {
    at = Math.min(position, end);
  }

  /** One past the last byte that is not a blank. */
  public int end() {
    return end;
  }

  /** True when nothing is left. */
  public boolean done() {
    return at >= end;
  }

  /** The byte under the cursor, or 0 at the end. */
  public byte peek() {
    return at < end ? bytes[at] : 0;
  }

  /** Steps over {@code expected} if it is next. */
  public boolean take(char expected) {
    if (at < end && bytes[at] == expected) {
      at++;
      return true;
    }
    return false;
  }

  /** Steps over {@code word}, letters in any case, if it is next. */
  public boolean take(String word) {
    if (!is(at, Math.min(end, at + word.length()), word)) {
      return false;
    }
    at += word.length();
    return true;
  }

  /** Whether {@code bytes[from..to)} is {@code word} (given in lower case), letters in any case. */
  public boolean is(int from, int to, String word) {
    if (to - from != word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      int b = bytes[from + i];
      if (b >= 'A' && b <= 'Z') {
        b += 'a' - 'A';
      }
      if (b != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Steps over spaces and tabs. */
  public void skipBlanks() {
    while (at < end && isBlank(bytes[at])) {
      at++;
    }
  }

  /**
   * Reads {@code [+-]digits[.digits]}, at most 15 digits (so that it is exact as a double). On
   * anything else the cursor stays where it was and the answer is false.
   */
  public boolean number() {
    int i = at;
    boolean negative = false;
    if (i < end && (bytes[i] == '-' || bytes[i] == '+')) {
      negative = bytes[i] == '-';
      i++;
    }
    long value = 0;
    int digits = 0;
    int behindPoint = 0;
    boolean point = false;
    for (; i < end; i++) {
      byte b = bytes[i];
      if (b >= '0' && b <= '9') {
        if (++digits > MOST_DIGITS) {
          return false;
        }
        value = value * 10 + (b - '0');
        behindPoint += point ? 1 : 0;
      } else if (b == '.' && !point) {
        point = true;
      } else {
        break;
      }
    }
    if (digits == 0) {
      return false;
    }
    mantissa = negative ? -value : value;
    decimals = behindPoint;
    pointed = point;
    at = i;
    return true;
  }

  /** The last number times {@code factor}, divided once. */
  public double times(long factor) {
    return mantissa * (double) factor / POWER[decimals];
  }

  /** {@code dividend} over the last number. */
  public double under(long dividend) {
    return dividend * POWER[decimals] / mantissa;
  }

  /** Whether the last number was written with a decimal point. */
  public boolean pointed() {
    return pointed;
  }

  /** Whether the last number was a whole one from {@code least} to {@code most}. */
  public boolean wholeWithin(long least, long most) {
    return !pointed && mantissa >= least && mantissa <= most;
  }

  /** The last number as a whole one; only after {@link #wholeWithin} said so. */
  public long whole() {
    return mantissa;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }
}
