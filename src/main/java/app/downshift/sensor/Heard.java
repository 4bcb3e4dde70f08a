package app.downshift.sensor;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What was heard on a port with one line setting, and for how long: a value. At most {@link #MOST}
 * bytes are kept, the first ones; a sensor that is not clear from them will not be clear from more.
 */
public final class Heard {
  /** Most bytes that are kept: over five seconds of a full 115200 line. */
  public static final int MOST = 65_536;

  private final LineSettings line;
  private final byte[] bytes;
  private final long firstNanos;
  private final long lastNanos;

  private Heard(LineSettings line, byte[] bytes, long firstNanos, long lastNanos) {
    this.line = line;
    this.bytes = bytes;
    this.firstNanos = firstNanos;
    this.lastNanos = lastNanos;
  }

  /** Nothing heard yet on {@code line}. */
  public static Heard nothingOn(LineSettings line) {
    return new Heard(line, new byte[0], 0, 0);
  }

  /**
   * This and {@code more[0..length)}, which came at {@code atNanos}; a length of 0 says time has
   * passed.
   */
  public Heard and(byte[] more, int length, long atNanos) {
    int room = Math.min(length, MOST - bytes.length);
    if ((bytes.length == 0 && length == 0) || bytes.length == MOST) {
      return this;
    }
    byte[] all = Arrays.copyOf(bytes, bytes.length + room);
    System.arraycopy(more, 0, all, bytes.length, room);
    return new Heard(line, all, bytes.length == 0 ? atNanos : firstNanos, atNanos);
  }

  /** How the line was opened. */
  public LineSettings line() {
    return line;
  }

  /** The bytes, oldest first; a copy. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /**
   * Seconds from the first byte to the last word about this port; 0 when everything came at once.
   */
  public double seconds() {
    return (lastNanos - firstNanos) / 1e9;
  }

  /** How many a second {@code count} things in these bytes are; NaN when all came at once. */
  public double perSecond(int count) {
    return lastNanos > firstNanos ? count / seconds() : Double.NaN;
  }

  /** Which part of these bytes {@code records} of {@code length} bytes make; 0 of no bytes. */
  public double share(long records, int length) {
    return bytes.length == 0 ? 0 : records * (double) length / bytes.length;
  }

  /** The recognition of {@code type} on this line. */
  public Optional<Recognition> as(SensorType type, String why, double confidence) {
    return Optional.of(new Recognition(type, line, why, confidence));
  }

  /** What {@code decoder} makes of these bytes. */
  public List<SensorEvent> through(Decoder decoder) {
    return decoder.accept(bytes, bytes.length).events();
  }

  /**
   * The whole lines that were heard, blanks at their ends removed, empty and overlong ones left
   * out.
   */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    LineFraming.midStream()
        .accept(
            bytes,
            bytes.length,
            new LineFraming.Sink() {
              @Override
              public void line(byte[] from, int begin, int end) {
                String text =
                    new String(from, begin, end - begin, StandardCharsets.ISO_8859_1).strip();
                if (!text.isEmpty()) {
                  lines.add(text);
                }
              }

              @Override
              public void overlong(byte[] from, int begin, int end) {
                lines.add("?");
              }
            });
    return lines;
  }
}
