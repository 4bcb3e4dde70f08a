package app.downshift.sensor.link;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A serial port as the system describes it.
 *
 * @param name what to open it by, such as {@code ttyUSB0}, {@code cu.usbserial-110} or {@code
 *     COM5}; unique
 * @param description in words; two ports may share it
 * @param vendorId USB vendor, 0 to 0xFFFF, absent for a port that is not USB
 * @param productId USB product, likewise
 * @param serial the device's own serial number, where it has one
 */
public record SerialPortInfo(
    String name,
    String description,
    OptionalInt vendorId,
    OptionalInt productId,
    Optional<String> serial) {

  /**
   * Whether the other port seems to be the same device, perhaps in another socket: equal USB ids
   * and serial number. Never true for ports without USB ids.
   */
  public boolean sameDevice(SerialPortInfo other) {
    return vendorId.isPresent()
        && vendorId.equals(other.vendorId)
        && productId.equals(other.productId)
        && serial.equals(other.serial);
  }

  /** Whether a user who says {@code given}, perhaps a whole path, means this port. */
  boolean isNamed(String given) {
    return given.equalsIgnoreCase(name) || given.equals("/dev/" + name);
  }
}
