package app.downshift.ui.live;

import app.downshift.sensor.SensorEvent;
import app.downshift.session.Snapshot;
import app.downshift.session.Snapshot.Link;
import app.downshift.session.Snapshot.Quality;
import app.downshift.session.Snapshot.SensorView;
import app.downshift.ui.theme.Chip.Tone;
import app.downshift.ui.theme.Words;

/** What the chip says of the sensor: its name, the worst thing to know, its battery. */
public record SensorWords(Tone tone, String words) {

  /** What is to be said at a moment. */
  public static SensorWords of(Snapshot snapshot, Words words) {
    SensorView sensor = snapshot.sensor();
    boolean contactLost = sensor.contact().filter(on -> !on).isPresent();
    String battery =
        sensor.batteryPercent() < 0
            ? ""
            : " · " + words.text("chip.battery", words.number(sensor.batteryPercent(), 0));
    String name = sensor.name().isEmpty() ? "" : sensor.name() + " · ";
    return new SensorWords(
        tone(sensor, contactLost), name + words.text(state(sensor, contactLost)) + battery);
  }

  private static Tone tone(SensorView sensor, boolean contactLost) {
    if (sensor.link() == Link.UNPLUGGED) {
      return Tone.BAD;
    }
    if (sensor.link() == Link.SILENT || contactLost || sensor.quality() == Quality.FAIR) {
      return Tone.CARE;
    }
    return switch (sensor.quality()) {
      case GOOD -> Tone.GOOD;
      case POOR -> Tone.BAD;
      default -> Tone.QUIET;
    };
  }

  private static String state(SensorView sensor, boolean contactLost) {
    if (sensor.link() == Link.UNPLUGGED) {
      return "chip.unplugged";
    }
    if (contactLost) {
      return "chip.contact.none";
    }
    if (sensor.link() == Link.SILENT) {
      return sensor
          .reach()
          .filter(reach -> reach != SensorEvent.Reach.SUBSCRIBED)
          .map(reach -> "chip.reach." + reach.word())
          .orElse("chip.silent");
    }
    return switch (sensor.quality()) {
      case GOOD -> sensor.contact().isPresent() ? "chip.contact.good" : "chip.signal.good";
      case FAIR -> "chip.signal.fair";
      case POOR -> "chip.signal.poor";
      case UNKNOWN -> "chip.signal.gathering";
    };
  }
}
