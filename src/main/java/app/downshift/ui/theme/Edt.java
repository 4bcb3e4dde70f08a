package app.downshift.ui.theme;

import java.awt.EventQueue;

/** The rule of the windows, in a form that runs: {@code assert Edt.here() : Edt.who();}. */
public final class Edt {
  private Edt() {}

  /** Whether this is the event dispatch thread. */
  public static boolean here() {
    return EventQueue.isDispatchThread();
  }

  /** Does something on the event dispatch thread: now, or as soon as it comes to it. */
  public static void soon(Runnable work) {
    if (here()) {
      work.run();
    } else {
      EventQueue.invokeLater(work);
    }
  }

  /** Who it is instead. */
  public static String who() {
    return "on thread " + Thread.currentThread().getName();
  }
}
