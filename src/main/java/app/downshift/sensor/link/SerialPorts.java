package app.downshift.sensor.link;

import app.downshift.sensor.LineSettings;
import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The serial ports of this computer. Listing and opening can take long on some systems: never from
 * the EDT.
 */
public final class SerialPorts {
  /**
   * Held while ports are listed, opened or closed. jSerialComm keeps one list of ports for the
   * whole process and at every listing frees those that are neither open nor listed by the system,
   * also under the hands of a thread that is just opening or closing one: a pseudo-terminal, or a
   * cable that was pulled.
   */
  static final ReentrantLock NATIVE_LIST = new ReentrantLock();

  /**
   * The ports the system lists, by name. Pseudo-terminals are not among them, but open by their
   * path.
   */
  public List<SerialPortInfo> list() {
    return Arrays.stream(listed())
        .map(SerialPorts::describe)
        .filter(
            port ->
                !port.name()
                    .startsWith("tty.")) // macOS shows each port twice; cu. does not wait for DCD
        .sorted(Comparator.comparing(SerialPortInfo::name))
        .toList();
  }

  private static SerialPort[] listed() {
    NATIVE_LIST.lock();
    try {
      return SerialPort.getCommPorts();
    } finally {
      NATIVE_LIST.unlock();
    }
  }

  /**
   * Opens a port by name, path or link. A link is followed anew at each call.
   *
   * @throws PortUnavailable saying why not and what to do
   */
  public SerialSource open(String name, LineSettings settings) throws PortUnavailable {
    NATIVE_LIST.lock();
    try {
      String device = PortDiagnosis.WINDOWS ? name : PortDiagnosis.deviceFile(name).toString();
      return SerialSource.open(SerialPort.getCommPort(device), name, settings);
    } catch (SerialPortInvalidPortException gone) {
      throw PortDiagnosis.noSuchPort(name);
    } finally {
      NATIVE_LIST.unlock();
    }
  }

  /**
   * Opens a port again and again: by its name, or under the new name its USB device got when it was
   * plugged in again. A link is taken by its word. Lists the ports after the first opening.
   */
  public ByteSourceOpener opener(String name, LineSettings settings) {
    return new DevicePort(name, this::list, port -> open(port, settings));
  }

  private static SerialPortInfo describe(SerialPort port) {
    return new SerialPortInfo(
        port.getSystemPortName(),
        port.getPortDescription(),
        usbId(port.getVendorID()),
        usbId(port.getProductID()),
        Optional.ofNullable(port.getSerialNumber())
            .filter(serial -> !serial.isBlank() && !serial.equals("Unknown")));
  }

  private static OptionalInt usbId(int id) {
    return id < 0 ? OptionalInt.empty() : OptionalInt.of(id);
  }
}
