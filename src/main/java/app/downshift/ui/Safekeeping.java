package app.downshift.ui;

import app.downshift.library.Backups;
import app.downshift.library.RecoveryKey;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What keeps the records safe, in the manner of {@link Records}: a passphrase and copies. */
public interface Safekeeping {
  /** Sets a passphrase and seals all files; gives the recovery key, which is kept nowhere. */
  CompletableFuture<RecoveryKey> seal(char[] passphrase);

  /** Sets another passphrase. */
  CompletableFuture<Void> changePassphrase(char[] passphrase);

  /** Another recovery key; the one before does not open any more. */
  CompletableFuture<RecoveryKey> newRecoveryKey();

  /** What is arranged about backups. */
  BackupPlan backups();

  /**
   * What is arranged about backups.
   *
   * @param place where dated copies are made by themselves; empty where nobody chose one
   * @param every how old the newest one may be before another one is due
   * @param last when the newest one there was made, as far as this computer knows
   * @param done how many files of the one that is being made are copied
   * @param of of how many; 0 while none is being made
   */
  record BackupPlan(
      Optional<Path> place, Duration every, Optional<Instant> last, int done, int of) {}

  /** Lets dated copies be made there by themselves; empty for none. */
  void backUpTo(Optional<Path> place);

  /** Makes a dated copy there now. */
  CompletableFuture<Backups.Made> backUpNow(Path place);

  /** The copies in a place, newest first. */
  CompletableFuture<List<Backups.Dated>> copies(Path place);

  /** Puts a copy in the place of records that are empty, and opens them. */
  CompletableFuture<Backups.Restored> restore(Backups.Dated copy);
}
