package app.downshift.session;

import app.downshift.breath.BreathPattern;
import app.downshift.breath.PacePlan;
import java.util.Set;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes a protocol as the text of a file: laid out for people, always in the same way. */
public final class ProtocolText {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final JsonMapper json = JsonMapper.builder().build();

  /** The whole file. */
  public String of(Protocol protocol) {
    ObjectNode file = NODES.objectNode();
    file.put("protocol", ProtocolFile.FORMAT).put("name", protocol.name());
    wording(file, "title", protocol.title());
    wording(file, "purpose", protocol.purpose());
    if (!protocol.asks().equals(Asking.NOTHING)) {
      ObjectNode ask = file.putObject("ask");
      items(ask, "before", protocol.asks().before());
      items(ask, "after", protocol.asks().after());
    }
    ArrayNode phases = file.putArray("phases");
    protocol.phases().forEach(phase -> phases.add(phase(phase)));
    var indenter = new DefaultIndenter("  ", "\n");
    var layout = new DefaultPrettyPrinter().withObjectIndenter(indenter);
    layout.indentArraysWith(DefaultPrettyPrinter.FixedSpaceIndenter.instance());
    return json.writer().with(layout).writeValueAsString(file) + "\n";
  }

  private static ObjectNode phase(Phase phase) {
    ObjectNode node = NODES.objectNode().put("name", phase.name());
    if (phase.kind() instanceof Phase.Paced paced) {
      paced(node, paced);
    } else {
      node.put("kind", phase.kind().word());
    }
    wording(node, "title", phase.title());
    wording(node, "instruction", phase.instruction());
    if (phase.until() == Phase.Until.IN_STEP_AND_STEADY) {
      node.put("until", ProtocolFile.SETTLED);
      number(node, "at-most-seconds", phase.plannedSeconds());
    } else if (!(phase.kind() instanceof Phase.Paced paced && paced.plan().compares())) {
      number(node, "seconds", phase.plannedSeconds());
    }
    if (phase.kind() instanceof Phase.Stressor stressor) {
      node.put("start", stressor.startNumber()).put("step", stressor.step());
      number(node, "anew-seconds", stressor.everySeconds());
    } else if (phase.kind() instanceof Phase.Movement movement) {
      node.put("sets", movement.sets());
    } else if (phase.kind() instanceof Phase.HandsOn hands) {
      ArrayNode markers = node.putArray("markers");
      hands.markers().forEach(marker -> markers.add(node(marker)));
    }
    return node;
  }

  private static void paced(ObjectNode node, Phase.Paced paced) {
    node.put("kind", paced.plan().word());
    if (paced.plan() instanceof PacePlan.Glide glide) {
      number(node, "from", glide.startPerMinute());
      number(node, "to", glide.targetPerMinute());
    } else if (paced.plan() instanceof PacePlan.Own own) {
      node.put("per-minute", ProtocolFile.OWN);
      number(node, "otherwise", own.perMinute());
    } else if (paced.plan() instanceof PacePlan.Stepped stepped) {
      ArrayNode rates = node.putArray("rates");
      stepped.ratesPerMinute().forEach(rates::add);
      number(node, "step-seconds", stepped.stepSeconds());
      number(node, "discard-seconds", stepped.settlingSeconds());
      node.put("order", stepped.shuffled() ? ProtocolFile.SHUFFLED : ProtocolFile.AS_WRITTEN);
      node.put("rounds", stepped.rounds());
    } else if (paced.plan() instanceof PacePlan.Sliding sliding) {
      node.put("breaths", sliding.breaths());
      number(node, "from", sliding.fromPerMinute());
      number(node, "to", sliding.toPerMinute());
    } else {
      number(node, "per-minute", paced.plan().targetPerMinute());
    }
    pattern(node, paced.pattern());
    if (paced.adaptive()) {
      node.put("adaptive", ProtocolFile.EXPERIMENTAL);
    }
  }

  private static void pattern(ObjectNode node, BreathPattern pattern) {
    long tenths = Math.round(pattern.inhale() * 10);
    if (pattern.holds()) {
      node.put(
          "pattern",
          String.join(
              ":",
              plain(pattern.inhale()),
              plain(pattern.holdFull()),
              plain(pattern.exhale()),
              plain(pattern.holdEmpty())));
      node.put("holds", ProtocolFile.ALLOWED);
    } else if (tenths / 10.0 == pattern.inhale()) {
      node.put("pattern", tenths + ":" + (10 - tenths));
    } else {
      node.put("inhale", pattern.inhale());
    }
  }

  private static String plain(double value) {
    return java.math.BigDecimal.valueOf(value).toPlainString();
  }

  private static void items(ObjectNode ask, String when, Set<Rating.Item> items) {
    if (!items.isEmpty()) {
      ArrayNode words = ask.putArray(when);
      items.forEach(item -> words.add(item.word()));
    }
  }

  private static void number(ObjectNode node, String key, double value) {
    if (value == Math.rint(value)) {
      node.put(key, (long) value);
    } else {
      node.put(key, value);
    }
  }

  private static void wording(ObjectNode node, String key, Wording wording) {
    if (!wording.isEmpty()) {
      node.set(key, node(wording));
    }
  }

  /** A text, or texts by language. */
  public static JsonNode node(Wording wording) {
    String only = wording.byLanguage().get("");
    if (only != null) {
      return NODES.stringNode(only);
    }
    ObjectNode texts = NODES.objectNode();
    wording.byLanguage().forEach(texts::put);
    return texts;
  }
}
