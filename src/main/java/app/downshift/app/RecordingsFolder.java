package app.downshift.app;

import app.downshift.recording.SessionLines;
import app.downshift.recording.SessionWriter;
import app.downshift.recording.UnreadableFile;
import app.downshift.session.Protocol;
import app.downshift.session.SessionPlan;
import app.downshift.ui.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Recordings as open files: those of the terminal, and those that a person names. */
final class RecordingsFolder {
  private static final DateTimeFormatter FILE_NAME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd_HH-mm-ss", Locale.ROOT);
  private static final String ENDING = ".session.jsonl";

  private final Path folder;
  private final SessionLines lines;

  RecordingsFolder(Path folder, SessionLines lines) {
    this.folder = folder;
    this.lines = lines;
  }

  /**
   * An open file.
   *
   * @param file the one to write; empty for a new one here
   */
  Place place(Optional<Path> file, String client) {
    return new Place() {
      @Override
      public String client() {
        return client;
      }

      @Override
      public Begun begin(SessionPlan plan) throws UnreadableFile {
        Path path = file.orElseGet(() -> newFile(plan.started(), plan.protocol(), plan.client()));
        return new Begun(SessionWriter.begin(path, plan, lines), new Recording.File(path));
      }
    };
  }

  /** A name that says when and what, and is not taken yet. */
  private Path newFile(Instant started, Protocol protocol, String client) {
    String name = FILE_NAME.format(started.atZone(ZoneId.systemDefault())) + "_" + protocol.name();
    if (!client.isEmpty()) {
      name += "_" + client.replaceAll("[^A-Za-z0-9-]", "-");
    }
    Path file = folder.resolve(name + ENDING);
    for (int i = 2; Files.exists(file); i++) {
      file = folder.resolve(name + "_" + i + ENDING);
    }
    return file;
  }

  /** The newest recordings here. */
  List<Path> recent(int most) {
    try (Stream<Path> files = Files.list(made())) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(ENDING))
          .sorted(Comparator.comparingLong((Path file) -> file.toFile().lastModified()).reversed())
          .limit(most)
          .toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  /** The folder, made if need be. */
  Path made() {
    try {
      Files.createDirectories(folder);
    } catch (IOException refused) {
      // The first recording will say so, in words.
      return folder;
    }
    return folder;
  }
}
