package app.downshift.hrv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.ReferenceData;
import app.downshift.beat.RrSeries;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Our figures against those two independent programs agreed on: |a − b| ≤ rtol·|b| + 1e-6. An empty
 * cell is undefined; of a series that never varies it also stands for a power of zero.
 */
class GoldenTest {
  @Test
  void everyFigureOfTheSyntheticSeriesIsWithinItsTolerance() {
    compare(ReferenceData.resource("golden_synthetic.csv"), "synthetic", 1215);
  }

  @Test
  void everyFigureOfTheRealRecordingsIsWithinItsTolerance() {
    List<String> rows = ReferenceData.shared("science/reference/golden.csv");
    compare(rows.stream().filter(r -> !r.startsWith("syn_")).toList(), "real", 769);
  }

  private static void compare(List<String> rows, String what, int expected) {
    Map<String, Map<String, Double>> computed = new LinkedHashMap<>();
    List<String> wrong = new ArrayList<>();
    int compared = 0;
    for (String row : rows.subList(1, rows.size())) {
      String[] cells = row.split(",", -1);
      Double actual =
          computed.computeIfAbsent(cells[0], GoldenTest::figures).getOrDefault(cells[1], null);
      if (actual == null) {
        assertEquals("mean_of_inst_hr", cells[1], "a metric nobody computes");
        continue;
      }
      compared++;
      if (!within(actual, cells[2], Double.parseDouble(cells[3]))) {
        wrong.add(row + " but computed " + actual);
      }
    }
    System.out.printf(
        "golden, %s: %d of %d rows passed%n", what, compared - wrong.size(), compared);
    assertTrue(wrong.isEmpty(), String.join("\n", wrong));
    assertEquals(expected, compared);
  }

  private static boolean within(double actual, String golden, double rtol) {
    if (golden.isEmpty()) {
      return Double.isNaN(actual) || actual == 0;
    }
    double b = Double.parseDouble(golden);
    return Math.abs(actual - b) <= rtol * Math.abs(b) + 1e-6;
  }

  private static Map<String, Double> figures(String recording) {
    RrSeries series = RrSeries.ofIntervals(ReferenceData.intervals(recording)).asOneStretch();
    Map<String, Double> all = new LinkedHashMap<>();
    TimeDomain time = TimeDomain.of(series);
    all.put("mean_rr", time.meanRrMillis());
    all.put("median_rr", TimeDomain.medianRrMillis(series));
    all.put("hr_from_mean_rr", time.heartRatePerMinute());
    all.put("sdnn_ddof1", time.sdnnMillis());
    all.put("rmssd", time.rmssdMillis());
    all.put("lnrmssd", time.lnRmssd());
    all.put("sdsd_ddof1", time.sdsdMillis());
    all.put("nn50_gt", time.pnn50Percent() * time.differences() / 100);
    all.put("pnn50_gt_over_nminus1", time.pnn50Percent());
    all.put("nn20_gt", time.pnn20Percent() * time.differences() / 100);
    all.put("pnn20_gt_over_nminus1", time.pnn20Percent());
    all.put("sd1_ddof1", time.sd1Millis());
    all.put("sd2_identity_ddof1", time.sd2Millis());
    Knots knots = Knots.longestStretch(series);
    put(all, "W256", Spectra.welch(series), Welch.of64Seconds().spectrum(knots));
    put(all, "K300", Spectra.welch300(series), Welch.of300Seconds().spectrum(knots));
    Spectrum plain = Welch.of300SecondsWithTrend().spectrum(knots);
    put(all, "M300", FrequencyDomain.of(plain), plain);
    if (!recording.endsWith("_24h")) {
      put(all, "LOMB", Spectra.lomb(series), Spectra.lomb(Knots.all(series)));
      Nonlinear nonlinear = Nonlinear.of(series);
      TemplateMatches.Count matches = Nonlinear.matches(knots);
      all.put("sampen_m2_r0.2sd_open", nonlinear.sampleEntropy());
      all.put("sampen_A", (double) matches.ofThree());
      all.put("sampen_B", (double) matches.ofTwo());
      all.put("dfa_alpha1_4_16_nonoverlap", nonlinear.dfaAlpha1());
    }
    return all;
  }

  private static void put(
      Map<String, Double> all, String name, FrequencyDomain powers, Spectrum spectrum) {
    all.put(name + ".vlf", powers.vlfMillis2());
    all.put(name + ".lf", powers.lfMillis2());
    all.put(name + ".hf", powers.hfMillis2());
    all.put(name + ".total_vlf_lf_hf", powers.totalMillis2());
    all.put(name + ".lf_hf", powers.lfHf());
    all.put(name + ".lf_peak_bin", bin(spectrum, 0.04, 0.15));
    all.put(name + ".hf_peak_bin", bin(spectrum, 0.15, 0.40));
    all.put(name + ".lf_peak_parabolic", powers.lfPeakHz());
    all.put(name + ".hf_peak_parabolic", powers.hfPeakHz());
  }

  private static double bin(Spectrum spectrum, double from, double to) {
    int top = spectrum.strongest(from, to);
    return top < 0 ? Double.NaN : spectrum.hz(top);
  }
}
