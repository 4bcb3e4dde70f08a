package app.downshift.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.tinylog.Logger;

/** The few things Downshift remembers between starts. Losing them costs a question, never a recording. */
final class Settings {
  private static final String CAUTION = "caution.accepted";
  private static final String LOOK = "look";
  private static final String REDUCED_MOTION = "motion.reduced";

  private final Path file;
  private final Properties values = new Properties();

  Settings(Path file) {
    this.file = file;
    if (Files.isReadable(file)) {
      try (var in = Files.newBufferedReader(file)) {
        values.load(in);
      } catch (IOException | IllegalArgumentException broken) {
        Logger.warn(broken, "Reading {}", file);
      }
    }
  }

  synchronized boolean cautionAccepted() {
    return Boolean.parseBoolean(values.getProperty(CAUTION));
  }

  synchronized boolean lightLook() {
    return "light".equals(values.getProperty(LOOK));
  }

  synchronized boolean reducedMotion() {
    return Boolean.parseBoolean(values.getProperty(REDUCED_MOTION));
  }

  synchronized void acceptCaution() {
    values.setProperty(CAUTION, "true");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (var out = Files.newBufferedWriter(file)) {
        values.store(out, "Downshift");
      }
    } catch (IOException refused) {
      Logger.warn(refused, "Writing {}", file);
    }
  }
}
