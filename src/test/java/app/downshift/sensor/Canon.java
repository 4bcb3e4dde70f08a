package app.downshift.sensor;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.TreeMap;

/**
 * Writes events as short lines that vectors can be compared with; what vectors do not know is left
 * out.
 */
public final class Canon {
  private Canon() {}

  /**
   * One line for each event, without modes, without contact found, without bytes between records.
   */
  public static List<String> of(List<SensorEvent> events) {
    return events.stream().map(Canon::line).filter(line -> !line.isEmpty()).toList();
  }

  private static String line(SensorEvent event) {
    if (event instanceof SensorEvent.Beat beat) {
      return beat(beat.source(), beat.rrMillis(), beat.inferred());
    } else if (event instanceof SensorEvent.Rate rate) {
      return rate(rate.bpm());
    } else if (event instanceof SensorEvent.Rejected rejected) {
      return rejected.reason().equals(RecordDecoder.SYNC)
          ? "" // how many bytes are passed over between records is no part of the vectors
          : "rejected "
              + rejected.reason()
              + (rejected.reason().equals("text") ? " " + rejected.text() : "");
    } else if (event instanceof SensorEvent.Gap gap) {
      return "gap " + gap.reason() + " " + gap.beats();
    } else if (event instanceof SensorEvent.Contact contact) {
      return contact.on() ? "" : "contact off";
    } else if (event instanceof SensorEvent.Waveform wave) {
      StringBuilder values = new StringBuilder("wave " + wave.source());
      for (int value : wave.values()) {
        values.append(' ').append(value);
      }
      return values.toString();
    } else if (event instanceof SensorEvent.Info info) {
      TreeMap<String, String> fields = new TreeMap<>(info.fields());
      boolean alone = fields.remove("mode") != null && fields.isEmpty();
      return alone ? "" : "info " + fields;
    } else if (event instanceof SensorEvent.Battery battery) {
      return "battery " + battery.percent();
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
