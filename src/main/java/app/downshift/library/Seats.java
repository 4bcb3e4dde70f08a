package app.downshift.library;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Under which names this computer writes. Each running program has a seat of its own, and takes it
 * again when it is started the next time; the files that tell so lie on this computer, never in a
 * shared folder. Where they cannot be locked a new seat is taken, which costs a file and is right
 * all the same.
 */
final class Seats {
  private final Path folder;
  private final OpaqueNames names;

  Seats(Path folder, OpaqueNames names) {
    this.folder = folder;
    this.names = names;
  }

  /** A seat that is held until it is closed, or the process ends. */
  record Seat(String name, @Nullable FileChannel held) implements Closeable {
    @Override
    public void close() throws IOException {
      if (held != null) {
        held.close();
      }
    }
  }

  Seat take() {
    for (String name : all()) {
      Optional<Seat> seat = held(name, StandardOpenOption.WRITE);
      if (seat.isPresent()) {
        return seat.get();
      }
    }
    String name = names.next();
    try {
      Files.createDirectories(folder);
    } catch (IOException refused) {
      return new Seat(name, null);
    }
    return held(name, StandardOpenOption.CREATE_NEW).orElseGet(() -> new Seat(name, null));
  }

  /** The seats of this computer. */
  List<String> all() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(OpaqueNames::is)
          .sorted()
          .toList();
    } catch (IOException none) {
      return List.of();
    }
  }

  /** Whether a seat of this computer has nobody on it; false for one of another computer. */
  boolean left(String name) {
    if (!Files.exists(folder.resolve(name))) {
      return false;
    }
    Optional<Seat> seat = held(name, StandardOpenOption.WRITE);
    seat.ifPresent(
        each -> {
          try {
            each.close();
          } catch (IOException refused) {
            throw new IllegalStateException(refused);
          }
        });
    return seat.isPresent();
  }

  private Optional<Seat> held(String name, StandardOpenOption how) {
    FileChannel channel = null;
    try {
      channel = FileChannel.open(folder.resolve(name), how, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return Optional.of(new Seat(name, channel));
      }
    } catch (IOException | OverlappingFileLockException taken) {
      // another one then
    }
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException refused) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
