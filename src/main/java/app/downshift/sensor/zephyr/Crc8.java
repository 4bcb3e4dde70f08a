package app.downshift.sensor.zephyr;

/** The checksum of Zephyr frames: reflected polynomial 8C, start 0, over the payload alone. */
final class Crc8 {
  private static final int POLYNOMIAL = 0x8C;
  private static final byte[] TABLE = new byte[256];

  static {
    for (int i = 0; i < TABLE.length; i++) {
      int crc = i;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ POLYNOMIAL;
      }
      TABLE[i] = (byte) crc;
    }
  }

  private Crc8() {}

  /** The checksum of {@code bytes[from..from+length)}. */
  static byte of(byte[] bytes, int from, int length) {
    byte crc = 0;
    for (int i = from; i < from + length; i++) {
      crc = TABLE[(crc ^ bytes[i]) & 0xFF];
    }
    return crc;
  }
}
