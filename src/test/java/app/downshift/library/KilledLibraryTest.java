package app.downshift.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.app.ChildJvm;
import app.downshift.recording.SessionFile;
import app.downshift.session.SessionEvent;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Programs that are killed while they write, and two that write at the same time. */
@Timeout(900)
class KilledLibraryTest {
  private static final int KILLED = 128 + 9;

  @TempDir Path place;

  @Test
  void whateverTheMomentOfTheKillNothingIsLostThatWasSafe() throws Exception {
    kill(20);
  }

  @Test
  @Tag("soak")
  void norInTwoHundredKills() throws Exception {
    kill(200);
  }

  @Test
  void twoProgramsWriteIntoOneFolderAndBothAreComplete() throws Exception {
    together(1);
  }

  @Test
  @Tag("soak")
  void norDoTheyDisturbEachOtherForAMinute() throws Exception {
    together(60);
  }

  private Process start(Shelf shelf, ClientId client, String name, boolean sealed, int number)
      throws Exception {
    List<String> words =
        new ArrayList<>(
            List.of(shelf.folder.toString(), shelf.local(name).toString(), client.text(), name));
    if (sealed) {
      words.add(new String(Shelf.PASSPHRASE));
    }
    Path own = Files.createDirectories(place.resolve("child" + number));
    return ChildJvm.start(own, List.of(), AppendingLibrary.class, words);
  }

  /** Returns the highest beat and the notes that were said to be safe. */
  private static int read(BufferedReader screen, String name, Set<String> notes) throws Exception {
    int beats = 0;
    for (String line = screen.readLine(); line != null; line = screen.readLine()) {
      assertFalse(line.equals("trouble"), "the program met trouble");
      if (line.endsWith(" .")) {
        String[] words = line.split(" ");
        beats = Integer.parseInt(words[1]);
        if (words.length > 3) {
          notes.add(name + " " + words[3]);
        }
      }
    }
    return beats;
  }

  private void kill(int times) throws Exception {
    long seed = System.nanoTime();
    var random = new Random(seed);
    long beats = 0;
    long notes = 0;
    for (boolean sealed : new boolean[] {false, true}) {
      var shelf = new Shelf(place.resolve("sealed-" + sealed));
      ClientId client;
      try (Library library = sealed ? shelf.sealed("one") : shelf.open("one")) {
        client = library.add(Shelf.profile("C-1"));
      }
      // All of one computer, so that each goes on with the journal that the killed one left.
      Set<String> safe = new HashSet<>();
      for (int i = 0; i < times / 2; i++) {
        String name = "two";
        Process child = start(shelf, client, name, sealed, i + (sealed ? 1000 : 0));
        BufferedReader screen = child.inputReader();
        assertEquals("begun", screen.readLine(), "seed " + seed);
        child.waitFor(random.nextInt(200), TimeUnit.MILLISECONDS);
        child.toHandle().destroyForcibly();
        int shown = read(screen, name, safe);
        assertEquals(KILLED, child.waitFor());
        beats += shown;
        try (Library library = sealed ? shelf.unlock("one") : shelf.open("one")) {
          Library.Unfinished left = library.unfinished().get(0);
          SessionFile file = library.session(client, left.session()).file();
          assertEquals(0, file.unreadLines());
          long kept =
              file.events().stream().filter(SessionEvent.BeatTaken.class::isInstance).count();
          assertTrue(kept >= shown, () -> shown + " were safe, kept " + kept + ", seed " + seed);
          library.recover(client, left.session());
          assertEquals(i + 1, library.client(client).sessions().size());
          Set<String> there = new HashSet<>();
          library.client(client).notes().forEach(note -> there.add(note.text()));
          // A killed program begins anew at 10, so that texts repeat; they are a set here.
          assertTrue(there.containsAll(safe), () -> "notes are missing, seed " + seed);
          assertEquals(List.of(), library.client(client).damage(), "seed " + seed);
        }
      }
      notes += safe.size();
    }
    System.out.printf("killed %d libraries after %d safe beats, %d notes%n", times, beats, notes);
    assertTrue(beats > 5L * times, "too few beats to prove anything: " + beats);
  }

  private void together(int seconds) throws Exception {
    for (boolean sealed : new boolean[] {false, true}) {
      var shelf = new Shelf(place.resolve("together-" + sealed));
      ClientId client;
      try (Library library = sealed ? shelf.sealed("one") : shelf.open("one")) {
        client = library.add(Shelf.profile("C-1"));
      }
      List<Process> children = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        // The first two share a computer in one round and not in the other.
        String name = sealed ? "shared" : "own" + i;
        children.add(start(shelf, client, name, sealed, i + (sealed ? 10 : 0)));
      }
      List<BufferedReader> screens = new ArrayList<>();
      for (Process child : children) {
        screens.add(child.inputReader());
        assertEquals("begun", screens.get(screens.size() - 1).readLine());
      }
      List<Set<String>> said = new ArrayList<>();
      List<Thread> readers = new ArrayList<>();
      int[] beats = new int[2];
      for (int i = 0; i < 2; i++) {
        int number = i;
        Set<String> notes = new HashSet<>();
        said.add(notes);
        var reader =
            new Thread(
                () -> {
                  try {
                    beats[number] = read(screens.get(number), "n" + number, notes);
                  } catch (Exception broken) {
                    throw new IllegalStateException(broken);
                  }
                });
        readers.add(reader);
        reader.start();
      }
      children.get(0).waitFor(seconds * 1000L, TimeUnit.MILLISECONDS);
      for (Process child : children) {
        child.getOutputStream().write('\n');
        child.getOutputStream().flush();
      }
      for (int i = 0; i < 2; i++) {
        readers.get(i).join();
        assertEquals(0, children.get(i).waitFor());
      }
      try (Library library = sealed ? shelf.unlock("three") : shelf.open("three")) {
        ClientRecords records = library.client(client);
        assertEquals(List.of(), records.damage());
        assertEquals(2, records.sessions().size());
        assertEquals(
            (long) beats[0] + beats[1],
            records.sessions().stream().mapToInt(SessionSummary::beats).sum());
        assertEquals(said.get(0).size() + said.get(1).size(), records.notes().size());
        for (SessionSummary each : records.sessions()) {
          assertEquals(List.of(), library.session(client, each.id()).damage());
        }
        System.out.printf("two programs wrote %d and %d beats side by side%n", beats[0], beats[1]);
      }
    }
  }
}
