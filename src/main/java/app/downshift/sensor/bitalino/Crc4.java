package app.downshift.sensor.bitalino;

/** The checksum of BITalino frames: polynomial x^4 + x + 1, start 0, high bits first. */
final class Crc4 {
  private static final int POLYNOMIAL = 0x13;
  private static final byte[] NIBBLE_ON = new byte[16];
  private static final byte[] BYTE_ON = new byte[16];
  private static final byte[] BYTE = new byte[256];

  static {
    for (int i = 0; i < NIBBLE_ON.length; i++) {
      int rest = i;
      for (int bit = 0; bit < 4; bit++) {
        rest <<= 1;
        rest = rest > 0xF ? rest ^ POLYNOMIAL : rest;
      }
      NIBBLE_ON[i] = (byte) rest;
    }
    for (int i = 0; i < BYTE_ON.length; i++) {
      BYTE_ON[i] = NIBBLE_ON[NIBBLE_ON[i]];
    }
    for (int i = 0; i < BYTE.length; i++) {
      BYTE[i] = (byte) (NIBBLE_ON[i >> 4] ^ (i & 0xF));
    }
  }

  private Crc4() {}

  /** The checksum of a frame, whose last four bits are where it stands and count as 0. */
  static int of(byte[] bytes, int from, int length) {
    int crc = 0;
    for (int i = from; i < from + length - 1; i++) {
      crc = BYTE_ON[crc] ^ BYTE[bytes[i] & 0xFF];
    }
    return BYTE_ON[crc] ^ BYTE[bytes[from + length - 1] & 0xF0];
  }
}
