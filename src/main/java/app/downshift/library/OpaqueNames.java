package app.downshift.library;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/** Names that say nothing and are never given twice: 128 random bits in letters and digits. */
final class OpaqueNames {
  private static final char[] LETTERS = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();
  private static final int LENGTH = 26;
  private static final Pattern NAME = Pattern.compile("[a-z2-7]{" + LENGTH + "}");

  private final SecureRandom random;

  OpaqueNames(SecureRandom random) {
    this.random = random;
  }

  String next() {
    byte[] bytes = new byte[LENGTH];
    random.nextBytes(bytes);
    var name = new StringBuilder(LENGTH);
    for (byte each : bytes) {
      name.append(LETTERS[each & 31]);
    }
    return name.toString();
  }

  static boolean is(String name) {
    return NAME.matcher(name).matches();
  }

  static String checked(String name) {
    if (!is(name)) {
      throw new IllegalArgumentException("not a name of the library: " + name);
    }
    return name;
  }
}
