package app.downshift.app;

import app.downshift.evidence.SessionEvidence;
import app.downshift.library.Backups;
import app.downshift.library.CheckIn;
import app.downshift.library.ClientId;
import app.downshift.library.ClientLine;
import app.downshift.library.ClientRecords;
import app.downshift.library.Export;
import app.downshift.library.Library;
import app.downshift.library.LibraryDoor;
import app.downshift.library.LibraryUnavailable;
import app.downshift.library.Progress;
import app.downshift.library.RecoveryKey;
import app.downshift.library.SessionId;
import app.downshift.library.SessionSummary;
import app.downshift.library.StartGuard;
import app.downshift.recording.SessionLines;
import app.downshift.recording.UnreadableFile;
import app.downshift.sensor.SensorEvent;
import app.downshift.ui.Recording;
import app.downshift.ui.Records;
import app.downshift.ui.diary.SessionFigures;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/** The library of records as the windows see it. Everything is done on the records' thread. */
final class AppRecords implements Records, Closeable {
  private static final long RETRY_SECONDS = 5;
  private static final long CLOSING_SECONDS = 5;

  private final LibraryDoor door;
  private final Settings settings;
  private final SessionLines lines;
  private final ScheduledExecutorService work;
  private final ExecutorService copying;
  private final BackupTimes backups;
  private final Clock wall;
  private final Supplier<Optional<SensorNow>> sensor;
  private final Map<SessionId, SessionEvidence> evidence = new ConcurrentHashMap<>();
  private final Map<SessionId, SessionFigures> figures = new ConcurrentHashMap<>();
  private final List<News> news = new ArrayList<>();
  private volatile Standing standing = new Standing.Busy(Work.OPENING, 0, 0);
  private volatile CompletableFuture<Library> library = new CompletableFuture<>();
  private volatile Optional<ClientId> chosen = Optional.empty();

  // Of the records' thread alone.
  private boolean begun;
  private long changes;
  private boolean waiting;

  /**
   * The sensor that is there.
   *
   * @param name the word of the catalogue
   * @param strap address of the strap behind it, or empty
   */
  record SensorNow(String name, String strap) {}

  AppRecords(
      LibraryDoor door,
      Settings settings,
      SessionLines lines,
      ScheduledExecutorService work,
      ExecutorService copying,
      Clock wall,
      Supplier<Optional<SensorNow>> sensor) {
    this.door = door;
    this.settings = settings;
    this.lines = lines;
    this.work = work;
    this.wall = wall;
    this.sensor = sensor;
    this.copying = copying;
    backups = new BackupTimes(settings, copying, wall);
  }

  @Override
  public Standing standing() {
    return standing;
  }

  @Override
  public Instant now() {
    return wall.instant();
  }

  @Override
  public void open() {
    work.execute(
        () -> {
          try {
            if (library.isDone() && !library.isCompletedExceptionally()) {
              look(opened());
            } else if (!begun) {
              begun = true;
              unbolt();
            }
          } catch (LibraryUnavailable refused) {
            Logger.warn("The records: {}", refused.getMessage());
            shut(refused);
          }
        });
  }

  /** Opens what needs no passphrase. */
  private void unbolt() throws LibraryUnavailable {
    if (door.locked()) {
      standing = new Standing.Locked(false);
      door.warmUp();
    } else {
      enter(door.open());
    }
    work.scheduleWithFixedDelay(this::tick, RETRY_SECONDS, RETRY_SECONDS, TimeUnit.SECONDS);
  }

  private void shut(LibraryUnavailable why) {
    standing = new Standing.Closed(why);
    library.completeExceptionally(why);
  }

  private void enter(Library open) throws LibraryUnavailable {
    if (open.indexWasDamaged()) {
      news.add(new News.IndexMadeAnew());
    }
    if (open.ready()) {
      library.complete(open);
      changed(open);
      look(open);
    } else {
      refreshed(open, (done, of) -> standing = new Standing.Busy(Work.INDEX, done, of));
      library.complete(open);
      changed(open);
    }
    backups.whenDue(open, this::tell);
  }

  private void look(Library open) throws LibraryUnavailable {
    if (refreshed(open, Progress.NOBODY) > 0) {
      changed(open);
    }
  }

