package app.downshift.sensor.pulsesensor;

import app.downshift.sensor.Decoder;
import app.downshift.sensor.LineFraming;
import app.downshift.sensor.SensorEvent;
import java.util.ArrayList;
import java.util.List;

/** The lines of all PulseSensor sketches, told apart line by line by {@link PulseLines}. */
public final class PulseSensorDecoder implements Decoder {
  private final LineFraming framing;
  private final PulseMemory memory;

  private PulseSensorDecoder(LineFraming framing, PulseMemory memory) {
    this.framing = framing;
    this.memory = memory;
  }

  /** For bytes that begin at a line. */
  public static PulseSensorDecoder atBoundary() {
    return new PulseSensorDecoder(LineFraming.atBoundary(), PulseMemory.EMPTY);
  }

  /** For a port opened at any moment: what precedes the first line end is dropped. */
  public static PulseSensorDecoder midStream() {
    return new PulseSensorDecoder(LineFraming.midStream(), PulseMemory.EMPTY);
  }

  @Override
  public Decoded accept(byte[] bytes, int length) {
    List<SensorEvent> events = new ArrayList<>();
    PulseLines lines = new PulseLines(memory, events);
    LineFraming rest = framing.accept(bytes, length, lines);
    return new Decoded(new PulseSensorDecoder(rest, lines.memory()), events);
  }
}
