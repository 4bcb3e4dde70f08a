package app.downshift.recording;

import app.downshift.beat.Marks;
import app.downshift.breath.Pacer;
import app.downshift.sensor.SensorEvent;
import app.downshift.session.Command;
import app.downshift.session.Practice;
import app.downshift.session.Rating;
import app.downshift.session.SessionEvent;
import app.downshift.session.SessionPlan;
import java.util.Locale;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes the head and the events of a session as lines of JSON, without line ends. */
public final class SessionLines {
  /** The version of the format. */
  public static final int FORMAT = 1;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Made with the first line: loading it would hold the first picture of a window back. */
  private static final class Json {
    static final JsonMapper MAPPER = JsonMapper.builder().build();
  }

  private final String application;

  /** {@code application} names the program and version that writes. */
  public SessionLines(String application) {
    this.application = application;
  }

  /** The first line of a file. */
  public String head(SessionPlan plan) {
    ObjectNode head = NODES.objectNode();
    head.put("type", "session").put("format", FORMAT).put("app", application);
    head.put("started", plan.started().toString()).put("client", plan.client());
    head.put("sensor", plan.sensor());
    head.put("source", plan.traits().intervals().name().toLowerCase(Locale.ROOT));
    head.put("simulated", plan.simulated());
    head.put("resolution_ms", plan.traits().resolutionMillis());
    head.put("loses_beats_unseen", plan.traits().losesBeatsUnseen());
    head.put("suits_hrv", plan.traits().suitsHrv());
    head.put("silence_ms", plan.traits().silenceMillis());
    if (!plan.traits().waveformModes().isEmpty()) {
      ArrayNode modes = head.putArray("waveform_modes");
      plan.traits().waveformModes().stream().sorted().forEach(modes::add);
    }
    if (!Double.isNaN(plan.swingReferenceBpm())) {
      head.put("swing_reference_bpm", plan.swingReferenceBpm());
    }
    if (plan.seed() != 0) {
      head.put("seed", plan.seed());
    }
    ProtocolLines.head(head, plan.protocol());
    return Json.MAPPER.writeValueAsString(head);
  }

  /** One event as a line. */
  public String line(SessionEvent event) {
    ObjectNode line = NODES.objectNode();
    if (event instanceof SessionEvent.BeatTaken taken) {
      beat(line, taken);
    } else if (event instanceof SessionEvent.BeatMarked marked) {
      timed(line, "mark", marked.atMicros()).put("beat_t_ms", millis(marked.beatMicros()));
      marks(line, marked.marks());
    } else if (event instanceof SessionEvent.PhaseBegan began) {
      ProtocolLines.phase(timed(line, "phase", began.atMicros()), began.phase());
    } else if (event instanceof SessionEvent.PaceSet set) {
      pacer(timed(line, "pace", set.atMicros()), set.pacer());
    } else if (event instanceof SessionEvent.StepBegan began) {
      step(timed(line, "step", began.atMicros()), began.step());
    } else if (event instanceof SessionEvent.StepEnded ended) {
      step(timed(line, "step-end", ended.atMicros()), ended.step());
    } else if (event instanceof SessionEvent.SetMarked set) {
      timed(line, "set", set.atMicros()).put("set", set.set());
      line.put("edge", set.began() ? "begin" : "end");
    } else if (event instanceof SessionEvent.RecoveryTold told) {
      timed(line, "recovery", told.atMicros()).put("set", told.set());
      recovery(line, told.recovery());
    } else if (event instanceof SessionEvent.GapBegan gap) {
      timed(line, "gap", gap.atMicros()).put("reason", gap.cause().word());
      if (gap.beats() > 0) {
        line.put("beats", gap.beats());
      }
    } else if (event instanceof SessionEvent.Sensed sensed) {
      sensed(line, sensed.atMicros(), sensed.event());
    } else if (event instanceof SessionEvent.Commanded commanded) {
      command(line, commanded.atMicros(), commanded.command());
    } else if (event instanceof SessionEvent.Asked asked) {
      timed(line, "asked", asked.atMicros()).put("question", word(asked.question()));
    } else if (event instanceof SessionEvent.Waited waited) {
      timed(line, "waiting", waited.atMicros()).put("on", waited.waiting());
    } else if (event instanceof SessionEvent.Ended ended) {
      timed(line, "end", ended.atMicros()).put("reason", word(ended.why()));
    } else {
      throw new IllegalStateException("no line for " + event);
    }
    return Json.MAPPER.writeValueAsString(line);
  }

