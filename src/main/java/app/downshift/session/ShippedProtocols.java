package app.downshift.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The protocols that come with Downshift, in the format of everybody's own. */
public final class ShippedProtocols {
  private static final List<String> NAMES =
      List.of(
          "breathe",
          "breathe-short",
          "find-the-pace-stepped",
          "find-the-pace-sliding",
          "demonstrate",
          "one-minute-reset",
          "one-minute-reset-before-lifting",
          "one-minute-reset-before-bed",
          "one-minute-reset-shoulders",
          "regulate-then-move",
          "hands-on",
          "belly-and-chest",
          "quiet-control",
          "own-pace-control");

  private final ProtocolFile file = new ProtocolFile();

  /** Their names, in the order in which they are shown. */
  public List<String> names() {
    return NAMES;
  }

  /** One of them, by a name that {@link #names} tells. */
  public Protocol named(String name) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException("no such protocol ships: " + name);
    }
    try {
      return file.read(text(name), name);
    } catch (ProtocolInvalid broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static String text(String name) {
    String resource = "protocols/" + name + ProtocolFile.ENDING;
    try (InputStream in = ShippedProtocols.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not in the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
