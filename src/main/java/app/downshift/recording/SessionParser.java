package app.downshift.recording;

import app.downshift.beat.Mark;
import app.downshift.beat.Marks;
import app.downshift.beat.wave.Doubt;
import app.downshift.breath.BreathPattern;
import app.downshift.breath.Pacer;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorEvent.DeviceTime;
import app.downshift.sensor.SensorTraits;
import app.downshift.session.Command;
import app.downshift.session.Practice;
import app.downshift.session.Rating;
import app.downshift.session.SessionEvent;
import app.downshift.session.SessionPlan;
import app.downshift.session.SessionState;
import app.downshift.session.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what {@link SessionLines} wrote, this version's or a newer one's. */
final class SessionParser {
  private final JsonMapper json = JsonMapper.builder().build();

  /** What became of a line. */
  enum Outcome {
    READ,
    UNKNOWN,
    BROKEN
  }

  SessionPlan head(String line, String where) throws UnreadableFile {
    try {
      JsonNode head = json.readTree(line);
      if (!"session".equals(head.path("type").stringValue(""))) {
        throw new UnreadableFile(
            UnreadableFile.Reason.NO_SESSION,
            where,
            "line 1 is not the head of a session",
            "choose a file ending in .session.jsonl");
      }
      int format = head.path("format").intValue(0);
      if (format > SessionLines.FORMAT) {
        throw new UnreadableFile(
            UnreadableFile.Reason.NEWER,
            where,
            "it is of format " + format + ", newer than this program",
            "update Downshift");
      }
      return plan(head);
    } catch (JacksonException | IllegalArgumentException | java.time.DateTimeException broken) {
      throw new UnreadableFile(
          UnreadableFile.Reason.NO_SESSION,
          where,
          "line 1 is not the head of a session",
          "choose a file ending in .session.jsonl");
    }
  }

  Outcome line(String text, List<SessionEvent> into) {
    try {
      JsonNode line = json.readTree(text);
      Optional<SessionEvent> event = event(line);
      event.ifPresent(into::add);
      return event.isPresent() ? Outcome.READ : Outcome.UNKNOWN;
    } catch (JacksonException | IllegalArgumentException broken) {
      return Outcome.BROKEN;
    }
  }

  private static SessionPlan plan(JsonNode head) {
    var traits =
        new SensorTraits(
            constant(SensorTraits.Intervals.class, text(head, "source")),
            number(head, "resolution_ms"),
            head.path("loses_beats_unseen").booleanValue(false),
            head.path("suits_hrv").booleanValue(false),
            head.path("silence_ms").intValue(2500),
            words(head.path("waveform_modes")));
    return new SessionPlan(
        Instant.parse(text(head, "started")),
        head.path("client").stringValue(""),
        text(head, "sensor"),
        traits,
        head.path("simulated").booleanValue(false),
        ProtocolParser.head(head),
        head.path("swing_reference_bpm").doubleValue(Double.NaN),
        head.path("seed").longValue(0));
  }

  private static Optional<SessionEvent> event(JsonNode line) {
    String type = line.path("type").stringValue("");
    return switch (type) {
      case "beat" -> Optional.of(beat(line));
      case "mark" ->
          Optional.of(
              line.has("by")
                  ? new SessionEvent.Commanded(at(line), command(type, line))
                  : new SessionEvent.BeatMarked(at(line), micros(line, "beat_t_ms"), marks(line)));
      case "phase" ->
          Optional.of(new SessionEvent.PhaseBegan(at(line), ProtocolParser.phase(line)));
      case "pace" -> Optional.of(new SessionEvent.PaceSet(at(line), pacer(line)));
      case "gap" ->
          Optional.of(
              new SessionEvent.GapBegan(
                  at(line),
                  constant(SessionEvent.GapCause.class, text(line, "reason")),
                  line.path("beats").intValue(0)));
      case "step" -> Optional.of(new SessionEvent.StepBegan(at(line), step(line)));
      case "step-end" -> Optional.of(new SessionEvent.StepEnded(at(line), step(line)));
      case "set" ->
          Optional.of(
              new SessionEvent.SetMarked(
                  at(line), line.path("set").intValue(0), text(line, "edge").equals("begin")));
      case "recovery" ->
          Optional.of(
              new SessionEvent.RecoveryTold(
                  at(line), line.path("set").intValue(0), recovery(line)));
      case "command", "symptoms", "rating" ->
          Optional.of(new SessionEvent.Commanded(at(line), command(type, line)));
      case "marker" -> Optional.of(marker(line));
      case "asked" ->
          Optional.of(
              new SessionEvent.Asked(
                  at(line), constant(Snapshot.Question.class, text(line, "question"))));
      case "waiting" ->
          Optional.of(new SessionEvent.Waited(at(line), line.path("on").booleanValue()));
      case "end" ->
          Optional.of(
              new SessionEvent.Ended(
                  at(line), constant(SessionState.Why.class, text(line, "reason"))));
      default -> sensed(type, line).map(event -> new SessionEvent.Sensed(at(line), event));
    };
  }

