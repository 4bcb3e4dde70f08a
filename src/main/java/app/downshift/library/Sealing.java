package app.downshift.library;

import app.downshift.recording.LineSeal;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** How the files of a library are sealed: not at all, or by the keys behind its passphrase. */
final class Sealing {
  private final Path folder;
  private final SecureRandom random;
  private final int rounds;
  private LibraryHead head;
  private Optional<Keys> keys;

  /**
   * @param master present when the library is sealed
   * @param rounds of the key derivation, when a passphrase is set
   */
  Sealing(
      Path folder, LibraryHead head, Optional<KeyBytes> master, SecureRandom random, int rounds) {
    this.folder = folder;
    this.head = head;
    this.random = random;
    this.rounds = rounds;
    keys = master.map(this::keys);
  }

  /** The opaque name of the library. */
  String library() {
    return head.id();
  }

  Optional<Keys> keys() {
    return keys;
  }

  /** How names of files end. */
  String ending() {
    return keys.isPresent() ? Places.SEALED : Places.OPEN;
  }

  /** How the lines of a file are sealed; {@code owner} as in {@link Places#of}. */
  Optional<SealedLines> of(String owner, String name) throws LibraryUnavailable {
    if (keys.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        owner.equals(Keys.LIBRARY)
            ? keys.get().library(name)
            : keys.get().client(new ClientId(owner), name));
  }

  /** How the lines of a session are sealed. */
  Optional<SealedLines> of(ClientId client, SessionId session) throws LibraryUnavailable {
    return of(client.text(), Places.session(session));
  }

  LineSeal lines(ClientId client, SessionId session) throws LibraryUnavailable {
    Optional<SealedLines> sealed = of(client, session);
    return sealed.isPresent() ? sealed.get() : LineSeal.none();
  }

  /** Sets the first passphrase; files that lie open stay so until they are sealed. */
  RecoveryKey begin(char[] passphrase) throws LibraryUnavailable {
    KeyBytes master = KeyBytes.fresh(random);
    RecoveryKey recovery = RecoveryKey.fresh(random);
    Lock lock = Lock.of(head.id(), master, passphrase, recovery, rounds, random);
    try {
      become(new LibraryHead(head.id(), Optional.of(lock), true));
    } catch (IOException refused) {
      throw LibraryUnavailable.byDisk(folder, "the passphrase cannot be set", refused);
    }
    keys = Optional.of(keys(master));
    return recovery;
  }

  /** No file lies open any more. */
  void complete() throws IOException {
    if (head.sealing()) {
      become(new LibraryHead(head.id(), head.lock(), false));
    }
  }

  /** Only the wrapping of the master key changes. */
  void changePassphrase(char[] passphrase) throws LibraryUnavailable {
    Keys open = keysOrRefuse();
    relock(lock -> lock.withPassphrase(open.master(), passphrase, rounds, random));
  }

  /** Another recovery key; the one before does not open any more. */
  RecoveryKey newRecoveryKey() throws LibraryUnavailable {
    Keys open = keysOrRefuse();
    RecoveryKey recovery = RecoveryKey.fresh(random);
    relock(lock -> lock.withRecoveryKey(open.master(), recovery, random));
    return recovery;
  }

  static void longEnough(char[] passphrase) throws LibraryUnavailable {
    if (passphrase.length < Lock.SHORTEST_PASSPHRASE) {
      throw LibraryUnavailable.refused(
          LibraryUnavailable.Matter.TOO_SHORT,
          "passphrase",
          "it is too short",
          "take " + Lock.SHORTEST_PASSPHRASE + " characters or more, better several words");
    }
  }

  private void relock(UnaryOperator<Lock> change) throws LibraryUnavailable {
    try {
      LibraryHead now = LibraryHead.read(folder).orElse(head);
      become(new LibraryHead(head.id(), now.lock().map(change), now.sealing()));
    } catch (IOException refused) {
      throw LibraryUnavailable.byDisk(
          folder, "the lock cannot be written; the old one still holds", refused);
    }
  }

  /** On the disk first: what could not be written does not count. */
  private void become(LibraryHead next) throws IOException {
    next.write(folder, false);
    head = next;
  }

  private Keys keysOrRefuse() throws LibraryUnavailable {
    return keys.orElseThrow(
        () ->
            LibraryUnavailable.refused(
                LibraryUnavailable.Matter.NOT_SEALED,
                folder.toString(),
                "no passphrase is set",
                "set one first"));
  }

  private Keys keys(KeyBytes master) {
    return new Keys(new Places(folder).keys(), head.id(), master, random);
  }
}
