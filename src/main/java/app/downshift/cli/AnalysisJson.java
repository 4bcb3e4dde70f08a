package app.downshift.cli;

import app.downshift.beat.Marks;
import app.downshift.beat.RrSeries;
import app.downshift.hrv.FrequencyDomain;
import app.downshift.hrv.TimeDomain;
import app.downshift.session.Practice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An analysis as {@code analyze --json} prints it; undefined and withheld figures are null. */
final class AnalysisJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private AnalysisJson() {}

  static String line(
      String file,
      String format,
      int unusable,
      Analysis analysis,
      Optional<Practice.Search> pace,
      boolean window,
      boolean beats) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    RrSeries series = analysis.series();
    line.put("file", file).put("format", format);
    if (window) {
      line.put("from_s", analysis.fromMillis() / 1000).put("to_s", analysis.toMillis() / 1000);
    }
    line.put("beats", series.size()).put("duration_s", series.durationMillis() / 1000);
    ObjectNode quality = line.putObject("quality");
    number(quality, "clean_pct", 100 * analysis.cleanShare(), true);
    quality.put("marked", series.marked()).put("gaps", series.gaps());
    quality.put("verdict", analysis.verdict().word()).put("rhythm", analysis.rhythm().word());
    if (unusable > 0) {
      quality.put("unusable", unusable);
    }
    time(line.putObject("time"), analysis);
    ObjectNode frequency = line.putObject("frequency");
    boolean shown = analysis.variabilityShown();
    bands(frequency.putObject("welch"), analysis.figures().welch(), shown);
    bands(frequency.putObject("welch300"), analysis.figures().welch300(), shown);
    bands(frequency.putObject("lomb"), analysis.figures().lomb(), shown);
    ObjectNode nonlinear = line.putObject("nonlinear");
    number(nonlinear, "sample_entropy", analysis.figures().nonlinear().sampleEntropy(), shown);
    number(nonlinear, "dfa_alpha1", analysis.figures().nonlinear().dfaAlpha1(), shown);
    ObjectNode breathing = line.putObject("breathing");
    number(breathing, "rate_per_min", analysis.figures().breathing().ratePerMinute(), shown);
    number(breathing, "swing_bpm", analysis.figures().breathing().swingBpm(), shown);
    number(breathing, "coherence", analysis.figures().breathing().coherence(), shown);
    pace.ifPresent(search -> PaceJson.put(line.putObject("pace"), search));
    if (beats) {
      beats(line.putArray("beat_list"), series);
    }
    return JSON.writeValueAsString(line);
  }

  /** The same figures by name, such as {@code time.rmssd_ms}; undefined and withheld ones empty. */
  static Map<String, String> figures(Analysis analysis) {
    Map<String, String> figures = new LinkedHashMap<>();
    collect("", JSON.readTree(line("", "", 0, analysis, Optional.empty(), false, false)), figures);
    figures.keySet().removeAll(List.of("file", "format"));
    return figures;
  }

  private static void collect(String path, JsonNode node, Map<String, String> into) {
    node.propertyStream()
        .forEach(
            field -> {
              String name = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
              if (field.getValue().isObject()) {
                collect(name, field.getValue(), into);
              } else {
                into.put(name, field.getValue().isNull() ? "" : field.getValue().asString());
              }
            });
  }

  private static void time(ObjectNode node, Analysis analysis) {
    TimeDomain time = analysis.figures().time();
    boolean shown = analysis.variabilityShown();
    number(node, "mean_rr_ms", time.meanRrMillis(), analysis.rateShown());
    number(node, "mean_hr_bpm", time.heartRatePerMinute(), analysis.rateShown());
    number(node, "sdnn_ms", time.sdnnMillis(), shown);
    number(node, "rmssd_ms", time.rmssdMillis(), shown);
    number(node, "ln_rmssd", time.lnRmssd(), shown);
    number(node, "sdsd_ms", time.sdsdMillis(), shown);
    number(node, "pnn50_pct", time.pnn50Percent(), shown);
    number(node, "pnn20_pct", time.pnn20Percent(), shown);
    number(node, "sd1_ms", time.sd1Millis(), shown);
    number(node, "sd2_ms", time.sd2Millis(), shown);
  }

  private static void bands(ObjectNode node, FrequencyDomain bands, boolean shown) {
    number(node, "vlf_ms2", bands.vlfMillis2(), shown);
    number(node, "lf_ms2", bands.lfMillis2(), shown);
    number(node, "hf_ms2", bands.hfMillis2(), shown);
    number(node, "total_ms2", bands.totalMillis2(), shown);
    number(node, "lf_hf", bands.lfHf(), shown);
    number(node, "lf_peak_hz", bands.lfPeakHz(), shown);
    number(node, "hf_peak_hz", bands.hfPeakHz(), shown);
  }

  private static void beats(ArrayNode list, RrSeries series) {
    for (int i = 0; i < series.size(); i++) {
      ObjectNode beat = list.addObject();
      beat.put("t_s", series.timeMillis(i) / 1000).put("rr_ms", series.rrMillis(i));
      ArrayNode marks = beat.putArray("marks");
      series.marks(i).words().forEach(marks::add);
      answered(beat, series.marks(i));
    }
  }

  private static void answered(ObjectNode beat, Marks marks) {
    if (!marks.clearedWords().isEmpty()) {
      ArrayNode cleared = beat.putArray("cleared");
      marks.clearedWords().forEach(cleared::add);
    }
    String key = marks.clearedWords().isEmpty() ? "accepted_by" : "cleared_by";
    marks.answeredBy().ifPresent(by -> beat.put(key, by.name().toLowerCase(Locale.ROOT)));
  }

  static void number(ObjectNode node, String name, double value, boolean shown) {
    if (shown && Double.isFinite(value)) {
      node.put(name, value);
    } else {
      node.putNull(name);
    }
  }
}
