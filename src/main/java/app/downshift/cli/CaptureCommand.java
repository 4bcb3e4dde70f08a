package app.downshift.cli;

import app.downshift.recording.Capture;
import app.downshift.recording.CaptureWriter;
import app.downshift.recording.UnreadableFile;
import app.downshift.sensor.LineSettings;
import app.downshift.sensor.SensorType;
import app.downshift.sensor.SensorWish;
import app.downshift.sensor.link.Feed;
import app.downshift.sensor.link.PortUnavailable;
import app.downshift.sensor.link.SensorReader;
import app.downshift.sensor.link.SerialPorts;
import app.downshift.sensor.link.SerialSource;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Raw bytes of a port into a file, with their times, for fault reports. */
@Command(
    name = "capture",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the raw bytes of a serial port to a file, with their times of arrival.",
      "Nothing is sent, but to a --sensor that has to be spoken to: then what is said is in the",
      "file too. Ctrl-C ends it; decode, replay and analyze read the file."
    })
final class CaptureCommand implements Callable<Integer> {
  private static final int BUFFER_BYTES = 4096;
  private static final int NO_SENSOR = 3;

  @Option(names = "--port", required = true, paramLabel = "P", description = "the serial port")
  private String port = "";

  @Option(
      names = "--sensor",
      paramLabel = "NAME",
      description = "what is behind it: sets the line, and is noted in the file")
  private String sensor = "";

  @Option(
      names = "--strap",
      paramLabel = "ADDRESS-OR-NAME",
      description = "the strap to use behind a stick; otherwise the one with the strongest signal")
  private @Nullable String strap;

  @Option(
      names = "--baud",
      paramLabel = "N",
      description = "speed of the line, 8N1, where the sensor is not named (default 115200)")
  private int baud = 115_200;

  @Option(names = "--seconds", paramLabel = "N", description = "how long (default: until Ctrl-C)")
  private double seconds = Double.POSITIVE_INFINITY;

  @Parameters(paramLabel = "FILE", description = "the file to write; must not exist")
  private Path file = Path.of("");

  private final SerialPorts ports;
  private final Host host;
  private final Clock wall;
  private final PrintStream err;
  private final boolean watched;
  private long saidSecond = -1;

  CaptureCommand(SerialPorts ports, Host host, Clock wall, PrintStream err, boolean watched) {
    this.ports = ports;
    this.host = host;
    this.wall = wall;
    this.err = err;
    this.watched = watched;
  }

  @Override
  public Integer call() throws BadInput, PortUnavailable, UnreadableFile {
    Options.within("--baud", baud, 50, 4_000_000, "baud");
    if (!(seconds > 0)) {
      throw new BadInput("--seconds " + seconds + ": not above 0; leave it out to end by Ctrl-C");
    }
    Optional<SensorType> type =
        sensor.isEmpty() ? Optional.empty() : Optional.of(Options.sensor(sensor));
    Options.strap(strap, type);
    LineSettings line = type.map(SensorType::line).orElse(LineSettings.of(baud));
    try (SerialSource source = ports.open(port, line);
        CaptureWriter writer =
            CaptureWriter.begin(
                file,
                new Capture.Head(wall.instant(), port, sensor, line),
                "downshift " + host.version())) {
      err.printf("%s: capturing into %s; Ctrl-C ends it%n", port, file);
      var captured = new CapturedSource(source, writer, seconds, this::watch);
      if (type.filter(SensorType::speaks).isPresent()) {
        converse(captured, type.get());
      } else {
        listen(captured);
      }
      return outcome(captured);
    }
  }

  private static void listen(CapturedSource source) {
    byte[] buffer = new byte[BUFFER_BYTES];
    while (source.read(buffer) >= 0) {
      // the source has written it
    }
  }

  /** Speaks as a session does; whoever ends the program lets it say its last word. */
  private void converse(CapturedSource source, SensorType type) throws PortUnavailable {
    SensorReader reader =
        SensorReader.open(
            new Feed(port, () -> source, type::conversation, false),
            System::nanoTime,
            heard -> {},
            fault -> err.println(port + ": " + fault));
    if (type.reachesStraps()) {
      reader.wish(strap == null ? new SensorWish.Prefer("") : new SensorWish.Choose(strap));
    }
    host.closeAtEnd(reader);
    reader.run();
  }

  private void watch(long micros) {
    long second = TimeUnit.MICROSECONDS.toSeconds(micros);
    if (watched && second != saidSecond) {
      saidSecond = second;
      err.printf("\r%d s ", second);
    }
  }

  private int outcome(CapturedSource source) throws UnreadableFile {
    if (source.refused().isPresent()) {
      throw source.refused().get();
    }
    String newLine = watched ? "\n" : "";
    err.printf("%s%s: %d bytes in %.1f s%n", newLine, file, source.bytes(), source.micros() / 1e6);
    if (source.gone()) {
      err.printf("%s: the line is gone; what had come is in the file%n", port);
    } else if (source.bytes() == 0) {
      err.printf("%s: nothing came; is the sensor on, and the speed right?%n", port);
    }
    return source.gone() ? NO_SENSOR : 0;
  }

  /** The sensor named on the command line, or by the capture itself. */
  static String sensor(String named, Optional<Capture> capture) throws BadInput {
    if (!named.isEmpty()) {
      return named;
    }
    return capture
        .map(c -> c.head().sensor())
        .filter(name -> !name.isEmpty())
        .orElseThrow(
            () -> new BadInput("--sensor is missing: the file does not say which sensor it is of"));
  }
}
