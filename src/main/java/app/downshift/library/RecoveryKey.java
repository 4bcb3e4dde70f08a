package app.downshift.library;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * A second way in when the passphrase is forgotten, shown once and never kept: 256 random bits, as
 * 14 groups of four letters and digits without 0, 1, 8 and 9. The last group checks the others.
 */
public final class RecoveryKey {
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int KEY_LETTERS = 52; // 260 bits for 256
  private static final int CHECK_LETTERS = 4;
  private static final int GROUP = 4;

  private final KeyBytes bytes;

  RecoveryKey(KeyBytes bytes) {
    this.bytes = bytes;
  }

  static RecoveryKey fresh(SecureRandom random) {
    return new RecoveryKey(KeyBytes.fresh(random));
  }

  /** As typed, in whatever case and with whatever between the letters; empty when mistyped. */
  public static Optional<RecoveryKey> typed(String words) {
    String letters = words.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
    if (letters.length() != KEY_LETTERS + CHECK_LETTERS) {
      return Optional.empty();
    }
    byte[] bytes = new byte[KeyBytes.LENGTH];
    for (int i = 0; i < KEY_LETTERS; i++) {
      int value = LETTERS.indexOf(letters.charAt(i));
      if (value < 0) {
        return Optional.empty();
      }
      for (int bit = 0; bit < 5; bit++) {
        int at = 5 * i + bit;
        if ((value >> (4 - bit) & 1) != 0 && at < 8 * bytes.length) {
          bytes[at / 8] |= (byte) (0x80 >> at % 8);
        }
      }
    }
    var key = new RecoveryKey(new KeyBytes(bytes));
    return key.letters().equals(letters) ? Optional.of(key) : Optional.empty();
  }

  /** What is shown, once. */
  public String words() {
    return letters().replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
  }

  KeyBytes key() {
    return bytes;
  }

  private String letters() {
    byte[] key = bytes.bytes();
    String letters = letters(key, KEY_LETTERS);
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update("recovery key".getBytes(StandardCharsets.US_ASCII));
      return letters + letters(digest.digest(key), CHECK_LETTERS);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }

  private static String letters(byte[] bytes, int count) {
    var letters = new StringBuilder(count);
    for (int i = 0; i < count; i++) {
      int value = 0;
      for (int at = 5 * i; at < 5 * i + 5; at++) {
        boolean set = at < 8 * bytes.length && (bytes[at / 8] & 0x80 >> at % 8) != 0;
        value = value << 1 | (set ? 1 : 0);
      }
      letters.append(LETTERS.charAt(value));
    }
    return letters.toString();
  }

  @Override
  public String toString() {
    return "a recovery key"; // never into a log
  }
}
