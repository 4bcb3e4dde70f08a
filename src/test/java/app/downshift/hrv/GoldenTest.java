package app.downshift.hrv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.ReferenceData;
import app.downshift.beat.RrSeries;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/**
 * Our figures against those two independent programs agreed on: |a − b| ≤ rtol·|b| + 1e-6. An empty
 * cell is undefined; of a series that never varies it also stands for a power of zero.
 */
class GoldenTest {
  /** Below this a value passes by the absolute part of its tolerance. */
  private static final double NEGLIGIBLE = 1e-6;

  @Test
  void everyFigureOfTheSyntheticSeriesIsWithinItsTolerance() {
    compare(ReferenceData.resource("golden_synthetic.csv"), "synthetic", 1215);
  }

  @Test
  void everyFigureOfTheRealRecordingsIsWithinItsTolerance() {
    compare(real(), "real", 769);
  }

  /** How every metric fares, over all series. Without shared data the synthetic ones. */
  public static void main(String[] none) {
    Map<String, Score> scores = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    score(ReferenceData.resource("golden_synthetic.csv"), scores, wrong);
    try {
      score(real(), scores, wrong);
    } catch (TestAbortedException e) {
      System.out.println(e.getMessage());
    }
    System.out.printf("%-32s %11s  %s%n", "metric", "passed", "worst relative error");
    scores.forEach(
        (metric, score) ->
            System.out.printf(
                Locale.ROOT,
                "%-32s %4d of %4d  %.0e%n",
                metric,
                score.passed,
                score.rows,
                score.worst));
    int rows = scores.values().stream().mapToInt(score -> score.rows).sum();
    System.out.printf("%-32s %4d of %4d%n", "all", rows - wrong.size(), rows);
    wrong.forEach(System.out::println);
  }

  /** What became of the rows of one metric. */
  private static final class Score {
    private int rows;
    private int passed;
    private double worst;
  }

  private static List<String> real() {
    List<String> rows = ReferenceData.shared("science/reference/golden.csv");
    return rows.stream().filter(row -> !row.startsWith("syn_")).toList();
  }

  private static void compare(List<String> rows, String what, int expected) {
    Map<String, Score> scores = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    score(rows, scores, wrong);
    int compared = scores.values().stream().mapToInt(score -> score.rows).sum();
    System.out.printf(
        "golden, %s: %d of %d rows passed%n", what, compared - wrong.size(), compared);
    assertTrue(wrong.isEmpty(), String.join("\n", wrong));
    assertEquals(expected, compared);
  }

  private static void score(List<String> rows, Map<String, Score> scores, List<String> wrong) {
    Map<String, Map<String, Double>> computed = new LinkedHashMap<>();
    for (String row : rows.subList(1, rows.size())) {
      String[] cells = row.split(",", -1);
      Map<String, Double> figures = computed.computeIfAbsent(cells[0], GoldenTest::figures);
      if (!figures.containsKey(cells[1])) {
        assertEquals("mean_of_inst_hr", cells[1], "a metric nobody computes");
        continue;
      }
      double actual = figures.get(cells[1]);
      Score score = scores.computeIfAbsent(cells[1], metric -> new Score());
      score.rows++;
      if (within(actual, cells[2], Double.parseDouble(cells[3]))) {
        score.passed++;
      } else {
        wrong.add(row + " but computed " + actual);
      }
      double golden = cells[2].isEmpty() ? 0 : Double.parseDouble(cells[2]);
      if (Math.abs(golden) > NEGLIGIBLE) {
        score.worst = Math.max(score.worst, Math.abs(actual / golden - 1));
      }
    }
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