  private static Optional<SensorEvent> sensed(String type, JsonNode line) {
    int source = line.path("source").intValue(0);
    return switch (type) {
      case "told" -> Optional.of(told(line));
      case "contact" ->
          Optional.of(new SensorEvent.Contact(source, line.path("on").booleanValue()));
      case "battery" ->
          Optional.of(new SensorEvent.Battery(source, line.path("percent").intValue()));
      case "rate" -> Optional.of(new SensorEvent.Rate(source, number(line, "bpm")));
      case "lost" ->
          Optional.of(
              new SensorEvent.Gap(
                  source,
                  constant(SensorEvent.GapReason.class, text(line, "reason")),
                  line.path("beats").intValue(0)));
      case "info" -> {
        Map<String, String> fields = new TreeMap<>();
        line.path("fields")
            .propertyStream()
            .forEach(f -> fields.put(f.getKey(), f.getValue().stringValue("")));
        yield Optional.of(new SensorEvent.Info(source, fields));
      }
      case "found" ->
          Optional.of(
              new SensorEvent.Found(
                  source,
                  text(line, "address"),
                  line.path("name").stringValue(""),
                  line.path("rssi_dbm").intValue(0)));
      case "rejected" ->
          Optional.of(
              new SensorEvent.Rejected(text(line, "reason"), line.path("text").stringValue("")));
      case "link" ->
          Optional.of(
              new SensorEvent.Link(
                  constant(SensorEvent.LinkState.class, text(line, "state")),
                  line.path("port").stringValue("")));
      case "waveform" -> {
        JsonNode values = line.path("values");
        int[] samples = new int[values.size()];
        for (int i = 0; i < samples.length; i++) {
          samples[i] = values.get(i).intValue();
        }
        yield Optional.of(
            new SensorEvent.Waveform(
                source, text(line, "channel"), number(line, "fs_hz"), samples));
      }
      default -> Optional.empty();
    };
  }

  private static SessionEvent beat(JsonNode line) {
    long arrived = line.has("arrived_ms") ? micros(line, "arrived_ms") : at(line);
    Optional<SessionEvent.FoundInWaveform> found =
        line.has("found_in")
            ? Optional.of(
                new SessionEvent.FoundInWaveform(
                    text(line, "found_in"), doubts(line.path("doubts"))))
            : Optional.empty();
    return new SessionEvent.BeatTaken(at(line), arrived, told(line), marks(line), found);
  }

  private static Set<String> words(JsonNode array) {
    Set<String> words = new TreeSet<>();
    array.forEach(word -> words.add(word.stringValue("")));
    return words;
  }

  private static Set<Doubt> doubts(JsonNode array) {
    Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
    words(array).forEach(word -> doubts.add(constant(Doubt.class, word)));
    return doubts;
  }

  private static SensorEvent.Beat told(JsonNode line) {
    Optional<DeviceTime> device =
        line.has("device_ms")
            ? Optional.of(
                new DeviceTime(
                    line.path("device_ms").longValue(),
                    constant(DeviceTime.Moment.class, text(line, "device_moment"))))
            : Optional.empty();
    return new SensorEvent.Beat(
        line.path("source").intValue(0),
        number(line, "rr_ms"),
        line.path("ticks").intValue(0),
        line.path("followed_by").intValue(0),
        device,
        line.path("inferred").booleanValue(false));
  }

  /** A note and when it was written, which is when the engine took it. */
  private static SessionEvent.Commanded marker(JsonNode line) {
    String text = line.path("text").stringValue("");
    return line.has("written_ms")
        ? new SessionEvent.Commanded(
            micros(line, "written_ms"), new Command.AddMarker(text, at(line)))
        : new SessionEvent.Commanded(at(line), new Command.AddMarker(text));
  }

