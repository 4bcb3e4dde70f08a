package app.downshift.cli;

import app.downshift.sensor.SensorEvent;
import java.util.Locale;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Decoded events as {@code decode --json} prints them: one object each; what is not known is left
 * out.
 */
final class EventJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private EventJson() {}

  static String line(SensorEvent event) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    if (event instanceof SensorEvent.Beat beat) {
      line.put("type", "beat").put("rr_ms", beat.rrMillis());
      if (beat.ticks() != 0) {
        line.put("ticks", beat.ticks());
      }
      beat.deviceTime()
          .ifPresent(
              device ->
                  line.put("at_ms", device.millis())
                      .put("at", device.moment().name().toLowerCase(Locale.ROOT)));
      if (beat.inferred()) {
        line.put("inferred", true);
      }
      source(line, beat.source());
    } else if (event instanceof SensorEvent.Gap gap) {
      line.put("type", "gap").put("reason", word(gap.reason()));
      if (gap.beats() > 0) {
        line.put("beats", gap.beats());
      }
      source(line, gap.source());
    } else if (event instanceof SensorEvent.Contact contact) {
      source(line.put("type", "contact").put("on", contact.on()), contact.source());
    } else if (event instanceof SensorEvent.Battery battery) {
      source(line.put("type", "battery").put("percent", battery.percent()), battery.source());
    } else if (event instanceof SensorEvent.Rate rate) {
      source(line.put("type", "rate").put("bpm", rate.bpm()), rate.source());
    } else if (event instanceof SensorEvent.Waveform wave) {
      line.put("type", "waveform").put("channel", wave.channel());
      if (wave.sampleRateHz() > 0) {
        line.put("fs_hz", wave.sampleRateHz());
      }
      ArrayNode values = line.putArray("values");
      for (int value : wave.values()) {
        values.add(value);
      }
      source(line, wave.source());
    } else if (event instanceof SensorEvent.Info info) {
      line.put("type", "info");
      new TreeMap<>(info.fields()).forEach(line::put);
      source(line, info.source());
    } else if (event instanceof SensorEvent.Rejected rejected) {
      line.put("type", "rejected").put("reason", rejected.reason()).put("text", rejected.text());
    } else if (event instanceof SensorEvent.Found found) {
      line.put("type", "found").put("address", found.address());
      if (!found.name().isEmpty()) {
        line.put("name", found.name());
      }
      if (found.rssiDbm() != 0) {
        line.put("rssi_dbm", found.rssiDbm());
      }
      source(line, found.source());
    } else if (event instanceof SensorEvent.Link link) {
      line.put("type", "link").put("state", word(link.state())).put("port", link.port());
    }
    return JSON.writeValueAsString(line);
  }

  private static void source(ObjectNode line, int source) {
    if (source != 0) {
      line.put("source", source);
    }
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
