package app.downshift.app;

import app.downshift.sensor.link.SerialPorts;
import app.downshift.ui.Records.Standing;
import app.downshift.ui.Rendering;
import app.downshift.ui.home.ClientList;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * How soon the list at home is there after unlocking, and after each letter typed: from the call to
 * the rows in the list. {@code HomeSpeedMain RECORDS [PASSPHRASE]}, where RECORDS is a folder that
 * {@code LibraryMain} made.
 */
final class HomeSpeedMain {
  private static final List<String> TYPED = List.of("m", "mu", "mue", "muel", "c-04", "quist");

  private HomeSpeedMain() {}

  public static void main(String[] args) throws Exception {
    Path data = Files.createTempDirectory("home-speed");
    Files.createSymbolicLink(data.resolve("library"), Path.of(args[0]).toAbsolutePath());
    for (int round = 0; round < 3; round++) {
      measure(data, args);
    }
    System.exit(0);
  }

  private static void measure(Path data, String[] args) throws Exception {
    var threads = new Threads(Throwable::printStackTrace);
    var sensors = new Sensors(new SerialPorts(), threads);
    var host =
        new AppHost(
            new Folders(data, data),
            "test",
            threads,
            sensors,
            Clock.systemUTC(),
            itself -> new NoWindows());
    AppRecords records = host.records(new SensorSearch(List::of, sensors, (type, event) -> {}));
    ClientList list =
        Rendering.onEdt(() -> new ClientList(records, Rendering.WORDS, true, client -> {}));
    long from = System.nanoTime();
    records.open();
    if (args.length > 1) {
      while (!(records.standing() instanceof Standing.Locked)) {
        LockSupport.parkNanos(1_000_000);
      }
      LockSupport.parkNanos(2_000_000_000L); // while it is typed
      from = System.nanoTime();
      records.unlock(args[1].toCharArray()).join();
    }
    while (!(records.standing() instanceof Standing.Open)) {
      LockSupport.parkNanos(1_000_000);
    }
    double open = millis(from);
    from = System.nanoTime();
    show(list, "");
    StringBuilder line = new StringBuilder();
    line.append(String.format("open after %.0f ms, list %.0f ms; searches", open, millis(from)));
    LockSupport.parkNanos(3_000_000_000L); // the look for changes behind the list
    for (String typed : TYPED) {
      from = System.nanoTime();
      show(list, typed);
      line.append(String.format(" %.0f", millis(from)));
    }
    System.out.println(line + " ms, rows " + list.rows());
    records.close();
  }

  private static void show(ClientList list, String typed) throws Exception {
    Rendering.onEdt(
        () -> {
          list.type(typed);
          list.reload();
          return true;
        });
    while (!Rendering.onEdt(list::answered)) {
      LockSupport.parkNanos(500_000);
    }
  }

  private static double millis(long fromNanos) {
    return (System.nanoTime() - fromNanos) / 1e6;
  }
}
