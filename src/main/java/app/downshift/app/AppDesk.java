package app.downshift.app;

import app.downshift.beat.Marks;
import app.downshift.cli.Conversion;
import app.downshift.cli.Host.Together;
import app.downshift.cli.Host.Wanted;
import app.downshift.evidence.ManySessions;
import app.downshift.evidence.SessionEvidence;
import app.downshift.evidence.SessionReview;
import app.downshift.evidence.TrialStanding;
import app.downshift.library.ClientId;
import app.downshift.library.ClientRecords;
import app.downshift.library.FoundPace;
import app.downshift.recording.Export;
import app.downshift.recording.ProtocolFolder;
import app.downshift.recording.SessionFile;
import app.downshift.recording.UnreadableFile;
import app.downshift.report.Reader;
import app.downshift.report.Report;
import app.downshift.sensor.SensorCatalogue;
import app.downshift.sensor.SensorEvent.Reach;
import app.downshift.session.Phase;
import app.downshift.session.Protocol;
import app.downshift.session.ShippedProtocols;
import app.downshift.ui.Desk;
import app.downshift.ui.Recording;
import app.downshift.ui.Records;
import app.downshift.ui.batch.Batches;
import app.downshift.ui.therapist.TherapistSettings;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;

/** What the windows ask for, done on the io thread. */
final class AppDesk implements Desk {
  /** The window knows no clients yet: whoever sits there is the same one. */
  private static final String NOBODY = "";

  private final AppHost host;
  private final Settings settings;
  private final SensorSearch search;
  private final PacerSound sound;
  private final Executor io;
  private final CountDownLatch closed;
  private final AppRecords records;
  private final Batches batches;
  private final Reviews reviews;
  private volatile Preferences preferences;
  private volatile TherapistSettings therapist;

  AppDesk(
      AppHost host,
      Settings settings,
      SensorSearch search,
      PacerSound sound,
      AppRecords records,
      Executor io,
      CountDownLatch closed) {
    this.host = host;
    this.settings = settings;
    this.search = search;
    this.sound = sound;
    this.records = records;
    batches = new AppBatches(new Conversion(host.version()), io, this::beside);
    reviews = new Reviews(records, host.files());
    this.io = io;
    this.closed = closed;
    preferences = settings.preferences();
    therapist = host.opening(settings.therapist());
  }

  @Override
  public Batches batches() {
    return batches;
  }

  /** On a thread that ends with the work. */
  private void beside(Runnable work) {
    ExecutorService thread = host.workers("many files", 1);
    thread.execute(work);
    thread.shutdown();
  }

  @Override
  public SensorStatus sensor() {
    return search.status();
  }

  @Override
  public void speakTo(String port, String sensor) {
    SensorCatalogue.named(sensor)
        .ifPresent(
            type ->
                io.execute(
                    () -> {
                      search.speakTo(port, type, records.sitting().strap(sensor));
                      settings.rememberSpokenTo(sensor);
                    }));
  }

  @Override
  public void speakNoMore() {
    search.speakNoMore();
  }

  @Override
  public String spokenToLast() {
    return settings.spokenToLast();
  }

  @Override
  public Optional<Reach> reached() {
    return search.reached();
  }

  @Override
  public CompletableFuture<List<Port>> ports() {
    return CompletableFuture.supplyAsync(search::ports, io);
  }

  @Override
  public List<InReach> inReach() {
    return search.inReach();
  }

  @Override
  public void choose(InReach strap) {
    search.choose(strap.address());
  }

  @Override
  public boolean cautionDue() {
    return !settings.cautionAccepted();
  }

  @Override
  public void cautionAccepted() {
    io.execute(settings::acceptCaution);
  }

  @Override
  public CompletableFuture<Path> keep(Protocol protocol, Optional<Path> instead) {
    return soon(() -> host.protocols().keep(protocol, instead));
  }

  @Override
  public Records records() {
    return records;
  }

