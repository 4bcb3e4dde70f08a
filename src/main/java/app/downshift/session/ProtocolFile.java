package app.downshift.session;

import app.downshift.breath.BreathPattern;
import app.downshift.breath.PaceLimits;
import app.downshift.breath.PacePlan;
import app.downshift.session.ProtocolInvalid.Reason;
import app.downshift.session.Rating.Item;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the text of a protocol file. Comments and trailing commas are allowed; a word nobody knows
 * is an error, because a slip of the pen must not silently become another session. Whatever the
 * text says, what comes out is inside the limits, or there is one line that says why not.
 */
public final class ProtocolFile {
  /** The version of the format. */
  public static final int FORMAT = 1;

  /** How such files end. */
  public static final String ENDING = ".protocol.json";

  /** The longest file, in characters. */
  public static final int MOST_CHARACTERS = 65_536;

  /** The most phases of a file. */
  public static final int MOST_PHASES = 40;

  /** The longest session of a file, in seconds. */
  public static final double LONGEST_SECONDS = 7200;

  /** The longest single phase of a file, in seconds. */
  public static final double LONGEST_PHASE_SECONDS = 3600;

  /** How far apart the rates of steps may be, in breaths per minute: nobody shall leap. */
  public static final double STEPS_APART_PER_MINUTE = 4;

  static final int LONGEST_TITLE = 80;
  static final int LONGEST_SENTENCE = 300;
  static final int LONGEST_MARKER = 40;

  static final String OWN = "own";
  static final String ALLOWED = "allowed";
  static final String EXPERIMENTAL = "experimental";
  static final String SHUFFLED = "shuffled";
  static final String AS_WRITTEN = "as-written";
  static final String SETTLED = "in-step-and-steady";
  static final double BEGIN_ANEW_SECONDS = 30;

  private static final List<String> KINDS =
      List.of(
          "own-pace",
          "paced",
          "glide",
          "stepped",
          "sliding",
          "stressor",
          "free",
          "movement",
          "hands-on",
          "coaching");
  private static final int DEEPEST = 8;
  private static final String PART = "(?:\\d{1,2}(?:\\.\\d{1,25})?)";
  private static final String PATTERN = PART + "(?::" + PART + "){1}(?:(?::" + PART + "){2})?";
  private static final double ROUNDING = 1e-9;

