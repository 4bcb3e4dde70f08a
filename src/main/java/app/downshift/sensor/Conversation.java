package app.downshift.sensor;

import java.util.List;

/**
 * One state of what is said between Downshift and a sensor: a value, like a {@link Decoder} that
 * may also answer. It has no clock, thread or port: whoever holds the port brings bytes, wishes and
 * the time, sends what a step says, and goes on with the step's {@code next}. Time never runs
 * backwards; how received bytes are cut into calls changes neither what is sent nor the events.
 * Never throws on any bytes, keeps a bounded memory.
 *
 * <p>Order of calls: {@link #opened} once when the port has been opened, then the others in any
 * order, {@link #tick} at least twice a second. A port opened again begins with a fresh
 * conversation; the last choice or preference is then wished again.
 */
public interface Conversation {

  /** The port is open: the first thing to say, if anything is to be said at all. */
  Step opened(long nowNanos);

  /**
   * Takes the first {@code length} bytes of {@code bytes}; the array may be reused by the caller
   * afterwards.
   */
  Step heard(byte[] bytes, int length, long nowNanos);

  /** Time has passed. */
  Step tick(long nowNanos);

  /** A person wants something; what this sensor cannot do is ignored. */
  Step wish(SensorWish wish, long nowNanos);

  /**
   * What came of a call.
   *
   * @param next the state to go on with
   * @param send what to write to the port now, in this order, each piece whole
   * @param events what was learnt, in order
   */
  record Step(Conversation next, List<byte[]> send, List<SensorEvent> events) {
    public Step {
      send = List.copyOf(send);
      events = List.copyOf(events);
    }

    /** Nothing to send and nothing learnt. */
    public static Step silent(Conversation next) {
      return new Step(next, List.of(), List.of());
    }
  }

  /** A conversation that only listens: it never sends a byte. */
  static Conversation listening(Decoder decoder) {
    return new Listening(decoder);
  }
}
