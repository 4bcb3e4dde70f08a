package app.downshift.app;

import app.downshift.cli.Downshift;
import app.downshift.sensor.link.SerialPorts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** A command line, run here from its words to its exit code, and what it said. */
record CommandLineRun(int code, List<String> out, List<String> err) {

  /**
   * Runs the real commands on the real host, without a display and with {@code home} as the user's
   * folder.
   */
  static CommandLineRun of(Path home, String... words) {
    return typing("", home, words);
  }

  /** The same, with something on standard input. */
  static CommandLineRun typing(String input, Path home, String... words) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var ports = new SerialPorts();
    var threads =
        new Threads(bug -> bug.printStackTrace(new PrintStream(err, true, StandardCharsets.UTF_8)));
    var sensors = new Sensors(ports, threads);
    var host =
        new AppHost(
            new Folders(home, home),
            "test",
            threads,
            sensors,
            Clock.systemUTC(),
            itself -> new NoWindows());
    var commands =
        new Downshift(
            new Downshift.Surroundings(
                host,
                ports,
                sensors::listen,
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false));
    int code = commands.run(words);
    return new CommandLineRun(code, lines(out), lines(err));
  }

  private static List<String> lines(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
