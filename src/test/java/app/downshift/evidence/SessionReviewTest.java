package app.downshift.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.beat.Marks;
import app.downshift.beat.Marks.Ruling;
import app.downshift.evidence.MadeSessions.Rest;
import app.downshift.recording.Afterwards;
import app.downshift.recording.SessionFile;
import app.downshift.recording.SessionLines;
import app.downshift.recording.SessionWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionReviewTest {
  private static final int BASELINE = 0;
  private static final int BREATHE = 1;
  private static final int RECOVER = 2;
  private static final SessionReview REVIEW = SessionReview.of(disturbed());

  private static SessionFile disturbed() {
    Rest early = new Rest(72, 40, 13, 89);
    return MadeSessions.of("breathe", 7, early, new Rest(66, 90, 6, 61), early);
  }

  @Test
  void undoingAMarkInARestChangesEveryFigureOfThatRestAndOfTheComparisonAndNothingElse() {
    int interval = marked(60, 240);
    SessionReview undone = REVIEW.ruled(interval, Ruling.UNDONE);
    PhaseFigures before = REVIEW.phases().get(BASELINE);
    PhaseFigures after = undone.phases().get(BASELINE);
    assertEquals(before.marked() - 1, after.marked());
    assertEquals(before.beats(), after.beats());
    assertTrue(after.cleanShare() > before.cleanShare());
    assertNotEquals(before.heartRateBpm(), after.heartRateBpm());
    assertTrue(after.rmssdMillis() > before.rmssdMillis(), "an early beat is a large difference");
    assertTrue(after.sdnnMillis() > before.sdnnMillis());
    assertNotEquals(before.lfMillis2(), after.lfMillis2());
    assertNotEquals(before.hfMillis2(), after.hfMillis2());
    assertNotEquals(before.density(), after.density());
    assertEquals(REVIEW.phases().get(BREATHE), undone.phases().get(BREATHE));
    assertEquals(REVIEW.phases().get(RECOVER), undone.phases().get(RECOVER));
    for (Metric metric : Metric.values()) {
      Difference was = REVIEW.evidence().difference(metric);
      Difference is = undone.evidence().difference(metric);
      assertNotEquals(was.pre(), is.pre(), metric.word());
      assertEquals(was.post(), is.post(), metric.word());
    }
    assertNotEquals(REVIEW.evidence().lnHf(), undone.evidence().lnHf());
    assertEquals(REVIEW.evidence().ratings(), undone.evidence().ratings());
    assertTrue(undone.cleanShare() > REVIEW.cleanShare());
    assertOnlyMarksOf(interval, undone);
  }

  @Test
  void undoingAMarkWhilePacingLeavesBeforeAgainstAfterAlone() {
    int interval = marked(650, 800);
    SessionReview undone = REVIEW.ruled(interval, Ruling.UNDONE);
    PhaseFigures before = REVIEW.phases().get(BREATHE);
    PhaseFigures after = undone.phases().get(BREATHE);
    assertNotEquals(before.heartRateBpm(), after.heartRateBpm());
    assertNotEquals(before.average(), after.average());
    assertNotEquals(before.density(), after.density());
    assertEquals(REVIEW.phases().get(BASELINE), undone.phases().get(BASELINE));
    assertEquals(REVIEW.phases().get(RECOVER), undone.phases().get(RECOVER));
    assertEquals(REVIEW.evidence().differences(), undone.evidence().differences());
    assertOnlyMarksOf(interval, undone);
  }

  @Test
  void undoingAMarkInAMinuteThatDoesNotCountChangesNoFigureOfAPhase() {
    int interval = marked(840, 895);
    SessionReview undone = REVIEW.ruled(interval, Ruling.UNDONE);
    assertEquals(REVIEW.phases(), undone.phases());
    assertEquals(REVIEW.evidence().differences(), undone.evidence().differences());
    assertTrue(undone.cleanShare() > REVIEW.cleanShare());
    assertOnlyMarksOf(interval, undone);
  }

  @Test
  void aWordThatIsUnsaidLeavesNoTraceInAnyFigure() {
    int interval = marked(60, 240);
    SessionReview back = REVIEW.ruled(interval, Ruling.UNDONE).ruled(interval, Ruling.WITHDRAWN);
    assertEquals(REVIEW.phases(), back.phases());
    assertEquals(REVIEW.evidence().differences(), back.evidence().differences());
    assertEquals(REVIEW.cleanShare(), back.cleanShare());
    assertEquals(REVIEW.series().marks(interval), back.series().marks(interval));
  }

  @Test
  void whatFollowsFromAWordEqualsTheFileReadAnew(@TempDir Path folder) throws Exception {
    SessionLines lines = new SessionLines("downshift test");
    Path file = folder.resolve("made.session.jsonl");
    try (SessionWriter writer = SessionWriter.begin(file, REVIEW.file().plan(), lines)) {
      writer.append(REVIEW.file().events());
    }
    SessionReview read = SessionReview.of(SessionFile.read(file));
    List<Integer> intervals = List.of(marked(60, 240), marked(400, 800), marked(900, 1140));
    Ruling[] rulings = {Ruling.UNDONE, Ruling.ACCEPTED, Ruling.UNDONE};
    SessionReview said = read;
    for (int k = 0; k < rulings.length; k++) {
      new Afterwards(file, lines).rule(said.file(), said.word(intervals.get(k), rulings[k]));
      said = said.ruled(intervals.get(k), rulings[k]);
    }
    SessionReview anew = SessionReview.of(SessionFile.read(file));
    assertEquals(anew.phases(), said.phases());
    assertEquals(anew.evidence().differences(), said.evidence().differences());
    assertEquals(anew.evidence().lnHf(), said.evidence().lnHf());
    assertEquals(anew.cleanShare(), said.cleanShare());
    assertEquals(anew.file(), said.file());
    assertFalse(anew.phases().equals(read.phases()), "the words changed something");
  }

  @Test
  void theChangeOfTwoRestsIsThatOfTheVerdict() {
    SessionEvidence evidence = REVIEW.evidence();
    Difference rate = evidence.difference(Metric.HR);
    Difference rmssd = evidence.difference(Metric.LN_RMSSD);
    assertEquals(rate.pre(), REVIEW.phases().get(BASELINE).heartRateBpm(), 1e-9);
    assertEquals(rate.post(), REVIEW.phases().get(RECOVER).heartRateBpm(), 1e-9);
    assertEquals(rmssd.pre(), Math.log(REVIEW.phases().get(BASELINE).rmssdMillis()), 1e-9);
    assertEquals(rmssd.post(), Math.log(REVIEW.phases().get(RECOVER).rmssdMillis()), 1e-9);
  }

  @Test
  void thePhasesSayWhatTheHeartWasMadeOf() {
    SessionReview clean =
        SessionReview.of(
            MadeSessions.of(
                "breathe", 3, MadeSessions.USUAL, new Rest(66, 90, 6), MadeSessions.USUAL));
    PhaseFigures rest = clean.phases().get(BASELINE);
    PhaseFigures paced = clean.phases().get(BREATHE);
    assertEquals(13, rest.breathingPerMinute(), 0.5);
    assertEquals(6, paced.pacePerMinute(), 0.05);
    assertTrue(paced.inStep() > 0.95, () -> "in step " + paced.inStep());
    assertTrue(Double.isNaN(rest.inStep()));
    // 90 ms to either side of 909: 60000/819 − 60000/999 = 13.2 bpm, and noise makes it larger.
    assertEquals(13.2, paced.swingBpm(), 1.3);
    assertTrue(paced.average().peakToTroughBpm() > paced.swingBpm());
    assertTrue(paced.average().breaths() > 20, () -> paced.average().breaths() + " breaths");
  }

  private static int marked(double fromSeconds, double toSeconds) {
    for (int i = 0; i < REVIEW.series().size(); i++) {
      double at = REVIEW.series().timeMillis(i) / 1000;
      if (at > fromSeconds && at <= toSeconds && !REVIEW.series().marks(i).isEmpty()) {
        return i;
      }
    }
    throw new AssertionError("no marked beat from " + fromSeconds + " to " + toSeconds);
  }

  private static void assertOnlyMarksOf(int interval, SessionReview other) {
    assertEquals(REVIEW.series().size(), other.series().size());
    for (int i = 0; i < REVIEW.series().size(); i++) {
      Marks was = REVIEW.series().marks(i);
      assertEquals(i == interval ? was.ruled(Ruling.UNDONE) : was, other.series().marks(i));
      assertEquals(REVIEW.series().rrMillis(i), other.series().rrMillis(i));
      assertEquals(REVIEW.series().timeMillis(i), other.series().timeMillis(i));
    }
  }
}
