package app.downshift.cli;

import app.downshift.breath.PacePlan;
import app.downshift.cli.Host.Followed;
import app.downshift.cli.Host.Wanted;
import app.downshift.recording.UnreadableFile;
import app.downshift.sensor.link.PortUnavailable;
import app.downshift.sensor.virtual.HeartProfile;
import app.downshift.session.Phase;
import app.downshift.session.Protocol;
import app.downshift.session.ProtocolInvalid;
import app.downshift.session.Rating;
import app.downshift.ui.Desk;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
      "Runs one session of a protocol, by default baseline, breathing with the pacer, recovery.",
      "Without --port the heart is a virtual one. Ctrl-C ends the session and completes its recording."
    })
final class SessionCommand implements Callable<Integer> {
  private static final double SHORTEST_SECONDS = 10;
  private static final double LONGEST_SECONDS = 7200;
  private static final String DEFAULT_PROFILE = "calm";

  @Option(
      names = "--port",
      paramLabel = "P",
      description = "serial port of the sensor; several for people who breathe together")
  private List<String> ports = List.of();

  @Option(
      names = "--people",
      paramLabel = "N",
      description = "so many people breathe together, 2 to 6, with virtual hearts")
  private int people = 1;

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
      names = "--resonance",
      paramLabel = "R",
      description = "breaths per minute at which the virtual heart swings most")
  private @Nullable Double resonance;

  @Option(
      names = "--protocol",
      paramLabel = "NAME|FILE",
      defaultValue = "breathe",
      description = "a protocol by its name or file (default breathe); see --list-protocols")
  private String protocol = "breathe";

  @Option(
      names = "--list-protocols",
      description = "list the protocols there are, and begin no session")
  private boolean listProtocols;

  @Option(
      names = "--pace",
      paramLabel = "R",
      description = "breaths per minute the pacer goes to (default: as the protocol says)")
  private @Nullable Double pace;

  @Option(
      names = "--own-rate",
      paramLabel = "R",
      description = "the client's own breaths per minute, counted; for own-pace-control")
  private @Nullable Double ownRate;

  @Option(
      names = "--rate",
      paramLabel = "pain=6,…",
      description = "answers before: pain, tension, stress 0 to 10; regions=neck+jaw; breath=belly")
  private @Nullable String ratedBefore;

  @Option(
      names = "--rate-after",
      paramLabel = "pain=3,…",
      description = "answers after; both where nobody can be asked")
  private @Nullable String ratedAfter;

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
      description = "code of the client, kept in the recording; one for each of several people")
  private List<String> clients = List.of();

  @Option(names = "--therapist", description = "open in the view of the therapist")
  private boolean therapist;

  @Option(
      names = "--client-window",
      description =
          "open the calm window of the client beside it, on a second screen if there is one")
  private boolean clientWindow;

  @Option(
      names = "--terminal",
      description = "stay in the terminal even where a window could be opened")
  private boolean terminal;

  @Option(
      names = "--sound",
      description = "let the pacer be heard; without a sound device it goes on without")
  private boolean sound;

  @Option(
      names = "--speed",
      paramLabel = "X",
      description = "times real time, 0 is as fast as possible; for virtual hearts only")
  private double speed = 1;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "seed of the virtual heart, and of what the protocol draws (default 1)")
  private long seed = 1;

  private final Host host;
  private final TerminalView view;
  private final PrintStream out;

  SessionCommand(Host host, TerminalView view, PrintStream out) {
    this.host = host;
    this.view = view;
    this.out = out;
  }

  @Override
  public Integer call() throws BadInput, PortUnavailable, UnreadableFile, InterruptedException {
    if (listProtocols) {
      ProtocolWords.list(host.protocols().entries()).forEach(out::println);
      return 0;
    }
    if (people != 1 || ports.size() > 1) {
      return together();
    }
    Wanted wanted = wanted();
    boolean inTerminal = terminal || speed == 0 || !host.hasDisplay();
    if (sound && !inTerminal) {
      host.soundInWindow();
    }
    if (inTerminal && (therapist || clientWindow)) {
      throw new BadInput("--therapist and --client-window need a window: leave --terminal out");
    }
    host.opensWith(therapist, clientWindow);
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
      if (sound) {
        host.sound(session);
      }
      return view.follow(session, wanted.ratings());
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

  /** Several people: they have to agree, and that is asked in the window. */
  private int together() throws BadInput {
    if (!ports.isEmpty() && people != 1 && people != ports.size()) {
      throw new BadInput(
          "--people " + people + ": there are " + ports.size() + " ports; leave it out");
    }
    int count = ports.isEmpty() ? people : ports.size();
    Options.within("--people", count, Desk.Person.FEWEST, Desk.Person.MOST, "people");
    if (terminal || speed == 0 || !host.hasDisplay()) {
      throw new BadInput("several people: they need the window, where everybody agrees first");
    }
    if (record != null || strap != null) {
      throw new BadInput("--record and --strap: several people have a recording and a sensor each");
    }
    if (clients.size() > count) {
      throw new BadInput("--client: more names than people");
    }
    Wanted like = wanted();
    if (like.protocol().phases().stream().anyMatch(SessionCommand::isOfOnePerson)) {
      throw new BadInput(
          "--protocol " + protocol + ": its pace depends on one person; a group has one pacer");
    }
    List<Desk.Person> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(
          new Desk.Person(
              i < clients.size() ? clients.get(i) : "",
              ports.isEmpty() ? "" : ports.get(i),
              sensor == null || ports.isEmpty() ? "" : sensor));
    }
    host.windowTogether(
        new Host.Together(
            like.protocol(), all, simulate == null ? DEFAULT_PROFILE : simulate, speed, seed));
    return 0;
  }

  private static boolean isOfOnePerson(Phase phase) {
    return phase.kind() instanceof Phase.Paced paced
        && (paced.adaptive() || paced.plan() instanceof PacePlan.Own);
  }

  private Wanted wanted() throws BadInput {
    String port = ports.isEmpty() ? null : ports.get(0);
    String client = clients.isEmpty() ? "" : clients.get(0);
    if (clients.size() > 1 && people == 1 && ports.size() < 2) {
      throw new BadInput("--client: one session has one client; see --people");
    }
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
    if (resonance != null) {
      Options.resonance(resonance);
      if (port != null) {
        throw new BadInput("--resonance: a real heart has its own; use it with --simulate only");
      }
    }
    if (speed != 0) {
      Options.within("--speed", speed, 0.1, 100, "times real time (0 is as fast as possible)");
    }
    if (port != null && speed != 1) {
      throw new BadInput("--speed: a real heart beats in real time; use it with --simulate only");
    }
    List<Rating> ratings = ratings();
    Protocol chosen = protocol();
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
        seed,
        ratings,
        Optional.ofNullable(resonance));
  }

  private Protocol protocol() throws BadInput {
    Protocol chosen = found();
    if (pace != null) {
      chosen = chosen.towards(Options.pace(pace));
    }
    return ownRate == null ? chosen : chosen.ownRate(Options.ownRate(ownRate));
  }

  private Protocol found() throws BadInput {
    try {
      return host.protocols().find(protocol);
    } catch (ProtocolInvalid invalid) {
      throw new BadInput("--protocol " + invalid.getMessage());
    }
  }

  private List<Rating> ratings() throws BadInput {
    List<Rating> ratings = new ArrayList<>();
    if (ratedBefore != null) {
      ratings.add(Options.rating("--rate", Rating.When.BEFORE, ratedBefore));
    }
    if (ratedAfter != null) {
      ratings.add(Options.rating("--rate-after", Rating.When.AFTER, ratedAfter));
    }
    return ratings;
  }
}
