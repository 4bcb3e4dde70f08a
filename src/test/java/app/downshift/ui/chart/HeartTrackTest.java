package app.downshift.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.downshift.beat.Mark;
import app.downshift.beat.Marks;
import app.downshift.beat.RrSeries;
import app.downshift.evidence.MadeSessions;
import app.downshift.recording.Intervals;
import app.downshift.recording.SessionFile;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HeartTrackTest {
  @Test
  void extremesOfAnyStretchAreThoseOfItsCountingBeats() {
    long seed = 11;
    var random = new Random(seed);
    SessionFile file = MadeSessions.of("breathe-short", seed, MadeSessions.USUAL);
    RrSeries raw = Intervals.of(file);
    Marks[] marks = new Marks[raw.size()];
    Arrays.setAll(marks, i -> random.nextInt(5) == 0 ? Marks.of(Mark.ECTOPIC) : Marks.NONE);
    HeartTrack track = HeartTrack.of(file, raw.withMarks(marks));
    for (int k = 0; k < 3000; k++) {
      int from = random.nextInt(track.size());
      int to = from + random.nextInt(Math.min(40, track.size() - from) + 1);
      if (k % 3 == 0) {
        to = from + random.nextInt(track.size() - from + 1);
      }
      double least = Double.NaN;
      double most = Double.NaN;
      for (int i = from; i < to; i++) {
        if (track.marks(i).isEmpty()) {
          least = Double.isNaN(least) ? track.bpm(i) : Math.min(least, track.bpm(i));
          most = Double.isNaN(most) ? track.bpm(i) : Math.max(most, track.bpm(i));
        }
      }
      String where = "seed " + seed + ", " + from + " to " + to;
      assertEquals(least, track.lowest(from, to), where);
      assertEquals(most, track.highest(from, to), where);
    }
  }
}
