package app.downshift.app;

import app.downshift.library.ClientId;
import app.downshift.library.ClientLine;
import app.downshift.library.Library;
import app.downshift.library.LibraryDoor;
import app.downshift.library.LibraryUnavailable;
import app.downshift.library.Progress;
import app.downshift.ui.Records.News;
import app.downshift.ui.Records.Standing;
import app.downshift.ui.Records.Work;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * The library of records from closed to open: how it stands, what is new, and the thread on which
 * everything is asked of it, one thing after another.
 */
final class OpenRecords implements Closeable {
  private static final long RETRY_SECONDS = 5;
  private static final long CLOSING_SECONDS = 5;

  private final LibraryDoor door;
  private final ScheduledExecutorService work;
  private final BackupTimes backups;
  private final List<News> news = new ArrayList<>();
  private volatile Standing standing = new Standing.Busy(Work.OPENING, 0, 0);
  private volatile CompletableFuture<Library> library = new CompletableFuture<>();

  // Of the records' thread alone.
  private boolean begun;
  private long changes;
  private boolean waiting;

  /**
   * @param work the records' thread
   */
  OpenRecords(LibraryDoor door, ScheduledExecutorService work, BackupTimes backups) {
    this.door = door;
    this.work = work;
    this.backups = backups;
  }

  /** How the records stand; from any thread. */
  Standing standing() {
    return standing;
  }

  /** Opens the records where that was not done yet; otherwise looks what has changed. */
  void open() {
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
      refreshed(open, busy(Work.INDEX));
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

  /** Something that has to be told once. */
  void tell(News fresh) {
    work.execute(
        () -> {
          news.add(fresh);
          if (isOpen()) {
            show(opened());
          }
        });
  }

  /** A piece of news was read. */
  void told(News read) {
    work.execute(
        () -> {
          news.remove(read);
          if (isOpen()) {
            show(opened());
          }
        });
  }

  /** Tries again to write what the disk refused. */
  void retry() {
    work.execute(this::tick);
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

  /** The library, where it is open now. */
  Optional<Library> ifOpen() {
    return isOpen() ? Optional.of(opened()) : Optional.empty();
  }

  /** The library once it is open; waits for it. */
  Library awaited() throws InterruptedException, ExecutionException {
    return library.get();
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

  /** Where that cannot be told it is taken to be so: nothing readable is written then. */
  boolean sealedForSure() {
    try {
      return door.exists() && door.locked();
    } catch (LibraryUnavailable unknown) {
      return true;
    }
  }

  /** Opens sealed records, where they are not open yet. */
  CompletableFuture<Void> unlock(Callable<Library> way) {
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

  /** Says how far work with all of them is. */
  Progress busy(Work with) {
    return (done, of) -> standing = new Standing.Busy(with, done, of);
  }

  /** Opens anew, as after other files were put in their place. The records' thread only. */
  void openAnew() {
    library = new CompletableFuture<>();
    try {
      unboltAgain();
    } catch (LibraryUnavailable refused) {
      shut(refused);
    }
  }

  private void unboltAgain() throws LibraryUnavailable {
    if (door.locked()) {
      standing = new Standing.Locked(false);
    } else {
      enter(door.open());
    }
  }

  /** Something that is asked of an open library. */
  interface Question<T> {
    T of(Library open) throws Exception;
  }

  /** Asks the open library. */
  <T> CompletableFuture<T> ask(Question<T> question) {
    return soon(() -> question.of(library()));
  }

  /** Asks the open library for what may make lists others than before. */
  <T> CompletableFuture<T> change(Question<T> question) {
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

  /** Does something on the records' thread, open or not. */
  <T> CompletableFuture<T> soon(Callable<@Nullable T> callable) {
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
    }
  }
}
