package app.downshift.ui;

import app.downshift.beat.Marks;
import app.downshift.evidence.ManySessions;
import app.downshift.evidence.SessionEvidence;
import app.downshift.evidence.SessionReview;
import app.downshift.evidence.Trial;
import app.downshift.evidence.TrialStanding;
import app.downshift.library.ClientId;
import app.downshift.library.FoundPace;
import app.downshift.recording.Export;
import app.downshift.recording.ProtocolFolder;
import app.downshift.recording.SessionFile;
import app.downshift.recording.UnreadableFile;
import app.downshift.sensor.SensorEvent.Reach;
import app.downshift.sensor.link.PortUnavailable;
import app.downshift.session.Command;
import app.downshift.session.Protocol;
import app.downshift.session.ProtocolInvalid;
import app.downshift.session.SessionView;
import app.downshift.session.ShippedProtocols;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A desk with one view on it that writes down what was asked of it. */
public final class FakeDesk implements Desk {
  /** Recordings on this desk. */
  public static final List<Path> RECENT =
      List.of(
          Path.of("2026-11-21_10-04-00_breathe_C-017.session.jsonl"),
          Path.of("2026-11-20_18-30-12_breathe-short.session.jsonl"),
          Path.of("calm-responder.session.jsonl"),
          Path.of("2026-11-18_07-15-40_breathe.session.jsonl"));

  /** The records beside this desk. */
  public final FakeRecords records = new FakeRecords();

  /** Commands and calls, in order. */
  public final Queue<Object> asked = new ConcurrentLinkedQueue<>();

  private volatile SensorStatus sensor;
  private volatile List<Port> ports = List.of();
  private volatile List<InReach> straps = List.of();
  private volatile Optional<Reach> reached = Optional.empty();
  private volatile Optional<SessionFile> recording = Optional.empty();
  private volatile Optional<SessionFile> beside = Optional.empty();
  private volatile List<SessionEvidence> others = List.of();
  private volatile Trial trial = Trial.NONE;
  private volatile Protocol own = Protocol.breatheShort(5.5);
  private final boolean cautionDue;
  private final SessionView view;
  private volatile Sound sound = Sound.OFF;
  private volatile boolean noDevice;
  private volatile Optional<FoundPace> found = Optional.empty();
  private volatile Optional<Running> heard = Optional.empty();
  private Preferences preferences =
      new Preferences(false, false, false, PacerForm.CIRCLE, Language.ENGLISH);

  public FakeDesk(
      SensorStatus.State state, boolean cautionDue, SessionView view, Preferences preferences) {
    this(state, cautionDue, view);
    this.preferences = preferences;
  }

  public FakeDesk(SensorStatus.State state, boolean cautionDue, SessionView view) {
    this.sensor =
        new SensorStatus(
            state,
            state == SensorStatus.State.FOUND ? "PulseSensor" : "",
            state == SensorStatus.State.NONE ? "" : "ttyUSB0",
            "",
            state == SensorStatus.State.TROUBLE
                ? Optional.of(
                    new PortUnavailable(
                        PortUnavailable.Reason.IN_USE,
                        "ttyUSB0",
                        "the port is in use by another program",
                        "Close that program."))
                : Optional.empty());
    this.cautionDue = cautionDue;
    this.view = view;
  }

  /** A desk with ports, straps in reach, and a stick that has got so far. */
  static FakeDesk stick(
      SensorStatus.State state, List<Port> ports, List<InReach> straps, Optional<Reach> reached) {
    FakeDesk desk = new FakeDesk(state, false, SampleViews.breathe());
    desk.ports = ports;
    desk.straps = straps;
    desk.reached = reached;
    return desk;
  }

  /** The stick has got so far, and hears these straps. */
  void hears(List<InReach> now, Reach far) {
    straps = now;
    reached = Optional.of(far);
  }

  /** The strap has agreed to send. */
  void subscribed(String name) {
    reached = Optional.of(Reach.SUBSCRIBED);
    sensor = new SensorStatus(SensorStatus.State.FOUND, name, "ttyACM0", "");
  }

  /** Another port is there. */
  void plugIn(Port port) {
    ports = List.of(port);
  }

  @Override
  public CompletableFuture<List<Port>> ports() {
    return CompletableFuture.completedFuture(ports);
  }

