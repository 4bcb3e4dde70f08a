package app.downshift.ui.theme;

import java.awt.EventQueue;

/** The rule of the windows, in a form that runs: {@code assert Edt.here() : Edt.who();}. */
public final class Edt {
  private Edt() {}

  /** Whether this is the event dispatch thread. */
  public static boolean here() {
    return EventQueue.isDispatchThread();
  }

  /** Who it is instead. */
  public static String who() {
    return "on thread " + Thread.currentThread().getName();
  }
}
