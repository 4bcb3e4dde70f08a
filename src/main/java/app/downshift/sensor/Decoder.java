package app.downshift.sensor;

import java.util.List;

/**
 * One state of a byte-stream decoder: a value. Feeding it bytes gives the state after them and the
 * events they completed; how the stream is cut into calls never changes the events. Never throws on
 * any bytes, keeps a bounded carry, has no clock.
 */
public interface Decoder {

  /**
   * Takes the first {@code length} bytes of {@code bytes}; the array may be reused by the caller
   * afterwards.
   */
  Decoded accept(byte[] bytes, int length);

  /** The state to go on with, and what the bytes said, in order. */
  record Decoded(Decoder next, List<SensorEvent> events) {}
}
