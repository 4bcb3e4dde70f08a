package app.downshift.cli;

import app.downshift.library.Progress;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** One line of a terminal that tells how far long work has come; short work is not told of. */
final class ProgressLine implements Progress {
  private static final Duration SHORT = Duration.ofMillis(500);
  private static final Duration BETWEEN = Duration.ofMillis(200);

  private final String what;
  private final PrintStream err;
  private final Clock wall;
  private Instant next;
  private boolean shown;

  ProgressLine(String what, PrintStream err, Clock wall) {
    this.what = what;
    this.err = err;
    this.wall = wall;
    next = wall.instant().plus(SHORT);
  }

  @Override
  public void at(int done, int of) {
    Instant now = wall.instant();
    if (done == of) {
      if (shown) {
        err.print("\r\u001b[K");
      }
    } else if (!now.isBefore(next)) {
      next = now.plus(BETWEEN);
      shown = true;
      err.print("\r" + what + " " + done + " of " + of);
    }
  }
}
