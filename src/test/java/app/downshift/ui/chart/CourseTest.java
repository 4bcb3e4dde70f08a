package app.downshift.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.downshift.session.Snapshot;
import app.downshift.session.Snapshot.PhaseProgress;
import app.downshift.ui.SampleViews;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CourseTest {
  @Test
  void phasesToComeFollowAsPlanned() {
    Course course = Course.of(SampleViews.breathe().snapshot());
    assertEquals(List.of(240.0, 840.0, 1140.0), ends(course));
  }

  @Test
  void aWaitMovesEverythingAfterIt() {
    Snapshot snapshot = SampleViews.breathe().snapshot();
    List<PhaseProgress> waited = new ArrayList<>(snapshot.phases());
    PhaseProgress breathe = waited.get(1);
    waited.set(
        1, new PhaseProgress(breathe.phase(), breathe.doneSeconds() - 30, breathe.startedMicros()));
    Course course = Course.of(with(snapshot, waited));
    assertEquals(List.of(240.0, 870.0, 1170.0), ends(course));
  }

  private static List<Double> ends(Course course) {
    return course.stretches().stream().map(Course.Stretch::toSeconds).toList();
  }

  private static Snapshot with(Snapshot s, List<PhaseProgress> phases) {
    return new Snapshot(
        s.plan(),
        s.atMicros(),
        s.state(),
        phases,
        s.phase(),
        s.pacer(),
        s.frozenAtMicros(),
        s.sensor(),
        s.figures(),
        s.baseline(),
        s.dimming(),
        s.beats(),
        s.gaps(),
        s.response(),
        s.swings(),
        s.markers(),
        s.prompt(),
        s.counts());
  }
}
