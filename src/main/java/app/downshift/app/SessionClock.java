package app.downshift.app;

import app.downshift.session.SessionView.TimeBase;
import java.util.function.LongSupplier;

/**
 * Session time over the clock that stamps what is heard.
 *
 * @param nanoClock runs {@code speed} times as fast as the real one
 * @param startNanos session time 0 on that clock
 */
record SessionClock(LongSupplier nanoClock, long startNanos, double speed) {

  /** A session clock that starts now. */
  static SessionClock starting(LongSupplier nanoClock, double speed) {
    return new SessionClock(nanoClock, nanoClock.getAsLong(), speed);
  }

  /** A session clock that starts now and runs {@code speed} times as fast as the real one. */
  static SessionClock starting(double speed) {
    long start = System.nanoTime();
    return starting(
        speed == 1
            ? System::nanoTime
            : () -> start + Math.round((System.nanoTime() - start) * speed),
        speed);
  }

  /** Session time of a stamp; negative before the session. */
  long micros(long nanos) {
    return Math.floorDiv(nanos - startNanos, 1000);
  }

  /** Session time now. */
  long micros() {
    return micros(nanoClock.getAsLong());
  }

  /** Session time as others see it run. */
  TimeBase timeBase() {
    return new TimeBase(System.nanoTime(), micros(), speed);
  }
}