  /** Reads what has changed, and what of it is damaged that was not before. */
  private int refreshed(Library open, Progress progress) throws LibraryUnavailable {
    Map<ClientId, List<String>> before = new HashMap<>();
    open.clients().forEach(each -> before.put(each.id(), each.damage()));
    Library.Refreshed refreshed = open.refresh(progress);
    for (ClientLine each : open.clients()) {
      List<String> fresh = new ArrayList<>(each.damage());
      fresh.removeAll(before.getOrDefault(each.id(), List.of()));
      if (!fresh.isEmpty()) {
        news.add(new News.Damage(each.code(), fresh));
      }
    }
    return refreshed.readAnew() + (refreshed.clients() == before.size() ? 0 : 1);
  }

  /** Lists may be others now. */
  private void changed(Library open) {
    changes++;
    show(open);
  }

  private void show(Library open) {
    waiting = open.trouble().isPresent();
    standing = new Standing.Open(open.sealed(), changes, waiting, news);
  }

  private void tell(News fresh) {
    work.execute(
        () -> {
          news.add(fresh);
          if (isOpen()) {
            show(opened());
          }
        });
  }

  @Override
  public void told(News read) {
    work.execute(
        () -> {
          news.remove(read);
          if (isOpen()) {
            show(opened());
          }
        });
  }

  private void tick() {
    try {
      if (isOpen()) {
        Library open = opened();
        if (open.trouble().isPresent()) {
          open.retry();
        }
        if (open.trouble().isPresent() != waiting) {
          changed(open);
        }
      }
    } catch (RuntimeException bug) {
      Logger.error(bug, "Looking after the records");
    }
  }

  private boolean isOpen() {
    return standing instanceof Standing.Open;
  }

  private Library opened() {
    return library.join();
  }

  /** The session of a client ended, or anything else that lists show. */
  void stirred() {
    work.execute(
        () -> {
          if (isOpen()) {
            changed(opened());
          }
        });
  }

  /**
   * Where a session of this client is written to; waits until the records are open.
   *
   * @param client empty for nobody's record
   * @param name what nobody's session says of its client
   */
  Place place(Optional<ClientId> client, String name, Place otherwise) throws UnreadableFile {
    if (standing instanceof Standing.Locked) {
      throw new UnreadableFile(
          UnreadableFile.Reason.RECORDS_CLOSED,
          "records",
          "they are locked, and nothing is written beside them",
          "unlock them first");
    }
    open();
    try {
      Library open = library.get();
      ClientId owner = client.isPresent() ? client.get() : known(open, name);
      String code = open.client(owner).code();
      return new KeptPlace(open, owner, code.equals(ClientRecords.NOBODY) ? name : code, lines);
    } catch (LibraryUnavailable refused) {
      throw new UnreadableFile(
          UnreadableFile.Reason.RECORDS_CLOSED, "records", refused.what(), refused.advice());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new UnreadableFile(
          UnreadableFile.Reason.RECORDS_CLOSED,
          "records",
          "opening them was interrupted",
          "start again");
    } catch (ExecutionException closed) {
      if (sealedForSure()) {
        throw new UnreadableFile(
            UnreadableFile.Reason.RECORDS_CLOSED,
            "records",
            "they cannot be opened, and nothing is written beside them",
            "see home");
      }
      return otherwise;
    }
  }

  private static ClientId known(Library open, String name) throws LibraryUnavailable {
    Optional<ClientId> named = name.isEmpty() ? Optional.empty() : open.withCode(name);
    return named.isPresent() ? named.get() : open.nobody();
  }

  /** Where that cannot be told it is taken to be so: nothing readable is written then. */
  private boolean sealedForSure() {
    try {
      return door.exists() && door.locked();
    } catch (LibraryUnavailable unknown) {
      return true;
    }
  }

  @Override
  public CompletableFuture<Void> unlock(char[] passphrase) {
    return unlocked(
        () -> {
          try {
            return door.unlock(passphrase);
          } finally {
            Arrays.fill(passphrase, '\0');
          }
        });
  }

  @Override
  public CompletableFuture<Void> unlock(RecoveryKey key) {
    return unlocked(() -> door.unlock(key));
  }

  private CompletableFuture<Void> unlocked(Callable<Library> way) {
    return soon(
        () -> {
          if (isOpen()) {
            return null;
          }
          standing = new Standing.Locked(true);
          try {
            enter(way.call());
          } catch (LibraryUnavailable refused) {
            standing = new Standing.Locked(false);
            throw refused;
          }
          return null;
        });
  }

