package app.downshift.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.recording.SessionFile;
import app.downshift.recording.SessionWriter;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Clients, their diary and their sessions, open and sealed. */
class LibraryTest {
  @TempDir Path place;
  private Shelf shelf;

  @BeforeEach
  void shelf() {
    shelf = new Shelf(place);
  }

  private Library library(boolean sealed) throws Exception {
    return sealed ? shelf.sealed("one") : shelf.open("one");
  }

  private Library again(boolean sealed, String computer) throws Exception {
    return sealed ? shelf.unlock(computer) : shelf.open(computer);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatWasWrittenIsReadAgain(boolean sealed) throws Exception {
    var checkIn =
        CheckIn.of(
            LocalDate.parse("2026-11-20"),
            Map.of(CheckIn.Load.SITTING, 8),
            Map.of(CheckIn.Capacity.MOBILITY, 4));
    ClientId client;
    try (Library library = library(sealed)) {
      client = library.add(Map.of("code", "C-017", "name", "Änne Müller"));
      library.note(client, "slept badly");
      String wrong = library.note(client, "of somebody else");
      library.withdraw(client, wrong);
      library.checkIn(client, checkIn);
      shelf.record(library, client, 50, "shoulders dropped");
    }
    try (Library library = again(sealed, "one")) {
      assertTrue(library.ready());
      ClientLine line = library.clients().get(0);
      assertEquals("C-017", line.code());
      assertEquals(1, line.sessions());
      assertEquals(List.of(), line.damage());
      ClientRecords records = library.client(client);
      assertEquals("Änne Müller", records.name());
      assertEquals(
          List.of("slept badly"), records.notes().stream().map(ClientRecords.Note::text).toList());
      assertEquals(checkIn, records.checkIns().get(0).checkIn());
      SessionSummary session = records.sessions().get(0);
      assertEquals(50, session.beats());
      assertEquals(51, session.seconds());
      assertEquals(List.of("shoulders dropped"), session.markers());
      Library.OpenedSession opened = library.session(client, session.id());
      assertEquals(List.of(), opened.damage());
      assertTrue(opened.file().complete());
      assertEquals(52, opened.file().events().size());
      assertEquals(1, library.searchClients("anne MUL").size());
      assertEquals(0, library.searchClients("anne xyz").size());
      assertEquals(0, library.searchClients("%").size());
      assertEquals(1, library.searchSessions("dropped breathe").size());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void twoComputersWriteAndTheLaterAnswerCountsThoughItsClockIsBehind(boolean sealed)
      throws Exception {
    Library one = library(sealed);
    ClientId client = one.add(Map.of("code", "C-1", "name", "first"));
    Clock behind = Clock.offset(shelf.clock, Duration.ofDays(-300));
    LibraryDoor door = shelf.door("two", behind, Migrations.shipped());
    Library two = sealed ? door.unlock(Shelf.PASSPHRASE.clone()) : door.open();
    two.refresh(Progress.NOBODY);
    two.change(client, Map.of("name", "second"));
    two.note(client, "from two");
    one.note(client, "from one");
    assertEquals("second", one.client(client).name());
    assertEquals(2, two.client(client).notes().size());
    assertEquals(2, Shelf.files(shelf.folder.resolve("clients"), Places.JOURNAL).size());
    assertEquals(0, one.refresh(Progress.NOBODY).readAnew());
    two.change(client, Map.of("code", "C-2"));
    assertEquals(1, one.refresh(Progress.NOBODY).readAnew());
    assertEquals("C-2", one.clients().get(0).code());
    assertEquals("second", one.clients().get(0).name());
    one.close();
    two.close();
  }

  @Test
  void twoProgramsOnOneComputerHaveSeatsOfTheirOwn() throws Exception {
    Library one = shelf.open("one");
    Library beside = shelf.open("one");
    ClientId client = one.add(Shelf.profile("C-1"));
    beside.refresh(Progress.NOBODY);
    beside.note(client, "beside");
    one.note(client, "one");
    assertEquals(2, one.client(client).notes().size());
    one.close();
    beside.close();
    shelf.open("one").close();
    assertEquals(2, Shelf.files(shelf.local("one").resolve("seats"), "").size());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anIndexThatIsGoneOrDamagedIsMadeAnewAndThatIsSaid(boolean sealed) throws Exception {
    try (Library library = library(sealed)) {
      shelf.record(library, library.add(Shelf.profile("C-1")), 5, "here");
    }
    Path index = Shelf.files(shelf.local("one").resolve("index"), "").get(0);
    byte[] whole = Files.readAllBytes(index);
    for (int damage = 0; damage < 3; damage++) {
      if (damage == 0) {
        Files.delete(index);
      } else if (damage == 1) {
        byte[] bytes = whole.clone();
        for (int i = 0; i < bytes.length; i += 97) {
          bytes[i] ^= 0x55;
        }
        Files.write(index, bytes);
      } else {
        Files.write(index, new byte[] {1, 2, 3});
      }
      LibraryDoor door = shelf.door("one");
      try (Library library = sealed ? door.unlock(Shelf.PASSPHRASE.clone()) : door.open()) {
        assertFalse(library.ready());
        Library.Refreshed told = library.refresh(Progress.NOBODY);
        assertEquals(1, told.notices().size());
        assertTrue(told.notices().get(0).contains(damage == 0 ? "no index" : "damaged"));
        assertEquals(1, library.clients().get(0).sessions());
        assertEquals(1, library.searchSessions("here").size());
      }
    }
  }

  @Test
  void aSessionThatJustStoppedIsOfferedAndKept() throws Exception {
    ClientId client;
    Library library = shelf.sealed("one");
    client = library.add(Shelf.profile("C-1"));
    SessionWriter writer = library.begin(client, shelf.plan("C-1"), Shelf.LINES).writer();
    writer.append(Shelf.beats(1, 30));
    assertTrue(library.unfinished().get(0).maybeUnderWay());
    SessionId session = library.unfinished().get(0).session();
    assertThrows(LibraryUnavailable.class, () -> library.recover(client, session));
    library.close(); // the writer is left as a killed program leaves it
    try (Library later = shelf.unlock("one")) {
      Library.Unfinished offered = later.unfinished().get(0);
      assertFalse(offered.maybeUnderWay());
      assertEquals(30, later.recover(offered.client(), offered.session()).beats());
      assertEquals(List.of(), later.unfinished());
      assertEquals("", later.client(client).sessions().get(0).end());
    }
  }

  @Test
  void anUnfinishedSessionOfAnotherComputerMayBeUnderWay() throws Exception {
    Library one = shelf.open("one");
    ClientId client = one.add(Shelf.profile("C-1"));
    one.begin(client, shelf.plan("C-1"), Shelf.LINES).writer().append(Shelf.beats(1, 3));
    LibraryDoor door = shelf.door("two", Clock.systemUTC(), Migrations.shipped());
    try (Library two = door.open()) {
      two.refresh(Progress.NOBODY);
      assertTrue(two.unfinished().get(0).maybeUnderWay());
    }
    one.close();
  }

  @Test
  void aDiscardedSessionIsGone() throws Exception {
    try (Library library = shelf.open("one")) {
      ClientId client = library.add(Shelf.profile("C-1"));
      library.begin(client, shelf.plan("C-1"), Shelf.LINES).writer().append(Shelf.beats(1, 3));
    }
    try (Library library = shelf.open("one")) {
      Library.Unfinished offered = library.unfinished().get(0);
      library.discard(offered.client(), offered.session());
      assertEquals(List.of(), library.unfinished());
      assertEquals(List.of(), Shelf.files(shelf.folder, Places.SESSION));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aSessionIsMovedWithATraceOnBothSides(boolean sealed) throws Exception {
    try (Library library = library(sealed)) {
      ClientId wrong = library.add(Shelf.profile("C-1"));
      ClientId right = library.add(Shelf.profile("C-2"));
      shelf.record(library, wrong, 20, "left hip");
      SessionId session = library.client(wrong).sessions().get(0).id();
      List<String> before = library.texts(wrong, session);
      library.move(session, wrong, right);
      assertEquals(List.of(), library.client(wrong).sessions());
      assertEquals(session, library.client(right).sessions().get(0).id());
      assertEquals(right, library.client(wrong).moves().get(0).to());
      assertEquals(wrong, library.client(right).moves().get(0).from());
      Library.OpenedSession moved = library.session(right, session);
      assertEquals("C-2", moved.file().plan().client());
      assertEquals(List.of(), moved.damage());
      List<String> after = library.texts(right, session);
      assertEquals(before.subList(1, before.size()), after.subList(1, after.size()));
      assertEquals(1, Shelf.files(shelf.folder, Places.SESSION).size());
      library.move(session, right, wrong); // and back
      assertEquals(1, library.client(wrong).sessions().size());
      assertEquals(List.of(), library.client(right).sessions());
      assertEquals(List.of(), library.client(wrong).damage());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aMoveThatWasCutShortBetweenTheClientsIsEndedByMovingAgain(boolean sealed) throws Exception {
    ClientId wrong;
    ClientId right;
    SessionId session;
    try (Library library = library(sealed)) {
      wrong = library.add(Shelf.profile("C-1"));
      right = library.add(Shelf.profile("C-2"));
      shelf.record(library, wrong, 20, "left hip");
      session = library.client(wrong).sessions().get(0).id();
    }
    Path folder = new Places(shelf.folder).client(wrong);
    Map<String, byte[]> before = new HashMap<>();
    for (Path each : Shelf.files(folder, "")) {
      before.put(each.getFileName().toString(), Files.readAllBytes(each));
    }
    try (Library library = again(sealed, "one")) {
      library.move(session, wrong, right);
    }
    for (Map.Entry<String, byte[]> each : before.entrySet()) { // killed before its last lines
      Files.write(folder.resolve(each.getKey()), each.getValue());
    }
    try (Library library = again(sealed, "one")) {
      assertEquals(1, library.client(wrong).sessions().size());
      assertEquals(1, library.client(right).sessions().size());
      library.move(session, wrong, right);
      assertEquals(List.of(), library.client(wrong).sessions());
      assertEquals(List.of(), library.client(wrong).damage());
      assertEquals(1, library.client(right).sessions().size());
      assertEquals(List.of(), library.session(right, session).damage());
      assertEquals(1, Shelf.files(shelf.folder, Places.SESSION).size());
    }
  }

  @Test
  void theGuardAsksWhenAnotherClientWasThereAMomentAgo() throws Exception {
    try (Library library = shelf.open("one")) {
      ClientId one = library.add(Shelf.profile("C-1"));
      ClientId two = library.add(Shelf.profile("C-2"));
      var chosen = shelf.clock.instant();
      assertTrue(library.guard().doubt(one, chosen, chosen).isEmpty());
      SessionWriter writer = library.begin(one, shelf.plan("C-1"), Shelf.LINES).writer();
      writer.append(Shelf.beats(1, 60));
      writer.append(List.of(Shelf.end(61)));
      writer.close();
      StartGuard guard = library.guard();
      assertEquals("C-1", guard.last().orElseThrow().code());
      var soon = shelf.clock.instant().plusSeconds(300);
      assertEquals(StartGuard.Doubt.ANOTHER_JUST_NOW, guard.doubt(two, chosen, soon).orElseThrow());
      assertEquals(StartGuard.Doubt.AGAIN_ALREADY, guard.doubt(one, chosen, soon).orElseThrow());
      assertTrue(guard.doubt(two, soon, soon).isEmpty(), "chosen after the other was done");
      var later = soon.plus(Duration.ofHours(5));
      assertEquals(StartGuard.Doubt.CHOSEN_LONG_AGO, guard.doubt(one, chosen, later).orElseThrow());
    }
  }

  @Test
  void aMissingRecordingAndAShorterJournalAreTold() throws Exception {
    try (Library library = shelf.sealed("one")) {
      ClientId client = library.add(Shelf.profile("C-1"));
      library.note(client, "first");
      shelf.record(library, client, 5, "x");
      library.note(client, "second");
    }
    Files.delete(Shelf.files(shelf.folder, Places.SESSION).get(0));
    Path journal = Shelf.files(shelf.folder.resolve("clients"), Places.JOURNAL).get(0);
    List<String> lines = Files.readAllLines(journal);
    Files.write(journal, lines.subList(0, lines.size() - 2));
    try (Library library = shelf.unlock("one")) {
      List<String> damage = library.clients().get(0).damage();
      assertTrue(damage.get(0).contains("is missing"), damage::toString);
      assertTrue(damage.get(1).contains("shorter"), damage::toString);
    }
  }

  @Test
  void aDamagedSessionKeepsWhatCanBeReadAndSaysSo() throws Exception {
    for (boolean sealed : new boolean[] {false, true}) {
      shelf = new Shelf(place.resolve(String.valueOf(sealed)));
      try (Library library = library(sealed)) {
        ClientId client = library.add(Shelf.profile("C-1"));
        shelf.record(library, client, 100, "x");
        SessionId session = library.client(client).sessions().get(0).id();
        Path file = Shelf.files(shelf.folder, Places.SESSION).get(0);
        List<String> lines = Files.readAllLines(file);
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          long at = String.join("\n", lines.subList(0, 50)).length() + 10;
          channel.write(java.nio.ByteBuffer.wrap("@@@@".getBytes()), at);
        }
        Library.OpenedSession opened = library.session(client, session);
        assertEquals(
            99,
            opened.file().events().stream()
                .filter(app.downshift.session.SessionEvent.BeatTaken.class::isInstance)
                .count());
        assertTrue(opened.file().complete());
        assertFalse(opened.damage().isEmpty());
      }
    }
  }

  @Test
  void aJournalOfAnOlderFormatIsMadeIntoTodaysWhileItIsReadAndNeverRewritten() throws Exception {
    ClientId client;
    try (Library library = shelf.open("one")) {
      client = library.add(Shelf.profile("C-1"));
    }
    Path journal = shelf.folder.resolve("clients").resolve(client.text());
    Path old = journal.resolve("a".repeat(26) + ".journal.jsonl");
    String text =
        """
        {"type":"opened","format":0,"at":"2025-01-01T00:00:00Z","clock":1,"app":"older"}
        {"type":"remark","id":"x","at":"2025-01-01T00:00:00Z","clock":2,"words":"of old"}
        {"type":"opened","format":1,"at":"2025-01-02T00:00:00Z","clock":3,"app":"newer"}
        {"type":"note","id":"y","at":"2025-01-02T00:00:00Z","clock":4,"text":"of today"}
        """;
    Files.writeString(old, text);
    var fromZero =
        new Migrations.Step() {
          @Override
          public int from() {
            return 0;
          }

          @Override
          public ObjectNode next(ObjectNode line) {
            if ("remark".equals(line.path("type").stringValue(""))) {
              line.put("type", "note").put("text", line.path("words").stringValue(""));
            }
            return line;
          }
        };
    var migrations = new Migrations(List.of(fromZero));
    try (Library library = shelf.door("one", shelf.clock, migrations).open()) {
      library.refresh(Progress.NOBODY);
      assertEquals(
          List.of("of old", "of today"),
          library.client(client).notes().stream().map(ClientRecords.Note::text).toList());
      assertEquals(List.of(), library.client(client).damage());
    }
    assertEquals(text, Files.readString(old));
    try (Library library = shelf.open("two")) {
      assertEquals(1, library.client(client).notes().size());
      assertTrue(library.client(client).damage().get(0).contains("does not know"));
    }
    Files.writeString(old, text.replace("\"format\":1", "\"format\":2"));
    try (Library library = shelf.open("two")) {
      assertTrue(library.clients().get(0).damage().get(0).contains("update Downshift"));
    }
  }

  @Test
  void aNewerLibraryAsksForAnUpdate() throws Exception {
    Files.createDirectories(shelf.folder);
    Files.writeString(
        shelf.folder.resolve("library.json"),
        "{\"type\":\"library\",\"format\":2,\"id\":\"" + "a".repeat(26) + "\"}");
    var refusal = assertThrows(LibraryUnavailable.class, () -> shelf.door("one").open());
    assertEquals(LibraryUnavailable.Reason.NEWER, refusal.reason());
  }

  @Test
  void aRecordedFileIsTakenInUnderTheClientsCode() throws Exception {
    try (Library library = shelf.open("one")) {
      ClientId client = library.add(Shelf.profile("C-9"));
      Path sample = Path.of("samples", "calm-responder.session.jsonl");
      SessionId session = library.keep(client, sample);
      SessionFile kept = library.session(client, session).file();
      assertEquals(SessionFile.read(sample).events(), kept.events());
      assertEquals("C-9", kept.plan().client());
    }
  }

  @Test
  void aCodeIsGivenOnce() throws Exception {
    try (Library library = shelf.open("one")) {
      library.add(Shelf.profile("C-1"));
      assertThrows(LibraryUnavailable.class, () -> library.add(Shelf.profile("C-1")));
      assertThrows(LibraryUnavailable.class, () -> library.add(Map.of("name", "none")));
    }
  }
}
