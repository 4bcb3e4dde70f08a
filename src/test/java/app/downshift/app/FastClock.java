package app.downshift.app;

import java.util.function.LongSupplier;

/**
 * A nanosecond clock that runs faster than the real one and waits for whoever speaks on the cable.
 * When the machine stalls, the sensor stalls with it and the time is lost, not made up for, so that
 * no watchdog barks at a busy computer.
 */
final class FastClock implements LongSupplier {
  private final double speed;
  private long lookedNanos = System.nanoTime(); // guarded by this, as all below
  private long shownNanos = lookedNanos;
  private long limitNanos = Long.MAX_VALUE;

  FastClock(double speed) {
    this.speed = speed;
  }

  @Override
  public synchronized long getAsLong() {
    long now = System.nanoTime();
    shownNanos = Math.min(limitNanos, shownNanos + Math.round((now - lookedNanos) * speed));
    lookedNanos = now;
    return shownNanos;
  }

  double speed() {
    return speed;
  }

  /** Never shows a later time than this, until told another that is not before it. */
  synchronized void waitAt(long nanos) {
    limitNanos = Math.max(nanos, shownNanos);
  }

  void waitForNobody() {
    waitAt(Long.MAX_VALUE);
  }
}
