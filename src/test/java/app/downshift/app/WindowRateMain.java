package app.downshift.app;

import app.downshift.session.Protocol;
import app.downshift.ui.Desk;
import app.downshift.ui.Rendering;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Opens the window on a simulated session, waits until it is being breathed and the charts are
 * full, and prints how evenly the pacer is painted, how evenly a thread that does nothing wakes
 * meanwhile, and what that costs. Needs a display. Arguments: width and height of the window,
 * seconds of waiting and of measuring, the form of the pacer, and {@code two} for the view of the
 * therapist with the client's window beside it. The scale of the screen is a property of the JVM,
 * {@code -Dsun.java2d.uiScale=2}.
 */
final class WindowRateMain {
  private static final long LATE_NANOS = 25_000_000;

  private WindowRateMain() {}

  public static void main(String[] args) throws Exception {
    int width = args.length > 0 ? Integer.parseInt(args[0]) : 1440;
    int height = args.length > 1 ? Integer.parseInt(args[1]) : 900;
    long waiting = args.length > 2 ? Long.parseLong(args[2]) : 100;
    long measuring = args.length > 3 ? Long.parseLong(args[3]) : 60;
    Desk.PacerForm pacer =
        args.length > 4
            ? Desk.PacerForm.valueOf(args[4].toUpperCase(Locale.ROOT))
            : Desk.PacerForm.CIRCLE;
    Protocol protocol = Protocol.breathe(6).lasting(List.of(30.0, 3600.0, 60.0));
    List<Long> ends = new ArrayList<>();
    try (var window = new WatchedWindow(width, height, pacer)) {
      boolean two = args.length > 5 && args[5].equals("two");
      if (two) {
        window.two();
      }
      window.show(window.simulate(protocol, 1));
      Thread.sleep(1000 * waiting);
      window.watch(window.pacer(), ends::add);
      List<Long> clientEnds = new ArrayList<>();
      if (two) {
        window.watch(window.clientPacer(), clientEnds::add);
      }
      double loadBefore = Machine.load();
      window.busyNanos();
      long cpu = Machine.cpuNanos();
      long nanos = System.nanoTime();
      Rendering.onEdt(
          () -> {
            ends.clear();
            clientEnds.clear();
            return true;
          });
      var idle = new Idle();
      idle.begin();
      Thread.sleep(1000 * measuring);
      Spread machine = idle.end();
      long[] between = between(ends);
      double taken = System.nanoTime() - nanos;
      double core = (Machine.cpuNanos() - cpu) / taken;
      double busy = window.busyNanos() / taken;
      var frames = new Spread(between);
      System.out.printf(
          Locale.ROOT,
          "%dx%d: %d frames, median %.1f ms, p99 %.1f ms, worst %.1f ms, over 25 ms %.2f %% "
              + "(an idle thread %.2f %%); "
              + "CPU %.1f %% of a core, EDT busy %.1f %%; resident %d MB, heap %.1f MB; "
              + "load %.2f to %.2f%n",
          width,
          height,
          between.length,
          frames.at(0.5) / 1e6,
          frames.at(0.99) / 1e6,
          frames.at(1) / 1e6,
          100 * frames.shareOver(LATE_NANOS),
          100 * machine.shareOver(LATE_NANOS),
          100 * core,
          100 * busy,
          Machine.residentBytes() >> 20,
          Machine.heapBytes() / 1048576.0,
          loadBefore,
          Machine.load());
      if (two) {
        var client = new Spread(between(clientEnds));
        System.out.printf(
            Locale.ROOT,
            "client's window: %d frames, median %.1f ms, p99 %.1f ms, worst %.1f ms, over 25 ms %.2f %%%n",
            clientEnds.size() - 1,
            client.at(0.5) / 1e6,
            client.at(0.99) / 1e6,
            client.at(1) / 1e6,
            100 * client.shareOver(LATE_NANOS));
      }
    }
    System.exit(0);
  }

  private static long[] between(List<Long> ends) throws Exception {
    return Rendering.onEdt(
        () -> {
          long[] gaps = new long[ends.size() - 1];
          for (int i = 0; i < gaps.length; i++) {
            gaps[i] = ends.get(i + 1) - ends.get(i);
          }
          return gaps;
        });
  }
}
