package app.downshift.cli;

import app.downshift.recording.Capture;
import app.downshift.recording.CaptureWriter;
import app.downshift.recording.UnreadableFile;
import app.downshift.sensor.LineSettings;
import app.downshift.sensor.link.PortUnavailable;
import app.downshift.sensor.link.SerialPorts;
import app.downshift.sensor.link.SerialSource;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Raw bytes of a port into a file, with their times, for fault reports. */
@Command(
    name = "capture",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the raw bytes of a serial port to a file, with their times of arrival.",
      "Nothing is sent. Ctrl-C ends it; decode, replay and analyze read the file."
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
      names = "--baud",
      paramLabel = "N",
      description = "speed of the line, 8N1, where the sensor is not named (default 115200)")
  private int baud = 115_200;

  @Option(names = "--seconds", paramLabel = "N", description = "how long (default: until Ctrl-C)")
  private double seconds = Double.POSITIVE_INFINITY;

  @Parameters(paramLabel = "FILE", description = "the file to write; must not exist")
  private Path file = Path.of("");

  private final SerialPorts ports;
  private final Clock wall;
  private final String app;
  private final PrintStream err;
  private final boolean watched;

  CaptureCommand(SerialPorts ports, Clock wall, String app, PrintStream err, boolean watched) {
    this.ports = ports;
    this.wall = wall;
    this.app = app;
    this.err = err;
    this.watched = watched;
  }

  @Override
  public Integer call() throws BadInput, PortUnavailable, UnreadableFile {
    Options.within("--baud", baud, 50, 4_000_000, "baud");
    if (!(seconds > 0)) {
      throw new BadInput("--seconds " + seconds + ": not above 0; leave it out to end by Ctrl-C");
    }
    LineSettings line = sensor.isEmpty() ? LineSettings.of(baud) : Options.sensor(sensor).line();
    try (SerialSource source = ports.open(port, line);
        CaptureWriter writer =
            CaptureWriter.begin(file, new Capture.Head(wall.instant(), port, sensor, line), app)) {
      return capture(source, writer);
    }
  }

  private int capture(SerialSource source, CaptureWriter writer) throws UnreadableFile {
    byte[] buffer = new byte[BUFFER_BYTES];
    long beganNanos = System.nanoTime();
    long bytes = 0;
    long saidSecond = -1;
    err.printf("%s: capturing into %s; Ctrl-C ends it%n", port, file);
    while (true) {
      int length = source.read(buffer);
      long micros = (System.nanoTime() - beganNanos) / 1000;
      if (length > 0) {
        writer.append(micros, buffer, length);
        bytes += length;
      }
      long second = TimeUnit.MICROSECONDS.toSeconds(micros);
      if (watched && second != saidSecond) {
        saidSecond = second;
        err.printf("\r%d s, %d bytes ", second, bytes);
      }
      if (length < 0 || micros >= seconds * 1e6) {
        err.printf("%s%s: %d bytes in %.1f s%n", watched ? "\n" : "", file, bytes, micros / 1e6);
        if (length < 0) {
          err.printf("%s: the line is gone; what had come is in the file%n", port);
        } else if (bytes == 0) {
          err.printf("%s: nothing came; is the sensor on, and the speed right?%n", port);
        }
        return length < 0 ? NO_SENSOR : 0;
      }
    }
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
