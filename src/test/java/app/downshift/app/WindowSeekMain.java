package app.downshift.app;

import app.downshift.recording.Tape;
import app.downshift.session.Command;
import app.downshift.session.Protocol;
import app.downshift.session.SessionView;
import app.downshift.session.Snapshot;
import app.downshift.ui.Desk;
import app.downshift.ui.Rendering;
import app.downshift.ui.chart.ChartCanvas;
import app.downshift.ui.chart.Overview;
import app.downshift.ui.chart.PaintedChart;
import java.awt.Toolkit;
import java.awt.event.MouseEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/**
 * Opens a long recording in the window, points at random places of its strip and prints how long it
 * takes from the press of the mouse to the end of the paint after which all three charts show the
 * new moment. Needs a display. Arguments: seconds of the session, and how many presses.
 */
final class WindowSeekMain {
  private static final int SEED = 5;
  private static final int CHARTS = 3;
  private static final long AROUND_MICROS = 5_000_000;

  private WindowSeekMain() {}

  public static void main(String[] args) throws Exception {
    double seconds = args.length > 0 ? Double.parseDouble(args[0]) : 7200;
    int presses = args.length > 1 ? Integer.parseInt(args[1]) : 200;
    int warmUp = presses / 10;
    var random = new Random(SEED);
    long[] nanos = new long[presses];
    try (var window = new WatchedWindow(1440, 900)) {
      Path file = window.record(Protocol.breathe(6).scaledTo(seconds));
      long opening = System.nanoTime();
      var replay = new Overheard(window.replay(file));
      double opened = (System.nanoTime() - opening) / 1e9;
      window.show(replay);
      Overview strip = window.find(Overview.class, part -> true);
      var seek = new Seek();
      for (int i = 0; i < CHARTS; i++) {
        Set<ChartCanvas> known = Set.copyOf(seek.charts);
        ChartCanvas chart = window.find(ChartCanvas.class, part -> !known.contains(part));
        seek.charts.add(chart);
        window.watch(chart, seek::painted);
      }
      for (int i = -warmUp; i < presses; i++) {
        LockSupport.parkNanos(random.nextInt(300_000_000, 700_000_000));
        int x = random.nextInt(10, strip.getWidth() - 10);
        var press =
            new MouseEvent(
                strip, MouseEvent.MOUSE_PRESSED, 0, 0, x, 20, 1, false, MouseEvent.BUTTON1);
        long pressed = System.nanoTime();
        CountDownLatch shown = seek.begin(replay);
        Toolkit.getDefaultToolkit().getSystemEventQueue().postEvent(press);
        shown.await();
        if (i >= 0) {
          nanos[i] = seek.endedNanos - pressed;
        }
      }
      var spread = new Spread(nanos);
      System.out.printf(
          Locale.ROOT,
          "%.0f min, opened in %.2f s; press to end of paint: median %.1f ms, p99 %.1f ms, "
              + "worst %.1f ms, n %d; heap %.1f MB, load %.2f%n",
          seconds / 60,
          opened,
          spread.at(0.5) / 1e6,
          spread.at(0.99) / 1e6,
          spread.at(1) / 1e6,
          presses,
          Machine.heapBytes() / 1048576.0,
          Machine.load());
    }
    System.exit(0);
  }

  /** Waits until every chart shows what was asked for last. EDT but for the beginning. */
  private static final class Seek {
    private final List<ChartCanvas> charts = new ArrayList<>();
    private final Set<ChartCanvas> still = new HashSet<>();
    private CountDownLatch shown = new CountDownLatch(0);
    private Overheard replay;
    private long endedNanos;

    CountDownLatch begin(Overheard asked) throws Exception {
      return Rendering.onEdt(
          () -> {
            replay = asked;
            replay.wantedMicros = -1;
            still.addAll(charts);
            shown = new CountDownLatch(1);
            return shown;
          });
    }

    void painted(long atNanos) {
      if (replay == null || replay.wantedMicros < 0 || still.isEmpty()) {
        return;
      }
      still.removeIf(chart -> PaintedChart.of(chart).filter(this::isThere).isPresent());
      if (still.isEmpty()) {
        endedNanos = atNanos;
        shown.countDown();
      }
    }

    private boolean isThere(Snapshot snapshot) {
      long after = snapshot.atMicros() - replay.tape().at(replay.wantedMicros).atMicros();
      return after >= 0 && after < AROUND_MICROS;
    }
  }

  /** A replay that tells where it was asked to go. */
  private static final class Overheard implements Desk.Replaying {
    private final Desk.Replaying replay;
    private long wantedMicros = -1;

    Overheard(Desk.Replaying replay) {
      this.replay = replay;
    }

    @Override
    public void seek(long micros) {
      wantedMicros = micros;
      replay.seek(micros);
    }

    @Override
    public Tape tape() {
      return replay.tape();
    }

    @Override
    public SessionView view() {
      return replay.view();
    }

    @Override
    public void send(Command command) {
      replay.send(command);
    }

    @Override
    public void close() {
      replay.close();
    }

    @Override
    public void play() {
      replay.play();
    }

    @Override
    public void hold() {
      replay.hold();
    }

    @Override
    public void speed(double timesRealTime) {
      replay.speed(timesRealTime);
    }
  }
}
