package app.downshift.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** How far long work has come: one line on the terminal, written over and over. */
final class Progress {
  private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  private final PrintStream err;
  private final boolean watched;
  private final int all;
  private final long began = System.nanoTime();
  private long shown = began;
  private int done;
  private boolean open;

  /** Silent unless {@code watched}. */
  Progress(PrintStream err, boolean watched, int all) {
    this.err = err;
    this.watched = watched;
    this.all = all;
  }

  /** One more is done. */
  void step(int errors) {
    done++;
    long now = System.nanoTime();
    if (!watched || now - shown < EVERY_NANOS) {
      return;
    }
    shown = now;
    open = true;
    double perSecond = done / ((now - began) / 1e9);
    err.printf(
        Locale.ROOT,
        "\r%d of %d files, %.0f a second, %.0f s left%s ",
        done,
        all,
        perSecond,
        (all - done) / perSecond,
        errors == 0 ? "" : ", " + errors + (errors == 1 ? " error" : " errors"));
    err.flush();
  }

  /** Makes room for other words on the terminal, if there are any. */
  void pause(boolean words) {
    if (open && words) {
      err.print("\r\u001b[K");
      open = false;
    }
  }
}
