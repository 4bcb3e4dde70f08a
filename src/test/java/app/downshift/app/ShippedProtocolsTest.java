package app.downshift.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.recording.Replay;
import app.downshift.recording.SessionFile;
import app.downshift.recording.SessionLines;
import app.downshift.session.Command;
import app.downshift.session.Engine;
import app.downshift.session.Phase;
import app.downshift.session.Practice;
import app.downshift.session.Protocol;
import app.downshift.session.Rating;
import app.downshift.session.SessionEvent;
import app.downshift.session.ShippedProtocols;
import app.downshift.session.Timeline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every protocol that ships, from the command line to its file, and from its file again. */
@Timeout(120)
class ShippedProtocolsTest {
  @TempDir Path folder;

  static Stream<String> names() {
    return new ShippedProtocols().names().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void runsFromStartToFinishAndItsFileHoldsEverything(String name) throws Exception {
    Path file = folder.resolve(name + ".session.jsonl");
    var run =
        CommandLineRun.of(
            folder,
            "session",
            "--simulate",
            "--protocol",
            name,
            "--speed",
            "0",
            "--seed",
            "5",
            "--rate",
            "pain=6,tension=7,stress=7,regions=neck+lower-back",
            "--rate-after",
            "pain=4,breath=belly",
            "--record",
            file.toString());
    assertEquals(0, run.code(), () -> run.err().toString());
    assertEquals(List.of(), run.err());
    SessionFile read = SessionFile.read(file);
    assertTrue(read.complete());
    assertEquals(0, read.unreadLines() + read.unknownLines());
    Protocol protocol = new ShippedProtocols().named(name);
    assertEquals(protocol, read.plan().protocol());
    assertEquals(5, read.plan().seed());
    assertHolds(protocol, read);
    assertReplays(read, Files.readAllLines(file));
    assertTrue(run.out().contains("before: pain 6, tension 7, stress 7, neck, lower-back"));
    assertTrue(run.out().contains("after: pain 4, breath in belly"));
  }

  private static void assertHolds(Protocol protocol, SessionFile file) {
    List<String> began =
        all(file, SessionEvent.PhaseBegan.class).map(e -> e.phase().name()).toList();
    assertEquals(protocol.phases().stream().map(Phase::name).toList(), began);
    long paced = protocol.phases().stream().filter(p -> p.kind() instanceof Phase.Paced).count();
    assertEquals(paced, all(file, SessionEvent.PaceSet.class).count());
    List<Rating> ratings = commands(file, Command.Rate.class).map(Command.Rate::rating).toList();
    assertEquals(
        List.of(Rating.When.BEFORE, Rating.When.AFTER),
        ratings.stream().map(Rating::when).toList());
    assertEquals(Optional.of(Rating.BreathPlace.BELLY), ratings.get(1).breath());
    long steps = 0;
    for (Phase phase : protocol.phases()) {
      if (phase.kind() instanceof Phase.Paced guided && guided.plan().compares()) {
        steps +=
            guided.plan().start(0, 0, phase.plannedSeconds(), guided.pattern()).legs().size() + 1;
      } else if (phase.kind() instanceof Phase.HandsOn hands) {
        assertEquals(
            hands.markers().stream().map(marker -> marker.in("en")).toList(),
            commands(file, Command.AddMarker.class).map(Command.AddMarker::text).toList());
      } else if (phase.kind() instanceof Phase.Movement movement) {
        assertEquals(2L * movement.sets(), all(file, SessionEvent.SetMarked.class).count());
        List<Practice.Recovery> told =
            all(file, SessionEvent.RecoveryTold.class).map(e -> e.recovery()).toList();
        assertEquals(movement.sets(), told.size());
        told.forEach(
            recovery -> assertEquals(Practice.Recovery.Standing.MEASURED, recovery.standing()));
      }
    }
    assertEquals(steps, all(file, SessionEvent.StepBegan.class).count());
    assertEquals(
        steps, all(file, SessionEvent.StepEnded.class).filter(e -> e.step().whole()).count());
  }

  /** The engine, fed from the file, writes the same file again, line by line. */
  private static void assertReplays(SessionFile file, List<String> written) {
    var lines = new SessionLines("downshift test");
    List<String> again = new ArrayList<>();
    new Replay(file)
        .run(
            new Timeline(
                new Engine(file.plan()),
                (events, snapshot) -> events.forEach(event -> again.add(lines.line(event)))));
    assertEquals(written.subList(1, written.size()), again);
  }

  private static <E extends SessionEvent> Stream<E> all(SessionFile file, Class<E> family) {
    return file.events().stream().filter(family::isInstance).map(family::cast);
  }

  private static <C extends Command> Stream<C> commands(SessionFile file, Class<C> family) {
    return all(file, SessionEvent.Commanded.class)
        .map(SessionEvent.Commanded::command)
        .filter(family::isInstance)
        .map(family::cast);
  }

  @Test
  void inTheTerminalEveryThingIsSaidAsItComesUp() {
    var run =
        CommandLineRun.of(
            folder,
            "session",
            "--simulate",
            "--protocol",
            "demonstrate",
            "--speed",
            "60",
            "--seconds",
            "100",
            "--terminal",
            "--rate",
            "stress=7");
    assertEquals(0, run.code(), () -> run.err().toString());
    String said = String.join("\n", run.out());
    for (String part :
        List.of(
            "— Rest: ",
            "— Arithmetic: Take seven away",
            " − 7 = ?",
            "softly, not deeply",
            "— Recover",
            "before: stress 7",
            "complete")) {
      assertTrue(said.contains(part), "no \"" + part + "\" in " + said);
    }
  }

  @Test
  void protocolsAreListedShownCheckedAndReadFromOnesOwnFolder() throws Exception {
    Path own = Files.createDirectories(folder.resolve("protocols"));
    var shown = CommandLineRun.of(folder, "protocols", "show", "--file", "one-minute-reset");
    String text = String.join("\n", shown.out()).replace("one-minute-reset", "two-minutes");
    Files.writeString(own.resolve("a.protocol.json"), text);
    Files.writeString(own.resolve("b.protocol.json"), text.replace("two-minutes", "breathe"));
    Files.write(own.resolve("c.protocol.json"), new byte[] {(byte) 0xFF, 0});

    List<String> listed = CommandLineRun.of(folder, "session", "--list-protocols").out();
    names().forEach(n -> assertTrue(listed.stream().anyMatch(l -> l.startsWith(n + " ")), n));
    assertTrue(
        listed.stream().anyMatch(l -> l.startsWith("two-minutes") && l.contains("a.protocol")));
    assertEquals(2, listed.stream().filter(l -> l.startsWith("not usable: ")).count());
    assertEquals(0, CommandLineRun.of(folder, "protocols", "show", "two-minutes").code());

    var good =
        CommandLineRun.of(folder, "protocols", "check", own.resolve("a.protocol.json").toString());
    assertEquals(0, good.code());
    var bad =
        CommandLineRun.of(folder, "protocols", "check", own.resolve("c.protocol.json").toString());
    assertEquals(2, bad.code());
    assertEquals(1, bad.err().size());
    Path file = folder.resolve("own.session.jsonl");
    var run =
        CommandLineRun.of(
            folder,
            "session",
            "--protocol",
            "two-minutes",
            "--speed",
            "0",
            "--pace",
            "5.5",
            "--record",
            file.toString());
    assertEquals(0, run.code(), () -> run.err().toString());
    var breathe = (Phase.Paced) SessionFile.read(file).plan().protocol().phases().get(0).kind();
    assertEquals(5.5, breathe.plan().targetPerMinute());
  }

  @Test
  void theOwnRateThatWasCountedIsThePace() throws Exception {
    Path file = folder.resolve("own-rate.session.jsonl");
    var run =
        CommandLineRun.of(
            folder,
            "session",
            "--protocol",
            "own-pace-control",
            "--own-rate",
            "14.5",
            "--speed",
            "0",
            "--seconds",
            "60",
            "--record",
            file.toString());
    assertEquals(0, run.code(), () -> run.err().toString());
    var pace =
        SessionFile.read(file).events().stream()
            .filter(SessionEvent.PaceSet.class::isInstance)
            .map(SessionEvent.PaceSet.class::cast)
            .findFirst()
            .orElseThrow();
    assertEquals(14.5, pace.pacer().perMinute());
  }

  @Test
  void answersThatCannotBeAreRefused() {
    for (String rate :
        List.of("pain=11", "pain", "joy=3", "regions=tail", "breath=ears", "pain=-1")) {
      var run = CommandLineRun.of(folder, "session", "--speed", "0", "--rate", rate);
      assertEquals(2, run.code(), rate);
      assertEquals(1, run.err().size(), rate);
      assertTrue(run.err().get(0).startsWith("downshift: --rate "), run.err().get(0));
    }
  }
}
