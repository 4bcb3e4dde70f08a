package app.downshift.app;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A nanosecond clock that runs faster than the real one and waits for whoever speaks on the cable: when the
 * machine stalls, the sensor stalls with it, so that no watchdog barks at a busy computer.
 */
final class FastClock implements LongSupplier {
  private final long startNanos = System.nanoTime();
  private final double speed;
  private final AtomicLong limitNanos = new AtomicLong(Long.MAX_VALUE);

  FastClock(double speed) {
    this.speed = speed;
  }

  @Override
  public long getAsLong() {
    long now = startNanos + Math.round((System.nanoTime() - startNanos) * speed);
    return Math.min(now, limitNanos.get());
  }

  double speed() {
    return speed;
  }

  /** Never shows a later time than this, until told another. */
  void waitAt(long nanos) {
    limitNanos.set(nanos);
  }

  void waitForNobody() {
    limitNanos.set(Long.MAX_VALUE);
  }
}