  @Override
  public String spokenToLast() {
    return ports.isEmpty() ? "" : "bleuio";
  }

  @Override
  public void speakTo(String port, String sensor) {
    asked.add("speak to " + port + " as " + sensor);
  }

  @Override
  public void speakNoMore() {
    asked.add("speak no more");
  }

  @Override
  public List<InReach> inReach() {
    return straps;
  }

  @Override
  public Optional<Reach> reached() {
    return reached;
  }

  @Override
  public void choose(InReach strap) {
    asked.add("choose " + strap.address());
  }

  @Override
  public Sound sound() {
    return sound;
  }

  @Override
  public void sound(boolean on, Loudness loudness) {
    sound = new Sound(on, loudness, noDevice && on);
    asked.add(sound);
  }

  @Override
  public void onScreen(Optional<Running> running) {
    heard = running;
  }

  /** Whose pacer may be heard. */
  Optional<Running> heard() {
    return heard;
  }

  /** The computer cannot make a sound. */
  void mute() {
    noDevice = true;
  }

  /** There is a client, for whom this was found earlier; or there is none. */
  void foundEarlier(Optional<FoundPace> pace) {
    found = pace;
  }

  @Override
  public CompletableFuture<Optional<FoundPace>> foundPace() {
    return CompletableFuture.completedFuture(found);
  }

  @Override
  public CompletableFuture<Optional<FoundPace>> foundPace(Running running) {
    return foundPace();
  }

  @Override
  public CompletableFuture<Boolean> keep(Running running, FoundPace pace) {
    if (found.isPresent()) {
      asked.add(pace);
    }
    return CompletableFuture.completedFuture(found.isPresent());
  }

  /** A sensor is plugged in and found. */
  void plugIn() {
    sensor = new SensorStatus(SensorStatus.State.FOUND, "PulseSensor", "ttyUSB0", "");
  }

  @Override
  public SensorStatus sensor() {
    return sensor;
  }

  @Override
  public boolean cautionDue() {
    return cautionDue && !asked.contains("accepted");
  }

  @Override
  public void cautionAccepted() {
    asked.add("accepted");
  }

  @Override
  public CompletableFuture<List<Path>> recent(int most) {
    return CompletableFuture.completedFuture(RECENT.subList(0, Math.min(most, RECENT.size())));
  }

  @Override
  public Preferences preferences() {
    return preferences;
  }

  @Override
  public void prefer(Preferences preferences) {
    this.preferences = preferences;
    asked.add(preferences);
  }

  /** Those that ship, one of one's own, and a file that is none. */
  @Override
  public CompletableFuture<List<ProtocolFolder.Entry>> protocols() {
    List<ProtocolFolder.Entry> entries = new ArrayList<>();
    var shipped = new ShippedProtocols();
    for (String name : shipped.names()) {
      entries.add(entry(Optional.empty(), shipped.named(name)));
    }
    entries.add(entry(Optional.of(Path.of("mornings.protocol.json")), own));
    entries.add(
        new ProtocolFolder.Entry(
            Optional.of(Path.of("broken.protocol.json")),
            Optional.empty(),
            Optional.of(
                new ProtocolInvalid(
                    ProtocolInvalid.Reason.OUTSIDE,
                    "broken.protocol.json",
                    2,
                    "phase 2 (breathe): per-minute 3 is outside 4 to 15",
                    "choose one within",
                    List.of("per-minute", "3", "4", "15")))));
    return CompletableFuture.completedFuture(entries);
  }

  private static ProtocolFolder.Entry entry(Optional<Path> file, Protocol protocol) {
    return new ProtocolFolder.Entry(file, Optional.of(protocol), Optional.empty());
  }

  @Override
  public CompletableFuture<Path> keep(Protocol protocol, Optional<Path> instead) {
    asked.add(protocol);
    own = protocol;
    return CompletableFuture.completedFuture(Path.of("mornings.protocol.json"));
  }

