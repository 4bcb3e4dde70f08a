package app.downshift.library;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one small file that says what a folder is: {@code library.json}.
 *
 * @param lock present when a passphrase is set
 * @param sealing whether files from before the passphrase may still lie open
 */
record LibraryHead(String id, Optional<Lock> lock, boolean sealing) {
  static final String NAME = "library.json";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Optional<LibraryHead> read(Path folder) throws LibraryUnavailable {
    Path file = folder.resolve(NAME);
    try {
      JsonNode node = JSON.readTree(Files.readString(file));
      int format = node.path("format").intValue(0);
      if (!"library".equals(node.path("type").stringValue("")) || format < 1) {
        throw damaged(file);
      }
      if (format > Migrations.FORMAT) {
        throw new LibraryUnavailable(
            LibraryUnavailable.Reason.NEWER,
            file.toString(),
            "it is of format " + format + ", newer than this program",
            "update Downshift");
      }
      String id = OpaqueNames.checked(node.path("id").stringValue(""));
      return Optional.of(
          new LibraryHead(
              id, lock(id, node.get("lock")), node.path("sealing").booleanValue(false)));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (JacksonException | IllegalArgumentException broken) {
      throw damaged(file);
    } catch (IOException refused) {
      throw LibraryUnavailable.byDisk(file, "it cannot be read", refused);
    }
  }

  /** Writes it whole or not at all; {@code first} never replaces one that is there. */
  void write(Path folder, boolean first) throws IOException {
    Files.createDirectories(folder);
    Path unfinished = folder.resolve(NAME + "." + ProcessHandle.current().pid() + ".part");
    Files.writeString(
        unfinished,
        text() + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE,
        StandardOpenOption.SYNC);
    try {
      if (first) {
        Files.move(unfinished, folder.resolve(NAME));
      } else {
        Files.move(unfinished, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (FileAlreadyExistsException faster) {
      Files.deleteIfExists(unfinished); // another computer began it; what it wrote is read
    }
  }

  private String text() {
    ObjectNode node = JSON.createObjectNode();
    node.put("type", "library").put("format", Migrations.FORMAT).put("id", id);
    lock.ifPresent(
        each ->
            node.putObject("lock")
                .put("kdf", "PBKDF2-HMAC-SHA256")
                .put("rounds", each.rounds())
                .put("salt", each.saltText())
                .put("by_passphrase", Base64.getEncoder().encodeToString(each.byPassphrase()))
                .put("by_recovery_key", Base64.getEncoder().encodeToString(each.byRecoveryKey())));
    if (sealing) {
      node.put("sealing", true);
    }
    return JSON.writeValueAsString(node);
  }

  private static Optional<Lock> lock(String id, @Nullable JsonNode node) {
    if (node == null) {
      return Optional.empty();
    }
    int rounds = node.path("rounds").intValue(0);
    if (!"PBKDF2-HMAC-SHA256".equals(node.path("kdf").stringValue(""))
        || rounds < 1
        || rounds > Lock.MOST_ROUNDS) {
      throw new IllegalArgumentException("a lock of another kind");
    }
    return Optional.of(
        new Lock(
            id,
            rounds,
            bytes(node, "salt"),
            bytes(node, "by_passphrase"),
            bytes(node, "by_recovery_key")));
  }

  private static byte[] bytes(JsonNode node, String field) {
    return Base64.getDecoder().decode(node.path(field).stringValue(""));
  }

  private static LibraryUnavailable damaged(Path file) {
    return new LibraryUnavailable(
        LibraryUnavailable.Reason.DAMAGED,
        file.toString(),
        "it does not say what a library of records is",
        "take it from a backup");
  }
}
