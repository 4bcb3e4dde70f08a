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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.tinylog.Logger;

/**
 * Starts Downshift: the window, or a command. The composition root: what the rooms need is joined
 * here.
 */
public final class App {
  private static final String[] TERMINAL_SESSION = {
    "session", "--simulate", "--seconds", "60", "--terminal"
  };

  private static final long LAST_WORDS_MILLIS = 1000;

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
    var out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    var err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    Folders folders =
        Folders.of(
            System.getenv(),
            System.getProperty("os.name"),
            Path.of(System.getProperty("user.home")));
    Logs.begin(folders.log(), Arrays.asList(words).contains("--verbose"));
    var threads = new Threads(bug -> Logger.error(bug, "A thread ended by a fault"));
    // The first words of a log take a while: nobody shall wait for them.
    threads.start(
        "log", () -> Logger.info("Downshift {} on Java {}", version(), Runtime.version()));
    var ports = new SerialPorts();
    var sensors = new Sensors(ports, threads);
    var host =
        new AppHost(
            folders,
            version(),
            threads,
            sensors,
            Clock.systemUTC(),
            itself -> new Windows(itself, ports, sensors, threads));
    var said = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(host, said), "ending"));
    try {
      return run(host, ports, sensors, out, err, words);
    } finally {
      said.countDown();
    }
  }

  private static int run(
      AppHost host,
      SerialPorts ports,
      Sensors sensors,
      PrintStream out,
      PrintStream err,
      String... words) {
    if (words.length == 0 && host.hasDisplay()) {
      host.window(Optional.empty());
      return 0;
    }
    var commands =
        new Downshift(
            new Downshift.Surroundings(
                host, ports, sensors::listen, System.in, out, err, watched()));
    return commands.run(words.length == 0 ? TERMINAL_SESSION : words);
  }

  @SuppressWarnings(
      "SystemConsoleNull") // main asked for the console that is null where nobody sits
  private static boolean watched() {
    return System.console() != null;
  }

  /**
   * However the program ends: recordings are completed, and what is being said is said to its end.
   */
  private static void end(AppHost host, CountDownLatch said) {
    host.endAll();
    try {
      boolean whole = said.await(LAST_WORDS_MILLIS, TimeUnit.MILLISECONDS);
      Logger.debug("The last words were said: {}", whole);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
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
