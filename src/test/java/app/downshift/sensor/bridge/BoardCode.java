package app.downshift.sensor.bridge;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The portable part of the firmware, compiled for this computer. */
final class BoardCode {
  private static final Path SOURCES = Path.of("firmware-notes/hrlp");
  private static final int PATIENCE_SECONDS = 60;

  private final Path program;

  private BoardCode(Path program) {
    this.program = program;
  }

  /** Compiles it into {@code folder}; skips the test where there is no C compiler. */
  static BoardCode compiledInto(Path folder) throws Exception {
    String compiler =
        Stream.of("cc", "gcc", "clang")
            .filter(BoardCode::installed)
            .findFirst()
            .orElseGet(() -> Assumptions.abort("no C compiler (cc, gcc or clang) on this machine"));
    Path program = folder.resolve("check");
    List<String> command =
        new ArrayList<>(
            List.of(compiler, "-std=c99", "-O1", "-Wall", "-Wextra", "-Werror", "-pedantic"));
    command.addAll(List.of("-I", SOURCES.toString(), "-o", program.toString()));
    try (Stream<Path> files = Files.walk(SOURCES)) {
      files
          .filter(file -> file.toString().endsWith(".c"))
          .sorted()
          .forEach(f -> command.add(f.toString()));
    }
    Process compiling = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(compiling.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (compiling.waitFor() != 0) {
      throw new AssertionError(said);
    }
    return new BoardCode(program);
  }

  /** What the board would send, and what the checking program says, for these instructions. */
  String run(String instructions) throws IOException, InterruptedException {
    Path given = Files.writeString(program.resolveSibling("given"), instructions);
    Process running =
        new ProcessBuilder(program.toString())
            .redirectInput(given.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    if (!running.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || running.exitValue() != 0) {
      throw new AssertionError("ended with " + running.exitValue() + ": " + said);
    }
    return said;
  }

  private static boolean installed(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
