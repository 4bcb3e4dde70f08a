package app.downshift.app;

import app.downshift.cli.Host.Together;
import app.downshift.cli.Host.Wanted;
import app.downshift.sensor.SensorCatalogue;
import app.downshift.sensor.SensorEvent.Reach;
import app.downshift.session.Protocol;
import app.downshift.ui.Desk;
import app.downshift.ui.therapist.TherapistSettings;
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
  private volatile Preferences preferences;
  private volatile TherapistSettings therapist;

  AppDesk(
      AppHost host, Settings settings, SensorSearch search, Executor io, CountDownLatch closed) {
    this.host = host;
    this.settings = settings;
    this.search = search;
    this.io = io;
    this.closed = closed;
    preferences = settings.preferences();
    therapist = host.opening(settings.therapist());
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
  public CompletableFuture<Running> startTogether(Protocol protocol, List<Person> people) {
    return startTogether(new Together(protocol, people, "calm", 1, System.nanoTime()));
  }

  CompletableFuture<Running> startTogether(Together wanted) {
    return soon(() -> host.together(wanted, search));
  }

  @Override
  public CompletableFuture<Running> replay(Path file, double speed) {
    return soon(() -> host.replay(file, speed));
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
  CompletableFuture<Running> soon(Callable<Running> work) {
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
