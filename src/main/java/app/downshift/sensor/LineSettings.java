package app.downshift.sensor;

/**
 * How a serial line is opened. Flow control is always off: XON and XOFF are data in binary formats.
 */
public record LineSettings(int baud, int dataBits, Parity parity, int stopBits) {
  /** Parity of a serial line. */
  public enum Parity {
    NONE,
    ODD,
    EVEN
  }

  /** {@code baud} 8N1. */
  public static LineSettings of(int baud) {
    return new LineSettings(baud, 8, Parity.NONE, 1);
  }
}
