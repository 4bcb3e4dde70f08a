package app.downshift.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.beat.BeatTests;
import app.downshift.beat.Marks;
import app.downshift.beat.RrSeries;
import app.downshift.breath.BreathPattern;
import app.downshift.session.Command;
import app.downshift.session.Protocol;
import app.downshift.session.SessionEvent;
import app.downshift.session.Sitting;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntervalsTest {
  @TempDir Path folder;

  @Test
  void theBreathsOfThePacerCountOnThroughChangesAndStandStillInAPause() throws Exception {
    var sitting = new Sitting(Protocol.breathe(6).lasting(List.of(60.0, 200.0, 60.0)));
    sitting.beatUntil(130);
    sitting.ask(new Command.ChangePace(5, BreathPattern.EVEN), 130.3);
    sitting.beatUntil(160);
    double before = sitting.now().pacer().orElseThrow().cyclesAt(160_000_000);
    sitting.ask(new Command.Pause(), 160);
    sitting.beatUntil(175);
    sitting.ask(new Command.Resume(), 175);
    sitting.beatUntil(250);
    RrSeries series = Intervals.read(record(sitting)).series();
    double last = Double.NaN;
    double resumed = Double.NaN;
    double resumedAt = 0;
    int paced = 0;
    for (int i = 0; i < series.size(); i++) {
      double at = series.timeMillis(i);
      double breaths = series.breaths(i);
      boolean running = at > 62_000 && (at < 159_000 || at > 175_100) && at < 249_000;
      boolean standing = at < 59_900 || (at > 160_100 && at < 174_900);
      assertTrue(!running || !Double.isNaN(breaths), "at " + at);
      assertTrue(!standing || Double.isNaN(breaths), "at " + at);
      if (!Double.isNaN(last) && !Double.isNaN(breaths)) {
        double perMinute = (breaths - last) / (series.rrMillis(i) / 60_000);
        assertTrue(perMinute > 4.5 && perMinute < 12.5, perMinute + " at " + at);
        paced++;
      }
      if (Double.isNaN(resumed) && at > 175_100) {
        resumed = breaths;
        resumedAt = at;
      }
      last = breaths;
    }
    assertTrue(paced > 150);
    assertEquals(before + (resumedAt - 175_000) / 12_000, resumed, 0.01);
  }

  @Test
  void figuresOfARecordingFollowWhatAPersonSaid() throws Exception {
    var sitting = new Sitting(Protocol.breathe(6).lasting(List.of(100.0, 60.0, 60.0)));
    sitting.heart(60, 0, 0).beatUntil(80);
    double at = sitting.now().beats().get(sitting.now().beats().size() - 1).atMicros() / 1000.0;
    sitting.beat(600, at + 600);
    sitting.beat(1400, at + 2000);
    sitting.beatUntil(95);
    int early = indexOf(BeatTests.mark(Intervals.read(record(sitting)).series()), 600);
    assertFalse(BeatTests.mark(Intervals.read(record(sitting)).series()).clean(early));
    long beat =
        sitting.all(SessionEvent.BeatTaken.class).stream()
            .filter(taken -> taken.beat().rrMillis() == 600)
            .findFirst()
            .orElseThrow()
            .atMicros();
    sitting.ask(new Command.RuleOnMarks(beat, Marks.Ruling.UNDONE), 95.5);
    RrSeries ruled = BeatTests.mark(Intervals.read(record(sitting)).series());
    assertTrue(ruled.clean(early));
    assertFalse(ruled.marks(early).clearedWords().isEmpty());
    assertFalse(ruled.clean(early + 1));
  }

  private static int indexOf(RrSeries series, double rrMillis) {
    int i = 0;
    while (series.rrMillis(i) != rrMillis) {
      i++;
    }
    return i;
  }

  private Path record(Sitting sitting) throws Exception {
    Path file = folder.resolve("a.session.jsonl");
    java.nio.file.Files.deleteIfExists(file);
    var lines = new SessionLines("downshift test");
    try (var writer = SessionWriter.begin(file, sitting.now().plan(), lines)) {
      writer.append(sitting.events);
    }
    return file;
  }
}
