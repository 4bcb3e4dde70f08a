package app.downshift.app;

import app.downshift.session.Protocol;
import app.downshift.session.Snapshot;
import app.downshift.ui.Desk;
import java.util.List;
import java.util.Locale;

/**
 * Opens the window on a simulated session and prints what it holds of the memory as time goes by.
 * Needs a display. Arguments: seconds of the session, how many times faster than real time it runs,
 * and how many moments are printed.
 */
final class WindowMemoryMain {
  private WindowMemoryMain() {}

  public static void main(String[] args) throws Exception {
    double seconds = args.length > 0 ? Double.parseDouble(args[0]) : 600;
    double speed = args.length > 1 ? Double.parseDouble(args[1]) : 1;
    int moments = args.length > 2 ? Integer.parseInt(args[2]) : 10;
    Protocol protocol =
        Protocol.breathe(6).lasting(List.of(0.1 * seconds, 0.8 * seconds, 0.2 * seconds));
    long begun = System.nanoTime();
    long cpu = Machine.cpuNanos();
    try (var window = new WatchedWindow(1440, 900)) {
      Desk.Running session = window.simulate(protocol, speed);
      window.show(session);
      for (int i = 1; i <= moments; i++) {
        long due = begun + Math.round(1e9 * seconds / speed * i / moments);
        Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000));
        long resident = Machine.residentBytes() >> 20;
        Snapshot now = session.view().snapshot();
        System.out.printf(
            Locale.ROOT,
            "%5.1f min of the session, %d beats: resident %d MB, heap %.1f MB; "
                + "CPU %.1f %% of a core so far, load %.2f%n",
            now.atMicros() / 60e6,
            now.counts().beats(),
            resident,
            Machine.heapBytes() / 1048576.0,
            100.0 * (Machine.cpuNanos() - cpu) / (System.nanoTime() - begun),
            Machine.load());
      }
    }
    System.exit(0);
  }
}
