package app.downshift.sensor;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cuts a byte stream into text lines: a value that holds the unfinished last line. CR, LF and CR LF
 * all end a line, so that a line is known as soon as its first end byte is; empty lines are
 * nobody's business. A line longer than {@link #LONGEST} is reported once by its beginning and then
 * skipped to its end, so that memory stays flat whatever arrives.
 */
public final class LineFraming {
  /** Longest line that is still read, in bytes without its end. */
  public static final int LONGEST = 512;

  private static final int LONGEST_QUOTE = 120;
  private static final byte[] NOTHING = {};

  /** Receives lines; the bytes are only lent for the length of the call. */
  public interface Sink {
    /** A complete, not empty line in {@code bytes[from..to)}, without its end. */
    void line(byte[] bytes, int from, int to);

    /** The first {@link #LONGEST} bytes of a line that is too long to be one. */
    void overlong(byte[] bytes, int from, int to);
  }

  private final byte[] carry;
  private final boolean skipping;

  private LineFraming(byte[] carry, boolean skipping) {
    this.carry = carry;
    this.skipping = skipping;
  }

  /**
   * For streams that are known to begin with a whole line: captures, files, a board just started.
   */
  public static LineFraming atBoundary() {
    return new LineFraming(NOTHING, false);
  }

  /**
   * For ports opened at any moment: what comes before the first line end may be the tail of a line.
   */
  public static LineFraming midStream() {
    return new LineFraming(NOTHING, true);
  }

  /**
   * Hands every line completed by {@code bytes[0..length)} to {@code sink}, and answers what to go
   * on with.
   */
  public LineFraming accept(byte[] bytes, int length, Sink sink) {
    int start = 0;
    byte[] head = carry;
    boolean skip = skipping;
    for (int i = 0; i < length; i++) {
      byte b = bytes[i];
      if (b != '\n' && b != '\r') {
        continue;
      }
      if (skip) {
        skip = false;
      } else if (head.length == 0) {
        emit(bytes, start, i, sink);
      } else {
        byte[] joined = join(head, bytes, start, i);
        emit(joined, 0, joined.length, sink);
      }
      head = NOTHING;
      start = i + 1;
    }
    if (skip) {
      return new LineFraming(NOTHING, true);
    }
    int tail = head.length + length - start;
    if (tail > LONGEST) {
      byte[] joined = join(head, bytes, start, start + LONGEST + 1 - head.length);
      sink.overlong(joined, 0, LONGEST);
      return new LineFraming(NOTHING, true);
    }
    return new LineFraming(tail == 0 ? NOTHING : join(head, bytes, start, length), false);
  }

  /**
   * How {@code bytes[from..to)} is shown to people: trimmed, at most 120 bytes, control characters
   * as dots.
   */
  public static String quote(byte[] bytes, int from, int to) {
    int last = Math.min(to, from + LONGEST_QUOTE);
    StringBuilder text =
        new StringBuilder(new String(bytes, from, last - from, StandardCharsets.UTF_8).trim());
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        text.setCharAt(i, '·');
      }
    }
    return text.toString();
  }

  private static void emit(byte[] bytes, int from, int to, Sink sink) {
    if (to - from > LONGEST) {
      sink.overlong(bytes, from, from + LONGEST);
    } else if (to > from) {
      sink.line(bytes, from, to);
    }
  }

  private static byte[] join(byte[] head, byte[] bytes, int from, int to) {
    byte[] joined = Arrays.copyOf(head, head.length + to - from);
    System.arraycopy(bytes, from, joined, head.length, to - from);
    return joined;
  }
}
