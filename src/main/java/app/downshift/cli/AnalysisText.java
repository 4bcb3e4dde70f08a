package app.downshift.cli;

import app.downshift.beat.RhythmGate.Rhythm;
import app.downshift.beat.RrSeries;
import app.downshift.hrv.FrequencyDomain;
import app.downshift.hrv.TimeDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An analysis as a person reads it. */
final class AnalysisText {
  private static final String BARS = "▁▂▃▄▅▆▇█";
  private static final int WIDTH = 60;

  private AnalysisText() {}

  static List<String> lines(String file, String format, Analysis analysis) {
    RrSeries series = analysis.series();
    List<String> lines = new ArrayList<>();
    lines.add(file + " (" + format + ")");
    lines.add(
        String.format(
            Locale.ROOT,
            "  %d intervals in %s, %.1f %% clean, %d marked, %d gaps: signal %s, rhythm %s",
            series.size(),
            TerminalView.clock(series.durationMillis() / 1000),
            100 * analysis.cleanShare(),
            series.marked(),
            series.gaps(),
            analysis.verdict().word(),
            analysis.rhythm().word()));
    lines.add("  heart rate " + sparkline(series));
    if (!analysis.rateShown()) {
      lines.add("  signal too poor: no figures");
      return lines;
    }
    TimeDomain time = analysis.figures().time();
    lines.add(
        row("heart rate", time.heartRatePerMinute(), "bpm", "mean RR", time.meanRrMillis(), "ms"));
    if (!analysis.variabilityShown()) {
      lines.add(
          analysis.rhythm() == Rhythm.IRREGULAR
              ? "  rhythm too irregular to score; if this is new to you, ask a doctor"
              : "  fewer than 64 intervals that follow each other: the rhythm is not known, so nothing"
                  + " more is shown");
      return lines;
    }
    lines.add(row("RMSSD", time.rmssdMillis(), "ms", "SDNN", time.sdnnMillis(), "ms"));
    lines.add(row("pNN50", time.pnn50Percent(), "%", "SD1", time.sd1Millis(), "ms"));
    bands(lines, "Welch", analysis.figures().welch());
    bands(lines, "Welch 300", analysis.figures().welch300());
    bands(lines, "Lomb", analysis.figures().lomb());
    lines.add(
        row(
            "entropy",
            analysis.figures().nonlinear().sampleEntropy(),
            "",
            "DFA α1",
            analysis.figures().nonlinear().dfaAlpha1(),
            ""));
    lines.add(
        row(
            "breathing",
            analysis.figures().breathing().ratePerMinute(),
            "/min (about)",
            "swing",
            analysis.figures().breathing().swingBpm(),
            "bpm"));
    return lines;
  }

  private static void bands(List<String> lines, String name, FrequencyDomain bands) {
    lines.add(
        String.format(
            Locale.ROOT,
            "  %-11s VLF %8s   LF %8s   HF %8s ms²",
            name,
            number(bands.vlfMillis2(), 0),
            number(bands.lfMillis2(), 0),
            number(bands.hfMillis2(), 0)));
  }

  private static String row(
      String a, double first, String unit, String b, double second, String secondUnit) {
    return String.format(
            Locale.ROOT,
            "  %-11s %8s %-14s %-9s %8s %s",
            a,
            number(first, 1),
            unit,
            b,
            number(second, 1),
            secondUnit)
        .stripTrailing();
  }

  private static String number(double value, int digits) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + digits + "f", value) : "–";
  }

  /** The course of heart rate in sixty characters; a space where there are no clean beats. */
  private static String sparkline(RrSeries series) {
    double[] sum = new double[WIDTH];
    int[] count = new int[WIDTH];
    double start = series.size() == 0 ? 0 : series.timeMillis(0);
    double length =
        Math.max(1, series.size() == 0 ? 1 : series.timeMillis(series.size() - 1) - start);
    for (int i = 0; i < series.size(); i++) {
      if (series.clean(i)) {
        int at = (int) Math.min(WIDTH - 1, (series.timeMillis(i) - start) / length * WIDTH);
        sum[at] += series.rrMillis(i);
        count[at]++;
      }
    }
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < WIDTH; i++) {
      if (count[i] > 0) {
        double rate = 60_000 * count[i] / sum[i];
        low = Math.min(low, rate);
        high = Math.max(high, rate);
      }
    }
    var line = new StringBuilder();
    for (int i = 0; i < WIDTH; i++) {
      if (count[i] == 0) {
        line.append(' ');
      } else {
        double share = high > low ? (60_000 * count[i] / sum[i] - low) / (high - low) : 0;
        line.append(BARS.charAt((int) Math.min(BARS.length() - 1, share * BARS.length())));
      }
    }
    return high >= low ? line + String.format(Locale.ROOT, "  %.0f to %.0f bpm", low, high) : "–";
  }
}
