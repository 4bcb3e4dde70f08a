package app.downshift.app;

import app.downshift.cli.Host;
import app.downshift.sensor.link.SerialPorts;
import app.downshift.session.Protocol;
import app.downshift.session.Snapshot;
import app.downshift.session.Snapshot.BeatView;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * A simulated session that prints every beat it can see on the screen, to be killed. Arguments: the
 * recording, how many times real time, the seed.
 */
final class KilledSession {
  /** The end of a line that was not cut off. */
  static final String WHOLE = " .";

  private static final long LOOK_NANOS = 50_000;

  private KilledSession() {}

  public static void main(String[] args) throws Exception {
    Path file = Path.of(args[0]);
    var threads = new Threads(Throwable::printStackTrace);
    var host =
        new AppHost(
            new Folders(file.getParent(), file.getParent()),
            "test",
            threads,
            new Sensors(new SerialPorts(), threads),
            Clock.systemUTC(),
            itself -> new NoWindows());
    var wanted =
        new Host.Wanted(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("ectopics"),
            Protocol.breathe(6),
            Optional.of(file),
            "",
            Double.parseDouble(args[1]),
            Long.parseLong(args[2]));
    Host.Followed session = host.live(wanted);
    System.out.println("begun");
    long shown = 0;
    while (!session.awaitEnd(0)) {
      Snapshot now = session.view().snapshot();
      if (now.counts().beats() > shown) {
        shown = now.counts().beats();
        BeatView last = now.beats().get(now.beats().size() - 1);
        System.out.println(shown + " " + last.atMicros() + " " + last.rrMillis() + WHOLE);
      } else {
        LockSupport.parkNanos(LOOK_NANOS);
      }
    }
  }
}
