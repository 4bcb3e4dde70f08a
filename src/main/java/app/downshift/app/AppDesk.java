package app.downshift.app;

import app.downshift.beat.Marks;
import app.downshift.cli.Host.Wanted;
import app.downshift.evidence.SessionEvidence;
import app.downshift.evidence.SessionReview;
import app.downshift.recording.Afterwards;
import app.downshift.recording.ProtocolFolder;
import app.downshift.recording.SessionFile;
import app.downshift.recording.SessionLines;
import app.downshift.sensor.SensorCatalogue;
import app.downshift.sensor.SensorEvent.Reach;
import app.downshift.session.Protocol;
import app.downshift.ui.Desk;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;

/** What the windows ask for, done on the io thread. */
final class AppDesk implements Desk {
  private final AppHost host;
  private final Settings settings;
  private final SensorSearch search;
  private final Executor io;
  private final CountDownLatch closed;
  private final Reviews reviews = new Reviews();
  private volatile Preferences preferences;

  AppDesk(
      AppHost host, Settings settings, SensorSearch search, Executor io, CountDownLatch closed) {
    this.host = host;
    this.settings = settings;
    this.search = search;
    this.io = io;
    this.closed = closed;
    preferences = settings.preferences();
  }

  @Override
  public SensorStatus sensor() {
    return search.status();
  }

  @Override
  public void speakTo(String port, String sensor) {
    SensorCatalogue.named(sensor)
        .ifPresent(
            type -> {
              search.speakTo(port, type, settings.strap(sensor, ""));
              io.execute(() -> settings.rememberSpokenTo(sensor));
            });
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
  public CompletableFuture<Running> start(Protocol protocol) {
    return soon(() -> host.borrowed(wanted(protocol, Optional.empty()), search));
  }

  @Override
  public CompletableFuture<Running> startWithoutSensor(Protocol protocol) {
    return soon(() -> host.live(wanted(protocol, Optional.of("calm"))));
  }

  @Override
  public CompletableFuture<List<ProtocolFolder.Entry>> protocols() {
    return CompletableFuture.supplyAsync(() -> host.protocols().entries(), io);
  }

  @Override
  public CompletableFuture<Running> replay(Path file, double speed) {
    return soon(() -> host.replay(file, speed));
  }

  @Override
  public CompletableFuture<SessionFile> recording(Path file) {
    return soon(() -> Reviews.read(file));
  }

  @Override
  public CompletableFuture<SessionReview> review(SessionFile recording) {
    return soon(() -> SessionReview.of(recording));
  }

  @Override
  public CompletableFuture<SessionReview> rule(
      Path file, SessionReview review, int interval, Marks.Ruling ruling) {
    return soon(
        () -> {
          new Afterwards(file, new SessionLines("downshift " + host.version()))
              .rule(review.file(), review.word(interval, ruling));
          return review.ruled(interval, ruling);
        });
  }

  @Override
  public CompletableFuture<List<SessionEvidence>> sessionsBeside(Path file, SessionFile recording) {
    return soon(() -> reviews.beside(file, recording));
  }

  @Override
  public Path recordings() {
    return host.recordings();
  }

  @Override
  public CompletableFuture<List<Path>> recent(int most) {
    return CompletableFuture.supplyAsync(() -> host.recent(most), io);
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

  private static Wanted wanted(Protocol protocol, Optional<String> profile) {
    return new Wanted(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        profile,
        protocol,
        Optional.empty(),
        "",
        1,
        System.nanoTime());
  }
}
