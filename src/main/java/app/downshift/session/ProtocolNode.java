package app.downshift.session;

import app.downshift.session.ProtocolInvalid.Reason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * One object of a protocol file while it is read: knows its place for messages, and which of its
 * words nobody asked for.
 */
final class ProtocolNode {
  private static final int MOST_LANGUAGES = 8;
  private static final int SHOWN = 40;

  private final String where;
  private final String place;
  private final int phase;
  private final JsonNode node;
  private final Set<String> known = new HashSet<>();

  /** {@code place} is empty for the file as a whole, {@code phase} 0. */
  ProtocolNode(String where, String place, int phase, JsonNode node) throws ProtocolInvalid {
    this.where = where;
    this.place = place;
    this.phase = phase;
    this.node = node;
    if (!node.isObject()) {
      throw wrong(Reason.NO_OBJECT, "this is no object", "write it as { \"name\": value, … }");
    }
  }

  ProtocolInvalid wrong(Reason reason, String what, String advice, String... parts) {
    return new ProtocolInvalid(
        reason, where, phase, place.isEmpty() ? what : place + ": " + what, advice, List.of(parts));
  }

  /** The same object at a place that says more. */
  ProtocolNode at(String morePrecisely) throws ProtocolInvalid {
    var same = new ProtocolNode(where, morePrecisely, phase, node);
    same.known.addAll(known);
    return same;
  }

  boolean has(String key) {
    known.add(key);
    return node.has(key);
  }

  boolean isText(String key) {
    known.add(key);
    return node.path(key).isString();
  }

  /** A text that has to be there. */
  String text(String key) throws ProtocolInvalid {
    JsonNode value = value(key);
    if (!value.isString()) {
      throw wrong(
          Reason.NO_TEXT,
          key + " " + shown(value) + " is no text",
          "write it in quotation marks",
          key);
    }
    return value.stringValue();
  }

  /** A word of files: small letters, digits and hyphens. */
  String word(String key) throws ProtocolInvalid {
    String word = text(key);
    if (!word.matches("[a-z0-9][a-z0-9-]{0,39}")) {
      throw wrong(
          Reason.NO_WORD,
          key + " \"" + shortly(word) + "\" is no word of files",
          "use 1 to 40 small letters, digits and hyphens",
          key,
          shortly(word));
    }
    return word;
  }

  /** One of some words. */
  String choice(String key, List<String> words) throws ProtocolInvalid {
    String word = text(key);
    if (!words.contains(word)) {
      throw wrong(
          Reason.UNKNOWN_WORD,
          key + " \"" + shortly(word) + "\" is not known",
          "choose one of " + String.join(", ", words),
          key,
          shortly(word),
          String.join(", ", words));
    }
    return word;
  }

  double number(String key, double from, double to) throws ProtocolInvalid {
    return number(key, value(key), from, to);
  }

  int whole(String key, int from, int to) throws ProtocolInvalid {
    double value = number(key, from, to);
    if (value != Math.rint(value)) {
      throw wrong(
          Reason.NO_WHOLE_NUMBER,
          key + " " + brief(value) + " is no whole number",
          "leave out the fraction",
          key,
          brief(value));
    }
    return (int) value;
  }

  boolean flag(String key) throws ProtocolInvalid {
    JsonNode value = value(key);
    if (!value.isBoolean()) {
      throw wrong(
          Reason.NO_FLAG,
          key + " " + shown(value) + " is neither true nor false",
          "write true or false",
          key,
          shown(value));
    }
    return value.booleanValue();
  }

  List<Double> numbers(String key, int most, double from, double to) throws ProtocolInvalid {
    List<Double> numbers = new ArrayList<>();
    for (JsonNode value : list(key, most)) {
      numbers.add(number(key, value, from, to));
    }
    return numbers;
  }

  /** Objects in a list. */
  List<ProtocolNode> objects(String key, String each, int most) throws ProtocolInvalid {
    List<ProtocolNode> objects = new ArrayList<>();
    for (JsonNode value : list(key, most)) {
      objects.add(
          new ProtocolNode(where, each + " " + (objects.size() + 1), objects.size() + 1, value));
    }
    return objects;
  }

  ProtocolNode object(String key) throws ProtocolInvalid {
    return new ProtocolNode(where, key, phase, value(key));
  }

