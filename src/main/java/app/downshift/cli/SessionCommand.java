package app.downshift.cli;

import app.downshift.cli.Host.Followed;
import app.downshift.cli.Host.Wanted;
import app.downshift.recording.UnreadableFile;
import app.downshift.sensor.link.PortUnavailable;
import app.downshift.sensor.virtual.HeartProfile;
import app.downshift.session.Protocol;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One live session. */
@Command(
    name = "session",
    mixinStandardHelpOptions = true,
    description = {
      "Runs one session: baseline, breathing with the pacer, recovery.",
      "Without --port the heart is a virtual one. Ctrl-C ends the session and completes its recording."
    })
final class SessionCommand implements Callable<Integer> {
  private static final double SHORTEST_SECONDS = 10;
  private static final double LONGEST_SECONDS = 7200;
  private static final String DEFAULT_PROFILE = "calm";

  @Option(names = "--port", paramLabel = "P", description = "serial port of the sensor")
  private @Nullable String port;

  @Option(
      names = "--sensor",
      paramLabel = "NAME",
      description =
          Options.SENSORS + "; otherwise listen. Those that are spoken to have to be named")
  private @Nullable String sensor;

  @Option(
      names = "--strap",
      paramLabel = "ADDRESS-OR-NAME",
      description =
          "the strap to use behind a stick; otherwise the one worn last, or the strongest signal")
  private @Nullable String strap;

  @Option(
      names = "--simulate",
      arity = "0..1",
      fallbackValue = DEFAULT_PROFILE,
      paramLabel = "PROFILE",
      description = "a virtual heart: calm, small-swing, ectopics, poor, irregular or against")
  private @Nullable String simulate;

  @Option(
      names = "--protocol",
      paramLabel = "NAME",
      defaultValue = "breathe",
      description = "breathe or breathe-short")
  private String protocol = "breathe";

  @Option(
      names = "--pace",
      paramLabel = "R",
      description = "breaths per minute to glide down to (default 6)")
  private double pace = Protocol.DEFAULT_PACE_PER_MINUTE;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "length of the whole session; its phases shrink alike")
  private @Nullable Double seconds;

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "where to record; never overwrites")
  private @Nullable Path record;

  @Option(
      names = "--client",
      paramLabel = "CODE",
      description = "code of the client, kept in the recording")
  private String client = "";

  @Option(
      names = "--terminal",
      description = "stay in the terminal even where a window could be opened")
  private boolean terminal;

  @Option(
      names = "--speed",
      paramLabel = "X",
      description = "times real time, 0 is as fast as possible; for virtual hearts only")
  private double speed = 1;

  @Option(names = "--seed", paramLabel = "N", description = "seed of the virtual heart (default 1)")
  private long seed = 1;

  private final Host host;
  private final TerminalView view;

  SessionCommand(Host host, TerminalView view) {
    this.host = host;
    this.view = view;
  }

  @Override
  public Integer call() throws BadInput, PortUnavailable, UnreadableFile, InterruptedException {
    Wanted wanted = wanted();
    boolean inTerminal = terminal || speed == 0 || !host.hasDisplay();
    if (!inTerminal && host.cautionDue()) {
      host.windowAfterCaution(() -> host.live(wanted));
      return 0;
    }
    if (inTerminal && view.watched()) {
      caution();
    }
    Followed session = host.live(wanted);
    if (inTerminal) {
      caution();
      return view.follow(session);
    }
    host.window(Optional.of(session));
    return 0;
  }

  /** Once before the first session; where nobody watches it need not hold the session up. */
  private void caution() {
    if (host.cautionDue()) {
      view.caution();
      host.cautionRead();
    }
  }

  private Wanted wanted() throws BadInput {
    if (port != null && simulate != null) {
      throw new BadInput("--port and --simulate: one heart is enough; leave one of them out");
    }
    if (sensor != null) {
      Options.sensor(sensor);
    }
    Options.strap(strap, sensor == null ? Optional.empty() : Optional.of(Options.sensor(sensor)));
    if (simulate != null && HeartProfile.named(simulate).isEmpty()) {
      throw new BadInput(
          "--simulate " + simulate + ": no such heart; choose one of " + HeartProfile.names());
    }
    if (speed != 0) {
      Options.within("--speed", speed, 0.1, 100, "times real time (0 is as fast as possible)");
    }
    if (port != null && speed != 1) {
      throw new BadInput("--speed: a real heart beats in real time; use it with --simulate only");
    }
    Protocol chosen = Options.protocol(protocol, Options.pace(pace));
    if (seconds != null) {
      chosen =
          chosen.scaledTo(
              Options.within("--seconds", seconds, SHORTEST_SECONDS, LONGEST_SECONDS, "seconds"));
    }
    return new Wanted(
        Optional.ofNullable(port),
        Optional.ofNullable(sensor),
        Optional.ofNullable(strap),
        port == null
            ? Optional.of(simulate == null ? DEFAULT_PROFILE : simulate)
            : Optional.empty(),
        chosen,
        Optional.ofNullable(record),
        client,
        speed,
        seed);
  }
}
