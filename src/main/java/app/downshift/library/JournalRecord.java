package app.downshift.library;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a line of a journal tells. */
sealed interface JournalRecord {
  /** The word of the file. */
  String type();

  /** Puts what it tells into a line. */
  void put(ObjectNode line);

  /** A writer begins, or goes on with, its journal; {@code torn}: the line before was cut off. */
  record Opened(int format, String application, boolean torn) implements JournalRecord {
    @Override
    public String type() {
      return "opened";
    }

    @Override
    public void put(ObjectNode line) {
      line.put("format", format).put("app", application).put("torn", torn);
    }
  }

  /** Fields of the profile; an empty value takes a field away. Later ones replace earlier ones. */
  record Profile(Map<String, String> fields) implements JournalRecord {
    public Profile {
      fields = Map.copyOf(fields);
    }

    @Override
    public String type() {
      return "profile";
    }

    @Override
    public void put(ObjectNode line) {
      ObjectNode node = line.putObject("fields");
      new TreeMap<>(fields).forEach(node::put);
    }
  }

  /** A note of the diary. */
  record Note(String id, String text) implements JournalRecord {
    @Override
    public String type() {
      return "note";
    }

    @Override
    public void put(ObjectNode line) {
      line.put("id", id).put("text", text);
    }
  }

  /** A check-in. */
  record Checked(String id, CheckIn checkIn) implements JournalRecord {
    @Override
    public String type() {
      return "check-in";
    }

    @Override
    public void put(ObjectNode line) {
      line.put("id", id).put("day", checkIn.day().toString());
      scales(line, "load", checkIn.load());
      scales(line, "capacity", checkIn.capacity());
      scales(line, "context", checkIn.context());
      if (!checkIn.flareUps().isEmpty()) {
        ArrayNode all = line.putArray("flare_ups");
        for (CheckIn.FlareUp each : checkIn.flareUps()) {
          ObjectNode one = all.addObject().put("began", each.began().toString());
          each.hours().ifPresent(hours -> one.put("hours", hours));
          each.worst().ifPresent(worst -> one.put("worst", worst));
        }
      }
      checkIn.painSince().ifPresent(since -> line.put("pain_since", since.word()));
      if (!checkIn.progress().isEmpty()) {
        ArrayNode all = line.putArray("progress");
        checkIn.progress().forEach(each -> all.add(each.word()));
      }
      if (!checkIn.fears().isEmpty()) {
        ArrayNode all = line.putArray("fears");
        checkIn
            .fears()
            .forEach(
                each -> {
                  ObjectNode one =
                      all.addObject().put("activity", each.activity()).put("fear", each.howMuch());
                  if (!each.step().isEmpty()) {
                    one.put("step", each.step());
                  }
                });
      }
      if (!checkIn.taken().isEmpty()) {
        ArrayNode all = line.putArray("taken");
        checkIn
            .taken()
            .forEach(each -> all.addObject().put("what", each.what()).put("dose", each.dose()));
      }
      checkIn.sleepHours().ifPresent(hours -> line.put("sleep_h", hours));
      checkIn
          .sat()
          .ifPresent(
              sat -> {
                ObjectNode one = line.putObject("sat");
                sat.fromMinutes().ifPresent(from -> one.put("from_min", from));
                one.put("to_min", sat.toMinutes());
              });
      if (!checkIn.note().isEmpty()) {
        line.put("note", checkIn.note());
      }
    }

    private static void scales(ObjectNode line, String name, Map<? extends Enum<?>, Integer> of) {
      if (!of.isEmpty()) {
        ObjectNode node = line.putObject(name);
        of.forEach((scale, value) -> node.put(CheckIn.word(scale), value));
      }
    }
  }

  /** A note or check-in no longer counts; it stays in the file. */
  record Withdrawn(String id) implements JournalRecord {
    @Override
    public String type() {
      return "withdrawn";
    }

