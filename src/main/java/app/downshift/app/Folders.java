package app.downshift.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where Downshift keeps what: recordings and settings in the data folder, the log in the state
 * folder. The variable {@code DOWNSHIFT_HOME} puts both in one place.
 */
record Folders(Path data, Path state) {

  static Folders of(Map<String, String> environment, String system, Path home) {
    String own = environment.getOrDefault("DOWNSHIFT_HOME", "");
    if (!own.isBlank()) {
      return new Folders(Path.of(own), Path.of(own));
    }
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      Path local =
          Path.of(
              environment.getOrDefault("LOCALAPPDATA", home.resolve("AppData/Local").toString()));
      return new Folders(local.resolve("Downshift"), local.resolve("Downshift"));
    }
    if (name.startsWith("mac")) {
      Path library = home.resolve("Library");
      return new Folders(
          library.resolve("Application Support/Downshift"), library.resolve("Logs/Downshift"));
    }
    return new Folders(
        xdg(environment, "XDG_DATA_HOME", home.resolve(".local/share")).resolve("downshift"),
        xdg(environment, "XDG_STATE_HOME", home.resolve(".local/state")).resolve("downshift"));
  }

  Path recordings() {
    return data.resolve("sessions");
  }

  Path protocols() {
    return data.resolve("protocols");
  }

  Path settings() {
    return data.resolve("settings.properties");
  }

  Path log() {
    return state.resolve("downshift.log");
  }

  private static Path xdg(Map<String, String> environment, String variable, Path otherwise) {
    String given = environment.getOrDefault(variable, "");
    return given.isBlank() || !Path.of(given).isAbsolute() ? otherwise : Path.of(given);
  }
}
