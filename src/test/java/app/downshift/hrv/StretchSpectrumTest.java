package app.downshift.hrv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.downshift.ReferenceData;
import app.downshift.beat.RrSeries;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StretchSpectrumTest {
  private static final double[] RATES = {6.5, 6, 5.5, 5, 4.5};
  private static final double[] STARTS = {
    0, 120.26931263419054, 240.35056851348813, 360.9859592730502, 481.1944836543639
  };

  @Test
  void powerAndPeakOfEachPaceAreThoseOfTheReference() {
    RrSeries series = RrSeries.ofIntervals(ReferenceData.intervals("syn_resonance_sweep"));
    double[] samples = Spline.samplesOf(Knots.all(series));
    double first = series.timeMillis(0) / 1000;
    JsonNode rows =
        JsonMapper.shared()
            .readTree(
                String.join("\n", ReferenceData.shared("science/reference/rsa_reference.json")))
            .get("steps");
    int compared = 0;
    for (JsonNode row : rows) {
      double start = STARTS[Arrays.binarySearch(negative(RATES), -row.get("rate").asDouble())];
      double from = start + (row.get("segment").asString().equals("full") ? 0 : 30);
      StretchSpectrum spectrum =
          StretchSpectrum.of(
              Arrays.copyOfRange(samples, place(from, first), place(start + 120, first)));
      double power = row.get("lf").asDouble();
      double peak = row.get("lf_peak_psd").asDouble();
      assertEquals(power, spectrum.lfMillis2(), 1e-10 * power, row.toString());
      assertEquals(peak, spectrum.peakMillis2PerHz(), 1e-10 * peak, row.toString());
      compared++;
    }
    assertEquals(10, compared);
  }

  @Test
  void constantIntervalsHaveNoPowerAndFewHaveNoSpectrum() {
    double[] even = new double[40];
    Arrays.fill(even, 900);
    assertEquals(0, StretchSpectrum.of(RrSeries.ofIntervals(even)).lfMillis2(), 1e-9);
    assertEquals(StretchSpectrum.UNDEFINED, StretchSpectrum.of(RrSeries.ofIntervals(900, 910)));
  }

  /** The first sample at or after a time. */
  private static int place(double seconds, double first) {
    return (int) Math.max(0, Math.ceil((seconds - first) * 4));
  }

  private static double[] negative(double[] values) {
    return Arrays.stream(values).map(value -> -value).toArray();
  }
}
