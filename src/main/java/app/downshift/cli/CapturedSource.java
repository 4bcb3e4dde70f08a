package app.downshift.cli;

import app.downshift.recording.CaptureWriter;
import app.downshift.recording.UnreadableFile;
import app.downshift.sensor.ByteSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/**
 * A line whose bytes are written to a file on their way, in both directions, and which ends when
 * its time is over.
 */
final class CapturedSource implements ByteSource {
  private final ByteSource line;
  private final CaptureWriter writer;
  private final double seconds;
  private final LongConsumer watching;
  private final long beganNanos = System.nanoTime();
  private volatile long bytes;
  private volatile boolean gone;
  private volatile Optional<UnreadableFile> refused = Optional.empty();

  /**
   * @param watching told after every read how many microseconds have passed
   */
  CapturedSource(ByteSource line, CaptureWriter writer, double seconds, LongConsumer watching) {
    this.line = line;
    this.writer = writer;
    this.seconds = seconds;
    this.watching = watching;
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes, others only read
  @Override
  public int read(byte[] buffer) {
    if (refused.isPresent() || micros() >= seconds * TimeUnit.SECONDS.toMicros(1)) {
      return -1;
    }
    int length = line.read(buffer);
    long micros = micros();
    gone = length < 0;
    if (length > 0) {
      try {
        writer.append(micros, buffer, length);
        bytes += length;
      } catch (UnreadableFile full) {
        refused = Optional.of(full);
        return -1;
      }
    }
    watching.accept(micros);
    return length;
  }

  @Override
  public boolean write(byte[] words) {
    try {
      writer.appendSent(micros(), words);
    } catch (UnreadableFile full) {
      refused = Optional.of(full);
    }
    return line.write(words);
  }

  @Override
  public void close() {
    line.close();
  }

  /** How many bytes came. */
  long bytes() {
    return bytes;
  }

  /** Whether the line went away before its time was over. */
  boolean gone() {
    return gone;
  }

  /** Why the file could not be written any more. */
  Optional<UnreadableFile> refused() {
    return refused;
  }

  /** Microseconds since the beginning. */
  long micros() {
    return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - beganNanos);
  }
}
