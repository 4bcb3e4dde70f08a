package app.downshift.library;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * The master key, wrapped twice: by a key from the passphrase (PBKDF2-HMAC-SHA256, RFC 8018,
 * section 5.2) and by the recovery key.
 *
 * @param library what it belongs to; a lock of another library does not open
 */
@SuppressWarnings("ArrayRecordComponent") // equals and hashCode below look into them
record Lock(String library, int rounds, byte[] salt, byte[] byPassphrase, byte[] byRecoveryKey) {

  /** What OWASP recommends at least for PBKDF2-HMAC-SHA256. */
  static final int ROUNDS = 600_000;

  /** More would only serve to make a program that opens a forged file hang. */
  static final int MOST_ROUNDS = 20_000_000;

  static final int SHORTEST_PASSPHRASE = 8;

  private static final int SALT_BYTES = 32;
  private static final int WARM_ROUNDS = 20_000;
  private static final int WARM_TIMES = 20;

  /** Lets the JIT compile the derivation before somebody waits for it. */
  static void warmUp() {
    for (int i = 0; i < WARM_TIMES; i++) {
      stretched("warm".toCharArray(), new byte[SALT_BYTES], WARM_ROUNDS);
    }
  }

  static Lock of(
      String library,
      KeyBytes master,
      char[] passphrase,
      RecoveryKey recovery,
      int rounds,
      SecureRandom random) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    var byPassphrase =
        new Aead(stretched(passphrase, salt, rounds).key("passphrase"), random)
            .seal(bound(library, "passphrase"), master.bytes());
    return new Lock(
        library, rounds, salt, byPassphrase, wrapped(library, master, recovery, random));
  }

  /** The same master behind another passphrase; the recovery key stays. */
  Lock withPassphrase(KeyBytes master, char[] passphrase, int newRounds, SecureRandom random) {
    byte[] newSalt = new byte[SALT_BYTES];
    random.nextBytes(newSalt);
    var wrapped =
        new Aead(stretched(passphrase, newSalt, newRounds).key("passphrase"), random)
            .seal(bound(library, "passphrase"), master.bytes());
    return new Lock(library, newRounds, newSalt, wrapped, byRecoveryKey);
  }

  /** The same master behind another recovery key. */
  Lock withRecoveryKey(KeyBytes master, RecoveryKey recovery, SecureRandom random) {
    return new Lock(
        library, rounds, salt, byPassphrase, wrapped(library, master, recovery, random));
  }

  /**
   * The master key.
   *
   * @throws LibraryUnavailable in the same words and after the same work whatever does not fit
   */
  KeyBytes open(char[] passphrase, SecureRandom random) throws LibraryUnavailable {
    return new Aead(stretched(passphrase, salt, rounds).key("passphrase"), random)
        .open(bound(library, "passphrase"), byPassphrase)
        .filter(bytes -> bytes.length == KeyBytes.LENGTH)
        .map(KeyBytes::new)
        .orElseThrow(LibraryUnavailable::wrongKey);
  }

  KeyBytes open(RecoveryKey recovery, SecureRandom random) throws LibraryUnavailable {
    return new Aead(recovery.key().key("recovery"), random)
        .open(bound(library, "recovery"), byRecoveryKey)
        .filter(bytes -> bytes.length == KeyBytes.LENGTH)
        .map(KeyBytes::new)
        .orElseThrow(LibraryUnavailable::wrongKey);
  }

  String saltText() {
    return Base64.getEncoder().encodeToString(salt);
  }

  private static byte[] wrapped(
      String library, KeyBytes master, RecoveryKey recovery, SecureRandom random) {
    return new Aead(recovery.key().key("recovery"), random)
        .seal(bound(library, "recovery"), master.bytes());
  }

  private static byte[] bound(String library, String by) {
    return ("downshift lock 1 " + library + " " + by).getBytes(StandardCharsets.UTF_8);
  }

  /** Composed characters, so that one keyboard opens what another one locked. */
  private static KeyBytes stretched(char[] passphrase, byte[] salt, int rounds) {
    char[] composed =
        Normalizer.normalize(CharBuffer.wrap(passphrase), Normalizer.Form.NFC).toCharArray();
    var spec =
        new PBEKeySpec(composed.length == 0 ? new char[] {' '} : composed, salt, rounds, 256);
    try {
      return new KeyBytes(
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded());
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every JDK has PBKDF2", missing);
    } finally {
      spec.clearPassword();
      Arrays.fill(composed, '\0');
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Lock lock
        && library.equals(lock.library)
        && rounds == lock.rounds
        && Arrays.equals(salt, lock.salt)
        && Arrays.equals(byPassphrase, lock.byPassphrase)
        && Arrays.equals(byRecoveryKey, lock.byRecoveryKey);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(salt);
  }
}
