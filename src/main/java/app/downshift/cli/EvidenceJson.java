package app.downshift.cli;

import app.downshift.evidence.Difference;
import app.downshift.evidence.ManySessions;
import app.downshift.evidence.MeanEffect;
import app.downshift.evidence.Metric;
import app.downshift.evidence.Segment;
import app.downshift.evidence.SessionEvidence;
import app.downshift.evidence.UsualDrift;
import app.downshift.session.Rating;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Evidence as {@code evidence --json} prints it; what is withheld is null. */
final class EvidenceJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private EvidenceJson() {}

  static String session(String file, SessionEvidence session, Map<Metric, UsualDrift> usual) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("file", file).put("verdict", session.against(usual).word());
    line.put("kind", word(session.kind()));
    session.obstacle().ifPresent(obstacle -> line.put("because", word(obstacle)));
    for (Metric metric : Metric.values()) {
      difference(
          line.putObject(metric.word()),
          session.difference(metric),
          Objects.requireNonNull(usual.get(metric)));
    }
    number(line.putObject("ln_hf"), "diff", session.lnHf());
    ObjectNode breathing = line.putObject("breathing");
    number(breathing, "pre", breathing(session.pre()));
    number(breathing, "post", breathing(session.post()));
    segment(line, "pre", session.pre());
    segment(line, "post", session.post());
    ObjectNode ratings = line.putObject("ratings");
    for (Rating.Scale scale : Rating.Scale.values()) {
      SessionEvidence.RatedChange change = session.ratings().get(scale);
      if (change != null) {
        ratings
            .putObject(scale.word())
            .put("pre", change.before())
            .put("post", change.after())
            .put("diff", change.value());
      }
    }
    return JSON.writeValueAsString(line);
  }

  static String many(ManySessions many) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    MeanEffect first = many.effect(Metric.LN_RMSSD);
    line.put("breathing", first.breathing()).put("quiet", first.quiet());
    line.put("unjudged", many.unjudged());
    effect(line.putObject("ln_rmssd"), first);
    effect(line.putObject("hr"), many.effect(Metric.HR));
    ObjectNode ratings = line.putObject("ratings");
    for (Rating.Scale scale : Rating.Scale.values()) {
      MeanEffect rated = many.rated(scale);
      ObjectNode node = ratings.putObject(scale.word());
      node.put("breathing", rated.breathing()).put("quiet", rated.quiet());
      effect(node, rated);
    }
    line.put("claim", many.effects().values().stream().anyMatch(MeanEffect::claim));
    line.putObject("needed")
        .put("breathing", first.neededBreathing())
        .put("quiet", first.neededQuiet());
    return JSON.writeValueAsString(line);
  }

  private static void difference(ObjectNode node, Difference difference, UsualDrift usual) {
    number(node, "pre", difference.pre());
    number(node, "post", difference.post());
    number(node, "diff", difference.value());
    node.putArray("ci95").add(finite(difference.low())).add(finite(difference.high()));
    number(node, "drift", usual.typical());
    number(node, "t", difference.known() ? usual.t(difference) : Double.NaN);
    number(node, "t_limit", usual.limit());
    node.put("quiet_sessions", usual.quiet());
  }

  private static void effect(ObjectNode node, MeanEffect effect) {
    number(node, "difference", effect.difference());
    node.putArray("ci95").add(finite(effect.low())).add(finite(effect.high()));
    number(node, "p", effect.p());
    node.put("claim", effect.claim());
  }

  private static void segment(ObjectNode line, String name, Optional<Segment> segment) {
    if (segment.isEmpty()) {
      line.putNull(name);
      return;
    }
    Segment rest = segment.get();
    line.putObject(name)
        .put("from_s", rest.fromSeconds())
        .put("to_s", rest.toSeconds())
        .put("clean_pct", 100 * rest.cleanShare())
        .put("signal", rest.band().word())
        .put("rhythm", rest.rhythm().word());
  }

  private static double breathing(Optional<Segment> segment) {
    return segment.map(Segment::breathingPerMinute).orElse(Double.NaN);
  }

  private static void number(ObjectNode node, String name, double value) {
    node.put(name, finite(value));
  }

  private static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
