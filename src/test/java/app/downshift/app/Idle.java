package app.downshift.app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A thread that does nothing but wake every 16 ms and take note of when: what it is late by, the
 * machine is to blame for.
 */
final class Idle {
  private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(16);

  private final List<Long> between = new ArrayList<>();
  private final Thread thread = new Thread(this::run, "idle");
  private volatile boolean over;

  void begin() {
    thread.setDaemon(true);
    thread.start();
  }

  Spread end() throws InterruptedException {
    over = true;
    thread.join();
    return new Spread(between.stream().mapToLong(Long::longValue).toArray());
  }

  private void run() {
    long before = System.nanoTime();
    while (!over) {
      LockSupport.parkNanos(this, PERIOD_NANOS);
      long now = System.nanoTime();
      between.add(now - before);
      before = now;
    }
  }
}
