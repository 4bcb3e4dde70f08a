package app.downshift.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.beat.Marks;
import app.downshift.cli.Host;
import app.downshift.evidence.SessionReview;
import app.downshift.library.Backups;
import app.downshift.library.CheckIn;
import app.downshift.library.ClientId;
import app.downshift.library.ClientLine;
import app.downshift.library.ClientRecords;
import app.downshift.library.LibraryUnavailable;
import app.downshift.library.SessionSummary;
import app.downshift.recording.SessionFile;
import app.downshift.sensor.link.SerialPorts;
import app.downshift.session.Command;
import app.downshift.session.Protocol;
import app.downshift.session.Rating;
import app.downshift.ui.Recording;
import app.downshift.ui.Records.Standing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a clinic does with the records on a morning, by what its windows ask for. */
class ClinicMorningTest {
  private static final long PATIENCE_SECONDS = 60;
  private static final String PASSPHRASE = "slow breath by the sea";
  private static final String SECRET = "XKCD-4711";

  @TempDir Path data;
  @TempDir Path elsewhere;
  private final List<Clinic> open = new ArrayList<>();
  private Clinic here;

  /** A computer with Downshift on it. */
  private static final class Clinic {
    final Threads threads = new Threads(Throwable::printStackTrace);
    final ExecutorService io = threads.executor("io");
    final AppHost host;
    final AppRecords records;
    final AppDesk desk;

    Clinic(Path folder) {
      var sensors = new Sensors(new SerialPorts(), threads);
      host =
          new AppHost(
              new Folders(folder, folder),
              "test",
              threads,
              sensors,
              Clock.systemUTC(),
              itself -> new NoWindows());
      var search = new SensorSearch(List::of, sensors, (type, event) -> {});
      records = host.records(search);
      desk =
          new AppDesk(
              host,
              host.settings(),
              search,
              new PacerSound(host.settings(), threads),
              records,
              io,
              new CountDownLatch(1));
      records.open();
    }

    void close() throws Exception {
      host.endAll();
      records.close();
      io.shutdown();
    }
  }

  @BeforeEach
  void openTheDoor() {
    here = clinic(data);
  }

  @AfterEach
  void goHome() throws Exception {
    for (Clinic each : open) {
      each.close();
    }
  }

  private Clinic clinic(Path folder) {
    Clinic clinic = new Clinic(folder);
    open.add(clinic);
    return clinic;
  }

  @Test
  void aMorningInTheClinicLosesNothingAndLeavesNothingReadable() throws Exception {
    ClientId client = answer(here.records.add(Map.of(ClientRecords.CODE, SECRET)));
    ClientId other = answer(here.records.add(Map.of(ClientRecords.CODE, "C-002")));
    answer(here.records.safe().seal(PASSPHRASE.toCharArray()));
    assertTrue(assertInstanceOf(Standing.Open.class, here.records.standing()).sealed());

    Recording.Kept kept = recorded(Optional.of(other));
    assertEquals("C-002", kept.code());
    answer(here.records.sessions().move(kept.session(), other, client));
    ClientRecords records = answer(here.records.client(client));
    assertEquals(1, records.moves().size());
    assertEquals(1, answer(here.records.client(other)).moves().size());
    SessionSummary session = records.sessions().get(0);
    assertTrue(session.beats() > 20, () -> "beats " + session.beats());

    var moved =
        new Recording.Kept(client, session.id(), SECRET, session.started(), session.protocol());
    ruledAndReadAgain(moved);

    answer(
        here.records.checkIn(
            client,
            CheckIn.of(
                LocalDate.of(2026, 11, 21),
                Map.of(CheckIn.Load.SITTING, 8),
                Map.of(CheckIn.Capacity.MOBILITY, 4))));
    recorded(Optional.empty());
    assertEquals(List.of(), holding(SECRET, data), "nothing readable anywhere");
    assertEquals(List.of(), holding("jaw softer", data));
    assertEquals(List.of(), sessionsAsOpenFiles(data));

    Path disk = Files.createDirectory(elsewhere.resolve("disk"));
    Backups.Made made = answer(here.records.safe().backUpNow(disk));
    assertEquals(List.of(), holding(SECRET, disk));

    Clinic fresh = clinic(Files.createDirectory(elsewhere.resolve("fresh")));
    await(() -> fresh.records.standing() instanceof Standing.Open);
    Backups.Dated copy = answer(fresh.records.safe().copies(disk)).get(0);
    assertEquals(made.copy().folder(), copy.folder());
    assertEquals(List.of(), answer(fresh.records.safe().restore(copy)).damage());
    assertInstanceOf(Standing.Locked.class, fresh.records.standing());
    assertRefuses(
        LibraryUnavailable.Reason.WRONG_PASSPHRASE,
        fresh.records.unlock("not this one".toCharArray()));
    assertThrows(
        Exception.class,
        () -> answer(fresh.desk.startWithoutSensor(Protocol.breathe(6), Optional.empty())),
        "a locked library takes no session, and nothing is written beside it");
    assertEquals(List.of(), sessionsAsOpenFiles(elsewhere.resolve("fresh")));
    answer(fresh.records.unlock(PASSPHRASE.toCharArray()));
    ClientRecords again = answer(fresh.records.client(client));
    assertEquals(records.sessions(), again.sessions());
    assertEquals(1, again.checkIns().size());
    ruledOnce(fresh, moved);

    assertEquals(List.of(), answer(here.records.erase(client)));
    assertEquals(
        List.of("C-002"),
        answer(here.records.clients("")).stream()
            .map(ClientLine::code)
            .filter(code -> !code.equals(ClientRecords.NOBODY))
            .toList());
  }

