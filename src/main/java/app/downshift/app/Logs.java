package app.downshift.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Sets up logging: to a file, by a thread of its own; never to standard output. It only says how:
 * the log itself begins with the first word written, so that no start waits for it.
 */
final class Logs {
  private Logs() {}

  static void begin(Path file, boolean verbose) {
    Map<String, String> settings = new HashMap<>();
    settings.put("configuration", "app/downshift/app/log.properties");
    settings.put("level", verbose ? "debug" : "info");
    String format = "{date: yyyy-MM-dd HH:mm:ss.SSS} {level} [{thread}] {class-name}: {message}";
    if (writable(file)) {
      settings.put("writer1", "rolling file");
      settings.put("writer1.file", file.toString().replace("{", "'{'"));
      settings.put("writer1.policies", "size: 2mb");
      settings.put("writer1.backups", "3");
      settings.put("writer1.format", format);
    } else {
      settings.put("writer1", "console");
      settings.put("writer1.level", "error");
      settings.put("writer1.stream", "err");
    }
    if (verbose) {
      settings.put("writer2", "console");
      settings.put("writer2.stream", "err");
      settings.put("writer2.format", format);
    }
    settings.forEach((key, value) -> System.setProperty("tinylog." + key, value));
  }

  private static boolean writable(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      return Files.isWritable(file.toAbsolutePath().getParent());
    } catch (IOException refused) {
      return false;
    }
  }
}