  @Override
  public CompletableFuture<Void> delete(Path file) {
    return soon(
        () -> {
          host.protocols().delete(file);
          return null;
        });
  }

  @Override
  public CompletableFuture<Optional<FoundPace>> foundPace() {
    return foundPace(records.sitting().chosen());
  }

  @Override
  public CompletableFuture<Optional<FoundPace>> foundPace(Running running) {
    return foundPace(client(running));
  }

  private CompletableFuture<Optional<FoundPace>> foundPace(Optional<ClientId> client) {
    return client
        .map(id -> records.client(id).thenApply(of -> FoundPace.in(of.profile())))
        .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
  }

  @Override
  public CompletableFuture<Boolean> keep(Running running, FoundPace found) {
    Optional<ClientId> client = client(running);
    if (client.isEmpty()) {
      return CompletableFuture.completedFuture(false);
    }
    return records
        .client(client.get())
        .thenCompose(
            of ->
                of.code().equals(ClientRecords.NOBODY)
                    ? CompletableFuture.completedFuture(false)
                    : records.change(of.id(), found.fields()).thenApply(kept -> true));
  }

  private static Optional<ClientId> client(Running running) {
    return running
        .recording()
        .filter(Recording.Kept.class::isInstance)
        .map(kept -> ((Recording.Kept) kept).client());
  }

  @Override
  public CompletableFuture<Running> start(Protocol protocol, Optional<ClientId> client) {
    return soon(
        () -> {
          Place place = place(client, "");
          Running begun =
              host.borrowed(
                  wanted(worded(protocol), Optional.empty(), place.client()), search, place);
          client.ifPresent(each -> search.lentNow().ifPresent(lent -> remember(each, lent)));
          return begun;
        });
  }

  private void remember(ClientId client, SensorSearch.Lent lent) {
    records.sitting().remember(client, lent.sensor().type().name(), lent.known());
  }

  @Override
  public CompletableFuture<Running> startWithoutSensor(
      Protocol protocol, Optional<ClientId> client) {
    return soon(
        () -> {
          Place place = place(client, "");
          return host.live(wanted(worded(protocol), Optional.of("calm"), place.client()), place);
        });
  }

  /** Where a session is written to: the client's records, or nobody's. */
  Place place(Optional<ClientId> client, String name) throws UnreadableFile {
    return records.sessions().place(client, name, host.files().place(Optional.empty(), name));
  }

  /** With the words and questions of the protocol that ships, where the start has none of them. */
  private static Protocol worded(Protocol bare) {
    var shipped = new ShippedProtocols();
    if (!bare.title().isEmpty() || !shipped.names().contains(bare.name())) {
      return bare;
    }
    Protocol whole = shipped.named(bare.name());
    if (whole.phases().size() != bare.phases().size()) {
      return bare;
    }
    List<Phase> phases = new ArrayList<>();
    for (int i = 0; i < bare.phases().size(); i++) {
      Phase words = whole.phases().get(i);
      Phase done = bare.phases().get(i);
      phases.add(
          new Phase(
              done.name(),
              done.plannedSeconds(),
              done.kind(),
              words.title(),
              words.instruction(),
              done.until()));
    }
    return new Protocol(bare.name(), whole.title(), whole.purpose(), whole.asks(), phases);
  }

  @Override
  public CompletableFuture<List<ProtocolFolder.Entry>> protocols() {
    return CompletableFuture.supplyAsync(() -> host.protocols().entries(), io);
  }

  @Override
  public CompletableFuture<Running> startTogether(Protocol protocol, List<Person> people) {
    return startTogether(new Together(protocol, people, "calm", 1, System.nanoTime()));
  }

  CompletableFuture<Running> startTogether(Together wanted) {
    return soon(() -> host.together(wanted, search, name -> place(Optional.empty(), name)));
  }

  @Override
  public CompletableFuture<Running> replay(Recording recording, double speed) {
    return soon(() -> host.replay(recording, reviews.tape(recording), speed));
  }

