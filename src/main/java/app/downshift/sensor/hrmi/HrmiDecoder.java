package app.downshift.sensor.hrmi;

import app.downshift.sensor.Decoder;
import app.downshift.sensor.LineFraming;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.Told;
import java.util.ArrayList;
import java.util.List;

/** The lines of an HRMI, each ended by CR; what they say is read by {@link HrmiLines}. */
final class HrmiDecoder implements Decoder {
  private final LineFraming framing;
  private final int count;
  private final Told told;

  private HrmiDecoder(LineFraming framing, int count, Told told) {
    this.framing = framing;
    this.count = count;
    this.told = told;
  }

  static HrmiDecoder atBoundary() {
    return new HrmiDecoder(LineFraming.atBoundary(), -1, new Told());
  }

  static HrmiDecoder midStream() {
    return new HrmiDecoder(LineFraming.midStream(), -1, new Told());
  }

  @Override
  public Decoded accept(byte[] bytes, int length) {
    List<SensorEvent> events = new ArrayList<>();
    Told next = told.copy();
    HrmiLines lines = new HrmiLines(count, next, events);
    LineFraming rest = framing.accept(bytes, length, lines);
    return new Decoded(new HrmiDecoder(rest, lines.count(), next), events);
  }
}
