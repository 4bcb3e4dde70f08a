package app.downshift.app;

import app.downshift.library.Backups;
import app.downshift.library.ClientId;
import app.downshift.library.ClientRecords;
import app.downshift.library.Library;
import app.downshift.library.LibraryDoor;
import app.downshift.library.LibraryUnavailable;
import app.downshift.library.RecoveryKey;
import app.downshift.ui.Records.Work;
import app.downshift.ui.Safekeeping;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The passphrase of the records, and copies of them in other places. */
final class AppSafekeeping implements Safekeeping {
  private final OpenRecords records;
  private final LibraryDoor door;
  private final Settings settings;
  private final BackupTimes backups;
  private final Clock wall;

  AppSafekeeping(
      OpenRecords records, LibraryDoor door, Settings settings, BackupTimes backups, Clock wall) {
    this.records = records;
    this.door = door;
    this.settings = settings;
    this.backups = backups;
    this.wall = wall;
  }

  @Override
  public CompletableFuture<RecoveryKey> seal(char[] passphrase) {
    return records.change(
        open -> {
          try {
            RecoveryKey key = open.seal(passphrase, records.busy(Work.SEALING));
            strapsIntoProfiles(open);
            return key;
          } finally {
            Arrays.fill(passphrase, '\0');
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
    return records.change(
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
    return records.change(Library::newRecoveryKey);
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
          records.ask(
              open -> {
                backups.whenDue(open, records::tell);
                return null;
              });
    }
  }

  @Override
  public CompletableFuture<Backups.Made> backUpNow(Path place) {
    return records.ask(open -> open).thenCompose(open -> backups.now(open, place));
  }

  @Override
  public CompletableFuture<List<Backups.Dated>> copies(Path place) {
    return records.soon(() -> new Backups(place, wall).all());
  }

  @Override
  public CompletableFuture<Backups.Restored> restore(Backups.Dated copy) {
    return records.soon(
        () -> {
          Optional<Library> before = records.ifOpen();
          if (before.isPresent() && !before.get().empty()) {
            throw new LibraryUnavailable(
                LibraryUnavailable.Reason.REFUSED,
                door.folder().toString(),
                "there are records here already",
                "restore on a computer that has none; nothing is ever overwritten");
          }
          try {
            return backups.restored(copy, door, before, records.busy(Work.RESTORE));
          } finally {
            records.openAnew();
          }
        });
  }
}
