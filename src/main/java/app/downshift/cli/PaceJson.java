package app.downshift.cli;

import app.downshift.breath.resonance.RateScore;
import app.downshift.breath.resonance.Verdict;
import app.downshift.hrv.PacedStretch;
import app.downshift.session.Practice;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a search for the pace has found, as {@code analyze --json} prints it. */
final class PaceJson {
  private PaceJson() {}

  static void put(ObjectNode node, Practice.Search search) {
    if (search.verdict().isEmpty()) {
      node.putNull("verdict");
    } else {
      verdict(node, search.verdict().get());
    }
    ArrayNode rates = node.putArray("rates");
    search.scores().forEach(score -> rate(rates.addObject(), score));
  }

  private static void verdict(ObjectNode node, Verdict verdict) {
    if (verdict instanceof Verdict.Found found) {
      node.put("verdict", "found").put("per_min", found.perMinute());
      node.put("low", found.low()).put("high", found.high());
    } else if (verdict instanceof Verdict.AnythingFrom any) {
      node.put("verdict", "anything-from").put("why", word(any.why()));
      node.put("low", any.low()).put("high", any.high());
    } else if (verdict instanceof Verdict.AtOrBeyondEdge edge) {
      node.put("verdict", "at-or-beyond-edge").put("which", word(edge.which()));
      node.put("edge", edge.edgePerMinute()).put("innermost", edge.innermost());
    } else {
      node.put("verdict", "too-little").put("why", word(((Verdict.TooLittle) verdict).reason()));
    }
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void rate(ObjectNode node, RateScore score) {
    PacedStretch heart = score.heart();
    boolean shown = score.usable();
    node.put("per_min", score.perMinute()).put("usable", shown);
    node.put("breaths", heart.breaths()).put("breaths_asked", heart.asked());
    AnalysisJson.number(node, "swing_bpm", heart.swingBpm(), shown);
    AnalysisJson.number(node, "swing_error_bpm", heart.errorBpm(), shown);
    AnalysisJson.number(node, "swing_ms", heart.swingMillis(), shown);
    AnalysisJson.number(node, "peak_to_trough_ms", heart.peakToTroughMillis(), shown);
    AnalysisJson.number(node, "lf_ms2", heart.spectrum().lfMillis2(), shown);
    AnalysisJson.number(node, "lf_peak_ms2_hz", heart.spectrum().peakMillis2PerHz(), shown);
    node.put("lf_maxima", heart.spectrum().maxima());
    AnalysisJson.number(node, "in_step", heart.inStep(), shown);
    AnalysisJson.number(node, "residual_ms", heart.residualMillis(), shown);
  }
}
