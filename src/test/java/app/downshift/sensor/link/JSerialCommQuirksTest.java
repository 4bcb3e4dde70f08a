package app.downshift.sensor.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * What jSerialComm 2.11.4 really does on Linux, and what our code does because of it. When one of
 * these fails after an update, the design of {@link SerialSource} and {@link PortDiagnosis} wants
 * another look.
 */
@EnabledOnOs(OS.LINUX)
@Timeout(60)
class JSerialCommQuirksTest {

  /** Hence −1 is the only sign of an unplugged port, and the reader closes it at once. */
  @Test
  void afterUnpluggingReadSaysMinusOneForEverWhileThePortCallsItselfOpen() {
    try (PseudoTerminal cable = PseudoTerminal.open()) {
      SerialPort port = opened(cable.path());
      cable.unplug();
      for (int i = 0; i < 3; i++) {
        assertEquals(-1, port.readBytes(new byte[8], 8));
      }
      assertTrue(port.isOpen());
      assertEquals(-1, port.bytesAvailable());
      assertEquals(0, port.writeBytes(new byte[8], 8));
      assertTrue(port.closePort());
      assertFalse(port.isOpen());
      assertEquals(-1, port.readBytes(new byte[8], 8));
    }
  }

  /** Hence a fresh getCommPort at every opening. */
  @Test
  void aPortObjectKeepsTheDeviceItsLinkNamedWhenItWasMade() throws IOException {
    try (PseudoTerminal first = PseudoTerminal.open();
        PseudoTerminal other = PseudoTerminal.open()) {
      SerialPort old = SerialPort.getCommPort(first.path());
      assertEquals(first.slavePath(), old.getSystemPortPath());
      String before = first.slavePath();
      SerialPort holdsTheNumber = opened(before);
      first.plugIn();
      assertFalse(first.slavePath().equals(before), "the number is held");
      assertEquals(before, old.getSystemPortPath());
      assertEquals(first.slavePath(), SerialPort.getCommPort(first.path()).getSystemPortPath());
      holdsTheNumber.closePort();
    }
  }

  /**
   * Hence code 2, which would be ENOENT, is read as "in use": the file has been looked at before.
   */
  @Test
  void aSecondOpeningInOneProgramFailsWithACodeOfItsOwn() {
    try (PseudoTerminal cable = PseudoTerminal.open()) {
      SerialPort first = opened(cable.path());
      SerialPort second = SerialPort.getCommPort(cable.path());
      assertFalse(second.openPort(0));
      assertEquals(2, second.getLastErrorCode());
      assertTrue(first.closePort());
    }
  }

  /** Hence the file is looked at first: these answers would not tell them apart. */
  @Test
  void missingPathsThrowAtLookupAndFilesFailAtOpening(@TempDir Path folder) throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nowhere"));
    assertThrows(
        SerialPortInvalidPortException.class, () -> SerialPort.getCommPort(link.toString()));
    assertThrows(SerialPortInvalidPortException.class, () -> SerialPort.getCommPort("ttyNONE7"));
    Path file = Files.writeString(folder.resolve("file"), "text");
    SerialPort port = SerialPort.getCommPort(file.toString());
    assertFalse(port.openPort(0));
    assertEquals(25, port.getLastErrorCode());
  }

  private static SerialPort opened(String path) {
    SerialPort port = SerialPort.getCommPort(path);
    port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, 500, 0);
    assertTrue(port.openPort(0), () -> "error " + port.getLastErrorCode());
    return port;
  }
}
