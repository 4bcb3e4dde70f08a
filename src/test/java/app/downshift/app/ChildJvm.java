package app.downshift.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program of ours in a JVM of its own, for what only a whole process can show. */
public final class ChildJvm {
  private ChildJvm() {}

  /** What a process said and how it ended. */
  public record Ended(int code, List<String> out, List<String> err) {}

  /** Starts {@code main}; {@code before} is put before the JVM's own command. */
  public static Process start(Path folder, List<String> before, Class<?> main, List<String> words)
      throws IOException {
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx128m",
            "-Djava.awt.headless=true"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(words);
    var builder = new ProcessBuilder(command);
    builder.environment().keySet().removeAll(List.of("DISPLAY", "JAVA_TOOL_OPTIONS"));
    builder.environment().putAll(Map.of("DOWNSHIFT_HOME", folder.toString()));
    return builder.redirectError(folder.resolve("stderr.txt").toFile()).start();
  }

  /** Reads what is left on standard output and waits for the end. */
  public static Ended end(Process process, Path folder) throws Exception {
    List<String> out = new String(process.getInputStream().readAllBytes()).lines().toList();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the process does not end");
    return new Ended(process.exitValue(), out, Files.readAllLines(folder.resolve("stderr.txt")));
  }
}
