package app.downshift.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/**
 * The way into a library of records: what can be known before it is open.
 *
 * <p>The folder may be shared by several computers; what belongs to this one alone lies elsewhere.
 */
public final class LibraryDoor {
  /** Lies in a folder while a backup is put there. */
  static final String RESTORING = "restoring" + Places.PART;

  private final Path folder;
  private final Path local;
  private final Clock wall;
  private final String application;
  private final Migrations migrations;
  private final int rounds;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param folder where the records are, or are to be
   * @param local where this computer keeps its seats and its index
   * @param application the program and version that writes
   */
  public LibraryDoor(Path folder, Path local, Clock wall, String application) {
    this(folder, local, wall, application, Migrations.shipped(), Lock.ROUNDS);
  }

  LibraryDoor(
      Path folder, Path local, Clock wall, String application, Migrations migrations, int rounds) {
    this.folder = folder;
    this.local = local;
    this.wall = wall;
    this.application = application;
    this.migrations = migrations;
    this.rounds = rounds;
  }

  public Path folder() {
    return folder;
  }

  /** Whether there are records already. */
  public boolean exists() throws LibraryUnavailable {
    return LibraryHead.read(folder).isPresent();
  }

  /** Whether a passphrase is needed. */
  public boolean locked() throws LibraryUnavailable {
    return LibraryHead.read(folder).flatMap(LibraryHead::lock).isPresent();
  }

  /** Gets ready what costs time, while the passphrase is being typed. */
  public void warmUp() {
    IndexFile.warmUp(random);
    Lock.warmUp();
  }

  /** Opens records without a passphrase; makes a new library where there is none. */
  public Library open() throws LibraryUnavailable {
    LibraryHead head = head();
    if (head.lock().isPresent()) {
      throw new LibraryUnavailable(
          LibraryUnavailable.Reason.LOCKED,
          folder.toString(),
          "a passphrase is set",
          "give the passphrase or the recovery key");
    }
    return library(head, Optional.empty());
  }

  /** Opens sealed records. */
  public Library unlock(char[] passphrase) throws LibraryUnavailable {
    LibraryHead head = head();
    return library(head, Optional.of(lock(head).open(passphrase, random)));
  }

  /** Opens sealed records whose passphrase was forgotten. */
  public Library unlock(RecoveryKey recovery) throws LibraryUnavailable {
    LibraryHead head = head();
    return library(head, Optional.of(lock(head).open(recovery, random)));
  }

  private Lock lock(LibraryHead head) throws LibraryUnavailable {
    return head.lock()
        .orElseThrow(
            () ->
                LibraryUnavailable.refused(
                    LibraryUnavailable.Matter.NOT_SEALED,
                    folder.toString(),
                    "no passphrase is set",
                    "open it without one"));
  }

  private Library library(LibraryHead head, Optional<KeyBytes> master) throws LibraryUnavailable {
    return Library.opened(
        new Library.Setting(folder, local, wall, application, migrations, random, rounds),
        head,
        master);
  }

  private LibraryHead head() throws LibraryUnavailable {
    if (Files.exists(folder.resolve(RESTORING))) {
      throw damaged(
          "a backup was being put there, and that was cut short",
          "delete the folder, and restore the backup again");
    }
    Optional<LibraryHead> there = LibraryHead.read(folder);
    if (there.isPresent()) {
      return there.get();
    }
    if (Files.exists(new Places(folder).keys())) {
      // A new head would be a library of another name without the lock: nothing would open again.
      throw damaged(
          LibraryHead.NAME + " is missing, and without it the sealed files do not open",
          "take it from a backup, where it lies beside the dated copies");
    }
    try {
      var fresh = new LibraryHead(new OpaqueNames(random).next(), Optional.empty(), false);
      fresh.write(folder, true);
    } catch (IOException refused) {
      throw LibraryUnavailable.refused(
          LibraryUnavailable.Matter.DISK,
          folder.toString(),
          "no library can be made there (" + refused.getMessage() + ")",
          "choose a folder that can be written to");
    }
    return LibraryHead.read(folder)
        .orElseThrow(
            () ->
                LibraryUnavailable.refused(
                    LibraryUnavailable.Matter.DISK,
                    folder.toString(),
                    "what was written cannot be read",
                    "check the disk"));
  }

  private LibraryUnavailable damaged(String what, String advice) {
    return new LibraryUnavailable(
        LibraryUnavailable.Reason.DAMAGED, folder.toString(), what, advice);
  }
}
