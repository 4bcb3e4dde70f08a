package app.downshift.sensor.virtual;

import app.downshift.sensor.ByteSource;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets a timed stream arrive in its own time, by the clock it is given: a nanosecond clock that may
 * run faster than the real one. The stream begins at the first read.
 */
public final class VirtualSource implements ByteSource {
  private static final long PATIENCE_NANOS = 500_000_000;
  private static final long SHORTEST_PARK_NANOS = 50_000;
  private static final long LONGEST_PARK_NANOS = 10_000_000;

  private final TimedStream stream;
  private final LongSupplier nanoClock;
  private @Nullable TimedBytes chunk;
  private int taken;
  private boolean started;
  private boolean ended;
  private long startNanos;
  private volatile boolean closed;
  private volatile @Nullable Thread reader;

  public VirtualSource(TimedStream stream, LongSupplier nanoClock) {
    this.stream = stream;
    this.nanoClock = nanoClock;
  }

  @Override
  public int read(byte[] buffer) {
    reader = Thread.currentThread();
    long now = nanoClock.getAsLong();
    if (!started) {
      started = true;
      startNanos = now;
    }
    long giveUp = now + PATIENCE_NANOS;
    int filled = 0;
    while (!closed && filled < buffer.length) {
      TimedBytes next = current();
      if (next == null) {
        break;
      }
      now = nanoClock.getAsLong();
      long wait = startNanos + next.atMicros() * 1000 - now;
      if (wait <= 0) {
        filled += take(next, buffer, filled);
      } else if (filled > 0 || now >= giveUp) {
        return filled;
      } else {
        // The clock may run faster than parking does: sleep a small part of what is left, and look
        // again.
        LockSupport.parkNanos(
            this,
            Math.min(
                LONGEST_PARK_NANOS,
                Math.max(SHORTEST_PARK_NANOS, Math.min(wait, giveUp - now) / 32)));
      }
    }
    return closed || (filled == 0 && ended) ? -1 : filled;
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(reader);
  }

  private @Nullable TimedBytes current() {
    if (chunk == null && !ended) {
      Optional<TimedBytes> next = stream.next();
      ended = next.isEmpty();
      chunk = next.orElse(null);
      taken = 0;
    }
    return chunk;
  }

  private int take(TimedBytes next, byte[] buffer, int filled) {
    int n = Math.min(next.bytes().length - taken, buffer.length - filled);
    System.arraycopy(next.bytes(), taken, buffer, filled, n);
    taken += n;
    if (taken == next.bytes().length) {
      chunk = null;
    }
    return n;
  }
}
