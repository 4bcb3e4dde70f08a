package app.downshift.sensor.link;

import app.downshift.sensor.Decoder;
import app.downshift.sensor.SensorEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The simplest decoder there is: a decimal number a line is a beat; the first line after an
 * opening, perhaps torn, says nothing. {@code !} breaks it, as a bug would.
 */
record LineDecoder(boolean whole, String carry) implements Decoder {
  static LineDecoder midStream() {
    return new LineDecoder(false, "");
  }

  static SensorEvent.Beat beat(double rrMillis) {
    return new SensorEvent.Beat(0, rrMillis, 0, 0, Optional.empty(), false);
  }

  @Override
  public Decoded accept(byte[] bytes, int length) {
    List<SensorEvent> events = new ArrayList<>();
    String rest = carry + new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    boolean aligned = whole;
    for (int end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
      String line = rest.substring(0, end);
      if (line.equals("!")) {
        throw new IllegalStateException("a bug in a decoder");
      }
      if (aligned) {
        events.add(beat(Double.parseDouble(line)));
      }
      aligned = true;
      rest = rest.substring(end + 1);
    }
    return new Decoded(new LineDecoder(aligned, rest), events);
  }
}
