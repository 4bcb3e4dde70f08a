package app.downshift.sensor.ant;

/**
 * One message of the stick.
 *
 * @param id what kind it is
 * @param data what follows the kind
 */
@SuppressWarnings("ArrayRecordComponent") // handed on within one call and never compared
record AntFrame(int id, byte[] data) {
  static final int SYNC = 0xA4;

  /** Bytes around the data: sync, length, id, checksum. */
  static final int AROUND = 4;

  /** Longest data of any message, extended ones included. */
  static final int LONGEST = 32;

  static final int RESPONSE = 0x40;
  static final int BROADCAST = 0x4E;
  static final int CHANNEL_ID = 0x51;
  static final int STARTED = 0x6F;

  /** Id of a response that is an event of the channel and answers no command. */
  static final int EVENT = 1;

  static AntFrame of(int id, int... data) {
    byte[] bytes = new byte[data.length];
    for (int i = 0; i < data.length; i++) {
      bytes[i] = (byte) data[i];
    }
    return new AntFrame(id, bytes);
  }

  /** The unsigned byte at {@code at} of the data. */
  int octet(int at) {
    return data[at] & 0xFF;
  }

  /** The unsigned word at {@code at} of the data, lower byte first. */
  int word(int at) {
    return octet(at) | octet(at + 1) << 8;
  }

  /** Sync, length, id, data, and all of them in one exclusive or. */
  byte[] bytes() {
    byte[] bytes = new byte[data.length + AROUND];
    bytes[0] = (byte) SYNC;
    bytes[1] = (byte) data.length;
    bytes[2] = (byte) id;
    System.arraycopy(data, 0, bytes, 3, data.length);
    bytes[bytes.length - 1] = (byte) check(bytes, 0, bytes.length - 1);
    return bytes;
  }

  static int check(byte[] bytes, int from, int to) {
    int check = 0;
    for (int i = from; i < to; i++) {
      check ^= bytes[i];
    }
    return check & 0xFF;
  }
}
