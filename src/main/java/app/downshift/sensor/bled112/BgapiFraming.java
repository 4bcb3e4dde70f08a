package app.downshift.sensor.bled112;

import app.downshift.sensor.SensorEvent;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/**
 * Cuts the stick's bytes into packets: a value that holds the unfinished last one. There is nothing
 * to synchronise to but the heads following each other. A head that cannot be one is reported once;
 * from then on byte after byte is skipped until an event stands there whose lengths all agree.
 */
final class BgapiFraming {
  /** For bytes that begin with a packet. */
  static final BgapiFraming AT_BOUNDARY = new BgapiFraming(new byte[0], false);

  /** For a port opened at any moment. */
  static final BgapiFraming MID_STREAM = new BgapiFraming(new byte[0], true);

  private final byte[] carry;
  private final boolean searching;

  private BgapiFraming(byte[] carry, boolean searching) {
    this.carry = carry;
    this.searching = searching;
  }

  /** Hands on every packet that {@code bytes[0..length)} completes, and every loss of the track. */
  BgapiFraming accept(
      byte[] bytes, int length, Consumer<BgapiPacket> packets, Consumer<SensorEvent> losses) {
    byte[] all = Arrays.copyOf(carry, carry.length + length);
    System.arraycopy(bytes, 0, all, carry.length, length);
    boolean lost = searching;
    int at = 0;
    while (all.length - at >= BgapiPacket.HEAD) {
      boolean fits = BgapiPacket.headFits(all, at) && !(lost && all[at] == 0);
      int end = at + BgapiPacket.HEAD + (all[at + 1] & 0xFF);
      if (fits && end > all.length) {
        break;
      }
      if (fits) {
        BgapiPacket packet = packet(all, at, end);
        fits = lost ? packet.isShapely() : packet.isWhole();
        if (fits) {
          packets.accept(packet);
          lost = false;
          at = end;
          continue;
        }
      }
      if (!lost) {
        losses.accept(new SensorEvent.Rejected("resync", hex(all, at, at + BgapiPacket.HEAD)));
        lost = true;
      }
      at++;
    }
    return new BgapiFraming(Arrays.copyOfRange(all, at, all.length), lost);
  }

  private static BgapiPacket packet(byte[] bytes, int from, int end) {
    return new BgapiPacket(
        bytes[from] != 0,
        bytes[from + 2],
        bytes[from + 3],
        Arrays.copyOfRange(bytes, from + BgapiPacket.HEAD, end));
  }

  /** For tests and messages: two digits a byte. */
  static String hex(byte[] bytes, int from, int to) {
    return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes, from, to);
  }

  /** All packets of a stream that begins with one. */
  static void all(byte[] bytes, List<BgapiPacket> into) {
    AT_BOUNDARY.accept(bytes, bytes.length, into::add, lost -> {});
  }
}
