package app.downshift.sensor.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.sensor.LineSettings;
import app.downshift.sensor.LineSettings.Parity;
import app.downshift.sensor.link.PortUnavailable.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SerialPortsTest {
  private static final LineSettings LINE = LineSettings.of(115_200);

  private final SerialPorts ports = new SerialPorts();

  @Test
  void passesAll256ByteValues() throws Exception {
    byte[] all = new byte[256 * 16];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) (i * 7 + i / 256);
    }
    List<LineSettings> lines =
        List.of(
            LINE,
            new LineSettings(19_200, 8, Parity.ODD, 1),
            new LineSettings(4_800, 8, Parity.EVEN, 2));
    for (LineSettings line : lines) {
      try (PseudoTerminal cable = PseudoTerminal.open();
          SerialSource source = ports.open(cable.path(), line)) {
        cable.write(all);
        assertArrayEquals(all, read(source, all.length), line.toString());
        assertFalse(cable.wasWrittenTo());
      }
    }
  }

  @Test
  void opensAPseudoTerminalByItsOwnPathAndByItsShortName() throws Exception {
    try (PseudoTerminal cable = PseudoTerminal.open()) {
      for (String name :
          List.of(cable.slavePath(), cable.slavePath().substring("/dev/".length()))) {
        try (SerialSource source = ports.open(name, LINE)) {
          cable.write("ok");
          assertArrayEquals(new byte[] {'o', 'k'}, read(source, 2), name);
        }
      }
    }
  }

  @Test
  void keepsWhatCameBeforeThePortWasOpened() throws Exception {
    try (PseudoTerminal cable = PseudoTerminal.open()) {
      cable.write("early");
      try (SerialSource source = ports.open(cable.path(), LINE)) {
        assertEquals(
            "early", new String(read(source, 5), java.nio.charset.StandardCharsets.US_ASCII));
      }
    }
  }

  @Test
  void anIdleLineReturnsNothingAboutTwiceASecond() throws Exception {
    try (PseudoTerminal cable = PseudoTerminal.open();
        SerialSource source = ports.open(cable.path(), LINE)) {
      long before = System.nanoTime();
      assertEquals(0, source.read(new byte[16]));
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before);
      assertTrue(millis >= 400, () -> "waited only " + millis + " ms");
    }
  }

  @Test
  void aMissingPortIsNamedWithWhatToDo() {
    PortUnavailable missing =
        assertThrows(PortUnavailable.class, () -> ports.open("ttyNONE7", LINE));
    assertEquals(Reason.NO_SUCH_PORT, missing.reason());
    assertEquals("ttyNONE7", missing.port());
    assertEquals("there is no such port", missing.what());
    assertTrue(missing.remedy().contains("downshift ports"));
    assertEquals("ttyNONE7: there is no such port. " + missing.remedy(), missing.getMessage());
    assertFalse(missing.getMessage().contains("\n"));
  }

  @Test
  void namesThatCannotBePathsAreMissingPorts() {
    for (String name : List.of("no\0port", "/dev/pts/999999", "COM5", "../../nowhere")) {
      PortUnavailable missing =
          assertThrows(PortUnavailable.class, () -> ports.open(name, LINE), name);
      assertEquals(Reason.NO_SUCH_PORT, missing.reason(), name);
    }
  }

  @Test
  void aPulledCableIsAMissingPort() throws Exception {
    try (PseudoTerminal cable = PseudoTerminal.open()) {
      cable.unplug();
      PortUnavailable missing =
          assertThrows(PortUnavailable.class, () -> ports.open(cable.path(), LINE));
      assertEquals(Reason.NO_SUCH_PORT, missing.reason());
    }
  }

  @Test
  void filesFoldersAndOtherDevicesAreNoPorts(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("beats.txt"), "812\n");
    for (String name : List.of(file.toString(), folder.toString(), "/dev/null")) {
      PortUnavailable refused =
          assertThrows(PortUnavailable.class, () -> ports.open(name, LINE), name);
      assertEquals(Reason.NOT_A_PORT, refused.reason(), name);
      assertTrue(refused.what().endsWith("not a serial port"), refused.getMessage());
    }
    assertEquals("812\n", Files.readString(file));
  }

  @Test
  void aPortHeldByThisProgramIsInUseAndFreeAfterClosing() throws Exception {
    try (PseudoTerminal cable = PseudoTerminal.open()) {
      try (SerialSource held = ports.open(cable.path(), LINE)) {
        assertInUse(cable);
        cable.write("x");
        assertArrayEquals(new byte[] {'x'}, read(held, 1), "the holder is not disturbed");
      }
      ports.open(cable.path(), LINE).close();
    }
  }

  @Test
  void aPortHeldByAnotherProgramIsInUse() throws Exception {
    try (PseudoTerminal cable = PseudoTerminal.open()) {
      Process holder = HoldPort.inAnotherProcess(cable.slavePath());
      try {
        assertEquals('o', holder.getInputStream().read(), "the other program did not get the port");
        assertInUse(cable);
      } finally {
        holder.destroy();
        assertTrue(holder.waitFor(10, TimeUnit.SECONDS));
      }
      ports.open(cable.path(), LINE).close();
    }
  }

  @Test
  void aPortOneMayNotUseNamesTheGroupToJoin() throws Exception {
    try (PseudoTerminal cable = PseudoTerminal.open()) {
      Path device = Path.of(cable.slavePath());
      Files.setPosixFilePermissions(device, PosixFilePermissions.fromString("---------"));
      Assumptions.assumeFalse(Files.isReadable(device), "this user (root) may use every port");
      PortUnavailable refused =
          assertThrows(PortUnavailable.class, () -> ports.open(cable.path(), LINE));
      assertEquals(Reason.NO_PERMISSION, refused.reason());
      assertTrue(refused.remedy().contains("usermod -aG"), refused.getMessage());
    }
  }

  @Test
  void closingFromAnotherThreadEndsAWaitingRead() throws Exception {
    for (int round = 0; round < 20; round++) {
      try (PseudoTerminal cable = PseudoTerminal.open();
          SerialSource source = ports.open(cable.path(), LINE)) {
        CountDownLatch started = new CountDownLatch(1);
        AtomicInteger result = new AtomicInteger(99);
        Thread reader =
            new Thread(
                () -> {
                  started.countDown();
                  int length;
                  do {
                    length = source.read(new byte[16]);
                  } while (length == 0);
                  result.set(length);
                });
        reader.start();
        started.await();
        long before = System.nanoTime();
        source.close();
        reader.join(5_000);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before);
        assertEquals(-1, result.get());
        assertTrue(millis < 250, () -> "took " + millis + " ms");
      }
    }
  }

  @Test
  void changesTheLineWithoutClosingItAndForgetsWhatCameBefore() throws Exception {
    try (PseudoTerminal cable = PseudoTerminal.open();
        SerialSource source = ports.open(cable.path(), LINE)) {
      cable.write("old");
      assertTrue(source.change(new LineSettings(9_600, 8, Parity.NONE, 1)));
      cable.write("new");
      assertEquals("new", new String(read(source, 3), java.nio.charset.StandardCharsets.US_ASCII));
      cable.unplug();
      assertFalse(source.change(LINE));
    }
  }

  @Test
  void listsPortsByUniqueNamesWithoutPseudoTerminals() {
    try (PseudoTerminal cable = PseudoTerminal.open()) {
      List<String> names = ports.list().stream().map(SerialPortInfo::name).toList();
      assertEquals(names.stream().distinct().sorted().toList(), names);
      assertFalse(names.stream().anyMatch(name -> cable.slavePath().endsWith(name)));
    }
  }

  private void assertInUse(PseudoTerminal cable) {
    PortUnavailable held =
        assertThrows(PortUnavailable.class, () -> ports.open(cable.path(), LINE));
    assertEquals(Reason.IN_USE, held.reason(), held.getMessage());
    assertTrue(held.what().contains("in use"), held.getMessage());
    assertEquals(cable.path(), held.port());
  }

  private static byte[] read(SerialSource source, int wanted) {
    ByteArrayOutputStream got = new ByteArrayOutputStream();
    byte[] buffer = new byte[1024];
    for (int idle = 0; got.size() < wanted && idle < 10; ) {
      int length = source.read(buffer);
      if (length < 0) {
        break;
      }
      idle = length == 0 ? idle + 1 : 0;
      got.write(buffer, 0, length);
    }
    return got.toByteArray();
  }
}
