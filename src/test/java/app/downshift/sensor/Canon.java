package app.downshift.sensor;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.TreeMap;

/** Writes events as short lines that vectors can be compared with; what vectors do not know is left out. */
public final class Canon {
  private Canon() {}

  /** One line for each event, without modes and without contact found. */
  public static List<String> of(List<SensorEvent> events) {
    return events.stream().map(Canon::line).filter(line -> !line.isEmpty()).toList();
  }

  private static String line(SensorEvent event) {
    if (event instanceof SensorEvent.Beat) {
      SensorEvent.Beat beat = (SensorEvent.Beat) event;
      return beat(beat.source(), beat.rrMillis(), beat.inferred());
    } else if (event instanceof SensorEvent.Rate) {
      return rate(((SensorEvent.Rate) event).bpm());
    } else if (event instanceof SensorEvent.Rejected) {
      SensorEvent.Rejected rejected = (SensorEvent.Rejected) event;
      return "rejected " + rejected.reason() + (rejected.reason().equals("text") ? " " + rejected.text() : "");
    } else if (event instanceof SensorEvent.Gap) {
      SensorEvent.Gap gap = (SensorEvent.Gap) event;
      return "gap " + gap.reason() + " " + gap.beats();
    } else if (event instanceof SensorEvent.Contact) {
      return ((SensorEvent.Contact) event).on() ? "" : "contact off";
    } else if (event instanceof SensorEvent.Waveform) {
      SensorEvent.Waveform wave = (SensorEvent.Waveform) event;
      StringBuilder values = new StringBuilder("wave " + wave.source());
      for (int value : wave.values()) {
        values.append(' ').append(value);
      }
      return values.toString();
    } else if (event instanceof SensorEvent.Info) {
      TreeMap<String, String> fields = new TreeMap<>(((SensorEvent.Info) event).fields());
      return fields.containsKey("mode") ? "" : "info " + fields;
    } else if (event instanceof SensorEvent.Battery) {
      return "battery " + ((SensorEvent.Battery) event).percent();
    }
    return event.toString();
  }

  /** A beat, to the third decimal, ties to even, as vectors have it. */
  public static String beat(int source, double millis, boolean inferred) {
    BigDecimal rounded = new BigDecimal(millis).setScale(3, RoundingMode.HALF_EVEN);
    return "beat " + source + " " + rounded + (inferred ? " inferred" : "");
  }

  /** A heart rate. */
  public static String rate(double bpm) {
    return "rate " + bpm;
  }
}