    @Override
    public void put(ObjectNode line) {
      line.put("id", id);
    }
  }

  /** A session of this client begins. */
  record SessionBegun(SessionId session) implements JournalRecord {
    @Override
    public String type() {
      return "session-begun";
    }

    @Override
    public void put(ObjectNode line) {
      line.put("session", session.text());
    }
  }

  /** A session is complete, or was taken as it is after a crash. */
  record SessionKept(SessionSummary summary, boolean recovered) implements JournalRecord {
    @Override
    public String type() {
      return "session";
    }

    @Override
    public void put(ObjectNode line) {
      line.put("session", summary.id().text()).put("started", summary.started().toString());
      line.put("protocol", summary.protocol()).put("simulated", summary.simulated());
      line.put("seconds", summary.seconds()).put("beats", summary.beats());
      ArrayNode markers = line.putArray("markers");
      summary.markers().forEach(markers::add);
      line.put("end", summary.end()).put("lines", summary.lines());
      line.put("unread", summary.unread()).put("sha256", summary.sha256());
      line.put("recovered", recovered);
    }
  }

  /** An unfinished session was thrown away. */
  record SessionDiscarded(SessionId session) implements JournalRecord {
    @Override
    public String type() {
      return "session-discarded";
    }

    @Override
    public void put(ObjectNode line) {
      line.put("session", session.text());
    }
  }

  /** A session had been recorded under another client; written into the journals of both. */
  record SessionMoved(SessionId session, ClientId from, ClientId to) implements JournalRecord {
    @Override
    public String type() {
      return "session-moved";
    }

    @Override
    public void put(ObjectNode line) {
      line.put("session", session.text()).put("from", from.text()).put("to", to.text());
    }
  }

  /**
   * A person's word on the marks of a session that is over, as a line of its file. It stands here
   * because nobody writes the file of another one.
   */
  record Ruled(SessionId session, String line) implements JournalRecord {
    @Override
    public String type() {
      return "ruling";
    }

    @Override
    public void put(ObjectNode to) {
      to.put("session", session.text()).put("line", line);
    }
  }

  /** A client was erased; in the journals of the library as a whole. */
  record Erased(ClientId client) implements JournalRecord {
    @Override
    public String type() {
      return "erased";
    }

    @Override
    public void put(ObjectNode line) {
      line.put("client", client.text());
    }
  }

  /**
   * What a line tells; empty for a type that this version does not know.
   *
   * @throws IllegalArgumentException when the line lacks what it needs
   */
  static Optional<JournalRecord> read(JsonNode line) {
    return switch (line.path("type").stringValue("")) {
      case "opened" ->
          Optional.of(
              new Opened(
                  line.path("format").intValue(0),
                  line.path("app").stringValue(""),
                  line.path("torn").booleanValue(false)));
      case "profile" -> {
        Map<String, String> fields = new TreeMap<>();
        line.path("fields")
            .propertyStream()
            .forEach(f -> fields.put(f.getKey(), f.getValue().stringValue("")));
        yield Optional.of(new Profile(fields));
      }
      case "note" -> Optional.of(new Note(text(line, "id"), text(line, "text")));
      case "check-in" -> Optional.of(new Checked(text(line, "id"), checkIn(line)));
      case "withdrawn" -> Optional.of(new Withdrawn(text(line, "id")));
      case "session-begun" -> Optional.of(new SessionBegun(session(line)));
      case "session" ->
          Optional.of(
              new SessionKept(
                  new SessionSummary(
                      session(line),
                      Instant.parse(text(line, "started")),
                      line.path("protocol").stringValue(""),
                      line.path("simulated").booleanValue(false),
                      line.path("seconds").doubleValue(0),
                      line.path("beats").intValue(0),
                      texts(line.path("markers")),
                      line.path("end").stringValue(""),
                      line.path("lines").longValue(0),
                      line.path("unread").intValue(0),
                      line.path("sha256").stringValue("")),
                  line.path("recovered").booleanValue(false)));
      case "session-discarded" -> Optional.of(new SessionDiscarded(session(line)));
      case "session-moved" ->
          Optional.of(
              new SessionMoved(
                  session(line), new ClientId(text(line, "from")), new ClientId(text(line, "to"))));
      case "ruling" -> Optional.of(new Ruled(session(line), text(line, "line")));
      case "erased" -> Optional.of(new Erased(new ClientId(text(line, "client"))));
      default -> Optional.empty();
    };
  }

