package app.downshift.app;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.cli.Conversion;
import app.downshift.recording.Intervals;
import app.downshift.recording.ManyRecordings;
import app.downshift.ui.batch.Batches;
import app.downshift.ui.batch.Batches.Found;
import app.downshift.ui.batch.Batches.Kind;
import app.downshift.ui.batch.Batches.Standing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many files from the window: what the commands do, and what could not be used. */
class AppBatchesTest {
  private static final int FILES = 6;

  @TempDir Path folder;
  private Path recordings;
  private final List<Runnable> waiting = new ArrayList<>();
  private final AppBatches batches =
      new AppBatches(new Conversion("test"), Runnable::run, Runnable::run);

  @BeforeEach
  void write() throws Exception {
    recordings = folder.resolve("recordings");
    for (int i = 0; i < FILES; i++) {
      ManyRecordings.write(recordings, i, 120);
    }
    Files.writeString(recordings.resolve("a-note.txt"), "Dear diary,\nall is well.");
    Files.writeString(recordings.resolve("b.txt"), "812\n-3\n4294967295\n798.5\n805\n");
  }

  private Found found() {
    return batches.behind(List.of(recordings)).join();
  }

  @Test
  void theFiguresAreThoseOfTheCommandToTheByte() throws Exception {
    Path asked = folder.resolve("asked.jsonl");
    CommandLineRun run =
        CommandLineRun.of(folder, "analyze", recordings.toString(), "--out", asked.toString());
    assertEquals(2, run.code());
    Path results = folder.resolve("results");
    Found found = found();
    assertEquals(FILES + 2, found.files().size());
    Standing standing = batches.begin(found.files(), Kind.FIGURES, results).standing();
    assertTrue(standing.ended());
    assertEquals(found.files().size(), standing.done());
    assertEquals(1, standing.unusable().size(), standing::toString);
    assertTrue(standing.unusable().get(0).contains("a-note.txt"), standing::toString);
    assertTrue(
        standing.notes().stream().anyMatch(note -> note.contains("b.txt: 2 ")), standing::toString);
    assertEquals(Files.readString(asked), Files.readString(results.resolve("figures.jsonl")));
    batches.begin(found.files(), Kind.FIGURES, results);
    assertEquals(Files.readString(asked), Files.readString(results.resolve("figures-2.jsonl")));
  }

  @Test
  void everyFileBecomesOneOfAnotherFormatAndNamesDoNotMeet() throws Exception {
    Path first = Files.createDirectories(folder.resolve("x/1")).resolve("same.rr");
    Path second = Files.createDirectories(folder.resolve("x/2")).resolve("same.rr");
    Files.writeString(first, "812\n798.5\n805\n");
    Files.writeString(second, "912\n898.5\n905\n");
    List<Path> files = List.of(first, second);
    for (Kind kind : List.of(Kind.TABLES, Kind.EDF, Kind.RR_TEXT, Kind.SESSION)) {
      Path results = folder.resolve(kind.name());
      Standing standing = batches.begin(files, kind, results).standing();
      assertEquals(List.of(), standing.unusable(), kind.name());
      Found written = batches.behind(List.of(results)).join();
      assertEquals(2, written.files().size(), written::toString);
      double sum = 0;
      for (Path each : written.files()) {
        sum += Intervals.read(each).series().rrMillis(0);
      }
      assertEquals(812 + 912, sum, kind.name());
      Standing again = batches.begin(files, kind, results).standing();
      assertEquals(2, again.unusable().size(), again::toString);
      assertTrue(again.unusable().get(0).contains("there is such a file already"), again::toString);
    }
  }

  @Test
  void tablesShowTheMarks() {
    Path sample = Path.of("samples/ectopics-and-dropout.session.jsonl");
    Path results = folder.resolve("tables");
    batches.begin(List.of(sample), Kind.TABLES, results);
    String beats =
        assertDoesNotThrow(
            () -> Files.readString(results.resolve("ectopics-and-dropout.beats.csv")));
    assertTrue(beats.contains("ectopic"), beats);
  }

  @Test
  void whatIsStoppedKeepsWhatIsWritten() throws Exception {
    var later = new AppBatches(new Conversion("test"), Runnable::run, waiting::add);
    Batches.Work work = later.begin(found().files(), Kind.FIGURES, folder.resolve("results"));
    assertEquals(0, work.standing().done());
    assertFalse(work.standing().ended());
    work.cancel();
    waiting.get(0).run();
    assertTrue(work.standing().ended());
    assertEquals(0, work.standing().done());
  }

  @Test
  void aFolderThatCannotBeWrittenToIsTold() throws Exception {
    Path taken = Files.writeString(folder.resolve("taken"), "a file");
    Standing standing = batches.begin(found().files(), Kind.EDF, taken).standing();
    assertTrue(standing.ended());
    assertTrue(standing.unusable().get(0).contains("cannot be written"), standing::toString);
    assertEquals(0, standing.done());
  }
}
