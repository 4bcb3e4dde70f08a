package app.downshift.library;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * The keys of a sealed library: one for each client in a file of its own, wrapped by the master
 * key. Where the file of a client's key is gone, whatever of that client is left anywhere is noise.
 */
final class Keys {
  /** In the place of a client: what belongs to the library as a whole. */
  static final String LIBRARY = "library";

  private final Path folder;
  private final String library;
  private final KeyBytes master;
  private final SecureRandom random;
  private final Map<ClientId, KeyBytes> known = new HashMap<>();

  Keys(Path folder, String library, KeyBytes master, SecureRandom random) {
    this.folder = folder;
    this.library = library;
    this.master = master;
    this.random = random;
  }

  KeyBytes master() {
    return master;
  }

  /** The key of the index, which is kept on one computer. */
  SecretKey index() {
    return master.key("index");
  }

  /** How the lines of a client's file are sealed. */
  SealedLines client(ClientId client, String name) throws LibraryUnavailable {
    return new SealedLines(of(client).key("file " + name), client.text(), name, random);
  }

  /** How the lines of a file of the library as a whole are sealed. */
  SealedLines library(String name) {
    return new SealedLines(master.key("file " + name), LIBRARY, name, random);
  }

  boolean has(ClientId client) {
    return Files.exists(file(client));
  }

  /** Makes a key for a client who has none. */
  synchronized void make(ClientId client) throws IOException {
    if (has(client)) {
      return;
    }
    KeyBytes fresh = KeyBytes.fresh(random);
    byte[] wrapped = wrap().seal(bound(client), fresh.bytes());
    Files.createDirectories(folder);
    Path unfinished = folder.resolve(client.text() + ".part");
    Files.writeString(
        unfinished, Base64.getEncoder().encodeToString(wrapped) + "\n", StandardOpenOption.CREATE);
    try {
      Files.move(unfinished, file(client));
    } catch (FileAlreadyExistsException other) {
      Files.deleteIfExists(unfinished); // another computer was faster; its key is the key
      return;
    }
    known.put(client, fresh);
  }

  /** Destroys the key. The blocks are overwritten where the disk lets itself be told so. */
  synchronized void destroy(ClientId client) throws IOException {
    known.remove(client);
    destroy(file(client));
  }

  static void destroy(Path key) throws IOException {
    if (Files.exists(key)) {
      byte[] nothing = new byte[(int) Files.size(key)];
      Files.write(key, nothing, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
      Files.delete(key);
    }
  }

  Path file(ClientId client) {
    return folder.resolve(client.text() + ".key");
  }

  private synchronized KeyBytes of(ClientId client) throws LibraryUnavailable {
    KeyBytes key = known.get(client);
    if (key == null) {
      key = read(client);
      known.put(client, key);
    }
    return key;
  }

  private KeyBytes read(ClientId client) throws LibraryUnavailable {
    try {
      String text = Files.readString(file(client), StandardCharsets.US_ASCII).strip();
      Optional<byte[]> bytes = wrap().open(bound(client), Base64.getDecoder().decode(text));
      return bytes
          .filter(each -> each.length == KeyBytes.LENGTH)
          .map(KeyBytes::new)
          .orElseThrow(() -> damaged(client));
    } catch (NoSuchFileException gone) {
      throw new LibraryUnavailable(
          LibraryUnavailable.Reason.NOT_THERE,
          client.text(),
          "there is no key for this client",
          "the client was erased, or the key has to come from a backup");
    } catch (IOException | IllegalArgumentException broken) {
      throw damaged(client);
    }
  }

  private static LibraryUnavailable damaged(ClientId client) {
    return new LibraryUnavailable(
        LibraryUnavailable.Reason.DAMAGED,
        client.text(),
        "the key of this client is damaged",
        "take the file of the key from a backup");
  }

  private Aead wrap() {
    return new Aead(master.key("clients"), random);
  }

  private byte[] bound(ClientId client) {
    return ("downshift key 1 " + library + " " + client.text()).getBytes(StandardCharsets.UTF_8);
  }
}
