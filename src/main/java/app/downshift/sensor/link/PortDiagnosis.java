package app.downshift.sensor.link;

import app.downshift.sensor.link.PortUnavailable.Reason;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;

/**
 * Why a port would not open, in words. Where ports are files the file is looked at first, because
 * jSerialComm reports some failures with codes of its own (2 for a port this program holds
 * already).
 */
final class PortDiagnosis {
  private static final String SEE_PORTS =
      "Plug the sensor in, or choose one of the ports that `downshift ports` lists.";

  /** There, ports are no files and the codes are others. */
  static final boolean WINDOWS = File.separatorChar == '\\';

  private PortDiagnosis() {}

  /** The device file behind a name such as {@code ttyUSB0}, {@code pts/3} or a link to one. */
  static Path deviceFile(String name) throws PortUnavailable {
    try {
      Path path = Path.of("/dev").resolve(name);
      Path real = path.toRealPath();
      BasicFileAttributes attributes = Files.readAttributes(real, BasicFileAttributes.class);
      if (!attributes.isOther()) {
        throw notAPort(name, attributes.isDirectory() ? "a folder" : "a file");
      }
      if (!Files.isReadable(real) || !Files.isWritable(real)) {
        throw noPermission(name, group(real));
      }
      return real;
    } catch (IOException | InvalidPathException missing) {
      throw noSuchPort(name);
    }
  }

  /** What an operating system's error code means after a failed open. */
  static PortUnavailable afterFailedOpen(String name, int code, boolean windows) {
    Reason reason = windows ? onWindows(code) : onPosix(code);
    return switch (reason) {
      case NO_SUCH_PORT -> noSuchPort(name);
      case NOT_A_PORT -> notAPort(name, "a device of another kind");
      case IN_USE ->
          new PortUnavailable(
              Reason.IN_USE,
              name,
              "the port is in use by another program",
              "Close that program (a serial monitor, another Downshift) and try again.");
      case NO_PERMISSION -> noPermission(name, "dialout");
      default ->
          new PortUnavailable(
              Reason.NOT_OPENED,
              name,
              String.valueOf(code),
              "the port could not be opened (system error " + code + ")",
              "Unplug the sensor, plug it in again and try once more.");
    };
  }

  private static Reason onWindows(int code) {
    return switch (code) {
      case 2, 3 -> Reason.NO_SUCH_PORT; // ERROR_FILE_NOT_FOUND, ERROR_PATH_NOT_FOUND
      case 5, 32 ->
          Reason.IN_USE; // ERROR_ACCESS_DENIED is how a held port answers; ERROR_SHARING_VIOLATION
      default -> Reason.NOT_OPENED;
    };
  }

  private static Reason onPosix(int code) {
    return switch (code) {
      case 2 -> Reason.IN_USE; // jSerialComm's own word for "this program has it open"
      case 11, 16, 35 ->
          Reason.IN_USE; // EAGAIN of flock on Linux, EBUSY of TIOCEXCL, EAGAIN on macOS
      case 6, 19 ->
          Reason.NO_SUCH_PORT; // ENXIO, ENODEV: the file is there, the device behind it is not
      case 25 -> Reason.NOT_A_PORT; // ENOTTY
      case 1, 13 -> Reason.NO_PERMISSION; // EPERM, EACCES
      default -> Reason.NOT_OPENED;
    };
  }

  static PortUnavailable noSuchPort(String name) {
    return new PortUnavailable(Reason.NO_SUCH_PORT, name, "there is no such port", SEE_PORTS);
  }

  private static PortUnavailable notAPort(String name, String kind) {
    return new PortUnavailable(
        Reason.NOT_A_PORT, name, "this is " + kind + ", not a serial port", SEE_PORTS);
  }

  private static PortUnavailable noPermission(String name, String group) {
    return new PortUnavailable(
        Reason.NO_PERMISSION,
        name,
        group,
        "you may not use this port",
        "Join its group (sudo usermod -aG " + group + " $USER), log out and in again.");
  }

  /**
   * Distributions differ (dialout, uucp): the file itself knows. A port of root's own tells
   * nothing.
   */
  private static String group(Path device) {
    try {
      String group = Files.readAttributes(device, PosixFileAttributes.class).group().getName();
      return group.equals("root") ? "dialout" : group;
    } catch (IOException | UnsupportedOperationException unknown) {
      return "dialout";
    }
  }
}