  /** Enum constants in files are lower case with hyphens. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static ObjectNode timed(ObjectNode line, String type, long atMicros) {
    return line.put("type", type).put("t_ms", millis(atMicros));
  }

  private static double millis(long micros) {
    return micros / 1000.0;
  }

  private static void beat(ObjectNode line, SessionEvent.BeatTaken taken) {
    SensorEvent.Beat beat = taken.beat();
    timed(line, "beat", taken.atMicros()).put("rr_ms", beat.rrMillis());
    marks(line, taken.marks());
    line.put("arrived_ms", millis(taken.arrivedMicros()));
    told(line, beat);
    taken
        .found()
        .ifPresent(
            found -> {
              line.put("found_in", found.channel());
              ArrayNode doubts = line.putArray("doubts");
              found.doubts().stream().sorted().forEach(doubt -> doubts.add(doubt.word()));
            });
  }

  /** What the sensor said of a beat beside its interval. */
  private static void told(ObjectNode line, SensorEvent.Beat beat) {
    if (beat.ticks() != 0) {
      line.put("ticks", beat.ticks());
    }
    if (beat.followedBy() != 0) {
      line.put("followed_by", beat.followedBy());
    }
    beat.deviceTime()
        .ifPresent(
            device ->
                line.put("device_ms", device.millis()).put("device_moment", word(device.moment())));
    if (beat.inferred()) {
      line.put("inferred", true);
    }
    source(line, beat.source());
  }

  private static void marks(ObjectNode line, Marks marks) {
    ArrayNode words = line.putArray("marks");
    marks.words().forEach(words::add);
    if (!marks.clearedWords().isEmpty()) {
      ArrayNode cleared = line.putArray("cleared");
      marks.clearedWords().forEach(cleared::add);
      marks.answeredBy().ifPresent(by -> line.put("cleared_by", word(by)));
    }
  }

  private static void pacer(ObjectNode line, Pacer pacer) {
    line.put("per_min", pacer.perMinute());
    ProtocolLines.pattern(line, pacer.nextPattern());
    line.put("phase", pacer.fromCycles() - Math.floor(pacer.fromCycles()));
    if (pacer.perMinutePerMinute() != 0) {
      line.put("change_per_min2", pacer.perMinutePerMinute());
      line.put("target_per_min", pacer.targetPerMinute());
    }
    if (!pacer.legs().isEmpty()) {
      ArrayNode legs = line.putArray("then");
      for (Pacer.Leg leg : pacer.legs()) {
        legs.addObject()
            .put("after_min", leg.minutes())
            .put("after_breaths", leg.cycles())
            .put("per_min", leg.perMinute());
      }
    }
  }

  private static void step(ObjectNode line, Practice.Step step) {
    line.put("step", step.number()).put("of", step.of()).put("per_min", step.perMinute());
    line.put("from_ms", millis(step.fromMicros()));
    line.put("scored_from_ms", millis(step.scoredFromMicros()));
    line.put("to_ms", millis(step.toMicros())).put("whole", step.whole());
  }

  private static void recovery(ObjectNode line, Practice.Recovery recovery) {
    line.put("standing", word(recovery.standing()));
    if (!Double.isNaN(recovery.endBpm())) {
      line.put("end_bpm", recovery.endBpm());
    }
    if (!Double.isNaN(recovery.afterBpm())) {
      line.put("after_bpm", recovery.afterBpm());
    }
  }