  @Test
  void aSessionOfNobodyIsKeptAndCanBeGivenToSomebody() throws Exception {
    Recording.Kept kept = recorded(Optional.empty());
    assertEquals("", kept.code());
    assertEquals("", answer(here.desk.recording(kept)).plan().client());
    ClientId client = answer(here.records.add(Map.of(ClientRecords.CODE, "C-7")));
    answer(here.records.sessions().move(kept.session(), kept.client(), client));
    var moved = new Recording.Kept(client, kept.session(), "C-7", kept.started(), kept.protocol());
    assertEquals("C-7", answer(here.desk.recording(moved)).plan().client());
    answer(here.records.sessions().move(kept.session(), client, kept.client()));
    assertEquals("", answer(here.desk.recording(kept)).plan().client());
  }

  @Test
  void strapsLeaveTheSettingsWhenAPassphraseIsSet() throws Exception {
    here.host.settings().rememberStrap("bleuio", SECRET, "EC:EA:02:85:D9:7A");
    ClientId client = answer(here.records.add(Map.of(ClientRecords.CODE, SECRET)));
    answer(here.records.safe().seal(PASSPHRASE.toCharArray()));
    assertEquals(List.of(), holding(SECRET, data));
    assertEquals(
        "EC:EA:02:85:D9:7A",
        answer(here.records.client(client)).profile().get(ClientRecords.strap("bleuio")));
  }

  /** A simulated session at speed, rated and marked, through to its end. */
  private Recording.Kept recorded(Optional<ClientId> client) throws Exception {
    Place place = here.desk.place(client, "");
    Protocol protocol = Protocol.breathe(6).lasting(List.of(20.0, 40.0, 20.0));
    var wanted =
        new Host.Wanted(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("calm"),
            protocol,
            Optional.empty(),
            place.client(),
            50,
            7);
    Host.Followed session = here.host.live(wanted, place);
    session.send(
        new Command.Rate(
            new Rating(
                Rating.When.BEFORE, Map.of(Rating.Scale.PAIN, 6), Set.of(), Optional.empty())));
    session.send(new Command.AddMarker("jaw softer"));
    await(() -> session.view().snapshot().counts().beats() > 30);
    session.close();
    assertTrue(session.awaitEnd(60_000));
    Recording.Kept kept = assertInstanceOf(Recording.Kept.class, session.recording().orElseThrow());
    await(
        () ->
            here.records.client(kept.client()).join().sessions().stream()
                .anyMatch(each -> each.id().equals(kept.session())));
    return kept;
  }

  private void ruledAndReadAgain(Recording.Kept kept) throws Exception {
    SessionFile file = answer(here.desk.recording(kept));
    SessionReview review = answer(here.desk.review(file));
    answer(here.desk.rule(kept, review, 3, Marks.Ruling.values()[0]));
    ruledOnce(here, kept);
  }

  private static void ruledOnce(Clinic clinic, Recording.Kept kept) throws Exception {
    SessionFile read = answer(clinic.desk.recording(kept));
    assertEquals(
        1,
        read.events().stream()
            .filter(
                event ->
                    event instanceof app.downshift.session.SessionEvent.Commanded commanded
                        && commanded.command() instanceof Command.RuleOnMarks)
            .count());
    assertTrue(read.complete());
    assertEquals(
        List.of(), clinic.records.library().session(kept.client(), kept.session()).damage());
  }

  private static <T> T answer(CompletableFuture<T> future) throws Exception {
    return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private static void assertRefuses(LibraryUnavailable.Reason reason, CompletableFuture<?> future) {
    CompletionException refused = assertThrows(CompletionException.class, future::join);
    assertEquals(reason, assertInstanceOf(LibraryUnavailable.class, refused.getCause()).reason());
  }

  private static void await(java.util.function.BooleanSupplier there) {
    long until = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
    while (!there.getAsBoolean()) {
      assertTrue(System.nanoTime() < until, "it did not come");
      LockSupport.parkNanos(5_000_000);
    }
  }

  private static List<String> sessionsAsOpenFiles(Path folder) throws Exception {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.map(Path::toString).filter(name -> name.endsWith(".session.jsonl")).toList();
    }
  }

  /** Files below a folder that hold a text, in their name or in their bytes. */
  private static List<String> holding(String text, Path folder) throws Exception {
    List<String> found = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) all::iterator) {
        if (file.toString().contains(text)
            || (Files.isRegularFile(file)
                && new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                    .contains(text))) {
          found.add(file.toString());
        }
      }
    }
    return found;
  }
}
