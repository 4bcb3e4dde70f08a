package app.downshift.sensor.virtual;

import java.util.Optional;

/**
 * The device's side of a conversation: a virtual sensor that answers what it is told, in the time
 * of whoever calls. Time never runs backwards over both methods. One thread; not a value.
 */
public interface VirtualDevice {

  /** Tells it the first {@code length} bytes of {@code bytes}, which it has at {@code atMicros}. */
  void told(byte[] bytes, int length, long atMicros);

  /** The next chunk that leaves it at {@code nowMicros} or before; nothing when there is none. */
  Optional<TimedBytes> due(long nowMicros);

  /** A device that speaks whatever it is told. */
  static VirtualDevice speaking(TimedStream stream) {
    return new SpeakingDevice(stream);
  }
}
