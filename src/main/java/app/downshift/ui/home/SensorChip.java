package app.downshift.ui.home;

import app.downshift.sensor.SensorEvent.Reach;
import app.downshift.ui.Desk;
import app.downshift.ui.Desk.SensorStatus;
import app.downshift.ui.FailureWords;
import app.downshift.ui.theme.Chip;
import app.downshift.ui.theme.Words;
import java.util.Optional;

/** How the sensor is, as a chip and as advice. */
final class SensorChip {
  private final Desk desk;
  private final Words words;
  private final Chip chip = new Chip().atLeast(Chip.USUAL);

  SensorChip(Desk desk, Words words) {
    this.desk = desk;
    this.words = words;
  }

  Chip chip() {
    return chip;
  }

  void starting() {
    chip.say(Chip.Tone.QUIET, words.text("home.starting"));
  }

  void show(SensorStatus status) {
    switch (status.state()) {
      case NONE ->
          chip.say(
              Chip.Tone.CARE,
              status.where().isEmpty()
                  ? words.text("sensor.none")
                  : words.text("sensor.silent", status.where()));
      case LISTENING -> chip.say(Chip.Tone.CARE, listening(status));
      case FOUND -> chip.say(Chip.Tone.GOOD, words.text("sensor.found", status.name()));
      case TROUBLE ->
          chip.say(
              Chip.Tone.BAD,
              words.text(status.name().isEmpty() ? "sensor.trouble" : "sensor.waits"));
    }
    String says = FailureWords.of(status, words);
    chip.setToolTipText(says.isEmpty() ? null : says);
  }

  private String listening(SensorStatus status) {
    Optional<Reach> reached = desk.reached();
    if (reached.isPresent()) {
      return words.text("sensor.reach." + reached.get().word());
    }
    return status.where().isEmpty()
        ? words.text("sensor.listening")
        : words.text(
            status.name().isEmpty() ? "sensor.listening.where" : "sensor.asking", status.where());
  }
}