  private static Command command(String type, JsonNode line) {
    if (type.equals("mark")) {
      return new Command.RuleOnMarks(
          micros(line, "beat_t_ms"), constant(Marks.Ruling.class, text(line, "verdict")));
    }
    if (type.equals("symptoms")) {
      Set<Command.Symptom> signs = EnumSet.noneOf(Command.Symptom.class);
      line.path("signs")
          .forEach(sign -> signs.add(constant(Command.Symptom.class, sign.stringValue(""))));
      return new Command.AnswerSymptoms(signs, constant(Command.Wish.class, text(line, "wish")));
    }
    if (type.equals("rating")) {
      return new Command.Rate(rating(line));
    }
    return switch (text(line, "do")) {
      case "pattern" ->
          new Command.ChangePattern(
              ProtocolParser.pattern(line), line.path("acknowledged").booleanValue(false));
      case "adapt" -> new Command.Adapt(line.path("on").booleanValue(false));
      case "skip" -> new Command.SkipPhase();
      case "set" -> new Command.MarkSet();
      case "pause" -> new Command.Pause();
      case "resume" -> new Command.Resume();
      case "stop" -> new Command.Stop();
      case "pace" -> new Command.ChangePace(number(line, "per_min"), ProtocolParser.pattern(line));
      default -> throw new IllegalArgumentException("unknown command");
    };
  }

  private static Pacer pacer(JsonNode line) {
    double perMinute = number(line, "per_min");
    BreathPattern pattern = ProtocolParser.pattern(line);
    return new Pacer(
        at(line),
        number(line, "phase"),
        perMinute,
        line.path("change_per_min2").doubleValue(0),
        line.path("target_per_min").doubleValue(perMinute),
        pattern,
        pattern,
        legs(line.path("then")));
  }

  private static List<Pacer.Leg> legs(JsonNode array) {
    List<Pacer.Leg> legs = new ArrayList<>();
    for (JsonNode leg : array) {
      legs.add(
          new Pacer.Leg(
              number(leg, "after_min"), number(leg, "after_breaths"), number(leg, "per_min")));
    }
    return legs;
  }

  private static Practice.Step step(JsonNode line) {
    return new Practice.Step(
        line.path("step").intValue(0),
        line.path("of").intValue(0),
        number(line, "per_min"),
        micros(line, "from_ms"),
        micros(line, "scored_from_ms"),
        micros(line, "to_ms"),
        line.path("whole").booleanValue(true));
  }

  private static Practice.Recovery recovery(JsonNode line) {
    return new Practice.Recovery(
        constant(Practice.Recovery.Standing.class, text(line, "standing")),
        line.path("end_bpm").doubleValue(Double.NaN),
        line.path("after_bpm").doubleValue(Double.NaN));
  }

  /** Scales this version does not know are ignored. */
  private static Rating rating(JsonNode line) {
    Map<Rating.Scale, Integer> scales = new EnumMap<>(Rating.Scale.class);
    for (Rating.Scale scale : Rating.Scale.values()) {
      if (line.has(scale.word())) {
        scales.put(scale, line.path(scale.word()).intValue());
      }
    }
    Set<Rating.Region> regions = EnumSet.noneOf(Rating.Region.class);
    words(line.path("regions")).forEach(w -> regions.add(constant(Rating.Region.class, w)));
    return new Rating(
        constant(Rating.When.class, text(line, "when")),
        scales,
        regions,
        line.has("breath")
            ? Optional.of(constant(Rating.BreathPlace.class, text(line, "breath")))
            : Optional.empty());
  }

  private static Marks marks(JsonNode line) {
    Marks marks = raised(raised(Marks.NONE, line.path("marks")), line.path("cleared"));
    if (!line.has("cleared_by")) {
      return marks;
    }
    return switch (constant(Marks.By.class, text(line, "cleared_by"))) {
      case BREATH -> marks.explained();
      case PAUSE -> marks.ofPause();
      case PERSON -> marks.ruled(Marks.Ruling.UNDONE);
    };
  }

  private static Marks raised(Marks before, JsonNode words) {
    Marks marks = before;
    for (JsonNode word : words) {
      marks = marks.with(constant(Mark.class, word.stringValue("")));
    }
    return marks;
  }

  private static long at(JsonNode line) {
    return micros(line, "t_ms");
  }

  private static long micros(JsonNode line, String field) {
    return Math.round(number(line, field) * 1000);
  }

  static double number(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
      throw new IllegalArgumentException(field + " is missing or no number");
    }
    return value.doubleValue();
  }

  static String text(JsonNode node, String field) {
    String value = node.path(field).stringValue("");
    if (value.isEmpty()) {
      throw new IllegalArgumentException(field + " is missing");
    }
    return value;
  }

  static <E extends Enum<E>> E constant(Class<E> family, String word) {
    return Enum.valueOf(family, word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