  @Override
  public CompletableFuture<List<ClientLine>> clients(String words) {
    return ask(open -> words.isBlank() ? open.clients() : open.searchClients(words));
  }

  @Override
  public CompletableFuture<ClientRecords> client(ClientId client) {
    return ask(open -> open.client(client));
  }

  @Override
  public CompletableFuture<Course> course(ClientId client, Instant since) {
    return ask(
        open -> {
          ClientRecords records = open.client(client);
          List<SessionFigures> sessions = new ArrayList<>();
          for (SessionSummary each : records.sessions()) {
            if (!each.started().isBefore(since) && !each.simulated()) {
              figures(open, client, each.id()).ifPresent(sessions::add);
            }
          }
          return new Course(records, sessions);
        });
  }

  private Optional<SessionFigures> figures(Library open, ClientId client, SessionId session)
      throws LibraryUnavailable {
    SessionFigures before = figures.get(session);
    if (before == null) {
      try {
        before = SessionFigures.of(session, open.session(client, session).file());
        figures.put(session, before);
      } catch (UnreadableFile damaged) {
        Logger.info("Left out: {}", damaged.getMessage());
        return Optional.empty();
      }
    }
    return Optional.of(before);
  }

  /** What the other sessions of a client say, oldest first, at most {@code most}. */
  List<SessionEvidence> beside(Recording.Kept kept, boolean simulated, int most)
      throws LibraryUnavailable {
    Library open = library();
    List<SessionSummary> others =
        open.client(kept.client()).sessions().stream()
            .filter(each -> each.simulated() == simulated && !each.id().equals(kept.session()))
            .toList();
    List<SessionEvidence> sayings = new ArrayList<>();
    for (SessionSummary each : others.subList(Math.max(0, others.size() - most), others.size())) {
      says(open, kept.client(), each.id()).ifPresent(sayings::add);
    }
    return sayings;
  }

  /** What the measured sessions without a client say; nothing while the records are not open. */
  List<SessionEvidence> ofNobody() {
    List<SessionEvidence> sayings = new ArrayList<>();
    try {
      Optional<ClientId> nobody =
          isOpen() ? opened().withCode(ClientRecords.NOBODY) : Optional.empty();
      if (nobody.isPresent()) {
        for (SessionSummary each : opened().client(nobody.get()).sessions()) {
          if (!each.simulated()) {
            says(opened(), nobody.get(), each.id()).ifPresent(sayings::add);
          }
        }
      }
    } catch (LibraryUnavailable refused) {
      Logger.info("Left out: {}", refused.getMessage());
    }
    return sayings;
  }

  private Optional<SessionEvidence> says(Library open, ClientId client, SessionId session)
      throws LibraryUnavailable {
    SessionEvidence before = evidence.get(session);
    if (before == null) {
      try {
        before = SessionEvidence.of(open.session(client, session).file());
        evidence.put(session, before);
      } catch (UnreadableFile damaged) {
        Logger.info("Left out: {}", damaged.getMessage());
        return Optional.empty();
      }
    }
    return Optional.of(before);
  }

  @Override
  public CompletableFuture<ClientId> add(Map<String, String> profile) {
    return change(open -> open.add(profile));
  }

  @Override
  public CompletableFuture<Void> change(ClientId client, Map<String, String> fields) {
    return change(
        open -> {
          open.change(client, fields);
          return null;
        });
  }

  @Override
  public CompletableFuture<Void> note(ClientId client, String text) {
    return change(
        open -> {
          open.note(client, text);
          return null;
        });
  }

  @Override
  public CompletableFuture<Void> checkIn(ClientId client, CheckIn checkIn) {
    return change(
        open -> {
          open.checkIn(client, checkIn);
          return null;
        });
  }

  @Override
  public CompletableFuture<Void> withdraw(ClientId client, String id) {
    return change(
        open -> {
          open.withdraw(client, id);
          return null;
        });
  }

  @Override
  public void chosen(Optional<ClientId> client) {
    chosen = client;
  }

  /** Who is chosen at home. */
  Optional<ClientId> chosen() {
    return chosen;
  }

