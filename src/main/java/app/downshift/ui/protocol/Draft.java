package app.downshift.ui.protocol;

import app.downshift.session.Protocol;
import app.downshift.session.ProtocolFile;
import app.downshift.session.ProtocolInvalid;
import app.downshift.session.ProtocolText;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A protocol being made. It is at every moment one that could be kept and run: what is not, is not
 * taken over.
 */
final class Draft {
  private static final int MOST_UNDONE = 200;
  private static final int LONGEST_NAME = 36;

  private final ProtocolFile reader = new ProtocolFile();
  private final ProtocolText writer = new ProtocolText();
  private final Optional<Path> file;
  private final Deque<Protocol> before = new ArrayDeque<>();
  private Protocol now;
  private Protocol kept;
  private Object touched = this;

  /**
   * @param file the file it was read from, empty for a new one
   */
  Draft(Protocol protocol, Optional<Path> file) {
    this.now = protocol;
    this.kept = protocol;
    this.file = file;
  }

  Protocol now() {
    return now;
  }

  Optional<Path> file() {
    return file;
  }

  /** Whether there is something that would be lost. */
  boolean changed() {
    return !now.equals(kept);
  }

  /**
   * Takes over a change, if what comes out is a protocol.
   *
   * @param what was touched; one thing touched again and again is one change
   */
  boolean change(Protocol next, Object what) {
    if (next.equals(now)) {
      return true;
    }
    try {
      reader.read(writer.of(next), next.name());
    } catch (ProtocolInvalid refused) {
      return false;
    }
    if (!what.equals(touched)) {
      before.push(now);
      if (before.size() > MOST_UNDONE) {
        before.removeLast();
      }
    }
    touched = what;
    now = next;
    return true;
  }

  /** Takes the last change back; false when there is none. */
  boolean undo() {
    touched = this;
    if (before.isEmpty()) {
      return false;
    }
    now = before.pop();
    return true;
  }

  /** A word of files out of a title, that none of the taken ones is. */
  static String name(String title, Set<String> taken) {
    String plain =
        Normalizer.normalize(title.replace("ß", "ss"), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String word = plain.isEmpty() ? "protocol" : plain;
    String shorter = word.substring(0, Math.min(LONGEST_NAME, word.length()));
    String name = shorter;
    for (int i = 2; taken.contains(name); i++) {
      name = shorter + "-" + i;
    }
    return name;
  }
}
