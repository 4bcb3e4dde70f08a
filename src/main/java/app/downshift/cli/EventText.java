package app.downshift.cli;

import app.downshift.sensor.SensorEvent;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Decoded events as a person reads them. */
final class EventText {
  private EventText() {}

  static String line(SensorEvent event) {
    if (event instanceof SensorEvent.Beat beat) {
      String at = beat.deviceTime().map(device -> "  at " + device.millis() + " ms").orElse("");
      return String.format(
          Locale.ROOT,
          "beat      %9.3f ms%s%s",
          beat.rrMillis(),
          at,
          beat.inferred() ? "  (inferred)" : "");
    }
    if (event instanceof SensorEvent.Gap gap) {
      String reason = gap.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      return "gap       " + reason + (gap.beats() > 0 ? ", " + gap.beats() + " beats" : "");
    }
    if (event instanceof SensorEvent.Contact contact) {
      return "contact   " + (contact.on() ? "on" : "off");
    }
    if (event instanceof SensorEvent.Battery battery) {
      return "battery   " + battery.percent() + " %";
    }
    if (event instanceof SensorEvent.Rate rate) {
      return String.format(Locale.ROOT, "rate      %9.1f bpm", rate.bpm());
    }
    if (event instanceof SensorEvent.Waveform wave) {
      return "waveform  " + wave.channel() + "  " + wave.values().length + " samples";
    }
    if (event instanceof SensorEvent.Info info) {
      return "info      "
          + new TreeMap<>(info.fields())
              .entrySet().stream()
                  .map(field -> field.getKey() + "=" + field.getValue())
                  .collect(Collectors.joining("  "));
    }
    if (event instanceof SensorEvent.Rejected rejected) {
      return "rejected  " + rejected.reason() + "  " + rejected.text();
    }
    if (event instanceof SensorEvent.Found found) {
      return "found     "
          + found.address()
          + (found.rssiDbm() == 0 ? "" : "  " + found.rssiDbm() + " dBm")
          + (found.name().isEmpty() ? "" : "  " + found.name());
    }
    SensorEvent.Link link = (SensorEvent.Link) event;
    return "link      " + link.state().name().toLowerCase(Locale.ROOT) + "  " + link.port();
  }
}
