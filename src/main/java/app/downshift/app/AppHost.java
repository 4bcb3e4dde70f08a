package app.downshift.app;

import app.downshift.cli.Host;
import app.downshift.cli.StandIn;
import app.downshift.recording.ProtocolFolder;
import app.downshift.recording.Replay;
import app.downshift.recording.SessionLines;
import app.downshift.recording.SessionWriter;
import app.downshift.recording.Tape;
import app.downshift.recording.UnreadableFile;
import app.downshift.sensor.LineSettings;
import app.downshift.sensor.Recognition;
import app.downshift.sensor.SensorCatalogue;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorTraits;
import app.downshift.sensor.SensorType;
import app.downshift.sensor.SensorWish;
import app.downshift.sensor.link.PortUnavailable;
import app.downshift.sensor.virtual.HeartProfile;
import app.downshift.sensor.virtual.VirtualHeart;
import app.downshift.session.Protocol;
import app.downshift.session.SessionPlan;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/** Starts sessions and replays for the command line and the window, and ends those that run. */
final class AppHost implements Host {
  private static final DateTimeFormatter FILE_NAME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd_HH-mm-ss", Locale.ROOT);
  private static final long ENDING_MILLIS = 2000;

  private final Folders folders;
  private final Settings settings;
  private final String version;
  private final Threads threads;
  private final Sensors sensors;
  private final Clock wall;
  private final WindowOpener windows;
  private final Set<Followed> running = ConcurrentHashMap.newKeySet();
  private final Set<Closeable> held = ConcurrentHashMap.newKeySet();

  /**
   * Opens the window and returns when it is closed. Apart, so that no command loads a window class.
   */
  interface WindowOpener {
    boolean possible();

    void open(Optional<Followed> shown);

    void openOn(Callable<Followed> begun);
  }

  AppHost(
      Folders folders,
      String version,
      Threads threads,
      Sensors sensors,
      Clock wall,
      Function<AppHost, WindowOpener> windows) {
    this.folders = folders;
    settings = new Settings(folders.settings());
    this.version = version;
    this.threads = threads;
    this.sensors = sensors;
    this.wall = wall;
    this.windows = windows.apply(this);
  }

  @Override
  public boolean hasDisplay() {
    return windows.possible();
  }

  @Override
  public void window(Optional<Followed> shown) {
    windows.open(shown);
  }

  @Override
  public void windowAfterCaution(Callable<Followed> begun) {
    windows.openOn(begun);
  }

  @Override
  public boolean cautionDue() {
    return !settings.cautionAccepted();
  }

  @Override
  public void cautionRead() {
    settings.acceptCaution();
  }

  @Override
  public ProtocolFolder protocols() {
    return new ProtocolFolder(folders.protocols());
  }