  @Override
  public CompletableFuture<SessionFile> recording(Recording recording) {
    return soon(() -> reviews.read(recording));
  }

  @Override
  public CompletableFuture<SessionReview> review(SessionFile recording) {
    return soon(() -> SessionReview.of(recording));
  }

  @Override
  public CompletableFuture<SessionReview> rule(
      Recording recording, SessionReview review, int interval, Marks.Ruling ruling) {
    return soon(
        () -> {
          reviews.rule(recording, review.file(), review.word(interval, ruling), host.lines());
          return review.ruled(interval, ruling);
        });
  }

  @Override
  public CompletableFuture<List<SessionEvidence>> sessionsBeside(
      Recording recording, SessionFile file) {
    return soon(() -> reviews.beside(recording, file));
  }

  @Override
  public CompletableFuture<List<Recording>> comparable(Recording recording, int most) {
    return soon(() -> reviews.comparable(recording, most));
  }

  @Override
  public CompletableFuture<ManySessions> together(List<SessionEvidence> sessions) {
    return soon(() -> ManySessions.of(sessions));
  }

  @Override
  public CompletableFuture<TrialStanding> trial() {
    return soon(() -> trials().standing(NOBODY));
  }

  @Override
  public CompletableFuture<Protocol> beginTrial() {
    return soon(() -> trials().begin(NOBODY));
  }

  /** What all sessions of nobody say: in open files, and in the records. */
  private List<SessionEvidence> said(String client) {
    List<SessionEvidence> all = new ArrayList<>(reviews.of(host.files().made(), client, false));
    all.addAll(records.sessions().ofNobody());
    all.sort(Comparator.comparing(SessionEvidence::started));
    return all;
  }

  private Trials trials() {
    return new Trials(host.files().made(), this::said, Clock.systemUTC(), new SecureRandom());
  }

  @Override
  public CompletableFuture<List<Path>> export(
      Recording recording, SessionFile file, Export format, Path out) {
    return soon(
        () -> reviews.written(recording, file, new Conversion(host.version()), format, out));
  }

  @Override
  public CompletableFuture<Path> report(
      Recording recording, SessionFile file, boolean colleague, Language language, Path out) {
    return soon(
        () -> {
          var report =
              new Report(
                  colleague ? Reader.COLLEAGUE : Reader.CLIENT,
                  language.locale(),
                  ZoneId.systemDefault(),
                  host.version());
          byte[] printed =
              report.session(file, ManySessions.usual(reviews.beside(recording, file)));
          return Conversion.printed(printed, out);
        });
  }

  @Override
  public Path recordings() {
    return host.files().made();
  }

  @Override
  public CompletableFuture<List<Path>> recent(int most) {
    return CompletableFuture.supplyAsync(() -> host.files().recent(most), io);
  }

  @Override
  public Preferences preferences() {
    return preferences;
  }

  @Override
  public void prefer(Preferences preferences) {
    this.preferences = preferences;
    io.execute(() -> settings.prefer(preferences));
  }

  @Override
  public Sound sound() {
    return sound.now();
  }

  @Override
  public void sound(boolean on, Loudness loudness) {
    sound.choose(new Sound(on, loudness, false));
    io.execute(sound::keep);
  }

  @Override
  public void onScreen(Optional<Running> running) {
    sound.follow(running);
  }

  @Override
  public TherapistSettings therapist() {
    return therapist;
  }

  @Override
  public void keep(TherapistSettings next) {
    therapist = next;
    io.execute(() -> settings.keep(next));
  }

  @Override
  public void quit() {
    closed.countDown();
  }

  /** Begins something on the io thread. */
  <T> CompletableFuture<T> soon(Callable<? extends T> work) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return work.call();
          } catch (Exception failure) {
            throw new CompletionException(failure);
          }
        },
        io);
  }

  private static Wanted wanted(Protocol protocol, Optional<String> profile, String client) {
    return new Wanted(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        profile,
        protocol,
        Optional.empty(),
        client,
        1,
        System.nanoTime());
  }
}