  /** Words out of some, none twice. */
  List<String> choices(String key, List<String> words) throws ProtocolInvalid {
    List<String> chosen = new ArrayList<>();
    for (JsonNode value : list(key, words.size())) {
      String word = value.stringValue("");
      if (!words.contains(word) || chosen.contains(word)) {
        throw wrong(
            Reason.UNKNOWN_WORD,
            key + " " + shown(value) + " is not known, or there twice",
            "choose from " + String.join(", ", words),
            key,
            shown(value),
            String.join(", ", words));
      }
      chosen.add(word);
    }
    return chosen;
  }

  /** A text in one language or several; none when there is no such key. */
  Wording wording(String key, int longest) throws ProtocolInvalid {
    return has(key) ? wording(key, value(key), longest) : Wording.NONE;
  }

  List<Wording> wordings(String key, int most, int longest) throws ProtocolInvalid {
    List<Wording> wordings = new ArrayList<>();
    for (JsonNode value : list(key, most)) {
      wordings.add(wording(key, value, longest));
    }
    return wordings;
  }

  /** Says when there is something nobody asked for: a slip of the pen must not change a session. */
  void nothingElse() throws ProtocolInvalid {
    for (String key : node.propertyNames()) {
      if (!known.contains(key)) {
        throw wrong(
            Reason.UNEXPECTED,
            "\"" + shortly(key) + "\" is not known here",
            "take it out, or see that it is spelt right",
            shortly(key));
      }
    }
  }

  private Wording wording(String key, JsonNode value, int longest) throws ProtocolInvalid {
    if (value.isString()) {
      return Wording.of(checked(key, value.stringValue(), longest));
    }
    if (!value.isObject() || value.isEmpty() || value.size() > MOST_LANGUAGES) {
      throw wrong(
          Reason.NO_TEXT,
          key + " " + shown(value) + " is no text",
          "write a text, or texts by language: { \"en\": \"…\", \"de\": \"…\" }",
          key);
    }
    var texts = new TreeMap<String, String>();
    for (String language : value.propertyNames()) {
      if (!language.matches("[a-z]{2}")) {
        throw wrong(
            Reason.NO_LANGUAGE,
            key + ": \"" + shortly(language) + "\" is no language",
            "use two letters, such as en",
            key,
            shortly(language));
      }
      JsonNode text = value.get(language);
      if (!text.isString()) {
        throw wrong(
            Reason.NO_TEXT,
            key + " " + language + " is no text",
            "write it in quotation marks",
            key + " " + language);
      }
      texts.put(language, checked(key + " " + language, text.stringValue(), longest));
    }
    return new Wording(texts);
  }

  private String checked(String key, String text, int longest) throws ProtocolInvalid {
    if (text.isBlank() || text.length() > longest) {
      throw wrong(
          Reason.TEXT_LENGTH,
          key + " has " + text.length() + " signs",
          "write 1 to " + longest + " of them",
          key,
          String.valueOf(text.length()),
          String.valueOf(longest));
    }
    if (!Signs.plain(text)) {
      throw wrong(
          Reason.UNPRINTABLE, key + " holds signs that cannot be printed", "take them out", key);
    }
    return text;
  }

  private double number(String key, JsonNode value, double from, double to) throws ProtocolInvalid {
    if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
      throw wrong(
          Reason.NO_NUMBER,
          key + " " + shown(value) + " is no number",
          "write a number",
          key,
          shown(value));
    }
    double number = value.doubleValue();
    if (!(number >= from && number <= to)) {
      throw wrong(
          Reason.OUTSIDE,
          key + " " + brief(number) + " is outside " + brief(from) + " to " + brief(to),
          "choose one within",
          key,
          brief(number),
          brief(from),
          brief(to));
    }
    return number;
  }

  private Iterable<JsonNode> list(String key, int most) throws ProtocolInvalid {
    JsonNode value = value(key);
    if (!value.isArray() || value.isEmpty() || value.size() > most) {
      throw wrong(
          Reason.NO_LIST,
          key + (value.isArray() ? " has " + value.size() + " entries" : " is no list"),
          "write a list of 1 to " + most + ": [ … ]",
          key,
          String.valueOf(most));
    }
    return value;
  }

  private JsonNode value(String key) throws ProtocolInvalid {
    known.add(key);
    JsonNode value = node.path(key);
    if (value.isMissingNode() || value.isNull()) {
      throw wrong(Reason.MISSING, key + " is missing", "add it", key);
    }
    return value;
  }

  private static String shown(JsonNode value) {
    return value.isContainer() ? "" : shortly(value.toString());
  }

  private static String shortly(String text) {
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }

  private static String brief(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? String.valueOf((long) value)
        : String.format(Locale.ROOT, "%.4g", value);
  }
}
