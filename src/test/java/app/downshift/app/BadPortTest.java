package app.downshift.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.sensor.LineSettings;
import app.downshift.sensor.link.PseudoTerminal;
import app.downshift.sensor.link.SerialPorts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ports that cannot be used, as the whole program answers them: one line, and exit code 3. */
@Timeout(120)
class BadPortTest {
  /** Lets root do without the right to open everything, as it is for everybody else. */
  private static final Path SETPRIV = Path.of("/usr/bin/setpriv");

  private static final List<String> WITHOUT_OVERRIDE =
      List.of(SETPRIV.toString(), "--bounding-set", "-dac_override,-dac_read_search");

  @TempDir Path folder;

  @Test
  void aMissingPortIsSaidToBeMissing() throws Exception {
    assertRefused(
        List.of(),
        folder.resolve("ttyUSB7").toString(),
        List.of("no such port", "downshift ports"));
  }

  @Test
  void aPortInUseIsSaidToBeInUse() throws Exception {
    try (PseudoTerminal cable = PseudoTerminal.open();
        var holder = new SerialPorts().open(cable.path(), LineSettings.of(115_200))) {
      assertRefused(
          List.of(), cable.path(), List.of("in use by another program", "Close that program"));
      cable.write("still held");
      assertEquals("still held".length(), holder.read(new byte[64]));
    }
  }

  @Test
  void aPortThatAnotherProgramHoldsForItselfAloneIsInUseToo() throws Exception {
    boolean root = Files.getOwner(folder).getName().equals("root");
    Assumptions.assumeTrue(
        !root || Files.isExecutable(SETPRIV), "root may open what is held, and has no setpriv");
    List<String> before =
        root ? List.of(SETPRIV.toString(), "--bounding-set", "-sys_admin") : List.of();
    try (PseudoTerminal cable = PseudoTerminal.open()) {
      cable.holdExclusively();
      assertRefused(
          before, cable.path(), List.of("in use by another program", "Close that program"));
    }
  }

  @Test
  void aPortWithoutPermissionTellsWhatToDo() throws Exception {
    boolean root = Files.getOwner(folder).getName().equals("root");
    Assumptions.assumeTrue(
        !root || Files.isExecutable(SETPRIV), "root may open everything, and has no setpriv");
    try (PseudoTerminal cable = PseudoTerminal.open()) {
      Files.setPosixFilePermissions(
          Path.of(cable.slavePath()), PosixFilePermissions.fromString("---------"));
      List<String> before = root ? WITHOUT_OVERRIDE : List.of();
      assertRefused(before, cable.path(), List.of("may not use this port", "usermod"));
    }
  }

  @Test
  void aFileIsNoPort() throws Exception {
    String file = Files.writeString(folder.resolve("notes.txt"), "812\n").toString();
    assertRefused(List.of(), file, List.of("not a serial port", "downshift ports"));
  }

  @Test
  void commandsThatOnlySpeakToAPortAnswerAlike() {
    String missing = folder.resolve("ttyUSB7").toString();
    CommandLineRun run =
        CommandLineRun.of(folder, "simulate", "--sensor", "bridge", "--port", missing);
    assertEquals(3, run.code());
    assertEquals(1, run.err().size(), run.err().toString());
  }

  @Test
  void aSessionInterruptedWithCtrlCIsCompleteAndEndsWith130() throws Exception {
    Path env = Path.of("/usr/bin/env");
    Assumptions.assumeTrue(
        Files.isExecutable(env) && Files.isExecutable(Path.of("/bin/kill")), "no signals here");
    Path file = folder.resolve("a.session.jsonl");
    List<String> words =
        List.of(
            "session", "--simulate", "--speed", "50", "--terminal", "--record", file.toString());
    // Programs started in the background of a script are deaf to Ctrl-C unless somebody says
    // otherwise.
    List<String> before = List.of(env.toString(), "--default-signal=INT");
    Process session = ChildJvm.start(folder, before, App.class, words);
    var screen = session.inputReader();
    String line = screen.readLine();
    while (line != null && !line.matches(".*HR \\d+.*")) {
      line = screen.readLine();
    }
    assertTrue(line != null, "the session showed no heart rate");
    new ProcessBuilder("/bin/kill", "-INT", String.valueOf(session.pid()))
        .inheritIO()
        .start()
        .waitFor();
    assertTrue(session.waitFor(20, TimeUnit.SECONDS), "the session goes on after Ctrl-C");
    assertEquals(130, session.exitValue());
    var recorded = app.downshift.recording.SessionFile.read(file);
    assertEquals(java.util.Optional.empty(), recorded.damage());
    assertEquals(List.of(), Files.readAllLines(folder.resolve("stderr.txt")));
  }

  private void assertRefused(List<String> before, String port, List<String> parts)
      throws Exception {
    List<String> words = List.of("session", "--port", port, "--sensor", "text", "--terminal");
    ChildJvm.Ended ended = ChildJvm.end(ChildJvm.start(folder, before, App.class, words), folder);
    assertEquals(3, ended.code(), ended.err().toString());
    assertEquals(1, ended.err().size(), ended.err().toString());
    assertEquals(List.of(), ended.out());
    String line = ended.err().get(0);
    assertTrue(line.startsWith("downshift: " + port), line);
    for (String part : parts) {
      assertTrue(line.contains(part), "no \"" + part + "\" in: " + line);
    }
  }
}
