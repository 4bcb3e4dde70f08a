package app.downshift.cli;

import app.downshift.library.ClientId;
import app.downshift.library.Library;
import app.downshift.library.LibraryDoor;
import app.downshift.library.LibraryUnavailable;
import app.downshift.library.Progress;
import app.downshift.library.RecoveryKey;
import app.downshift.recording.UnreadableFile;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Opens the records for a command, wherever they are and however they are locked. */
final class LibraryAccess {
  @Option(
      names = "--folder",
      scope = ScopeType.INHERIT,
      paramLabel = "DIR",
      description = "where the records are (default: library in the data folder)")
  private @Nullable Path folder;

  @Option(
      names = "--recovery-key",
      scope = ScopeType.INHERIT,
      description = "open with the recovery key instead of the passphrase")
  private boolean byRecoveryKey;

  private final Host host;
  private final InputStream in;
  private final PrintStream err;
  private final boolean watched;
  private final Clock wall;
  private @Nullable BufferedReader lines;

  LibraryAccess(Host host, InputStream in, PrintStream err, boolean watched, Clock wall) {
    this.host = host;
    this.in = in;
    this.err = err;
    this.watched = watched;
    this.wall = wall;
  }

  /** What is done with an open library. */
  interface Work {
    void with(Library library) throws LibraryUnavailable, UnreadableFile, BadInput, IOException;
  }

  /** Opens the library, does it, and closes it; the exit code is that of success. */
  int with(Work work) throws Exception {
    var door = new LibraryDoor(folder(), host.data(), wall, "downshift " + host.version());
    try (Library library = opened(door)) {
      library.refresh(progress("reading")).notices().forEach(err::println);
      work.with(library);
      Optional<String> trouble = library.trouble();
      if (trouble.isPresent()) {
        throw new BadInput(trouble.get());
      }
    }
    return 0;
  }

  Path folder() {
    return folder == null ? host.data().resolve("library") : folder;
  }

  Clock wall() {
    return wall;
  }

  static ClientId client(Library library, String code) throws LibraryUnavailable, BadInput {
    return library
        .withCode(code)
        .orElseThrow(
            () ->
                new BadInput(
                    code + ": no such client; library lists them, library add CODE makes one"));
  }

  /** A secret that is typed unseen, or the next line of standard input. */
  char[] secret(String prompt) throws BadInput {
    Console console = watched ? System.console() : null;
    if (console != null) {
      char[] typed = console.readPassword("%s", prompt);
      return typed == null ? new char[0] : typed;
    }
    try {
      if (lines == null) {
        lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      }
      String line = lines.readLine();
      if (line == null) {
        throw new BadInput(
            prompt + "nothing was given; write it to standard input, or start this in a terminal");
      }
      return line.toCharArray();
    } catch (IOException broken) {
      throw new BadInput("standard input cannot be read (" + broken.getMessage() + ")");
    }
  }

  Progress progress(String what) {
    return watched ? new ProgressLine(what, err, wall) : Progress.NOBODY;
  }

  private Library opened(LibraryDoor door) throws LibraryUnavailable, BadInput {
    if (!door.locked()) {
      return door.open();
    }
    if (byRecoveryKey) {
      return door.unlock(
          RecoveryKey.typed(new String(secret("recovery key: ")))
              .orElseThrow(() -> new BadInput("this is no recovery key; check what was typed")));
    }
    char[] passphrase = secret("passphrase: ");
    try {
      return door.unlock(passphrase);
    } finally {
      Arrays.fill(passphrase, '\0');
    }
  }
}
