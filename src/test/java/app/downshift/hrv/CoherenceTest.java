package app.downshift.hrv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.ReferenceData;
import app.downshift.beat.RrSeries;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CoherenceTest {
  @Test
  void equalsTheReferenceOnEveryWindow() {
    String loaded = "";
    double[] samples = {};
    double first = 0;
    int compared = 0;
    for (String line : ReferenceData.resource("coherence.csv")) {
      String[] cells = line.split(",");
      if (!cells[0].startsWith("syn_")) {
        continue;
      }
      if (!cells[0].equals(loaded)) {
        loaded = cells[0];
        RrSeries series = RrSeries.ofIntervals(ReferenceData.intervals(loaded)).asOneStretch();
        samples = Spline.samplesOf(Knots.all(series));
        first = series.timeMillis(0) / 1000;
      }
      int last = (int) Math.round((Double.parseDouble(cells[1]) - first) * 4);
      Coherence coherence =
          Coherence.of(Coherence.spectrum(Arrays.copyOfRange(samples, last - 255, last + 1)));
      double peak = Double.parseDouble(cells[3]);
      double total = Double.parseDouble(cells[4]);
      assertEquals(Double.parseDouble(cells[2]), coherence.peakHz(), 1e-9, line);
      assertEquals(peak, coherence.peakMillis2(), 1e-7 * peak, line);
      assertEquals(total, coherence.totalMillis2(), 1e-7 * total, line);
      assertEquals(peak / total, coherence.share(), 1e-7, line);
      compared++;
    }
    assertTrue(compared > 200, "compared " + compared);
  }

  @Test
  void theLastMinuteAloneSaysWhatTheWholeRecordingSays() {
    RrSeries series = RrSeries.ofIntervals(ReferenceData.intervals("syn_two_tone")).asOneStretch();
    double[] all = Spline.samplesOf(Knots.all(series));
    Coherence whole =
        Coherence.of(Coherence.spectrum(Arrays.copyOfRange(all, all.length - 256, all.length)));
    Coherence last = Coherence.last(series);
    // The grids of the two begin at different beats.
    assertEquals(whole.share(), last.share(), 0.005);
    assertEquals(0.8, last.share(), 0.15);
  }

  @Test
  void isUndefinedBeforeAMinuteAfterAGapAndForAConstantHeart() {
    assertTrue(Double.isNaN(Coherence.last(RrSeries.ofIntervals(800, 810, 790, 800)).share()));
    double[] rr = new double[200];
    Arrays.fill(rr, 800);
    assertTrue(Double.isNaN(Coherence.last(RrSeries.ofIntervals(rr)).share()));
    Arrays.setAll(rr, i -> 800 + 50 * Math.sin(i / 2.0));
    assertTrue(Coherence.last(RrSeries.ofIntervals(rr)).share() > 0.8);
    rr[150] = 3500;
    assertTrue(Double.isNaN(Coherence.last(RrSeries.ofIntervals(rr)).share()));
  }
}
