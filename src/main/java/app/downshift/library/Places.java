package app.downshift.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which file of a library lies where. */
final class Places {
  static final String JOURNAL = ".journal";
  static final String SESSION = ".session";
  static final String OPEN = ".jsonl";
  static final String SEALED = ".sealed";
  static final String PART = ".part";

  private final Path folder;

  Places(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  Path keys() {
    return folder.resolve("keys");
  }

  Path clients() {
    return folder.resolve("clients");
  }

  Path client(ClientId client) {
    return clients().resolve(client.text());
  }

  /** The journals of the library as a whole. */
  Path journals() {
    return folder.resolve("journals");
  }

  /** Where the files of an owner lie. */
  Path of(String owner) {
    return owner.equals(Keys.LIBRARY) ? journals() : client(new ClientId(owner));
  }

  /** The clients that have a folder. */
  List<ClientId> folders() throws IOException {
    try (Stream<Path> all = Files.list(clients())) {
      return all.map(each -> each.getFileName().toString())
          .filter(OpaqueNames::is)
          .sorted()
          .map(ClientId::new)
          .toList();
    } catch (NoSuchFileException none) {
      return List.of();
    }
  }

  /** Whether there is no client yet, as far as can be seen. */
  boolean holdNobody() {
    try {
      return folders().isEmpty();
    } catch (IOException refused) {
      return false; // the refresh says why
    }
  }

  /** The names of files in a folder, with their sizes where they are journals and 0 otherwise. */
  static Map<String, Long> files(Path folder) throws IOException {
    Map<String, Long> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path each : (Iterable<Path>) all::iterator) {
        String name = each.getFileName().toString();
        files.put(name, name.contains(JOURNAL) ? Files.size(each) : 0L);
      }
    } catch (NoSuchFileException none) {
      return Map.of();
    }
    return files;
  }

  static String session(SessionId session) {
    return session.text() + SESSION;
  }

  /** The name of a file without what tells whether it is sealed. */
  static String bare(String fileName) {
    return fileName.substring(0, fileName.lastIndexOf('.'));
  }

  /** Whose journal it is. */
  static String seatOf(String fileName) {
    return fileName.substring(0, fileName.indexOf('.'));
  }

  static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }
}
