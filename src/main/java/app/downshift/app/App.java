package app.downshift.app;

import app.downshift.cli.Downshift;
import app.downshift.sensor.link.SerialPorts;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import org.tinylog.Logger;

/** Starts Downshift: the window, or a command. The composition root: what the rooms need is joined here. */
public final class App {
  private static final String[] TERMINAL_SESSION = {"session", "--simulate", "--seconds", "60", "--terminal"};

  private App() {}

  public static void main(String[] words) {
    // From JDK 22 on there is a console even where nobody sits at one, unless this is asked for.
    System.setProperty("jdk.console", "java.base");
    int code = run(words);
    System.out.flush();
    if (code != 0) {
      System.exit(code);
    }
  }

  /** Runs a command line, or the window where there are no words; returns the exit code. */
  static int run(String... words) {
    var out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    Folders folders =
        Folders.of(System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
    Logs.begin(folders.log(), Arrays.asList(words).contains("--verbose"));
    var threads = new Threads(bug -> Logger.error(bug, "A thread ended by a fault"));
    var ports = new SerialPorts();
    var sensors = new Sensors(ports, threads);
    var host =
        new AppHost(
            folders,
            version(),
            threads,
            sensors,
            Clock.systemUTC(),
            itself -> new Windows(itself, new Settings(folders.settings()), ports, sensors, threads));
    Runtime.getRuntime().addShutdownHook(new Thread(host::endAll, "ending"));
    if (words.length == 0 && host.hasDisplay()) {
      host.window(Optional.empty());
      return 0;
    }
    var commands =
        new Downshift(
            new Downshift.Surroundings(
                host, ports, sensors::listen, System.in, out, System.err, watched()));
    return commands.run(words.length == 0 ? TERMINAL_SESSION : words);
  }

  @SuppressWarnings("SystemConsoleNull") // main asked for the console that is null where nobody sits
  private static boolean watched() {
    return System.console() != null;
  }

  private static String version() {
    try (InputStream in = App.class.getResourceAsStream("/app/downshift/version.properties")) {
      var properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
