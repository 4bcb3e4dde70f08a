package app.downshift.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.beat.Marks;
import app.downshift.beat.RrSeries;
import app.downshift.evidence.SessionReview;
import app.downshift.recording.Intervals;
import app.downshift.recording.SessionFile;
import app.downshift.recording.UnreadableFile;
import app.downshift.sensor.link.SerialPorts;
import app.downshift.ui.Recording;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of other programs can be looked at, and are never written to. */
class ForeignReviewTest {
  private static final long SEED = 5;

  @TempDir Path folder;

  private Path file() throws Exception {
    var random = new Random(SEED);
    var text = new StringBuilder("rr_ms\n");
    for (int i = 0; i < 400; i++) {
      text.append(i == 200 ? "-5" : String.valueOf(800 + random.nextInt(60))).append('\n');
    }
    return Files.writeString(folder.resolve("study.csv"), text);
  }

  @Test
  void itsIntervalsAreReviewedAndWhatWasLeftOutIsCounted() throws Exception {
    Path file = file();
    SessionFile session = Intervals.read(file).asSession();
    assertEquals(1, session.unreadLines());
    assertTrue(session.complete());
    SessionReview review = SessionReview.of(session);
    RrSeries read = Intervals.read(file).series();
    assertEquals(read.size(), review.series().size());
    for (int i = 0; i < read.size(); i++) {
      assertEquals(
          read.rrMillis(i), review.series().rrMillis(i), "interval " + i + ", seed " + SEED);
      assertEquals(read.gapBefore(i), review.series().gapBefore(i), "gap " + i);
    }
  }

  @Test
  void aWordOnItsMarksIsRefusedAndTheFileStaysAsItWas() throws Exception {
    Path file = file();
    byte[] before = Files.readAllBytes(file);
    var threads = new Threads(bug -> {});
    var ports = new SerialPorts();
    var sensors = new Sensors(ports, threads);
    var host =
        new AppHost(
            new Folders(folder, folder),
            "test",
            threads,
            sensors,
            Clock.systemUTC(),
            itself -> new Windows(itself, ports, sensors, threads));
    try (AppRecords records =
        host.records(new SensorSearch(List::of, sensors, (type, event) -> {}))) {
      var reviews = new Reviews(records, host.files());
      var recording = new Recording.File(file);
      SessionReview review = SessionReview.of(reviews.read(recording));
      UnreadableFile refused =
          assertThrows(
              UnreadableFile.class,
              () ->
                  reviews.rule(
                      recording,
                      review.file(),
                      review.word(10, Marks.Ruling.ACCEPTED),
                      host.lines()));
      assertTrue(refused.getMessage().contains("not written to"), refused::getMessage);
      assertArrayEquals(before, Files.readAllBytes(file));
      assertTrue(reviews.tape(recording).last().atMicros() > 300_000_000, "it can be played");
    }
  }
}