  private static void rating(ObjectNode line, Rating rating) {
    line.put("when", rating.when().word());
    rating.scales().forEach((scale, value) -> line.put(scale.word(), value));
    if (!rating.regions().isEmpty()) {
      ArrayNode regions = line.putArray("regions");
      rating.regions().forEach(region -> regions.add(region.word()));
    }
    rating.breath().ifPresent(place -> line.put("breath", place.word()));
  }

  private static void sensed(ObjectNode line, long atMicros, SensorEvent event) {
    if (event instanceof SensorEvent.Beat beat) {
      told(timed(line, "told", atMicros).put("rr_ms", beat.rrMillis()), beat);
    } else if (event instanceof SensorEvent.Contact contact) {
      source(timed(line, "contact", atMicros).put("on", contact.on()), contact.source());
    } else if (event instanceof SensorEvent.Battery battery) {
      source(timed(line, "battery", atMicros).put("percent", battery.percent()), battery.source());
    } else if (event instanceof SensorEvent.Rate rate) {
      source(timed(line, "rate", atMicros).put("bpm", rate.bpm()), rate.source());
    } else if (event instanceof SensorEvent.Gap gap) {
      timed(line, "lost", atMicros).put("reason", word(gap.reason())).put("beats", gap.beats());
      source(line, gap.source());
    } else if (event instanceof SensorEvent.Info info) {
      ObjectNode fields = timed(line, "info", atMicros).putObject("fields");
      new TreeMap<>(info.fields()).forEach(fields::put);
      source(line, info.source());
    } else if (event instanceof SensorEvent.Rejected rejected) {
      timed(line, "rejected", atMicros)
          .put("reason", rejected.reason())
          .put("text", rejected.text());
    } else if (event instanceof SensorEvent.Found found) {
      timed(line, "found", atMicros).put("address", found.address()).put("name", found.name());
      source(line.put("rssi_dbm", found.rssiDbm()), found.source());
    } else if (event instanceof SensorEvent.Link link) {
      timed(line, "link", atMicros).put("state", word(link.state())).put("port", link.port());
    } else if (event instanceof SensorEvent.Waveform wave) {
      timed(line, "waveform", atMicros)
          .put("channel", wave.channel())
          .put("fs_hz", wave.sampleRateHz());
      ArrayNode values = line.putArray("values");
      for (int value : wave.values()) {
        values.add(value);
      }
      source(line, wave.source());
    } else {
      throw new IllegalStateException("no line for " + event);
    }
  }

  private static void source(ObjectNode line, int source) {
    if (source != 0) {
      line.put("source", source);
    }
  }

  private static void command(ObjectNode line, long atMicros, Command command) {
    if (command instanceof Command.AddMarker marker) {
      long moment = marker.momentMicros(atMicros);
      timed(line, "marker", moment).put("text", marker.text());
      if (moment < atMicros) {
        line.put("written_ms", millis(atMicros));
      }
    } else if (command instanceof Command.RuleOnMarks rule) {
      timed(line, "mark", atMicros)
          .put("beat_t_ms", millis(rule.beatMicros()))
          .put("by", word(Marks.By.PERSON))
          .put("verdict", word(rule.ruling()));
    } else if (command instanceof Command.AnswerSymptoms answer) {
      timed(line, "symptoms", atMicros).put("wish", word(answer.wish()));
      ArrayNode signs = line.putArray("signs");
      answer.symptoms().stream().sorted().forEach(sign -> signs.add(word(sign)));
    } else if (command instanceof Command.Rate rate) {
      rating(timed(line, "rating", atMicros), rate.rating());
    } else {
      timed(line, "command", atMicros).put("do", command.word());
      if (command instanceof Command.ChangePace change) {
        line.put("per_min", change.perMinute());
        ProtocolLines.pattern(line, change.pattern());
      } else if (command instanceof Command.ChangePattern change) {
        ProtocolLines.pattern(line, change.pattern());
        line.put("acknowledged", change.acknowledged());
      } else if (command instanceof Command.Adapt adapt) {
        line.put("on", adapt.on());
      }
    }
  }
}
