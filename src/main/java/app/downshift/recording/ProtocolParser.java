package app.downshift.recording;

import app.downshift.breath.BreathPattern;
import app.downshift.breath.PacePlan;
import app.downshift.session.Asking;
import app.downshift.session.Phase;
import app.downshift.session.Protocol;
import app.downshift.session.Rating;
import app.downshift.session.Wording;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Reads what {@link ProtocolLines} wrote. */
final class ProtocolParser {
  private ProtocolParser() {}

  static Protocol head(JsonNode head) {
    List<Phase> phases = new ArrayList<>();
    for (JsonNode phase : head.path("phases")) {
      phases.add(phase(phase));
    }
    JsonNode asks = head.path("asks");
    return new Protocol(
        SessionParser.text(head, "protocol"),
        wording(head.path("title")),
        wording(head.path("purpose")),
        new Asking(items(asks.path("before")), items(asks.path("after"))),
        phases);
  }

  static Phase phase(JsonNode node) {
    return new Phase(
        SessionParser.text(node, "name"),
        SessionParser.number(node, "planned_s"),
        kind(node),
        wording(node.path("title")),
        wording(node.path("instruction")),
        node.has("until")
            ? SessionParser.constant(Phase.Until.class, SessionParser.text(node, "until"))
            : Phase.Until.TIME_IS_UP);
  }

  private static Phase.Kind kind(JsonNode node) {
    return switch (SessionParser.text(node, "kind")) {
      case "own-pace" -> new Phase.OwnPace();
      case "free" -> new Phase.Free();
      case "coaching" -> new Phase.Coaching();
      case "stressor" ->
          new Phase.Stressor(
              whole(node, "start"), whole(node, "step"), SessionParser.number(node, "anew_s"));
      case "movement" -> new Phase.Movement(whole(node, "sets"));
      case "hands-on" -> hands(node);
      case "paced", "stepped", "sliding" ->
          new Phase.Paced(plan(node), pattern(node), node.path("adaptive").booleanValue(false));
      default -> throw new IllegalArgumentException("unknown kind of phase");
    };
  }

  private static Phase.HandsOn hands(JsonNode node) {
    List<Wording> markers = new ArrayList<>();
    node.path("markers").forEach(marker -> markers.add(wording(marker)));
    return new Phase.HandsOn(markers);
  }

  private static PacePlan plan(JsonNode node) {
    if (node.has("rates_per_min")) {
      List<Double> rates = new ArrayList<>();
      node.path("rates_per_min").forEach(rate -> rates.add(rate.doubleValue(Double.NaN)));
      return new PacePlan.Stepped(
          rates,
          SessionParser.number(node, "step_s"),
          SessionParser.number(node, "discard_s"),
          node.path("shuffled").booleanValue(false),
          whole(node, "rounds"));
    }
    if (node.has("breaths")) {
      return new PacePlan.Sliding(
          whole(node, "breaths"),
          SessionParser.number(node, "from_per_min"),
          SessionParser.number(node, "to_per_min"));
    }
    double perMinute = SessionParser.number(node, "per_min");
    if (node.has("own_rate")) {
      return new PacePlan.Own(perMinute, SessionParser.text(node, "own_rate").equals("given"));
    }
    return node.has("from_per_min")
        ? new PacePlan.Glide(SessionParser.number(node, "from_per_min"), perMinute)
        : new PacePlan.Steady(perMinute);
  }

  static BreathPattern pattern(JsonNode node) {
    double inhale = SessionParser.number(node, "inhale");
    return node.has("exhale")
        ? new BreathPattern(
            inhale,
            SessionParser.number(node, "hold_full"),
            SessionParser.number(node, "exhale"),
            SessionParser.number(node, "hold_empty"))
        : BreathPattern.ofInhale(inhale);
  }

  private static int whole(JsonNode node, String field) {
    return (int) Math.rint(SessionParser.number(node, field));
  }

  private static Wording wording(JsonNode node) {
    if (node.isString()) {
      return Wording.of(node.stringValue());
    }
    var texts = new TreeMap<String, String>();
    node.propertyStream()
        .forEach(text -> texts.put(text.getKey(), text.getValue().stringValue("")));
    return new Wording(texts);
  }

  /** What a newer version asked besides is left out. */
  private static Set<Rating.Item> items(JsonNode array) {
    Set<Rating.Item> items = EnumSet.noneOf(Rating.Item.class);
    for (JsonNode word : array) {
      for (Rating.Item item : Rating.Item.values()) {
        if (item.word().equals(word.stringValue(""))) {
          items.add(item);
        }
      }
    }
    return items;
  }
}
