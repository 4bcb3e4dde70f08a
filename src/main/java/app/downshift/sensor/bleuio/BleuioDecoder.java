package app.downshift.sensor.bleuio;

import app.downshift.sensor.Decoder;
import app.downshift.sensor.LineFraming;
import app.downshift.sensor.SensorEvent;
import java.util.ArrayList;
import java.util.List;

/** What the stick prints, understood without knowing what it was asked. */
record BleuioDecoder(LineFraming framing, BleuioEars.Known known) implements Decoder {

  static Decoder over(LineFraming framing) {
    return new BleuioDecoder(framing, BleuioEars.Known.NOTHING);
  }

  @Override
  public Decoded accept(byte[] bytes, int length) {
    List<SensorEvent> events = new ArrayList<>();
    BleuioEars ears = new BleuioEars(known, events, word -> {});
    LineFraming next = framing.accept(bytes, length, ears);
    return new Decoded(new BleuioDecoder(next, ears.known), events);
  }
}
