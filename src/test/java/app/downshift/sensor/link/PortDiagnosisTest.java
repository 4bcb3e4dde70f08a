package app.downshift.sensor.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.sensor.link.PortUnavailable.Reason;
import org.junit.jupiter.api.Test;

class PortDiagnosisTest {
  @Test
  void readsTheErrorCodesOfLinuxAndMacOs() {
    assertEquals(Reason.IN_USE, posix(11), "EAGAIN of flock, Linux");
    assertEquals(Reason.IN_USE, posix(35), "EAGAIN of flock, macOS");
    assertEquals(Reason.IN_USE, posix(16), "EBUSY of TIOCEXCL");
    assertEquals(Reason.IN_USE, posix(2), "jSerialComm's own code");
    assertEquals(Reason.NO_PERMISSION, posix(13), "EACCES");
    assertEquals(Reason.NO_SUCH_PORT, posix(6), "ENXIO");
    assertEquals(Reason.NOT_A_PORT, posix(25), "ENOTTY");
    assertEquals(Reason.NOT_OPENED, posix(5), "EIO");
  }

  @Test
  void readsTheErrorCodesOfWindows() {
    assertEquals(Reason.NO_SUCH_PORT, windows(2), "ERROR_FILE_NOT_FOUND");
    assertEquals(Reason.IN_USE, windows(5), "ERROR_ACCESS_DENIED");
    assertEquals(Reason.IN_USE, windows(32), "ERROR_SHARING_VIOLATION");
    assertEquals(Reason.NOT_OPENED, windows(121), "ERROR_SEM_TIMEOUT of a dead Bluetooth port");
  }

  @Test
  void anUnknownErrorKeepsItsCode() {
    assertTrue(PortDiagnosis.afterFailedOpen("COM7", 121, true).getMessage().contains("121"));
  }

  private static Reason posix(int code) {
    return PortDiagnosis.afterFailedOpen("ttyUSB0", code, false).reason();
  }

  private static Reason windows(int code) {
    return PortDiagnosis.afterFailedOpen("COM7", code, true).reason();
  }
}
