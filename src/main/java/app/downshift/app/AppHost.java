package app.downshift.app;

import app.downshift.cli.Host;
import app.downshift.cli.StandIn;
import app.downshift.recording.Capture;
import app.downshift.recording.FirstLine;
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
import app.downshift.ui.Desk;
import app.downshift.ui.Sounding;
import app.downshift.ui.therapist.TherapistSettings;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
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
  private volatile boolean therapistView;
  private volatile boolean clientWindow;

  /**
   * Opens the window and returns when it is closed. Apart, so that no command loads a window class.
   */
  interface WindowOpener {
    boolean possible();

    void open(Optional<Followed> shown);

    void openOn(Callable<Followed> begun);

    void openTogether(Together wanted);
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
  public void sound(Followed session) {
    PacerSound sound = new PacerSound(settings, threads);
    sound.choose(new Sounding.Sound(true, sound.now().loudness(), false));
    sound.follow(Optional.of(session));
  }

  @Override
  public void soundInWindow() {
    settings.keep(new Sounding.Sound(true, settings.sound().loudness(), false));
  }

  @Override
  public void opensWith(boolean therapist, boolean client) {
    therapistView = therapist;
    clientWindow = client;
  }

  /** What a person chose once, and what was asked for this time. */
  TherapistSettings opening(TherapistSettings chosen) {
    return new TherapistSettings(
        chosen.therapistView() || therapistView,
        chosen.clientWindow() || clientWindow,
        chosen.clientNumbers(),
        chosen.markers());
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
  public ExecutorService workers(String name, int count) {
    return threads.pool(name, count);
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
    SessionClock clock = SessionClock.starting(1);
    return session(wanted, opened(wanted, clock), List.of(), false, clock, Optional.empty());
  }

  /** The sensor behind a port, named or heard. */
  private Sensors.Opened opened(Wanted wanted, SessionClock clock) throws PortUnavailable {
    String port = wanted.port().orElseThrow();
    Optional<Recognition> heard =
        wanted.sensor().isPresent() ? Optional.empty() : Optional.of(recognised(port));
    SensorType type =
        heard
            .map(Recognition::type)
            .orElseGet(() -> SensorCatalogue.named(wanted.sensor().orElseThrow()).orElseThrow());
    LineSettings line = heard.map(Recognition::line).orElse(type.line());
    Sensors.Opened sensor =
        sensors.open(
            port, type, line, clock.nanoClock(), event -> remember(type, wanted.client(), event));
    sensor
        .reader()
        .wish(
            wanted.strap().isPresent()
                ? new SensorWish.Choose(wanted.strap().get())
                : new SensorWish.Prefer(settings.strap(type.name(), wanted.client())));
    return sensor;
  }

  /** A session with a sensor that is already being read. */
  Followed borrowed(Wanted wanted, SensorSearch search) throws PortUnavailable, UnreadableFile {
    SensorSearch.Lent lent =
        search
            .lend()
            .orElseThrow(
                () ->
                    new PortUnavailable(
                        PortUnavailable.Reason.NONE_YET,
                        "sensor",
                        "there is none yet",
                        "Plug one in, or try without a sensor."));
    SessionClock clock = SessionClock.starting(1);
    return session(wanted, lent.sensor(), lent.known(), false, clock, Optional.of(search));
  }

  @Override
  public void windowTogether(Together wanted) {
    windows.openTogether(wanted);
  }

  /**
   * Starts a session for each of several people: all sensors are opened first, then all sessions
   * begin on one clock and with one seed of what the protocol leaves to chance.
   */
  Followed together(Together wanted, SensorSearch search)
      throws PortUnavailable, UnreadableFile, InterruptedException {
    boolean real = wanted.people().stream().anyMatch(person -> !person.port().isEmpty());
    SessionClock clock = SessionClock.starting(real ? 1 : wanted.speed());
    List<Seat> seats = new ArrayList<>();
    try {
      if (real) {
        search.rest();
      }
      for (Desk.Person person : wanted.people()) {
        seats.add(seat(person, wanted, clock, seats.size(), search));
      }
      return seated(wanted, seats, clock, real, search);
    } catch (PortUnavailable | UnreadableFile | InterruptedException refused) {
      seats.forEach(seat -> seat.letGo().run());
      search.goOn();
      throw refused;
    }
  }

  /** One person's place: their sensor, what it has said, and how it is let go. */
  private record Seat(
      Wanted wanted,
      Sensors.Opened sensor,
      List<SensorEvent> known,
      Runnable letGo,
      AtomicReference<@Nullable Followed> session) {}

  private Seat seat(
      Desk.Person person, Together wanted, SessionClock clock, int index, SensorSearch search)
      throws PortUnavailable {
    var own =
        new Wanted(
            Optional.of(person.port()).filter(port -> !port.isEmpty()),
            Optional.of(person.sensor()).filter(sensor -> !sensor.isEmpty()),
            Optional.empty(),
            person.port().isEmpty() ? Optional.of(wanted.profile()) : Optional.empty(),
            wanted.protocol(),
            Optional.empty(),
            person.name(),
            wanted.speed(),
            wanted.seed());
    var session = new AtomicReference<@Nullable Followed>();
    Optional<SensorSearch.Lent> lent =
        person.port().isEmpty() ? Optional.empty() : search.lendAt(person.port());
    if (lent.isPresent()) {
      return new Seat(own, lent.get().sensor(), lent.get().known(), search::giveBack, session);
    }
    Sensors.Opened sensor =
        person.port().isEmpty()
            ? virtual(own, clock, session, wanted.seed() + index)
            : opened(own, clock);
    return new Seat(own, sensor, List.of(), sensor.reader()::close, session);
  }

  private Followed seated(
      Together wanted, List<Seat> seats, SessionClock clock, boolean real, SensorSearch search)
      throws UnreadableFile {
    Instant started = wall.instant();
    var company = new Company();
    var left = new AtomicInteger(seats.size());
    List<Followed> sessions = new ArrayList<>();
    for (Seat seat : seats) {
      SensorType type = seat.sensor().type();
      var plan =
          new SessionPlan(
              started,
              seat.wanted().client(),
              type.name(),
              traits(type, seat.known()),
              seat.wanted().port().isEmpty(),
              wanted.protocol(),
              Double.NaN,
              real ? started.toEpochMilli() : wanted.seed());
      Runnable letGo =
          () -> {
            seat.letGo().run();
            if (left.decrementAndGet() == 0) {
              search.goOn();
            }
          };
      try {
        Followed session =
            begun(plan, seat.wanted(), seat.sensor(), seat.known(), clock, letGo, company);
        seat.session().set(session);
        sessions.add(session);
      } catch (UnreadableFile refused) {
        sessions.forEach(Followed::close);
        throw refused;
      }
    }
    return new GroupSession(wanted.people().stream().map(Desk.Person::name).toList(), sessions);
  }

  @Override
  public Followed replay(Path file, double speed) throws UnreadableFile {
    boolean capture = Capture.looksLike(FirstLine.of(file));
    var session =
        new ReplaySession(
            Tape.of(Replay.read(file)), speed, capture ? Optional.empty() : Optional.of(file));
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

  private static HeartProfile heart(Wanted wanted) {
    HeartProfile usual = HeartProfile.named(wanted.profile().orElseThrow()).orElseThrow();
    return wanted
        .resonance()
        .map(rate -> usual.withResonance(rate, HeartProfile.SHARP_QUALITY))
        .orElse(usual);
  }

  private Followed simulated(Wanted wanted) throws PortUnavailable, UnreadableFile {
    if (wanted.speed() == 0) {
      return lockstep(
          wanted,
          SensorCatalogue.named(wanted.sensor().orElse("bridge")).orElseThrow(),
          heart(wanted));
    }
    var followed = new AtomicReference<@Nullable Followed>();
    SessionClock clock = SessionClock.starting(wanted.speed());
    Sensors.Opened sensor = virtual(wanted, clock, followed, wanted.seed());
    Followed session = session(wanted, sensor, List.of(), true, clock, Optional.empty());
    followed.set(session);
    return session;
  }

  /** A virtual heart that breathes as a session asks it to, once there is one. */
  private Sensors.Opened virtual(
      Wanted wanted, SessionClock clock, AtomicReference<@Nullable Followed> followed, long seed)
      throws PortUnavailable {
    SensorType type = SensorCatalogue.named(wanted.sensor().orElse("bridge")).orElseThrow();
    HeartProfile profile = heart(wanted);
    var breath =
        new FollowingBreath(
            () -> Optional.ofNullable(followed.get()).flatMap(s -> s.view().snapshot().pacer()));
    return sensors.virtual(type, new VirtualHeart(profile, breath, seed), clock.nanoClock());
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
    return begun(plan, wanted, sensor, known, clock, letGo, new Company());
  }

  private Followed begun(
      SessionPlan plan,
      Wanted wanted,
      Sensors.Opened sensor,
      List<SensorEvent> known,
      SessionClock clock,
      Runnable letGo,
      Company company)
      throws UnreadableFile {
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
              () -> ending.forEach(Runnable::run),
              company);
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
          PortUnavailable.Reason.MUST_BE_NAMED,
          port,
          heard.type().title(),
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
                      PortUnavailable.Reason.NOTHING_KNOWN,
                      port,
                      "nothing that Downshift knows speaks there",
                      "Check the sensor, or name it with --sensor ("
                          + SensorCatalogue.names()
                          + ")."));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new PortUnavailable(
          PortUnavailable.Reason.INTERRUPTED, port, "listening was interrupted", "Start again.");
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
