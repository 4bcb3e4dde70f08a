package app.downshift.beat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.downshift.ReferenceData;
import app.downshift.beat.RhythmGate.Rhythm;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
      assertEquals(
          Rhythm.REGULAR,
          after(200, i -> 900 + swing * Math.sin(2 * Math.PI * i / beats)),
          "" + beats);
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

  @ParameterizedTest
  @ValueSource(strings = {"04015_AF", "04126_AF", "06426_AF", "07162_AF", "08215_AF"})
  void isTrippedByRecordingsOfFibrillation(String record) {
    assertEquals(Rhythm.IRREGULAR, RhythmGate.of(shared("afdb/rr/" + record)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "afdb/rr/04015_N",
        "afdb/rr/04126_N",
        "mitdb/rr/100",
        "mitdb/rr/107",
        "physionet-meditation/rr/chi_C1.med",
        "physionet-meditation/rr/chi_C7.med",
        "physionet-meditation/rr/yoga_Y3.med",
        "physionet-meditation/rr/normal_N3"
      })
  void isNotTrippedBySinusRhythmPacingOrMeditation(String record) {
    assertEquals(Rhythm.REGULAR, RhythmGate.of(shared(record)));
  }

  private static RrSeries shared(String record) {
    return RrSeries.ofIntervals(
        ReferenceData.shared("data/" + record + ".rr.txt").stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .mapToDouble(Double::parseDouble)
            .toArray());
  }

  @Test
  void callsRecordingsAtRestRegular() {
    for (String name :
        new String[] {"syn_rsa010_A100", "syn_session_effect", "syn_ar1_08", "syn_art_mixed"}) {
      assertEquals(
          Rhythm.REGULAR, RhythmGate.of(RrSeries.ofIntervals(ReferenceData.intervals(name))), name);
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
