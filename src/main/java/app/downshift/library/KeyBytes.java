package app.downshift.library;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * 256 secret bits from which keys for single purposes are derived, one block of HKDF-Expand each
 * (RFC 5869, section 2.3).
 */
final class KeyBytes {
  static final int LENGTH = 32;

  private final byte[] bytes;

  KeyBytes(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("a key has " + LENGTH + " bytes");
    }
    this.bytes = bytes.clone();
  }

  static KeyBytes fresh(SecureRandom random) {
    byte[] bytes = new byte[LENGTH];
    random.nextBytes(bytes);
    return new KeyBytes(bytes);
  }

  byte[] bytes() {
    return bytes.clone();
  }

  /** The AES key for one purpose. */
  SecretKey key(String purpose) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
      mac.update(purpose.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 1);
      return new SecretKeySpec(mac.doFinal(), "AES");
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every JDK has HMAC-SHA256", missing);
    }
  }

  @Override
  public String toString() {
    return "a key"; // never into a log
  }
}
