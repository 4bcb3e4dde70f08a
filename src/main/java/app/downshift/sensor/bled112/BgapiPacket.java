package app.downshift.sensor.bled112;

/**
 * One whole packet of the stick.
 *
 * @param event whether it came of itself; otherwise it answers the command of this group and id
 * @param payload what follows the four bytes of its head
 */
@SuppressWarnings("ArrayRecordComponent") // handed on within one call and never compared
record BgapiPacket(boolean event, int group, int id, byte[] payload) {
  static final int HEAD = 4;

  /** Longest payload that any packet we ask for has. */
  static final int LONGEST = 64;

  private static final int LAST_GROUP = 9;
  private static final int LAST_ID = 40;

  boolean isEvent(int wantedGroup, int wantedId) {
    return event && group == wantedGroup && id == wantedId;
  }

  boolean answers(byte[] command) {
    return !event && group == command[2] && id == command[3];
  }

  /** The unsigned byte at {@code at} of the payload. */
  int octet(int at) {
    return payload[at] & 0xFF;
  }

  /** The unsigned word at {@code at} of the payload, lower byte first. */
  int word(int at) {
    return octet(at) | octet(at + 1) << 8;
  }

  /** The Bluetooth address at {@code at}, which is sent lowest byte first. */
  String address(int at) {
    return "%02X:%02X:%02X:%02X:%02X:%02X"
        .formatted(
            octet(at + 5), octet(at + 4), octet(at + 3), octet(at + 2), octet(at + 1), octet(at));
  }

  /** Whether four bytes can be the head of a packet at all. */
  static boolean headFits(byte[] bytes, int at) {
    int length = bytes[at + 1] & 0xFF;
    return (bytes[at] & 0x7F) == 0
        && length <= LONGEST
        && bytes[at + 2] >= 0
        && bytes[at + 2] <= LAST_GROUP
        && bytes[at + 3] >= 0
        && bytes[at + 3] <= LAST_ID
        && leastOf(bytes, at) <= length;
  }

  /**
   * Whether it is an event that only chance could make out of other bytes: its length is that of
   * its kind, and a length inside it agrees.
   */
  boolean isShapely() {
    return event
        && switch (group << 8 | id) {
          case 0x000 -> payload.length == 12;
          case 0x300 -> payload.length == 16;
          case 0x304 -> payload.length == 3;
          case 0x401 -> payload.length == 5;
          case 0x402 -> payload.length == 6 + octet(5);
          case 0x404 -> payload.length == 4 + octet(3);
          case 0x405 -> payload.length == 5 + octet(4);
          case 0x600 -> payload.length == 11 + octet(10);
          default -> false;
        };
  }

  /** Whether the lengths of a packet of a kind we know agree; of other kinds nothing is known. */
  boolean isWhole() {
    return !event
        || isShapely()
        || switch (group << 8 | id) {
          case 0x000, 0x300, 0x304, 0x401, 0x402, 0x404, 0x405, 0x600 -> false;
          default -> true;
        };
  }

  /** How long the payload of a packet with this head has to be at least, to be looked into. */
  private static int leastOf(byte[] bytes, int at) {
    boolean event = bytes[at] != 0;
    return switch ((event ? 0x1000 : 0) | bytes[at + 2] << 8 | bytes[at + 3]) {
      case 0x1000 -> 12;
      case 0x1300 -> 16;
      case 0x1304 -> 3;
      case 0x1401, 0x1405 -> 5;
      case 0x1402 -> 6;
      case 0x1404 -> 4;
      case 0x1600 -> 11;
      case 0x0602, 0x0604, 0x0601, 0x0607 -> 2; // gap commands answer a result
      case 0x0300, 0x0401, 0x0403, 0x0404, 0x0405, 0x0603, 0x0500 -> 3; // connection and result
      default -> 0;
    };
  }
}
