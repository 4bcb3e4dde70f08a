package app.downshift.sensor.virtual;

import java.util.Optional;

/**
 * Timed chunks of bytes, pulled one after the other: what a virtual sensor sends, or a capture once
 * more.
 */
public interface TimedStream {
  /** The next chunk, never earlier than the last one; nothing when the stream has ended. */
  Optional<TimedBytes> next();

  /** This stream, ended before the first chunk that is {@code seconds} old or older. */
  default TimedStream until(double seconds) {
    long endMicros = Math.round(seconds * 1e6);
    return () -> next().filter(chunk -> chunk.atMicros() < endMicros);
  }
}
