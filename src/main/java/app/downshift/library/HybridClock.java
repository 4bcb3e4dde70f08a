package app.downshift.library;

import java.time.Clock;

/** The clock of {@link Stamp}: wall time, but always after everything that was read. */
final class HybridClock {
  private final Clock wall;
  private long last;

  HybridClock(Clock wall) {
    this.wall = wall;
  }

  synchronized long next() {
    last = Math.max(wall.millis(), last + 1);
    return last;
  }

  synchronized void seen(long clock) {
    // A forged or broken line must not push all clocks to the end of time.
    if (clock < wall.millis() + 10L * 365 * 24 * 3600 * 1000) {
      last = Math.max(last, clock);
    }
  }
}
