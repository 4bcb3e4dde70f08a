package app.downshift.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.downshift.recording.SessionWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk of 512 KB that gets full, or that may only be read; a real one, where one can be made. */
class FullDiskTest {
  @TempDir Path place;
  private Path disk;
  private Shelf shelf;
  private boolean mounted;

  @BeforeEach
  void mount() throws Exception {
    disk = Files.createDirectories(place.resolve("records"));
    mounted = run("mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", disk.toString());
    assumeTrue(mounted, "a small disk can only be mounted by root on Linux");
    shelf = new Shelf(place);
  }

  @AfterEach
  void unmount() throws Exception {
    if (mounted) {
      assertTrue(run("umount", disk.toString()) || run("umount", "-l", disk.toString()));
    }
  }

  private static boolean run(String... command) throws Exception {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (java.io.IOException absent) {
      return false;
    }
  }

  /** Fills the disk to its last byte. */
  private Path fill() throws Exception {
    Path ballast = disk.resolve("ballast");
    try (var out = Files.newOutputStream(ballast)) {
      while (true) {
        out.write(new byte[512]);
      }
    } catch (java.io.IOException full) {
      assertTrue(full.getMessage().contains("space"), full::toString);
    }
    return ballast;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatAFullDiskRefusesIsSeenAndIsWrittenWhenThereIsRoom(boolean sealed) throws Exception {
    Library library = sealed ? shelf.sealed("one") : shelf.open("one");
    ClientId client = library.add(Shelf.profile("C-1"));
    SessionWriter session = library.begin(client, shelf.plan("C-1"), Shelf.LINES).writer();
    session.append(Shelf.beats(1, 10));
    Path ballast = fill();
    for (int i = 0; i < 300; i++) { // more than what is left of the last page
      session.append(Shelf.beats(11 + i, 1));
      library.note(client, "note " + i);
    }
    session.append(List.of(Shelf.end(400)));
    session.close();
    String trouble = library.trouble().orElseThrow();
    assertTrue(trouble.contains("No space left"), trouble);
    assertTrue(trouble.contains("make room"), trouble);
    assertEquals(300, library.client(client).notes().size(), "what waits is seen");
    assertFalse(library.retry());
    Files.delete(ballast);
    assertTrue(library.retry());
    assertTrue(library.trouble().isEmpty());
    library.close();
    try (Library again = sealed ? shelf.unlock("one") : shelf.open("one")) {
      ClientRecords records = again.client(client);
      assertEquals(List.of(), records.damage());
      assertEquals(300, records.notes().size());
      assertEquals(310, records.sessions().get(0).beats());
      SessionId id = records.sessions().get(0).id();
      assertEquals(List.of(), again.session(client, id).damage());
    }
  }

  @Test
  void whatAReadOnlyFolderRefusesWaitsToo() throws Exception {
    ClientId client;
    try (Library before = shelf.open("one")) {
      client = before.add(Shelf.profile("C-1"));
      before.note(client, "before");
    }
    assumeTrue(run("mount", "-o", "remount,ro", disk.toString()), "it cannot be remounted");
    Library library = shelf.open("one");
    assertEquals(1, library.clients().size(), "it can be read");
    library.note(client, "meanwhile");
    SessionWriter session = library.begin(client, shelf.plan("C-1"), Shelf.LINES).writer();
    session.append(Shelf.beats(1, 5));
    session.append(List.of(Shelf.end(6)));
    session.close();
    assertTrue(session.trouble().isPresent());
    String trouble = library.trouble().orElseThrow();
    assertTrue(trouble.toLowerCase(java.util.Locale.ROOT).contains("read-only"), trouble);
    assertEquals(2, library.client(client).notes().size());
    assertTrue(run("mount", "-o", "remount,rw", disk.toString()));
    assertTrue(library.retry(), () -> String.valueOf(library.trouble()));
    library.close();
    try (Library again = shelf.open("one")) {
      assertEquals(2, again.client(client).notes().size());
      assertEquals(5, again.client(client).sessions().get(0).beats());
      assertEquals(List.of(), again.client(client).damage());
    }
  }
}
