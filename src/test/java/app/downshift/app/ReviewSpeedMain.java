package app.downshift.app;

import app.downshift.beat.Marks.Ruling;
import app.downshift.evidence.SessionReview;
import app.downshift.recording.SessionFile;
import app.downshift.session.Protocol;
import app.downshift.ui.Recording;
import app.downshift.ui.Rendering;
import app.downshift.ui.chart.HeartTrack;
import app.downshift.ui.chart.SessionTachogram;
import app.downshift.ui.review.ReviewScreen;
import java.awt.event.MouseEvent;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javax.swing.JComponent;

/**
 * Reviews a long recording in the window: how long from the wish to the first picture of its curve
 * and to all its figures, how long a paint takes while it is dragged, and how many are late. Needs
 * a display. Arguments: seconds of the session, width and height.
 */
final class ReviewSpeedMain {
  private static final int DRAGS = 600;
  private static final long FRAME_NANOS = 16_666_667;

  private ReviewSpeedMain() {}

  public static void main(String[] args) throws Exception {
    double seconds = args.length > 0 ? Double.parseDouble(args[0]) : 7200;
    int width = args.length > 1 ? Integer.parseInt(args[1]) : 1440;
    int height = args.length > 2 ? Integer.parseInt(args[2]) : 900;
    try (var window = new WatchedWindow(width, height)) {
      Path file = window.record(Protocol.breathe(6).scaledTo(seconds));
      parts(file);
      SessionTachogram chart = open(window, file);
      drag(chart, "five sixths of it", false);
      drag(chart, "a sixth of it", true);
    }
    System.exit(0);
  }

  /** What each part of opening takes, in processor time of this thread, first and again. */
  private static void parts(Path file) throws Exception {
    for (int round = 0; round < 3; round++) {
      long start = cpu();
      SessionFile session = SessionFile.read(file);
      long read = cpu();
      HeartTrack.of(session);
      long curve = cpu();
      SessionReview review = SessionReview.of(session);
      long judged = cpu();
      review.ruled(review.series().size() / 2, Ruling.ACCEPTED);
      long ruled = cpu();
      System.out.printf(
          Locale.ROOT,
          "processor time, round %d: read %.0f ms, curve %.0f, judged %.0f, a word %.0f; %d beats%n",
          round + 1,
          (read - start) / 1e6,
          (curve - read) / 1e6,
          (judged - curve) / 1e6,
          (ruled - judged) / 1e6,
          review.series().size());
    }
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static SessionTachogram open(WatchedWindow window, Path file) throws Exception {
    SessionTachogram before = null;
    for (int round = 0; round < 5; round++) {
      SessionTachogram old = before;
      long[] painted = {0};
      long wished = System.nanoTime();
      Rendering.onEdt(
          () -> {
            window.window().review(new Recording.File(file));
            return true;
          });
      window.await(() -> chart(window).filter(chart -> chart != old).isPresent());
      SessionTachogram chart = Rendering.onEdt(() -> chart(window).orElseThrow());
      // It is painted within the event that shows it or in the next; this one comes behind.
      Rendering.onEdt(
          () -> {
            painted[0] = System.nanoTime();
            return true;
          });
      window.await(() -> isJudged(window));
      long judged = System.nanoTime();
      System.out.printf(
          Locale.ROOT,
          "opening %d: curve on screen after %.0f ms, all figures after %.0f ms; load %.1f%n",
          round + 1,
          (painted[0] - wished) / 1e6,
          (judged - wished) / 1e6,
          Machine.load());
      before = chart;
    }
    return before;
  }

  private static Optional<SessionTachogram> chart(WatchedWindow window) {
    List<SessionTachogram> found = new ArrayList<>();
    Rendering.visit(
        window.window().frame().getContentPane(),
        part -> {
          if (part instanceof SessionTachogram chart && chart.isShowing()) {
            found.add(chart);
          }
        });
    return found.stream().findFirst();
  }

  private static boolean isJudged(WatchedWindow window) {
    boolean[] found = {false};
    Rendering.visit(
        window.window().frame().getContentPane(),
        part ->
            found[0] |=
                part instanceof ReviewScreen screen && screen.isShowing() && screen.isJudged());
    return found[0];
  }

  /** Drags back and forth at the rate of frames; each drag is to be on screen before the next. */
  private static void drag(SessionTachogram chart, String what, boolean deep) throws Exception {
    Rendering.onEdt(
        () -> {
          chart.whole();
          chart.magnify(deep ? 6 : 1.2);
          mouse(chart, MouseEvent.MOUSE_PRESSED, chart.getWidth() / 2);
          return true;
        });
    long[] nanos = new long[DRAGS];
    int late = 0;
    for (int i = -30; i < DRAGS; i++) {
      int x = chart.getWidth() / 2 + (int) (300 * Math.sin(i / 20.0));
      long asked = System.nanoTime();
      Rendering.onEdt(
          () -> {
            mouse(chart, MouseEvent.MOUSE_DRAGGED, x);
            paintNow(chart);
            return true;
          });
      long took = System.nanoTime() - asked;
      if (i >= 0) {
        nanos[i] = took;
        late += took > FRAME_NANOS ? 1 : 0;
      }
      LockSupport.parkNanos(Math.max(0, FRAME_NANOS - took));
    }
    var spread = new Spread(nanos);
    System.out.printf(
        Locale.ROOT,
        "drag, %s: drag to end of paint median %.1f ms, p99 %.1f, worst %.1f; over 16.7 ms %.1f %%, "
            + "load %.1f%n",
        what,
        spread.at(0.5) / 1e6,
        spread.at(0.99) / 1e6,
        spread.at(1) / 1e6,
        100.0 * late / DRAGS,
        Machine.load());
  }

  private static void paintNow(JComponent chart) {
    chart.paintImmediately(0, 0, chart.getWidth(), chart.getHeight());
  }

  private static void mouse(SessionTachogram chart, int what, int x) {
    chart.dispatchEvent(new MouseEvent(chart, what, 0, 0, x, 50, 1, false, MouseEvent.BUTTON1));
  }
}
