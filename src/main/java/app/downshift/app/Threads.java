package app.downshift.app;

import java.util.function.Consumer;

/** Makes the named threads of the application. They are daemons: the end of the program stops them in order. */
final class Threads {
  private final Consumer<Throwable> bugs;

  Threads(Consumer<Throwable> bugs) {
    this.bugs = bugs;
  }

  Thread start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler((where, bug) -> bugs.accept(bug));
    thread.start();
    return thread;
  }
}
