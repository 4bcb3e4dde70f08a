package app.downshift.app;

import app.downshift.library.Backups;
import app.downshift.library.Library;
import app.downshift.library.LibraryDoor;
import app.downshift.library.LibraryUnavailable;
import app.downshift.library.Progress;
import app.downshift.ui.Records.News;
import app.downshift.ui.Safekeeping.BackupPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.tinylog.Logger;

/** Dated copies of the records: by themselves where a place was chosen, and when asked for. */
final class BackupTimes {
  private static final Duration EVERY = Duration.ofHours(24);
  private static final int KEEP = 14;

  private final Settings settings;
  private final Executor copying;
  private final Clock wall;
  private volatile Optional<Instant> last = Optional.empty();
  private volatile int done;
  private volatile int of;

  /**
   * @param copying where copies are made, one at a time: the records are read on meanwhile
   */
  BackupTimes(Settings settings, Executor copying, Clock wall) {
    this.settings = settings;
    this.copying = copying;
    this.wall = wall;
  }

  BackupPlan plan() {
    return new BackupPlan(settings.backupPlace(), EVERY, last, done, of);
  }

  void keepTo(Optional<Path> place) {
    settings.backUpTo(place);
    last = Optional.empty();
  }

  /** All places where copies were ever made from here: whoever is erased is forgotten there. */
  List<Path> everywhere() {
    return settings.backupPlaces();
  }

  /** Makes a copy where one is due; tells what came of it, quietly. */
  void whenDue(Library library, Consumer<News> told) {
    Optional<Path> place = settings.backupPlace();
    if (place.isPresent()) {
      copying.execute(() -> ifDue(library, place.get(), told));
    }
  }

  private void ifDue(Library library, Path place, Consumer<News> told) {
    try {
      var backups = new Backups(place, wall);
      if (library.empty()) {
        return;
      }
      if (backups.due(library.id(), EVERY)) {
        // A drive that is not there must not become a folder of the same name.
        if (!Files.isDirectory(place)) {
          throw new LibraryUnavailable(
              LibraryUnavailable.Reason.NOT_THERE,
              place.toString(),
              "the place is not there",
              "plug the disk in");
        }
        made(library, place);
        told.accept(new News.BackedUp(place, wall.instant()));
      } else {
        last = newest(backups, library);
      }
    } catch (LibraryUnavailable refused) {
      Logger.warn("The backup that was due: {}", refused.getMessage());
      told.accept(new News.BackupFailed(place, refused.what()));
    }
  }

  private static Optional<Instant> newest(Backups backups, Library library)
      throws LibraryUnavailable {
    return backups.all().stream()
        .filter(each -> each.library().equals(library.id()))
        .map(Backups.Dated::at)
        .findFirst();
  }

  /** Makes a copy now. */
  CompletableFuture<Backups.Made> now(Library library, Path place) {
    var answer = new CompletableFuture<Backups.Made>();
    copying.execute(
        () -> {
          try {
            answer.complete(made(library, place));
          } catch (LibraryUnavailable refused) {
            answer.completeExceptionally(refused);
          }
        });
    return answer;
  }

  private Backups.Made made(Library library, Path place) throws LibraryUnavailable {
    settings.rememberBackupPlace(place);
    try {
      Backups.Made made =
          new Backups(place, wall)
              .make(
                  library,
                  KEEP,
                  (now, all) -> {
                    done = now;
                    of = all;
                  });
      if (settings.backupPlace().equals(Optional.of(place))) {
        last = Optional.of(made.copy().at());
      }
      return made;
    } finally {
      done = 0;
      of = 0;
    }
  }

  /**
   * Puts a copy in the place of records that are empty. What was there is set aside, never deleted.
   */
  Backups.Restored restored(
      Backups.Dated copy, LibraryDoor door, Optional<Library> before, Progress progress)
      throws LibraryUnavailable, IOException {
    if (before.isPresent()) {
      before.get().close();
    }
    Path folder = door.folder();
    Path aside = folder.resolveSibling(folder.getFileName() + "-before-restoring");
    for (int i = 2; Files.exists(aside); i++) {
      aside = folder.resolveSibling(folder.getFileName() + "-before-restoring-" + i);
    }
    boolean moved = Files.exists(folder);
    if (moved) {
      Files.move(folder, aside);
    }
    try {
      Path place = copy.folder().toAbsolutePath().getParent().getParent();
      return new Backups(place, wall).restore(copy, folder, progress);
    } catch (LibraryUnavailable refused) {
      if (moved && !door.exists()) {
        Files.move(folder, folder.resolveSibling(aside.getFileName() + "-failed"));
        Files.move(aside, folder);
      }
      throw refused;
    }
  }
}
