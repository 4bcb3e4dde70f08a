package app.downshift.app;

import app.downshift.session.Protocol;
import app.downshift.ui.chart.ChartCanvas;
import app.downshift.ui.chart.PaintedChart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Prints how long a beat takes from its last byte leaving the device to the view every screen
 * reads, and to the end of the paint that shows it in the chart of the heart rate: pseudo-terminal,
 * reader, decoder, engine, recording, charts thread and EDT. Needs a display. Arguments: how many
 * beats, how many of them are warm-up, width and height of the window.
 */
final class WindowBeatMain {
  private static final int SEED = 7;

  private static final long LATE_NANOS = 40_000_000;

  /** How many beats were to be seen, and when. */
  private record Shown(long beats, long atNanos) {}

  private WindowBeatMain() {}

  public static void main(String[] args) throws Exception {
    int beats = args.length > 0 ? Integer.parseInt(args[0]) : 500;
    int warmUp = args.length > 1 ? Integer.parseInt(args[1]) : 150;
    int width = args.length > 2 ? Integer.parseInt(args[2]) : 1440;
    int height = args.length > 3 ? Integer.parseInt(args[3]) : 900;
    var random = new Random(SEED);
    Path folder = Files.createTempDirectory("beats");
    Path file = folder.resolve("a.session.jsonl");
    Protocol protocol = Protocol.breathe(6).lasting(List.of(20.0, 3600.0, 60.0));
    var published = new LinkedBlockingQueue<Shown>();
    var shown = new LinkedBlockingQueue<Shown>();
    long[] toView = new long[beats];
    long[] fromView = new long[beats];
    long[] toPaint = new long[beats];
    try (var window = new WatchedWindow(width, height);
        var cable =
            new CableSession(
                "pulse-sensor",
                protocol,
                1,
                file,
                view ->
                    published.add(
                        new Shown(view.snapshot().counts().beats(), System.nanoTime())))) {
      window.show(cable.session);
      ChartCanvas heart = window.find(ChartCanvas.class, chart -> true);
      window.watch(
          heart,
          ended ->
              PaintedChart.of(heart)
                  .ifPresent(now -> shown.add(new Shown(now.counts().beats(), ended))));
      cable.cable.write("S512\r\n");
      for (int i = -warmUp; i < beats; i++) {
        int rrMillis = random.nextInt(500, 700); // at any moment between two frames
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(rrMillis));
        byte[] beat = "B100\r\nQ%d\r\n".formatted(rrMillis / 2 * 2).getBytes();
        long before = cable.session.view().snapshot().counts().beats();
        published.clear();
        shown.clear();
        cable.cable.write("S512\r\n");
        cable.cable.write(beat);
        long sent = System.nanoTime();
        long viewed = after(before, published);
        long painted = after(before, shown);
        if (i >= 0) {
          toView[i] = viewed - sent;
          fromView[i] = painted - viewed;
          toPaint[i] = painted - sent;
        }
      }
    }
    Files.delete(file);
    Files.delete(folder);
    var views = new Spread(toView);
    var screens = new Spread(fromView);
    var paints = new Spread(toPaint);
    System.out.printf(
        Locale.ROOT,
        "last byte to view: median %.1f ms, p99 %.1f ms; from there to end of paint: median %.1f ms, "
            + "p99 %.1f ms; in all: median %.1f ms, p99 %.1f ms, worst %.1f ms, over 40 ms %.1f %%; "
            + "n %d, load %.2f%n",
        views.at(0.5) / 1e6,
        views.at(0.99) / 1e6,
        screens.at(0.5) / 1e6,
        screens.at(0.99) / 1e6,
        paints.at(0.5) / 1e6,
        paints.at(0.99) / 1e6,
        paints.at(1) / 1e6,
        100 * paints.shareOver(LATE_NANOS),
        beats,
        Machine.load());
    System.exit(0);
  }

  /** When the next beat was there. */
  private static long after(long before, BlockingQueue<Shown> seen) throws InterruptedException {
    Shown now = seen.take();
    while (now.beats() <= before) {
      now = seen.take();
    }
    return now.atNanos();
  }
}
