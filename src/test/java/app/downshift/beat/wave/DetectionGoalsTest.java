package app.downshift.beat.wave;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The goals of measurement.md section 8, on real recordings where they are at hand. */
class DetectionGoalsTest {
  @Test
  void ofMitBih100AtMostThreeBeatsAreWrong() {
    Score score = DetectionTable.mitBih("100", 0).score();
    assertTrue(score.missed() + score.extra() <= 3, score.toString());
  }

  @Test
  void mitBih105IsReadAsWellAsByTheBestPublishedDetector() {
    DetectionTable.Scored scored = DetectionTable.mitBih("105", 0);
    String told = scored.score().toString();
    assertTrue(scored.score().sensitivity() >= 0.997, told);
    assertTrue(scored.score().positivePredictivity() >= 0.991, told);
    assertTrue(scored.score().jitterMillis() <= 2.4, told);
    assertTrue(scored.found().latestSeconds() <= 1, told);
  }

  /**
   * Its last ten seconds are movement; its delay from R wave to pulse truly varies, so that jitter
   * says little here.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void thePulseOfAnIcuRecordIsFoundBesideItsOwnEcg(int thin) {
    for (boolean inverted : new boolean[] {false, true}) {
      DetectionTable.Scored scored = DetectionTable.icuPulse(thin, inverted);
      assertTrue(scored.score().missed() <= 9, scored.toString());
      assertTrue(scored.score().extra() <= 3, scored.toString());
      assertTrue(scored.found().latestSeconds() <= 1, scored.toString());
    }
  }
}
