package app.downshift.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.recording.SessionFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies that are whole, few enough, and come back on an empty machine; open files for all. */
class BackupsTest {
  @TempDir Path place;
  private Shelf shelf;
  private Backups backups;

  @BeforeEach
  void shelf() {
    shelf = new Shelf(place);
    backups = new Backups(place.resolve("backups"), shelf.clock);
  }

  private LibraryDoor elsewhere() {
    return new LibraryDoor(
        place.resolve("restored"), place.resolve("elsewhere"), shelf.clock, "test");
  }

  @Test
  void theNewestCopiesAreKeptAndEachIsWhole() throws Exception {
    try (Library library = shelf.open("one")) {
      ClientId client = library.add(Shelf.profile("C-1"));
      for (int i = 0; i < 5; i++) {
        assertTrue(backups.due(library.id(), Duration.ofHours(20)));
        shelf.record(library, client, 10, "day " + i);
        Backups.Made made = backups.make(library, 3, Progress.NOBODY);
        assertEquals(i + 2, made.files());
        assertEquals(2, made.copied(), "the journal and the new session");
        assertFalse(backups.due(library.id(), Duration.ofHours(20)));
        shelf.clock.forward(Duration.ofDays(1));
      }
    }
    assertEquals(3, backups.all().size());
    backups.restore(backups.all().get(1), place.resolve("restored"), Progress.NOBODY);
    try (Library restored = elsewhere().open()) {
      restored.refresh(Progress.NOBODY);
      assertEquals(4, restored.clients().get(0).sessions());
      restored.note(restored.clients().get(0).id(), "goes on");
    }
  }

  @Test
  void nothingIsRestoredOverAnything() throws Exception {
    try (Library library = shelf.open("one")) {
      library.add(Shelf.profile("C-1"));
      backups.make(library, 3, Progress.NOBODY);
    }
    assertThrows(
        LibraryUnavailable.class,
        () -> backups.restore(backups.all().get(0), shelf.folder, Progress.NOBODY));
  }

  @Test
  void aLibraryThatWasBegunAndHoldsNothingMayBeRestoredInto() throws Exception {
    String id;
    try (Library library = shelf.sealed("one")) {
      library.add(Shelf.profile("C-1"));
      backups.make(library, 3, Progress.NOBODY);
      id = library.id();
    }
    elsewhere().open().close();
    backups.restore(backups.all().get(0), place.resolve("restored"), Progress.NOBODY);
    try (Library restored = elsewhere().unlock(Shelf.PASSPHRASE.clone())) {
      restored.refresh(Progress.NOBODY);
      assertEquals(id, restored.id());
      assertEquals("C-1", restored.clients().get(0).code());
    }
  }

  @Test
  void aRestoreThatWasCutShortIsNoLibraryAndSaysWhatToDo() throws Exception {
    try (Library library = shelf.open("one")) {
      library.add(Shelf.profile("C-1"));
      backups.make(library, 3, Progress.NOBODY);
    }
    Path lost = backups.all().get(0).folder().getParent().resolve(LibraryHead.NAME);
    byte[] head = Files.readAllBytes(lost);
    Files.delete(lost); // so that its last step fails
    Path into = place.resolve("restored");
    assertThrows(
        LibraryUnavailable.class,
        () -> backups.restore(backups.all().get(0), into, Progress.NOBODY));
    Files.write(lost, head);
    assertTrue(
        assertThrows(LibraryUnavailable.class, () -> elsewhere().open())
            .getMessage()
            .contains("cut short"));
    assertTrue(
        assertThrows(
                LibraryUnavailable.class,
                () -> backups.restore(backups.all().get(0), into, Progress.NOBODY))
            .getMessage()
            .contains("delete it"));
    Places.deleteTree(into);
    backups.restore(backups.all().get(0), into, Progress.NOBODY);
    try (Library restored = elsewhere().open()) {
      assertEquals(1, restored.refresh(Progress.NOBODY).clients());
    }
  }

  @Test
  void aDamagedListOfTheLastCopyDoesNotKeepTheNextOneFromBeingMade() throws Exception {
    try (Library library = shelf.open("one")) {
      library.add(Shelf.profile("C-1"));
      backups.make(library, 3, Progress.NOBODY);
      Files.writeString(backups.all().get(0).folder().resolve("manifest.jsonl"), "{\"fi");
      shelf.clock.forward(Duration.ofDays(1));
      assertEquals(1, backups.make(library, 3, Progress.NOBODY).copied());
    }
    assertEquals(
        List.of(),
        backups.restore(backups.all().get(0), place.resolve("restored"), Progress.NOBODY).damage());
  }

  @Test
  void theRecordsThemselvesAreNoPlaceForBackups() throws Exception {
    try (Library library = shelf.open("one")) {
      var inside = new Backups(shelf.folder.resolve("backups"), shelf.clock);
      assertThrows(LibraryUnavailable.class, () -> inside.make(library, 3, Progress.NOBODY));
    }
    assertFalse(Files.exists(shelf.folder.resolve("backups")));
  }

  @Test
  void aDamagedCopyIsRestoredAndTheDamageTold() throws Exception {
    try (Library library = shelf.open("one")) {
      shelf.record(library, library.add(Shelf.profile("C-1")), 10, "x");
      backups.make(library, 3, Progress.NOBODY);
    }
    Path copy = backups.all().get(0).folder();
    Path session = Shelf.files(copy, Places.SESSION).get(0);
    byte[] bytes = Files.readAllBytes(session);
    bytes[bytes.length / 2] ^= 1;
    Files.write(session, bytes);
    Backups.Restored restored =
        backups.restore(backups.all().get(0), place.resolve("restored"), Progress.NOBODY);
    assertEquals(1, restored.damage().size());
    assertTrue(restored.damage().get(0).contains(session.getFileName().toString()));
  }

  @Test
  void aDamagedFileInTheLibraryDoesNotReachTheCopiesMadeBefore() throws Exception {
    try (Library library = shelf.open("one")) {
      shelf.record(library, library.add(Shelf.profile("C-1")), 10, "x");
      backups.make(library, 3, Progress.NOBODY);
      Path session = Shelf.files(shelf.folder, Places.SESSION).get(0);
      Files.write(session, new byte[(int) Files.size(session)]);
    }
    Backups.Restored restored =
        backups.restore(backups.all().get(0), place.resolve("restored"), Progress.NOBODY);
    assertEquals(List.of(), restored.damage());
  }

  @Test
  void anExportHoldsEverythingAsOpenFiles() throws Exception {
    try (Library library = shelf.sealed("one")) {
      ClientId client = library.add(Shelf.profile("C/1"));
      library.note(client, "walked to the lighthouse");
      shelf.record(library, client, 10, "x");
      Export.Written written = new Export(library).client(client, place.resolve("open"));
      assertEquals(List.of(), written.damage());
      assertEquals("C-1", written.folder().getFileName().toString());
      SessionFile session =
          SessionFile.read(Shelf.files(written.folder(), ".session.jsonl").get(0));
      assertTrue(session.complete());
      assertEquals(List.of("diary.jsonl"), Shelf.holding("lighthouse", written.folder()));
      Path again = new Export(library).client(client, place.resolve("open")).folder();
      assertFalse(again.equals(written.folder()));
    }
  }
}
