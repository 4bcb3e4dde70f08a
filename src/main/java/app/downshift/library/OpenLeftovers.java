package app.downshift.library;

import app.downshift.recording.LineAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Open files that lie in a sealed library: from before the passphrase, or written by a computer
 * that had not heard of it.
 */
final class OpenLeftovers {
  private final Places places;
  private final OpaqueNames names;

  OpenLeftovers(Places places, OpaqueNames names) {
    this.places = places;
    this.names = names;
  }

  /** Seals all of them, and then deletes them. */
  void seal(Keys keys, Progress progress) throws IOException, LibraryUnavailable {
    List<ClientId> clients = places.folders();
    int done = 0;
    for (ClientId client : clients) {
      for (String name : Places.files(places.client(client)).keySet()) {
        if (name.endsWith(Places.OPEN)) {
          keys.make(client);
          sealOne(places.client(client).resolve(name), keys.client(client, Places.bare(name)));
        }
      }
      progress.at(++done, clients.size());
    }
    for (String name : Places.files(places.journals()).keySet()) {
      if (name.endsWith(Places.OPEN)) {
        sealOne(places.journals().resolve(name), keys.library(Places.bare(name)));
      }
    }
  }

  private void sealOne(Path open, SealedLines seal) throws IOException {
    String name = open.getFileName().toString();
    Path sealed = open.resolveSibling(Places.bare(name) + Places.SEALED);
    if (Files.exists(sealed)) {
      // Sealed already, or written to again by a computer that had not heard of the passphrase.
      Path other = open.resolveSibling(names.next() + Places.JOURNAL + Places.OPEN);
      if (name.contains(Places.JOURNAL) && !sameStart(open, sealed, seal)) {
        Files.move(open, other);
        return; // its turn comes under its new name
      }
      Files.delete(open);
      return;
    }
    Path unfinished = sealed.resolveSibling(sealed.getFileName() + Places.PART);
    Files.deleteIfExists(unfinished);
    KeptLines lines = KeptLines.read(open, Optional.empty());
    try (var out = LineAppender.create(unfinished, seal)) {
      if (!out.append(lines.texts())) {
        throw new IOException(out.trouble().orElse("the disk refuses"));
      }
    }
    Files.move(unfinished, sealed);
    Files.delete(open);
  }

  /** Whether the sealed file holds all lines of the open one. */
  private static boolean sameStart(Path open, Path sealed, SealedLines seal) throws IOException {
    List<String> there = KeptLines.read(sealed, Optional.of(seal)).texts();
    List<String> now = KeptLines.read(open, Optional.empty()).texts();
    return there.size() >= now.size() && there.subList(0, now.size()).equals(now);
  }
}
