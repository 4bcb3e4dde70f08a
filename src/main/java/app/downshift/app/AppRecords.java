package app.downshift.app;

import app.downshift.library.CheckIn;
import app.downshift.library.ClientId;
import app.downshift.library.ClientLine;
import app.downshift.library.ClientRecords;
import app.downshift.library.Export;
import app.downshift.library.Library;
import app.downshift.library.LibraryDoor;
import app.downshift.library.LibraryUnavailable;
import app.downshift.library.RecoveryKey;
import app.downshift.library.SessionSummary;
import app.downshift.recording.SessionLines;
import app.downshift.ui.Records;
import app.downshift.ui.Safekeeping;
import app.downshift.ui.diary.SessionFigures;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/** The library of records as the windows see it. Everything is done on the records' thread. */
final class AppRecords implements Records, Closeable {
  private final LibraryDoor door;
  private final ExecutorService copying;
  private final Clock wall;
  private final BackupTimes backups;
  private final OpenRecords opening;
  private final AppKeptSessions sessions;
  private final AppSafekeeping safe;
  private final SittingClient sitting;

  AppRecords(
      LibraryDoor door,
      Settings settings,
      SessionLines lines,
      ScheduledExecutorService work,
      ExecutorService copying,
      Clock wall,
      Supplier<Optional<SittingClient.SensorNow>> sensor) {
    this.door = door;
    this.copying = copying;
    this.wall = wall;
    backups = new BackupTimes(settings, copying, wall);
    opening = new OpenRecords(door, work, backups);
    sessions = new AppKeptSessions(opening, lines);
    safe = new AppSafekeeping(opening, door, settings, backups, wall);
    sitting = new SittingClient(opening, settings, wall, sensor);
  }

  @Override
  public Standing standing() {
    return opening.standing();
  }

  @Override
  public Instant now() {
    return wall.instant();
  }

  @Override
  public void open() {
    opening.open();
  }

  @Override
  public void told(News read) {
    opening.told(read);
  }

  @Override
  public void retry() {
    opening.retry();
  }

  @Override
  public AppKeptSessions sessions() {
    return sessions;
  }

  @Override
  public Safekeeping safe() {
    return safe;
  }

  /** Who sits here. */
  SittingClient sitting() {
    return sitting;
  }

  /** The open library, for who reads recordings of it. */
  Library library() throws LibraryUnavailable {
    return opening.library();
  }

  @Override
  public CompletableFuture<Void> unlock(char[] passphrase) {
    return opening.unlock(
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
    return opening.unlock(() -> door.unlock(key));
  }

  @Override
  public CompletableFuture<List<ClientLine>> clients(String words) {
    return opening.ask(open -> words.isBlank() ? open.clients() : open.searchClients(words));
  }

  @Override
  public CompletableFuture<ClientRecords> client(ClientId client) {
    return opening.ask(open -> open.client(client));
  }

  @Override
  public CompletableFuture<Course> course(ClientId client, Instant since) {
    return opening.ask(
        open -> {
          ClientRecords records = open.client(client);
          List<SessionFigures> read = new ArrayList<>();
          for (SessionSummary each : records.sessions()) {
            if (!each.started().isBefore(since) && !each.simulated()) {
              sessions.figures(open, client, each.id()).ifPresent(read::add);
            }
          }
          return new Course(records, read);
        });
  }

  @Override
  public CompletableFuture<ClientId> add(Map<String, String> profile) {
    return opening.change(open -> open.add(profile));
  }

  @Override
  public CompletableFuture<Void> change(ClientId client, Map<String, String> fields) {
    return opening.change(
        open -> {
          open.change(client, fields);
          return null;
        });
  }

  @Override
  public CompletableFuture<Void> note(ClientId client, String text) {
    return opening.change(
        open -> {
          open.note(client, text);
          return null;
        });
  }

  @Override
  public CompletableFuture<Void> checkIn(ClientId client, CheckIn checkIn) {
    return opening.change(
        open -> {
          open.checkIn(client, checkIn);
          return null;
        });
  }

  @Override
  public CompletableFuture<Void> withdraw(ClientId client, String id) {
    return opening.change(
        open -> {
          open.withdraw(client, id);
          return null;
        });
  }

  @Override
  public CompletableFuture<Export.Written> export(ClientId client, Path folder) {
    return opening.ask(open -> new Export(open).client(client, folder));
  }

  @Override
  public CompletableFuture<List<Path>> erase(ClientId client) {
    return opening.change(
        open -> {
          open.client(client).sessions().forEach(each -> sessions.forget(each.id()));
          return open.erase(client, backups.everywhere());
        });
  }

  @Override
  public void chosen(Optional<ClientId> client) {
    sitting.chosen(client);
  }

  @Override
  public CompletableFuture<Optional<Doubt>> doubt(ClientId client, Instant chosenAt) {
    return sitting.doubt(client, chosenAt);
  }

  /** Completes the journals and lets go; waits a little for what is under way. */
  @Override
  public void close() throws IOException {
    try {
      opening.close();
    } finally {
      copying.shutdown();
    }
  }
}
