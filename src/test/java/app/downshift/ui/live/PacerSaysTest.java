package app.downshift.ui.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.breath.Pacer;
import app.downshift.session.Snapshot;
import app.downshift.ui.Rendering;
import app.downshift.ui.SampleViews;
import app.downshift.ui.live.PacerView.Says;
import org.junit.jupiter.api.Test;

/** What the pacer says, frame by frame while it glides. */
class PacerSaysTest {
  private static final long FRAME_MICROS = 16_000;
  private static final long MINUTES = 4 * 60_000_000L;

  private final Snapshot snapshot = SampleViews.all().get("breathe-early").snapshot();
  private final Pacer pacer = snapshot.pacer().orElseThrow();

  @Test
  void itSaysInWhileTheBreathFillsAndOutWhileItEmpties() {
    double before = Double.NaN;
    int turns = 0;
    String said = "";
    for (long at = snapshot.atMicros(); at < snapshot.atMicros() + MINUTES; at += FRAME_MICROS) {
      double depth = pacer.at(at).depth();
      String says = Says.of(snapshot, at, Rendering.WORDS).big();
      if (says.equals(said) && Math.abs(depth - before) > 1e-6) {
        assertEquals(depth > before ? "Breathe in" : "Breathe out", says, "at " + at);
      } else if (!says.equals(said)) {
        turns++;
      }
      assertTrue(
          Double.isNaN(before) || Math.abs(depth - before) < 0.02, "the depth jumps at " + at);
      before = depth;
      said = says;
    }
    assertTrue(turns > 60, "turns of the breath: " + turns);
  }

  @Test
  void itCountsEveryStrokeDownToOneBySeconds() {
    String said = Says.of(snapshot, snapshot.atMicros(), Rendering.WORDS).big();
    int count = Integer.MAX_VALUE;
    long countedAt = 0;
    for (long at = snapshot.atMicros(); at < snapshot.atMicros() + MINUTES; at += FRAME_MICROS) {
      Says says = Says.of(snapshot, at, Rendering.WORDS);
      int now = Integer.parseInt(says.small());
      if (!says.big().equals(said)) {
        assertEquals(1, count, "the last second before " + at);
      } else if (now != count && count != Integer.MAX_VALUE) {
        assertEquals(count - 1, now, "at " + at);
        boolean whole = countedAt > 0 && Math.abs(at - countedAt - 1_000_000) < 50_000;
        assertTrue(whole || countedAt == 0, "a second took " + (at - countedAt) + " µs");
        countedAt = at;
      }
      if (!says.big().equals(said)) {
        countedAt = 0;
      }
      said = says.big();
      count = now;
    }
  }
}