  @Override
  public Path data() {
    return folders.data();
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public Followed live(Wanted wanted) throws PortUnavailable, UnreadableFile {
    if (wanted.profile().isPresent()) {
      return simulated(wanted);
    }
    String port = wanted.port().orElseThrow();
    Optional<Recognition> heard =
        wanted.sensor().isPresent() ? Optional.empty() : Optional.of(recognised(port));
    SensorType type =
        heard
            .map(Recognition::type)
            .orElseGet(() -> SensorCatalogue.named(wanted.sensor().orElseThrow()).orElseThrow());
    LineSettings line = heard.map(Recognition::line).orElse(type.line());
    SessionClock clock = SessionClock.starting(1);
    Sensors.Opened sensor =
        sensors.open(
            port, type, line, clock.nanoClock(), event -> remember(type, wanted.client(), event));
    sensor
        .reader()
        .wish(
            wanted.strap().isPresent()
                ? new SensorWish.Choose(wanted.strap().get())
                : new SensorWish.Prefer(settings.strap(type.name(), wanted.client())));
    return session(wanted, sensor, List.of(), false, clock, Optional.empty());
  }

  /** A session with a sensor that is already being read. */
  Followed borrowed(Wanted wanted, SensorSearch search) throws PortUnavailable, UnreadableFile {
    SensorSearch.Lent lent =
        search
            .lend()
            .orElseThrow(
                () ->
                    new PortUnavailable(
                        PortUnavailable.Reason.NO_SUCH_PORT,
                        "sensor",
                        "there is none yet",
                        "Plug one in, or try without a sensor."));
    SessionClock clock = SessionClock.starting(1);
    return session(wanted, lent.sensor(), lent.known(), false, clock, Optional.of(search));
  }

  @Override
  public Followed replay(Path file, double speed) throws UnreadableFile {
    var session = new ReplaySession(Tape.of(Replay.read(file)), speed);
    threads.start("replay", session);
    return session;
  }

  @Override
  public void closeAtEnd(Closeable thing) {
    held.add(thing);
  }

  /** Ends everything that runs and completes its files; waits a little for that. */
  void endAll() {
    for (Closeable thing : held) {
      try {
        thing.close();
      } catch (IOException refused) {
        Logger.warn(refused, "Letting go at the end");
      }
    }
    running.forEach(Followed::close);
    for (Followed session : running) {
      try {
        session.awaitEnd(ENDING_MILLIS);
      } catch (InterruptedException hurried) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private Followed simulated(Wanted wanted) throws PortUnavailable, UnreadableFile {
    SensorType type = SensorCatalogue.named(wanted.sensor().orElse("bridge")).orElseThrow();
    HeartProfile profile = HeartProfile.named(wanted.profile().orElseThrow()).orElseThrow();
    if (wanted.speed() == 0) {
      return lockstep(wanted, type, profile);
    }
    var followed = new AtomicReference<@Nullable Followed>();
    var breath =
        new FollowingBreath(
            () -> Optional.ofNullable(followed.get()).flatMap(s -> s.view().snapshot().pacer()));
    var heart = new VirtualHeart(profile, breath, wanted.seed());
    SessionClock clock = SessionClock.starting(wanted.speed());
    Sensors.Opened sensor = sensors.virtual(type, heart, clock.nanoClock());
    Followed session = session(wanted, sensor, List.of(), true, clock, Optional.empty());
    followed.set(session);
    return session;
  }

  private Followed lockstep(Wanted wanted, SensorType type, HeartProfile profile)
      throws UnreadableFile {
    SessionPlan plan = plan(wanted, type, type.traits(), true);
    SessionWriter writer = writer(wanted, plan);
    var session =
        new LockstepSession(
            plan,
            introduced(type, List.of()),
            type.decoder(),
            itself -> {
              var breath = new FollowingBreath(() -> itself.view().snapshot().pacer());
              return type.twin(new VirtualHeart(profile, breath, wanted.seed()), List.of());
            },
            new StandIn(wanted.ratings(), true),
            writer);
    threads.start("session", session);
    return session;
  }

  private SessionPlan plan(Wanted wanted, SensorType type, SensorTraits traits, boolean simulated) {
    Instant started = wall.instant();
    return new SessionPlan(
        started,
        wanted.client(),
        type.name(),
        traits,
        simulated,
        wanted.protocol(),
        Double.NaN,
        simulated ? wanted.seed() : started.toEpochMilli());
  }

  private SessionWriter writer(Wanted wanted, SessionPlan plan) throws UnreadableFile {
    Path file =
        wanted
            .record()
            .orElseGet(() -> newFile(plan.started(), wanted.protocol(), wanted.client()));
    return SessionWriter.begin(file, plan, new SessionLines("downshift " + version));
  }

  private Followed session(
      Wanted wanted,
      Sensors.Opened sensor,
      List<SensorEvent> known,
      boolean simulated,
      SessionClock clock,
      Optional<SensorSearch> lender)
      throws UnreadableFile {
    SessionPlan plan = plan(wanted, sensor.type(), traits(sensor.type(), known), simulated);
    Runnable letGo =
        () -> lender.ifPresentOrElse(SensorSearch::giveBack, () -> sensor.reader().close());
    try {
      SessionWriter writer = writer(wanted, plan);
      var ending = new ArrayList<Runnable>();
      var session =
          new LiveSession(
              plan,
              sensor.heard(),
              introduced(sensor.type(), known),
              clock,
              writer,
              view -> {},
              () -> ending.forEach(Runnable::run));
      ending.add(letGo);
      ending.add(() -> running.remove(session));
      running.add(session);
      threads.start("session", session);
      return session;
    } catch (UnreadableFile refused) {
      letGo.run();
      throw refused;
    }
  }

  /** Until the sensor says its own name it is called what the catalogue calls it. */
  private static List<SensorEvent> introduced(SensorType type, List<SensorEvent> known) {
    List<SensorEvent> all = new ArrayList<>();
    all.add(new SensorEvent.Info(0, Map.of("name", type.title())));
    all.addAll(known);
    return all;
  }

  /** What the sensor's beats are worth in the mode it has told of. */
  private static SensorTraits traits(SensorType type, List<SensorEvent> known) {
    return known.stream()
        .filter(SensorEvent.Info.class::isInstance)
        .flatMap(
            event -> Optional.ofNullable(((SensorEvent.Info) event).fields().get("mode")).stream())
        .findFirst()
        .map(type::traitsIn)
        .orElse(type.traits());
  }

  /** The strap that answered is the one that is looked for next time. */
  void remember(SensorType type, String client, SensorEvent event) {
    if (event instanceof SensorEvent.Found found) {
      Logger.info("In reach: {} {} {} dBm", found.address(), found.name(), found.rssiDbm());
    } else if (type.speaks()
        && event instanceof SensorEvent.Info info
        && info.fields().containsKey("address")) {
      settings.rememberStrap(type.name(), client, info.fields().get("address"));
    }
  }

  /** Which sensor it is, as far as listening tells; one that has to be spoken to must be named. */
  private Recognition recognised(String port) throws PortUnavailable {
    Recognition heard = listened(port);
    if (heard.type().speaks()) {
      throw new PortUnavailable(
          PortUnavailable.Reason.OTHER,
          port,
          "this is " + heard.why() + ", and nothing is said to it unasked",
          "Name it: --sensor " + heard.type().name() + ".");
    }
    return heard;
  }

  private Recognition listened(String port) throws PortUnavailable {
    try {
      return sensors
          .listen(port)
          .orElseThrow(
              () ->
                  new PortUnavailable(
                      PortUnavailable.Reason.OTHER,
                      port,
                      "nothing that Downshift knows speaks there",
                      "Check the sensor, or name it with --sensor ("
                          + SensorCatalogue.names()
                          + ")."));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new PortUnavailable(
          PortUnavailable.Reason.OTHER, port, "listening was interrupted", "Start again.");
    }
  }

  /** A name that says when and what, and is not taken yet. */
  private Path newFile(Instant started, Protocol protocol, String client) {
    String name = FILE_NAME.format(started.atZone(ZoneId.systemDefault())) + "_" + protocol.name();
    if (!client.isEmpty()) {
      name += "_" + client.replaceAll("[^A-Za-z0-9-]", "-");
    }
    Path file = folders.recordings().resolve(name + ".session.jsonl");
    for (int i = 2; Files.exists(file); i++) {
      file = folders.recordings().resolve(name + "_" + i + ".session.jsonl");
    }
    return file;
  }

  /** The newest recordings in the usual folder. */
  List<Path> recent(int most) {
    try (Stream<Path> files = Files.list(recordings())) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".session.jsonl"))
          .sorted(Comparator.comparingLong((Path file) -> file.toFile().lastModified()).reversed())
          .limit(most)
          .toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  /** What is remembered between starts. */
  Settings settings() {
    return settings;
  }

  /** The folder for recordings, made if need be. */
  Path recordings() {
    try {
      Files.createDirectories(folders.recordings());
    } catch (IOException refused) {
      // The first recording will say so, in words.
      return folders.recordings();
    }
    return folders.recordings();
  }
}
