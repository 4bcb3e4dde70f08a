package app.downshift.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.breath.BreathPattern;
import app.downshift.breath.Pacer;
import app.downshift.session.Snapshot;
import app.downshift.ui.SampleViews;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PacerTraceTest {
  private static final Snapshot ANY = SampleViews.breathe().snapshot();
  private static final Pacer FIRST = Pacer.steady(10_000_000, 0, 6, BreathPattern.EVEN);

  private final PacerTrace trace = new PacerTrace();

  @Test
  void thereIsNoWaveBeforeThePacerBegins() {
    trace.follow(at(12, Optional.of(FIRST), -1), 0);
    assertTrue(Double.isNaN(trace.depthAt(9_999_999)));
    assertEquals(0, trace.depthAt(10_000_000), 1e-9);
    assertEquals(1, trace.depthAt(15_000_000), 1e-9);
  }

  @Test
  void theWaveBeforeAChangeOfPaceStaysAsItWas() {
    trace.follow(at(19, Optional.of(FIRST), -1), 0);
    Pacer faster = FIRST.changed(20_000_000, 12, BreathPattern.EVEN);
    trace.follow(at(21, Optional.of(faster), -1), 0);
    assertEquals(1, trace.depthAt(15_000_000), 1e-9);
    assertEquals(1, trace.depthAt(22_500_000), 1e-9);
    assertEquals(0, trace.depthAt(25_000_000), 1e-9);
  }

  @Test
  void aPauseStandsLevelAndTheWaveGoesOnFromThere() {
    trace.follow(at(15, Optional.of(FIRST), 15_000_000), 0);
    assertEquals(1, trace.depthAt(18_000_000), 1e-9);
    Pacer resumed = FIRST.resumed(15_000_000, 20_000_000);
    trace.follow(at(21, Optional.of(resumed), -1), 0);
    assertEquals(1, trace.depthAt(18_000_000), 1e-9, "the pause stays level");
    assertEquals(0, trace.depthAt(25_000_000), 1e-9);
  }

  @Test
  void theWaveEndsWithThePhase() {
    trace.follow(at(19, Optional.of(FIRST), -1), 0);
    trace.follow(at(20, Optional.empty(), -1), 0);
    assertEquals(1, trace.depthAt(15_000_000), 1e-9);
    assertTrue(Double.isNaN(trace.depthAt(21_000_000)));
  }

  private static Snapshot at(long seconds, Optional<Pacer> pacer, long frozenMicros) {
    return new Snapshot(
        ANY.plan(),
        seconds * 1_000_000,
        ANY.state(),
        ANY.phases(),
        ANY.phase(),
        pacer,
        frozenMicros,
        ANY.sensor(),
        ANY.figures(),
        ANY.baseline(),
        ANY.dimming(),
        ANY.beats(),
        ANY.gaps(),
        ANY.response(),
        ANY.swings(),
        ANY.markers(),
        ANY.prompt(),
        ANY.counts());
  }
}
