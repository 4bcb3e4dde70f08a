package app.downshift.sensor.bled112;

import app.downshift.sensor.Decoder;
import app.downshift.sensor.SensorEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * What the stick says, understood without knowing what it was asked: captures, and what is heard on
 * a port before anybody speaks. Values pushed under a handle that was never described are taken for
 * heart rate, because nothing else is ever asked to be pushed.
 */
record BgapiDecoder(BgapiFraming framing, BgapiEars.Known known) implements Decoder {

  @Override
  public Decoded accept(byte[] bytes, int length) {
    List<SensorEvent> events = new ArrayList<>();
    BgapiEars ears = new BgapiEars(known, events);
    BgapiFraming next = framing.accept(bytes, length, ears::hear, events::add);
    return new Decoded(new BgapiDecoder(next, ears.known), events);
  }
}
