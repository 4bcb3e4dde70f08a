package app.downshift.app;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Makes the named threads of the application. They are daemons: the end of the program stops them
 * in order.
 */
final class Threads {
  private final Consumer<Throwable> bugs;

  Threads(Consumer<Throwable> bugs) {
    this.bugs = bugs;
  }

  void start(String name, Runnable work) {
    named(name, work).start();
  }

  /** One thread that does what it is given, in order. */
  ExecutorService executor(String name) {
    return Executors.newSingleThreadExecutor(work -> named(name, work));
  }

  /** The same, which also does what is due. */
  ScheduledExecutorService clockwork(String name) {
    return Executors.newSingleThreadScheduledExecutor(work -> named(name, work));
  }

  /** As many threads, numbered, that share what they are given. */
  ExecutorService pool(String name, int threads) {
    var number = new AtomicInteger();
    return Executors.newFixedThreadPool(
        threads, work -> named(name + " " + number.incrementAndGet(), work));
  }

  private Thread named(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler((where, bug) -> bugs.accept(bug));
    return thread;
  }
}
