package app.downshift.ui.therapist;

import app.downshift.session.Snapshot.Link;
import app.downshift.session.Snapshot.Quality;
import app.downshift.session.Snapshot.SensorView;
import app.downshift.ui.theme.Chip.Tone;
import app.downshift.ui.theme.Words;

/** How the signal is, in a word or three. */
record SignalWord(Tone tone, String words) {

  static SignalWord of(SensorView sensor, Words words) {
    boolean off = sensor.contact().filter(on -> !on).isPresent();
    if (sensor.link() != Link.CONNECTED || off || sensor.quality() == Quality.POOR) {
      return new SignalWord(Tone.CARE, words.text("client.signal.settle"));
    }
    return switch (sensor.quality()) {
      case GOOD -> new SignalWord(Tone.GOOD, words.text("client.signal.good"));
      case FAIR -> new SignalWord(Tone.CARE, words.text("client.signal.fair"));
      default -> new SignalWord(Tone.QUIET, words.text("client.signal.listening"));
    };
  }
}
