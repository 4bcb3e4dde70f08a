package app.downshift.sensor.bled112;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;

/**
 * The commands we give, as bytes: a head of technology and length, group and id, then parameters,
 * lower byte first (Bluegiga BGAPI 1.3).
 */
final class Bgapi {
  static final byte[] HELLO = command(0, 1);

  /** Which connections there are; each is told in an event behind the answer. */
  static final byte[] GET_CONNECTIONS = command(0, 6);

  static final byte[] STOP_ADVERTISING = command(6, 1, 0, 0);
  static final byte[] END_PROCEDURE = command(6, 4);

  /** Every 125 ms for 125 ms, asking each sensor for its name. */
  static final byte[] SCAN_ACTIVELY = command(6, 7, 0xC8, 0, 0xC8, 0, 1);

  /** Sensors that say they can be discovered. */
  static final byte[] DISCOVER = command(6, 2, 1);

  static final byte[] ALLOW_BONDING = command(5, 1, 1);

  private Bgapi() {}

  static byte[] disconnect(int connection) {
    return command(3, 0, connection);
  }

  /**
   * Calls a sensor: every 40 to 60 ms, given up after 2.56 s of silence, no event left out.
   *
   * @param address {@code EC:EA:02:85:D9:7A}
   */
  static byte[] connect(String address, int addressType) {
    byte[] parameters = new byte[15];
    byte[] octets = HexFormat.ofDelimiter(":").parseHex(address);
    for (int i = 0; i < octets.length; i++) {
      parameters[i] = octets[octets.length - 1 - i];
    }
    parameters[6] = (byte) addressType;
    ByteBuffer.wrap(parameters)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort(7, (short) 0x20)
        .putShort(9, (short) 0x30)
        .putShort(11, (short) 0x100);
    return packet(6, 3, parameters);
  }

  /** Asks for all primary services. */
  static byte[] services(int connection) {
    return command(4, 1, connection, 1, 0, 0xFF, 0xFF, 2, 0, 0x28);
  }

  /** Asks what stands behind the handles of a service. */
  static byte[] handles(int connection, Service service) {
    return command(
        4,
        3,
        connection,
        service.first(),
        service.first() >> 8,
        service.last(),
        service.last() >> 8);
  }

  /** Writes a two-byte value. */
  static byte[] write(int connection, int handle, int value) {
    return command(4, 5, connection, handle, handle >> 8, 2, value, value >> 8);
  }

  static byte[] read(int connection, int handle) {
    return command(4, 4, connection, handle, handle >> 8);
  }

  /** Says that an indication has arrived. */
  static byte[] confirm(int connection) {
    return command(4, 7, connection);
  }

  static byte[] encrypt(int connection) {
    return command(5, 0, connection, 1);
  }

  private static byte[] command(int group, int id, int... parameters) {
    byte[] bytes = new byte[parameters.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) parameters[i];
    }
    return packet(group, id, bytes);
  }

  /** A whole command with these parameters. */
  static byte[] packet(int group, int id, byte[] parameters) {
    byte[] bytes = new byte[BgapiPacket.HEAD + parameters.length];
    bytes[1] = (byte) parameters.length;
    bytes[2] = (byte) group;
    bytes[3] = (byte) id;
    System.arraycopy(parameters, 0, bytes, BgapiPacket.HEAD, parameters.length);
    return bytes;
  }

  /** A whole event with this payload. */
  static byte[] event(int group, int id, byte[] payload) {
    byte[] bytes = packet(group, id, payload);
    bytes[0] = (byte) 0x80;
    return bytes;
  }

  /** A service of a sensor, by its first and last handle. */
  record Service(int first, int last) {
    static final Service NONE = new Service(0, 0);

    boolean exists() {
      return last > 0;
    }
  }
}