  @Override
  public CompletableFuture<Void> delete(Path file) {
    asked.add("delete " + file);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Running> start(Protocol protocol, Optional<ClientId> client) {
    asked.add(protocol);
    return sensor.state() == SensorStatus.State.FOUND
        ? CompletableFuture.completedFuture(running())
        : CompletableFuture.failedFuture(
            new PortUnavailable(
                PortUnavailable.Reason.NONE_YET, "sensor", "there is none yet", "Plug one in."));
  }

  @Override
  public CompletableFuture<Running> startWithoutSensor(
      Protocol protocol, Optional<ClientId> client) {
    asked.add(protocol);
    return CompletableFuture.completedFuture(running());
  }

  @Override
  public CompletableFuture<Running> replay(Recording recording, double speed) {
    asked.add(recording);
    return CompletableFuture.completedFuture(running());
  }

  @Override
  public CompletableFuture<List<Recording>> comparable(Recording recording, int most) {
    return CompletableFuture.completedFuture(
        RECENT.stream().<Recording>map(Recording.File::new).limit(most).toList());
  }

  @Override
  public FakeRecords records() {
    return records;
  }

  @Override
  public Path recordings() {
    return Path.of(".");
  }

  @Override
  public void quit() {
    asked.add("quit");
  }

  /** Lets a recording lie on the desk, and others of the same client beside it. */
  FakeDesk with(SessionFile recording, List<SessionEvidence> others) {
    this.recording = Optional.of(recording);
    this.others = others;
    return this;
  }

  /** Any other file than that of the review is this one. */
  FakeDesk beside(SessionFile other) {
    beside = Optional.of(other);
    return this;
  }

  @Override
  public CompletableFuture<SessionFile> recording(Recording file) {
    asked.add(file instanceof Recording.File path ? "recording " + path.path() : file);
    return (beside.isPresent() && !file.equals(SampleReviews.FILE) ? beside : recording)
        .map(CompletableFuture::completedFuture)
        .orElseGet(
            () ->
                CompletableFuture.failedFuture(
                    new UnreadableFile(
                        UnreadableFile.Reason.NOT_THERE,
                        file.toString(),
                        "there is no such file",
                        "check the name")));
  }

  @Override
  public CompletableFuture<SessionReview> review(SessionFile file) {
    return CompletableFuture.completedFuture(SampleReviews.judged(file));
  }

  @Override
  public CompletableFuture<SessionReview> rule(
      Recording recording, SessionReview review, int interval, Marks.Ruling ruling) {
    asked.add(review.word(interval, ruling));
    return CompletableFuture.completedFuture(review.ruled(interval, ruling));
  }

  @Override
  public CompletableFuture<List<SessionEvidence>> sessionsBeside(Recording file, SessionFile of) {
    return CompletableFuture.completedFuture(others);
  }

  @Override
  public CompletableFuture<ManySessions> together(List<SessionEvidence> sessions) {
    return CompletableFuture.completedFuture(ManySessions.of(sessions));
  }

  @Override
  public CompletableFuture<TrialStanding> trial() {
    return CompletableFuture.completedFuture(TrialStanding.of(others, trial));
  }

  @Override
  public CompletableFuture<Protocol> beginTrial() {
    asked.add("draw");
    return CompletableFuture.completedFuture(new ShippedProtocols().named("quiet-control"));
  }

  @Override
  public CompletableFuture<List<Path>> export(
      Recording file, SessionFile of, Export format, Path out) {
    asked.add(format + " into " + out);
    return CompletableFuture.completedFuture(format.places(out));
  }

  @Override
  public CompletableFuture<Path> report(
      Recording file, SessionFile of, boolean colleague, Language language, Path out) {
    asked.add((colleague ? "report for a colleague into " : "report into ") + out);
    return CompletableFuture.failedFuture(
        new UnreadableFile(
            UnreadableFile.Reason.EXISTS,
            out.toString(),
            "there is such a file already",
            "choose another name"));
  }

  /** Lots that were drawn. */
  FakeDesk drawn(Trial lots) {
    trial = lots;
    return this;
  }

  /** The session or replay on this desk. */
  public Running running() {
    if (view.mode() == SessionView.Mode.REPLAY) {
      return new FakeReplaying(view, asked);
    }
    return new Running() {
      @Override
      public SessionView view() {
        return view;
      }

      @Override
      public void send(Command command) {
        asked.add(command);
      }

      @Override
      public void close() {
        asked.add("closed");
      }
    };
  }
}