  @Override
  public CompletableFuture<Optional<Doubt>> doubt(ClientId client, Instant chosenAt) {
    return ask(
        open -> {
          ClientRecords records = open.client(client);
          StartGuard guard = open.guard();
          Optional<StartGuard.Doubt> why = guard.doubt(client, chosenAt, wall.instant());
          if (why.isPresent() && guard.last().isPresent()) {
            boolean long_ = why.get() == StartGuard.Doubt.CHOSEN_LONG_AGO;
            return Optional.of(
                new Doubt(
                    why.get(),
                    long_ ? records.code() : guard.last().get().code(),
                    long_ ? chosenAt : guard.last().get().started()));
          }
          return why.isPresent()
              ? Optional.of(new Doubt(why.get(), records.code(), chosenAt))
              : ofSensor(open, records);
        });
  }

  private Optional<Doubt> ofSensor(Library open, ClientRecords records) throws LibraryUnavailable {
    Optional<SensorNow> now = sensor.get();
    if (now.isEmpty()) {
      return Optional.empty();
    }
    String field = ClientRecords.strap(now.get().name());
    String strap = now.get().strap();
    Optional<ClientLine> other = Optional.empty();
    if (!strap.isEmpty() && !strap.equals(records.profile().get(field))) {
      other =
          open.searchClients(strap).stream()
              .filter(each -> !each.id().equals(records.id()))
              .findFirst();
    }
    String code = other.map(ClientLine::code).orElse(records.code());
    return StartGuard.ofSensor(records.profile(), now.get().name(), other.isPresent())
        .map(why -> new Doubt(why, code, wall.instant()));
  }

  /** What this client wore last behind a kind of sensor; empty when that is not known. */
  String strap(String type) {
    Optional<ClientId> client = chosen;
    if (client.isEmpty() || !isOpen()) {
      return sealedForSure() ? "" : settings.strap(type, "");
    }
    try {
      return opened()
          .client(client.get())
          .profile()
          .getOrDefault(ClientRecords.strap(type), settings.strap(type, ""));
    } catch (LibraryUnavailable gone) {
      return "";
    }
  }

  /** A client begins a session with this sensor, and what it said of itself. */
  void remember(ClientId client, String type, List<SensorEvent> known) {
    Map<String, String> fields = new HashMap<>();
    fields.put(ClientRecords.SENSOR, type);
    for (SensorEvent each : known) {
      if (each instanceof SensorEvent.Info info && info.fields().containsKey("address")) {
        fields.put(ClientRecords.strap(type), info.fields().get("address"));
      }
    }
    var unused = // the next session tells it again
        ask(
            open -> {
              Map<String, String> profile = open.client(client).profile();
              fields.entrySet().removeIf(e -> e.getValue().equals(profile.get(e.getKey())));
              if (!fields.isEmpty()) {
                open.change(client, fields);
              }
              return null;
            });
  }

  @Override
  public CompletableFuture<Void> move(SessionId session, ClientId from, ClientId to) {
    return change(
        open -> {
          open.move(session, from, to);
          evidence.remove(session); // it names its client
          return null;
        });
  }

  @Override
  public CompletableFuture<Void> keep(ClientId client, Path file) {
    return change(
        open -> {
          open.keep(client, file);
          return null;
        });
  }

  @Override
  public CompletableFuture<List<Library.Unfinished>> unfinished() {
    return ask(Library::unfinished);
  }

  @Override
  public CompletableFuture<Void> recover(Library.Unfinished session) {
    return change(
        open -> {
          open.recover(session.client(), session.session());
          return null;
        });
  }

  @Override
  public CompletableFuture<Void> discard(Library.Unfinished session) {
    return change(
        open -> {
          open.discard(session.client(), session.session());
          return null;
        });
  }

  @Override
  public CompletableFuture<Export.Written> export(ClientId client, Path folder) {
    return ask(open -> new Export(open).client(client, folder));
  }

  @Override
  public CompletableFuture<List<Path>> erase(ClientId client) {
    return change(
        open -> {
          open.client(client).sessions().forEach(each -> evidence.remove(each.id()));
          return open.erase(client, backups.everywhere());
        });
  }

  @Override
  public CompletableFuture<RecoveryKey> seal(char[] passphrase) {
    return change(
        open -> {
          try {
            RecoveryKey key =
                open.seal(
                    passphrase, (done, of) -> standing = new Standing.Busy(Work.SEALING, done, of));
            strapsIntoProfiles(open);
            return key;
          } finally {
            Arrays.fill(passphrase, '\0');
            show(open);
          }
        });
  }