  private final JsonMapper json =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxDocumentLength(2L * MOST_CHARACTERS)
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(30)
                          .maxNameLength(100)
                          .maxStringLength(4000)
                          .build())
                  .build())
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  /**
   * Reads a text.
   *
   * @param where what to call it in messages: a file, or the name of one that ships
   */
  public Protocol read(String text, String where) throws ProtocolInvalid {
    if (text.length() > MOST_CHARACTERS) {
      throw new ProtocolInvalid(
          Reason.FILE_TOO_LONG,
          where,
          "it is longer than " + MOST_CHARACTERS + " characters",
          "a protocol needs a few hundred; choose a file ending in " + ENDING,
          String.valueOf(MOST_CHARACTERS));
    }
    try {
      return protocol(new ProtocolNode(where, "", 0, tree(text, where)));
    } catch (IllegalArgumentException refused) {
      throw new ProtocolInvalid(
          Reason.REFUSED, where, String.valueOf(refused.getMessage()), "change it");
    }
  }

  private JsonNode tree(String text, String where) throws ProtocolInvalid {
    try {
      JsonNode tree = json.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
      if (tree.isMissingNode()) {
        throw new ProtocolInvalid(
            Reason.EMPTY, where, "it is empty", "choose a file ending in " + ENDING);
      }
      return tree;
    } catch (JacksonException broken) {
      var at = broken.getLocation();
      String line = at == null || at.getLineNr() < 1 ? "" : "line " + at.getLineNr() + ": ";
      throw new ProtocolInvalid(
          Reason.NO_JSON,
          where,
          line + broken.getOriginalMessage(),
          "look there for a comma, brace or quote",
          line.isEmpty() ? "" : String.valueOf(at.getLineNr()));
    }
  }

  private static Protocol protocol(ProtocolNode file) throws ProtocolInvalid {
    double format = file.number("protocol", 1, 1e6);
    if (format != FORMAT) {
      throw file.wrong(
          Reason.NEWER,
          "it is of format " + format + ", newer than this program",
          "update Downshift",
          String.valueOf(format));
    }
    String name = file.word("name");
    Wording title = file.wording("title", LONGEST_TITLE);
    Wording purpose = file.wording("purpose", LONGEST_SENTENCE);
    Asking asks = file.has("ask") ? asks(file.object("ask")) : Asking.NOTHING;
    List<Phase> phases = new ArrayList<>();
    double seconds = 0;
    for (ProtocolNode each : file.objects("phases", "phase", MOST_PHASES)) {
      Phase phase = phase(each, phases.size() + 1);
      phases.add(phase);
      seconds += phase.plannedSeconds();
    }
    if (seconds > LONGEST_SECONDS) {
      throw file.wrong(
          Reason.LASTS,
          "its phases last %.0f s together".formatted(seconds),
          "make them %.0f at most".formatted(LONGEST_SECONDS),
          "%.0f".formatted(seconds),
          "%.0f".formatted(LONGEST_SECONDS));
    }
    file.nothingElse();
    return new Protocol(name, title, purpose, asks, phases);
  }

  private static Asking asks(ProtocolNode node) throws ProtocolInvalid {
    var asking = new Asking(items(node, "before"), items(node, "after"));
    node.nothingElse();
    return asking;
  }

  private static Set<Item> items(ProtocolNode node, String when) throws ProtocolInvalid {
    Set<Item> items = EnumSet.noneOf(Item.class);
    if (node.has(when)) {
      for (String word : node.choices(when, Stream.of(Item.values()).map(Item::word).toList())) {
        Stream.of(Item.values()).filter(item -> item.word().equals(word)).forEach(items::add);
      }
    }
    return items;
  }

  private static Phase phase(ProtocolNode unnamed, int number) throws ProtocolInvalid {
    String name = unnamed.word("name");
    ProtocolNode node = unnamed.at("phase " + number + " (" + name + ")");
    Wording title = node.wording("title", LONGEST_TITLE);
    Wording instruction = node.wording("instruction", LONGEST_SENTENCE);
    Phase.Until until = until(node);
    String word = node.choice("kind", KINDS);
    try {
      Phase.Kind kind = kind(node, word);
      if (until != Phase.Until.TIME_IS_UP && !word.equals("paced") && !word.equals("glide")) {
        throw node.wrong(
            Reason.UNTIL_NEEDS_PACER,
            "only breathing with the pacer can be in step",
            "take out until");
      }
      double seconds = seconds(node, kind, until);
      node.nothingElse();
      return new Phase(name, seconds, kind, title, instruction, until);
    } catch (IllegalArgumentException refused) {
      throw node.wrong(Reason.REFUSED, String.valueOf(refused.getMessage()), "change it");
    }
  }

  private static Phase.Until until(ProtocolNode node) throws ProtocolInvalid {
    if (node.has("until")) {
      node.choice("until", List.of(SETTLED));
      return Phase.Until.IN_STEP_AND_STEADY;
    }
    return Phase.Until.TIME_IS_UP;
  }

  /** How long a phase lasts; a search for a pace says so itself. */
  private static double seconds(ProtocolNode node, Phase.Kind kind, Phase.Until until)
      throws ProtocolInvalid {
    if (until == Phase.Until.IN_STEP_AND_STEADY) {
      return node.number("at-most-seconds", 60, LONGEST_PHASE_SECONDS);
    }
    if (kind instanceof Phase.Paced paced && paced.plan().compares()) {
      double seconds =
          paced.plan() instanceof PacePlan.Stepped stepped
              ? stepped.seconds()
              : ((PacePlan.Sliding) paced.plan()).seconds();
      if (seconds > LONGEST_PHASE_SECONDS) {
        throw node.wrong(
            Reason.LASTS,
            "it would last %.0f s".formatted(seconds),
            "make it %.0f at most".formatted(LONGEST_PHASE_SECONDS),
            "%.0f".formatted(seconds),
            "%.0f".formatted(LONGEST_PHASE_SECONDS));
      }
      return seconds;
    }
    return node.number("seconds", 1, LONGEST_PHASE_SECONDS);
  }

  private static Phase.Kind kind(ProtocolNode node, String word) throws ProtocolInvalid {
    return switch (word) {
      case "own-pace" -> new Phase.OwnPace();
      case "free" -> new Phase.Free();
      case "coaching" -> new Phase.Coaching();
      case "stressor" ->
          new Phase.Stressor(
              node.whole("start", 300, 9999),
              node.whole("step", 2, 99),
              node.has("anew-seconds") ? node.number("anew-seconds", 10, 600) : BEGIN_ANEW_SECONDS);
      case "movement" -> new Phase.Movement(node.whole("sets", 1, 20));
      case "hands-on" ->
          new Phase.HandsOn(node.wordings("markers", Phase.HandsOn.MOST_MARKERS, LONGEST_MARKER));
      default -> new Phase.Paced(plan(node, word), pattern(node), adaptive(node, word));
    };
  }

  private static PacePlan plan(ProtocolNode node, String word) throws ProtocolInvalid {
    return switch (word) {
      case "glide" -> new PacePlan.Glide(rate(node, "from"), rate(node, "to"));
      case "stepped" -> stepped(node);
      case "sliding" ->
          new PacePlan.Sliding(
              node.whole("breaths", 2, PaceLimits.MOST_STEPS),
              rate(node, "from"),
              rate(node, "to"));
      default -> {
        if (node.isText("per-minute")) {
          node.choice("per-minute", List.of(OWN));
          yield new PacePlan.Own(rate(node, "otherwise"), false);
        }
        yield new PacePlan.Steady(rate(node, "per-minute"));
      }
    };
  }

  private static PacePlan stepped(ProtocolNode node) throws ProtocolInvalid {
    List<Double> rates =
        node.numbers("rates", 20, PaceLimits.FLOOR_PER_MINUTE, PaceLimits.CEILING_PER_MINUTE);
    double apart = Collections.max(rates) - Collections.min(rates);
    if (apart > STEPS_APART_PER_MINUTE) {
      throw node.wrong(
          Reason.RATES_APART,
          "rates are " + apart + " a minute apart",
          "stay within " + STEPS_APART_PER_MINUTE + " of each other",
          String.valueOf(apart),
          String.valueOf(STEPS_APART_PER_MINUTE));
    }
    double step = node.number("step-seconds", 30, 600);
    return new PacePlan.Stepped(
        rates,
        step,
        node.number("discard-seconds", 0, step - 10),
        node.has("order") && node.choice("order", List.of(SHUFFLED, AS_WRITTEN)).equals(SHUFFLED),
        node.has("rounds") ? node.whole("rounds", 1, 2) : 1);
  }

  private static double rate(ProtocolNode node, String key) throws ProtocolInvalid {
    return node.number(key, PaceLimits.FLOOR_PER_MINUTE, PaceLimits.CEILING_PER_MINUTE);
  }

  private static BreathPattern pattern(ProtocolNode node) throws ProtocolInvalid {
    boolean allowed = node.has("holds");
    if (allowed) {
      node.choice("holds", List.of(ALLOWED));
    }
    if (node.has("inhale")) {
      if (node.has("pattern")) {
        throw node.wrong(
            Reason.SAID_TWICE, "pattern and inhale say the same", "leave one of them out");
      }
      double longest = 1 - PaceLimits.SHORTEST_STROKE;
      return BreathPattern.ofInhale(node.number("inhale", PaceLimits.SHORTEST_STROKE, longest));
    }
    if (!node.has("pattern")) {
      return BreathPattern.LONG_EXHALE;
    }
    BreathPattern pattern = pattern(node, node.text("pattern"));
    if (pattern.holds() && !allowed) {
      throw node.wrong(
          Reason.HOLDS,
          "the breath would be held",
          "say \"holds\": \"" + ALLOWED + "\" if that is meant, or take the holds out",
          ALLOWED);
    }
    return pattern;
  }

  private static BreathPattern pattern(ProtocolNode node, String text) throws ProtocolInvalid {
    if (!text.matches(PATTERN)) {
      throw node.wrong(
          Reason.NO_PATTERN,
          "pattern \"" + text + "\" is not understood",
          "write in:out such as 4:6, or in:hold:out:hold",
          text);
    }
    double[] parts = Stream.of(text.split(":")).mapToDouble(Double::parseDouble).toArray();
    double sum = 0;
    for (double part : parts) {
      sum += part;
    }
    double whole = Math.abs(sum - 1) < ROUNDING ? 1 : sum;
    BreathPattern pattern =
        parts.length == 2
            ? BreathPattern.ofInhale(parts[0] / whole)
            : new BreathPattern(
                parts[0] / whole, parts[1] / whole, parts[2] / whole, parts[3] / whole);
    return pattern;
  }

  private static boolean adaptive(ProtocolNode node, String word) throws ProtocolInvalid {
    if (!node.has("adaptive")) {
      return false;
    }
    node.choice("adaptive", List.of(EXPERIMENTAL));
    if (!word.equals("paced") && !word.equals("glide")) {
      throw node.wrong(
          Reason.CANNOT_ADAPT, "rates that are compared cannot adapt", "take out adaptive");
    }
    return true;
  }
}
