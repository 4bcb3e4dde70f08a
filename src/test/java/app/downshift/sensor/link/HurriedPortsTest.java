package app.downshift.sensor.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HurriedPortsTest {
  @TempDir Path folder;

  /** Without the lock of {@link SerialPorts} this ends the process within a second or two. */
  @Test
  void portsMayBeListedWhileOthersAreOpenedReadAndClosed() throws Exception {
    PseudoTerminal.open().close(); // or skip
    Process hurried = HurriedPorts.inAnotherProcess(folder, 3);
    String said = new String(hurried.getInputStream().readAllBytes());
    assertEquals(0, hurried.waitFor(), said);
    assertTrue(said.matches("opened \\d{3,} listed \\d{2,}\\s*"), said);
  }
}
