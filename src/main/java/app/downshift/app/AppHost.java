package app.downshift.app;

import app.downshift.cli.Host;
import app.downshift.cli.Host.Followed;
import app.downshift.cli.Host.Together;
import app.downshift.cli.Host.Wanted;
import app.downshift.library.ClientId;
import app.downshift.library.Library;
import app.downshift.library.LibraryDoor;
import app.downshift.library.LibraryUnavailable;
import app.downshift.library.Progress;
import app.downshift.recording.Capture;
import app.downshift.recording.FirstLine;
import app.downshift.recording.ProtocolFolder;
import app.downshift.recording.Replay;
import app.downshift.recording.SessionLines;
import app.downshift.recording.Tape;
import app.downshift.recording.UnreadableFile;
import app.downshift.sensor.link.PortUnavailable;
import app.downshift.ui.Recording;
import app.downshift.ui.Sounding;
import app.downshift.ui.therapist.TherapistSettings;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import org.tinylog.Logger;

/** Starts sessions and replays for the command line and the window, and ends those that run. */
final class AppHost implements Host {
  private static final long ENDING_MILLIS = 2000;

  private final Folders folders;
  private final Settings settings;
  private final String version;
  private final Threads threads;
  private final Clock wall;
  private final Sittings sittings;
  private final PortSensors ports;
  private final RecordingsFolder files;
  private final WindowOpener windows;
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
    this.wall = wall;
    sittings = new Sittings(threads, sensors, wall);
    ports = new PortSensors(sensors, settings, this::sealed);
    files = new RecordingsFolder(folders.recordings(), lines());
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

  /** How this version writes sessions. */
  SessionLines lines() {
    return new SessionLines("downshift " + version);
  }

  /** Recordings that are open files. */
  RecordingsFolder files() {
    return files;
  }

  /** The sensors behind ports. */
  PortSensors ports() {
    return ports;
  }

  /** The records for a window; to be closed by who asked for them. */
  AppRecords records(SensorSearch search) {
    return new AppRecords(
        door(),
        settings,
        lines(),
        threads.clockwork("records"),
        threads.executor("backup"),
        wall,
        search::now);
  }

  /** The way into the library of records. */
  LibraryDoor door() {
    return new LibraryDoor(
        folders.data().resolve("library"), folders.data(), wall, "downshift " + version);
  }

  /** Where that cannot be told it is taken to be so. */
  private boolean sealed() {
    try {
      return door().locked();
    } catch (LibraryUnavailable unknown) {
      return true;
    }
  }

  @Override
  public Followed live(Wanted wanted) throws PortUnavailable, UnreadableFile {
    return live(wanted, place(wanted));
  }

  /** A session that is written to a place. */
  Followed live(Wanted wanted, Place place) throws PortUnavailable, UnreadableFile {
    if (wanted.profile().isPresent()) {
      return sittings.simulated(wanted, place);
    }
    SessionClock clock = SessionClock.starting(1);
    return sittings.session(
        wanted, place, ports.opened(wanted, clock), List.of(), false, clock, Optional.empty());
  }

  /**
   * Where a session of the command line goes: a file, or to a client that records without a
   * passphrase know by this code.
   */
  private Place place(Wanted wanted) throws UnreadableFile {
    Place file = files.place(wanted.record(), wanted.client());
    if (wanted.record().isPresent() || wanted.client().isEmpty()) {
      return file;
    }
    try {
      LibraryDoor door = door();
      if (!door.exists() || door.locked()) {
        return file;
      }
      Library library = door.open();
      closeAtEnd(library);
      library.refresh(Progress.NOBODY);
      Optional<ClientId> client = library.withCode(wanted.client());
      return client.isPresent()
          ? new KeptPlace(library, client.get(), wanted.client(), lines())
          : file;
    } catch (LibraryUnavailable refused) {
      throw new UnreadableFile(
          UnreadableFile.Reason.RECORDS_CLOSED,
          "records",
          refused.what(),
          refused.advice() + ", or use --record");
    }
  }

  /** A session with a sensor that is already being read. */
  Followed borrowed(Wanted wanted, SensorSearch search, Place place)
      throws PortUnavailable, UnreadableFile {
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
    return sittings.session(
        wanted, place, lent.sensor(), lent.known(), false, clock, Optional.of(search));
  }

  /** A session for each of several people. */
  Followed together(Together wanted, SensorSearch search, GroupStart.Places places)
      throws PortUnavailable, UnreadableFile, InterruptedException {
    return new GroupStart(sittings, ports, wall).together(wanted, search, places);
  }

  @Override
  public void windowTogether(Together wanted) {
    windows.openTogether(wanted);
  }

  @Override
  public Followed replay(Path file, double speed) throws UnreadableFile {
    return replay(new Recording.File(file), Tape.of(Replay.read(file)), speed);
  }

  /** Plays a recording that was played through once. */
  Followed replay(Recording recording, Tape tape, double speed) throws UnreadableFile {
    boolean bytes =
        recording instanceof Recording.File file && Capture.looksLike(FirstLine.of(file.path()));
    var session = new ReplaySession(tape, speed, bytes ? Optional.empty() : Optional.of(recording));
    threads.start("replay", session);
    return session;
  }

  @Override
  public void closeAtEnd(Closeable thing) {
    held.add(thing);
  }

  /** Ends everything that runs and completes its files; waits a little for that. */
  void endAll() {
    sittings.running().forEach(Followed::close);
    for (Followed session : sittings.running()) {
      try {
        session.awaitEnd(ENDING_MILLIS);
      } catch (InterruptedException hurried) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    // What holds files comes last: sessions still write into them.
    for (Closeable thing : held) {
      try {
        thing.close();
      } catch (IOException refused) {
        Logger.warn(refused, "Letting go at the end");
      }
    }
  }

  /** What is remembered between starts. */
  Settings settings() {
    return settings;
  }
}
