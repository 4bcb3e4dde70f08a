package app.downshift.sensor.link;

import app.downshift.sensor.ByteSource;
import app.downshift.sensor.link.PortUnavailable.Reason;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Opens a port by its name and, when a device plugged in again was given another name, by what it
 * is. A device without a serial number is only believed under a name that was not taken when it was
 * first opened, so that its twin in the next socket is left alone. For one thread at a time.
 */
final class DevicePort implements ByteSourceOpener {
  /** Opens a port by name. */
  @FunctionalInterface
  interface ByName {
    ByteSource open(String name) throws PortUnavailable;
  }

  private final String name;
  private final Supplier<List<SerialPortInfo>> listed;
  private final ByName ports;
  private Optional<SerialPortInfo> device = Optional.empty();
  private Set<String> namesAtFirst = Set.of();

  /**
   * A port not yet opened.
   *
   * @param name as the user gave it
   * @param listed the ports there are at the moment, asked after the first opening and while it is
   *     missing
   */
  DevicePort(String name, Supplier<List<SerialPortInfo>> listed, ByName ports) {
    this.name = name;
    this.listed = listed;
    this.ports = ports;
  }

  @Override
  public ByteSource open() throws PortUnavailable {
    try {
      ByteSource source = ports.open(name);
      if (namesAtFirst.isEmpty()) {
        remember();
      }
      return source;
    } catch (PortUnavailable unavailable) {
      Optional<String> elsewhere =
          unavailable.reason() == Reason.NO_SUCH_PORT ? nameElsewhere() : Optional.empty();
      if (elsewhere.isEmpty()) {
        throw unavailable;
      }
      return ports.open(elsewhere.get());
    }
  }

  private void remember() {
    List<SerialPortInfo> now = listed.get();
    device = now.stream().filter(port -> port.isNamed(name)).findFirst();
    namesAtFirst = now.stream().map(SerialPortInfo::name).collect(Collectors.toSet());
  }

  private Optional<String> nameElsewhere() {
    if (device.isEmpty()) {
      return Optional.empty();
    }
    SerialPortInfo wanted = device.get();
    return listed.get().stream()
        .filter(wanted::sameDevice)
        .map(SerialPortInfo::name)
        .filter(other -> wanted.serial().isPresent() || !namesAtFirst.contains(other))
        .findFirst();
  }
}
