package app.downshift.beat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.downshift.ReferenceData;
import app.downshift.beat.RhythmGate.Rhythm;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class RhythmGateTest {
  @Test
  void knowsNothingBeforeSixtyFourIntervals() {
    RhythmGate gate = new RhythmGate();
    for (int i = 0; i < 63; i++) {
      gate.accept(800, false);
      gate.accept(Double.NaN, false);
      assertEquals(Rhythm.UNKNOWN, gate.rhythm());
    }
  }

  @Test
  void answersOnceThereAreSixtyFourThatFollowEachOther() {
    assertEquals(Rhythm.REGULAR, after(64, i -> 800));
  }

  @Test
  void isNotTrippedByTheLargestBreathingSwings() {
    for (double perBreath = 3; perBreath < 16; perBreath += 0.37) {
      double beats = perBreath;
      double swing = beats > 4.2 ? 250 : 80;
      assertEquals(Rhythm.REGULAR, after(200, i -> 900 + swing * Math.sin(2 * Math.PI * i / beats)), "" + beats);
    }
  }

  @Test
  void isNotTrippedBySingleEctopicBeats() {
    assertEquals(Rhythm.REGULAR, after(200, i -> i % 10 == 0 ? 550 : i % 10 == 1 ? 1050 : 800));
  }

  @Test
  void isTrippedByIntervalsThatFollowNoOrder() {
    Random random = new Random(7);
    assertEquals(Rhythm.IRREGULAR, after(200, i -> 350 + 800 * random.nextDouble()));
  }

  @Test
  void isTrippedByARecordingOfFibrillation() {
    RrSeries series = RrSeries.ofIntervals(ReferenceData.intervals("afdb_03665_first1500"));
    // The record begins in sinus rhythm; what matters is that its fibrillation is seen.
    RhythmGate gate = new RhythmGate();
    int irregular = 0;
    for (int i = 0; i < series.size(); i++) {
      gate.accept(series.rrMillis(i), false);
      irregular += gate.rhythm() == Rhythm.IRREGULAR ? 1 : 0;
    }
    assertEquals(true, irregular > 0, irregular + " of " + series.size());
  }

  @Test
  void callsRecordingsAtRestRegular() {
    for (String name : new String[] {"syn_rsa010_A100", "syn_session_effect", "syn_ar1_08", "syn_art_mixed"}) {
      assertEquals(Rhythm.REGULAR, RhythmGate.of(RrSeries.ofIntervals(ReferenceData.intervals(name))), name);
    }
    assertEquals(Rhythm.UNKNOWN, RhythmGate.of(RrSeries.ofIntervals(800, 900)));
  }

  private static Rhythm after(int beats, IntToDoubleFunction rr) {
    RhythmGate gate = new RhythmGate();
    for (int i = 0; i < beats; i++) {
      gate.accept(rr.applyAsDouble(i), false);
    }
    return gate.rhythm();
  }
}
