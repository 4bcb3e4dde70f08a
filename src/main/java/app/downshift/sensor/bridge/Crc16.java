package app.downshift.sensor.bridge;

/**
 * CRC-16/CCITT-FALSE: polynomial 1021, start FFFF, not reflected, nothing xored; "123456789" gives
 * 29B1.
 */
final class Crc16 {
  private static final int[] TABLE = new int[256];

  static {
    for (int i = 0; i < 256; i++) {
      int crc = i << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ 0x1021;
      }
      TABLE[i] = crc & 0xFFFF;
    }
  }

  private Crc16() {}

  static int of(byte[] bytes, int length) {
    int crc = 0xFFFF;
    for (int i = 0; i < length; i++) {
      crc = (crc << 8 & 0xFFFF) ^ TABLE[(crc >> 8 ^ bytes[i]) & 0xFF];
    }
    return crc;
  }
}
