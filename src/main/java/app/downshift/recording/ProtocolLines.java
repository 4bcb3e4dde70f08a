package app.downshift.recording;

import app.downshift.breath.BreathPattern;
import app.downshift.breath.PacePlan;
import app.downshift.session.Asking;
import app.downshift.session.Phase;
import app.downshift.session.Protocol;
import app.downshift.session.ProtocolText;
import app.downshift.session.Rating;
import app.downshift.session.Wording;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the protocol into the head of a session, whole, and its phases into their lines. */
final class ProtocolLines {
  private ProtocolLines() {}

  /** Everything the engine is told of a protocol, and every word people read. */
  static void head(ObjectNode head, Protocol protocol) {
    head.put("protocol", protocol.name());
    wording(head, "title", protocol.title());
    wording(head, "purpose", protocol.purpose());
    if (!protocol.asks().equals(Asking.NOTHING)) {
      ObjectNode asks = head.putObject("asks");
      items(asks.putArray("before"), protocol.asks().before());
      items(asks.putArray("after"), protocol.asks().after());
    }
    ArrayNode phases = head.putArray("phases");
    for (Phase phase : protocol.phases()) {
      ObjectNode node = phase(phases.addObject(), phase);
      wording(node, "title", phase.title());
      wording(node, "instruction", phase.instruction());
    }
  }

  /** A phase without its words, which stand in the head. */
  static ObjectNode phase(ObjectNode line, Phase phase) {
    line.put("name", phase.name()).put("kind", phase.kind().word());
    line.put("planned_s", phase.plannedSeconds());
    if (phase.until() != Phase.Until.TIME_IS_UP) {
      line.put("until", SessionLines.word(phase.until()));
    }
    if (phase.kind() instanceof Phase.Paced paced) {
      paced(line, paced);
    } else if (phase.kind() instanceof Phase.Stressor stressor) {
      line.put("start", stressor.startNumber()).put("step", stressor.step());
      line.put("anew_s", stressor.everySeconds());
    } else if (phase.kind() instanceof Phase.Movement movement) {
      line.put("sets", movement.sets());
    } else if (phase.kind() instanceof Phase.HandsOn hands) {
      ArrayNode markers = line.putArray("markers");
      hands.markers().forEach(marker -> markers.add(ProtocolText.node(marker)));
    }
    return line;
  }

  private static void paced(ObjectNode line, Phase.Paced paced) {
    if (paced.plan() instanceof PacePlan.Stepped stepped) {
      ArrayNode rates = line.putArray("rates_per_min");
      stepped.ratesPerMinute().forEach(rates::add);
      line.put("step_s", stepped.stepSeconds()).put("discard_s", stepped.settlingSeconds());
      line.put("shuffled", stepped.shuffled()).put("rounds", stepped.rounds());
    } else if (paced.plan() instanceof PacePlan.Sliding sliding) {
      line.put("breaths", sliding.breaths());
      line.put("from_per_min", sliding.fromPerMinute()).put("to_per_min", sliding.toPerMinute());
    } else {
      if (paced.plan() instanceof PacePlan.Glide glide) {
        line.put("from_per_min", glide.startPerMinute());
      }
      line.put("per_min", paced.plan().targetPerMinute());
      if (paced.plan() instanceof PacePlan.Own own) {
        line.put("own_rate", own.given() ? "given" : "not-known");
      }
    }
    pattern(line, paced.pattern());
    if (paced.adaptive()) {
      line.put("adaptive", true);
    }
  }

  static void pattern(ObjectNode line, BreathPattern pattern) {
    line.put("inhale", pattern.inhale());
    if (pattern.holds()) {
      line.put("hold_full", pattern.holdFull());
      line.put("exhale", pattern.exhale());
      line.put("hold_empty", pattern.holdEmpty());
    }
  }

  private static void wording(ObjectNode node, String key, Wording wording) {
    if (!wording.isEmpty()) {
      node.set(key, ProtocolText.node(wording));
    }
  }

  private static void items(ArrayNode array, Set<Rating.Item> items) {
    items.forEach(item -> array.add(item.word()));
  }
}