  /** Settings are an open file: with a passphrase they name nobody. */
  private void strapsIntoProfiles(Library open) throws LibraryUnavailable {
    for (Settings.WornBy each : settings.takeStraps()) {
      Optional<ClientId> client = open.withCode(each.client());
      if (client.isPresent()) {
        open.change(client.get(), Map.of(ClientRecords.strap(each.sensor()), each.address()));
      }
    }
  }

  @Override
  public CompletableFuture<Void> changePassphrase(char[] passphrase) {
    return change(
        open -> {
          try {
            open.changePassphrase(passphrase);
          } finally {
            Arrays.fill(passphrase, '\0');
          }
          return null;
        });
  }

  @Override
  public CompletableFuture<RecoveryKey> newRecoveryKey() {
    return change(Library::newRecoveryKey);
  }

  @Override
  public void retry() {
    work.execute(this::tick);
  }

  @Override
  public BackupPlan backups() {
    return backups.plan();
  }

  @Override
  public void backUpTo(Optional<Path> place) {
    backups.keepTo(place);
    if (place.isPresent()) {
      var unused = // what fails is told as news
          ask(
              open -> {
                backups.whenDue(open, this::tell);
                return null;
              });
    }
  }

  @Override
  public CompletableFuture<Backups.Made> backUpNow(Path place) {
    return ask(open -> open).thenCompose(open -> backups.now(open, place));
  }

  @Override
  public CompletableFuture<List<Backups.Dated>> copies(Path place) {
    return soon(() -> new Backups(place, wall).all());
  }

  @Override
  public CompletableFuture<Backups.Restored> restore(Backups.Dated copy) {
    return soon(
        () -> {
          Optional<Library> before = isOpen() ? Optional.of(opened()) : Optional.empty();
          if (before.isPresent() && !before.get().empty()) {
            throw new LibraryUnavailable(
                LibraryUnavailable.Reason.REFUSED,
                door.folder().toString(),
                "there are records here already",
                "restore on a computer that has none; nothing is ever overwritten");
          }
          try {
            return backups.restored(
                copy,
                door,
                before,
                (done, of) -> standing = new Standing.Busy(Work.RESTORE, done, of));
          } finally {
            library = new CompletableFuture<>();
            try {
              unboltAgain();
            } catch (LibraryUnavailable refused) {
              shut(refused);
            }
          }
        });
  }

  private void unboltAgain() throws LibraryUnavailable {
    if (door.locked()) {
      standing = new Standing.Locked(false);
    } else {
      enter(door.open());
    }
  }

  /** The open library, for who reads recordings of it. */
  Library library() throws LibraryUnavailable {
    if (!isOpen()) {
      throw locked();
    }
    return opened();
  }

  private LibraryUnavailable locked() {
    return new LibraryUnavailable(
        LibraryUnavailable.Reason.LOCKED,
        door.folder().toString(),
        "the records are not open",
        "open them first");
  }

  /** Something that is asked of an open library. */
  private interface Question<T> {
    T of(Library open) throws Exception;
  }

  private <T> CompletableFuture<T> ask(Question<T> question) {
    return soon(() -> question.of(library()));
  }

  private <T> CompletableFuture<T> change(Question<T> question) {
    return soon(
        () -> {
          Library open = library();
          try {
            return question.of(open);
          } finally {
            changed(open);
          }
        });
  }

  private <T> CompletableFuture<T> soon(Callable<@Nullable T> callable) {
    var answer = new CompletableFuture<T>();
    work.execute(
        () -> {
          try {
            answer.complete(callable.call());
          } catch (Exception refused) {
            answer.completeExceptionally(refused);
          }
        });
    return answer;
  }

  /** Completes the journals and lets go; waits a little for what is under way. */
  @Override
  public void close() throws IOException {
    CompletableFuture<Void> closed =
        soon(
            () -> {
              if (library.isDone() && !library.isCompletedExceptionally()) {
                opened().close();
              }
              return null;
            });
    try {
      closed.get(CLOSING_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException | ExecutionException refused) {
      throw new IOException("the records were not closed in time", refused);
    } finally {
      work.shutdown();
      copying.shutdown();
    }
  }
}
