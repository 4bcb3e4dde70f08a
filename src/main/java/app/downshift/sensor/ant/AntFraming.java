package app.downshift.sensor.ant;

import app.downshift.sensor.SensorEvent;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;

/**
 * Cuts the stick's bytes into messages: a value that holds the unfinished last one. A wrong
 * checksum is reported once; then every byte may be the next beginning until a message is right.
 */
final class AntFraming {
  /** Nothing heard yet. */
  static final AntFraming FRESH = new AntFraming(new byte[0], false);

  /** For a port opened at any moment: what precedes the first message is nobody's fault. */
  static final AntFraming MID_STREAM = new AntFraming(new byte[0], true);

  private final byte[] carry;
  private final boolean lost;

  private AntFraming(byte[] carry, boolean lost) {
    this.carry = carry;
    this.lost = lost;
  }

  /**
   * Hands on every message that {@code bytes[0..length)} completes, and every loss of the track.
   */
  AntFraming accept(
      byte[] bytes, int length, Consumer<AntFrame> frames, Consumer<SensorEvent> losses) {
    byte[] all = Arrays.copyOf(carry, carry.length + length);
    System.arraycopy(bytes, 0, all, carry.length, length);
    boolean searching = lost;
    int at = 0;
    while (at < all.length) {
      if ((all[at] & 0xFF) != AntFrame.SYNC) {
        at++;
        continue;
      }
      if (at + 1 == all.length) {
        break;
      }
      int size = all[at + 1] & 0xFF;
      int end = at + size + AntFrame.AROUND;
      boolean fits = size >= 1 && size <= AntFrame.LONGEST;
      if (fits && end > all.length) {
        break;
      }
      if (fits && AntFrame.check(all, at, end - 1) == (all[end - 1] & 0xFF)) {
        frames.accept(new AntFrame(all[at + 2] & 0xFF, Arrays.copyOfRange(all, at + 3, end - 1)));
        searching = false;
        at = end;
        continue;
      }
      if (!searching) {
        String quote =
            HexFormat.ofDelimiter(" ")
                .withUpperCase()
                .formatHex(all, at, fits ? Math.min(end, at + 16) : at + 2);
        losses.accept(new SensorEvent.Rejected(fits ? "xor" : "length", quote));
        searching = true;
      }
      at++;
    }
    return new AntFraming(Arrays.copyOfRange(all, at, all.length), searching);
  }
}
