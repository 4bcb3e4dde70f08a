package app.downshift.sensor.link;

import java.util.function.LongSupplier;

/** A clock that stands until it is moved. */
final class HandClock implements LongSupplier {
  private long nanos;
  private long readings;

  @Override
  public synchronized long getAsLong() {
    readings++;
    notifyAll();
    return nanos;
  }

  synchronized void set(long nanos) {
    this.nanos = nanos;
  }

  synchronized void forward(long nanos) {
    this.nanos += nanos;
  }

  /** Waits until somebody looked at the clock so many more times. */
  synchronized void awaitReadings(int more) throws InterruptedException {
    long enough = readings + more;
    while (readings < enough) {
      wait();
    }
  }
}
