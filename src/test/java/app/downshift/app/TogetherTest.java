package app.downshift.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.cli.Host.Together;
import app.downshift.recording.Replay;
import app.downshift.recording.Tape;
import app.downshift.sensor.link.SerialPorts;
import app.downshift.session.Command;
import app.downshift.session.Protocol;
import app.downshift.session.SessionState;
import app.downshift.session.Snapshot;
import app.downshift.ui.Desk;
import app.downshift.ui.SampleViews;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120) // a group that never ends must not hold the whole run
class TogetherTest {
  private final Threads threads = new Threads(Throwable::printStackTrace);
  private final SerialPorts ports = new SerialPorts();
  private final Sensors sensors = new Sensors(ports, threads);

  @TempDir private Path folder;

  @Test
  void peopleBreatheWithOnePacerAndEachHasARecording() throws Exception {
    AppHost host =
        new AppHost(
            new Folders(folder, folder),
            "test",
            threads,
            sensors,
            Clock.systemUTC(),
            itself -> new NoWindows());
    var search = new SensorSearch(List::of, sensors, (type, event) -> {});
    Protocol protocol = Protocol.breathe(6).lasting(List.of(20.0, 40.0, 20.0));
    List<Desk.Person> people =
        Stream.of("Anna", "", "D-04").map(name -> new Desk.Person(name, "", "")).toList();
    var group =
        assertInstanceOf(
            GroupSession.class,
            host.together(
                new Together(protocol, people, "calm", 40, 7),
                search,
                name -> host.files().place(Optional.empty(), name)));
    assertEquals(List.of("Anna", "", "D-04"), names(group));
    assertTrue(group.members().stream().allMatch(member -> !ended(member)));
    // Nobody answers the last question; the session ends by itself a while later.
    while (group.members().stream().anyMatch(member -> !finishing(member) && !ended(member))) {
      Thread.sleep(10);
    }
    group.send(new Command.Stop());
    assertTrue(group.awaitEnd(60_000));
    List<Path> files;
    try (Stream<Path> all = Files.list(host.files().made())) {
      files = all.sorted().toList();
    }
    assertEquals(3, files.size(), files::toString);
    long pacedFrom = -1;
    for (Path file : files) {
      Snapshot last = Tape.of(Replay.read(file)).last();
      long from = last.phases().get(1).startedMicros();
      pacedFrom = pacedFrom < 0 ? from : pacedFrom;
      // At 40 times real time a thread that comes 25 ms late is a second late.
      assertEquals(pacedFrom, from, 8e6, "the pacer begins for all at one moment");
      assertTrue(last.counts().beats() > 40, () -> file + " has " + last.counts());
    }
  }

  @Test
  void whoseClockHasWaitedFollowsAndNobodyElseDoes() {
    var company = new Company();
    Snapshot first = snapshot("baseline");
    Snapshot second = snapshot("breathe");
    assertFalse(company.isAheadOf(first));
    assertFalse(company.isAheadOf(second));
    assertTrue(company.isAheadOf(first));
    assertFalse(company.isAheadOf(second));
    assertFalse(company.isAheadOf(snapshot("symptoms-end")));
    assertTrue(company.isAheadOf(snapshot("recover")), "all others have finished");
    assertFalse(company.isAheadOf(snapshot("paused")), "a pause is not taken away");
    assertFalse(company.isAheadOf(snapshot("stopped")), "who has stopped has stopped");
  }

  @Test
  void whoeverStopsEarlyTakesNobodyAlong() {
    var company = new Company();
    assertFalse(company.isAheadOf(snapshot("stopped")));
    assertFalse(company.isAheadOf(snapshot("ended")));
    assertFalse(company.isAheadOf(snapshot("baseline")));
  }

  private static Snapshot snapshot(String state) {
    return SampleViews.all().get(state).snapshot();
  }

  private static List<String> names(Desk.Group group) {
    return group.members().stream().map(Desk.Member::name).toList();
  }

  private static boolean ended(Desk.Member member) {
    return member.running().view().snapshot().state() instanceof SessionState.Ended;
  }

  private static boolean finishing(Desk.Member member) {
    return member.running().view().snapshot().state() instanceof SessionState.Finishing;
  }
}
