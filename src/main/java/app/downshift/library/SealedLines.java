package app.downshift.library;

import app.downshift.recording.LineSeal;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * The lines of one file, each sealed for its place: AES-256-GCM in Base64, bound to whose file it
 * is, to its name and to the number of the line. Of one thread.
 */
final class SealedLines implements LineSeal {
  /** Line 1 of every sealed file; the only one that can be read. */
  static final String PREAMBLE = "downshift sealed lines 1";

  private static final byte CONTENT = 'L';
  private static final byte END = 'E';

  private final Aead aead;
  private final String place;

  /**
   * @param key of this file alone
   * @param owner the client whose file it is
   * @param name the name of the file, without what tells its kind of writing
   */
  SealedLines(SecretKey key, String owner, String name, SecureRandom random) {
    aead = new Aead(key, random);
    place = "downshift line 1 " + owner + " " + name + " ";
  }

  /** A line that was opened: what it holds, or that it is the end. */
  record Opened(String text, boolean end) {}

  @Override
  public Optional<String> preamble() {
    return Optional.of(PREAMBLE);
  }

  @Override
  public String seal(long number, String line) {
    return seal(number, CONTENT, line);
  }

  @Override
  public Optional<String> ending(long number) {
    return Optional.of(seal(number, END, ""));
  }

  /** Empty when it was not sealed for this place, or is not as it was. */
  Optional<Opened> open(long number, String sealed) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(sealed);
    } catch (IllegalArgumentException damaged) {
      return Optional.empty();
    }
    // Base64 has bits to spare at its end; changed ones are a change too.
    if (!Base64.getEncoder().encodeToString(bytes).equals(sealed)) {
      return Optional.empty();
    }
    return aead.open(bound(number), bytes)
        .filter(plain -> plain.length > 0 && (plain[0] == CONTENT || plain[0] == END))
        .map(
            plain ->
                new Opened(
                    new String(plain, 1, plain.length - 1, StandardCharsets.UTF_8),
                    plain[0] == END));
  }

  private String seal(long number, byte kind, String line) {
    byte[] text = line.getBytes(StandardCharsets.UTF_8);
    byte[] plain = new byte[text.length + 1];
    plain[0] = kind;
    System.arraycopy(text, 0, plain, 1, text.length);
    byte[] sealed = aead.seal(bound(number), plain);
    Arrays.fill(plain, (byte) 0);
    return Base64.getEncoder().encodeToString(sealed);
  }

  private byte[] bound(long number) {
    return (place + number).getBytes(StandardCharsets.UTF_8);
  }
}