  private static CheckIn checkIn(JsonNode line) {
    List<CheckIn.FlareUp> flareUps = new ArrayList<>();
    for (JsonNode each : line.path("flare_ups")) {
      flareUps.add(
          new CheckIn.FlareUp(
              LocalDate.parse(text(each, "began")),
              each.has("hours")
                  ? OptionalDouble.of(each.path("hours").doubleValue())
                  : OptionalDouble.empty(),
              each.has("worst")
                  ? OptionalInt.of(each.path("worst").intValue())
                  : OptionalInt.empty()));
    }
    Set<CheckIn.Progress> progress = EnumSet.noneOf(CheckIn.Progress.class);
    texts(line.path("progress"))
        .forEach(word -> constant(CheckIn.Progress.class, word).ifPresent(progress::add));
    List<CheckIn.Fear> fears = new ArrayList<>();
    for (JsonNode each : line.path("fears")) {
      fears.add(
          new CheckIn.Fear(
              text(each, "activity"),
              each.path("fear").intValue(),
              each.path("step").stringValue("")));
    }
    List<CheckIn.Taken> taken = new ArrayList<>();
    for (JsonNode each : line.path("taken")) {
      taken.add(new CheckIn.Taken(text(each, "what"), each.path("dose").stringValue("")));
    }
    return new CheckIn(
        LocalDate.parse(text(line, "day")),
        scales(CheckIn.Load.class, line.path("load")),
        scales(CheckIn.Capacity.class, line.path("capacity")),
        flareUps,
        constant(CheckIn.PainSince.class, line.path("pain_since").stringValue("")),
        progress,
        scales(CheckIn.Context.class, line.path("context")),
        fears,
        taken,
        line.path("note").stringValue(""),
        line.has("sleep_h")
            ? OptionalDouble.of(line.path("sleep_h").doubleValue())
            : OptionalDouble.empty(),
        line.has("sat") ? Optional.of(sat(line.path("sat"))) : Optional.empty());
  }

  private static CheckIn.Sat sat(JsonNode node) {
    return new CheckIn.Sat(
        node.has("from_min")
            ? OptionalInt.of(node.path("from_min").intValue())
            : OptionalInt.empty(),
        node.path("to_min").intValue());
  }

  private static <E extends Enum<E>> Map<E, Integer> scales(Class<E> of, JsonNode node) {
    Map<E, Integer> scales = new EnumMap<>(of);
    node.propertyStream()
        .forEach(
            f ->
                constant(of, f.getKey())
                    .ifPresent(scale -> scales.put(scale, f.getValue().intValue())));
    return scales;
  }

  /** Words that this version does not know are left out, so that newer files open. */
  private static <E extends Enum<E>> Optional<E> constant(Class<E> of, String word) {
    return Arrays.stream(of.getEnumConstants())
        .filter(each -> CheckIn.word(each).equals(word))
        .findFirst();
  }

  private static SessionId session(JsonNode line) {
    return new SessionId(text(line, "session"));
  }

  private static List<String> texts(JsonNode array) {
    Collection<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.stringValue("")));
    return List.copyOf(texts);
  }

  private static String text(JsonNode line, String field) {
    String text = line.path(field).stringValue(null);
    if (text == null) {
      throw new IllegalArgumentException("no " + field);
    }
    return text;
  }
}
