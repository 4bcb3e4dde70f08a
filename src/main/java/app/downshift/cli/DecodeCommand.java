package app.downshift.cli;

import app.downshift.recording.Capture;
import app.downshift.recording.FirstLine;
import app.downshift.recording.UnreadableFile;
import app.downshift.sensor.Decoder;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorType;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Captured bytes in, decoded events out. */
@Command(
    name = "decode",
    mixinStandardHelpOptions = true,
    description = "Decodes the raw bytes of a sensor and prints the events, one a line.")
final class DecodeCommand implements Callable<Integer> {
  private static final int MOST_BYTES = 512 << 20;

  private final PrintStream err;

  @Option(
      names = "--sensor",
      paramLabel = "NAME",
      description = Options.SENSORS + "; a capture may name it itself")
  private String sensor = "";

  @Option(names = "--json", description = "print one JSON object per event")
  private boolean json;

  @Parameters(
      paramLabel = "FILE",
      description = "the bytes, raw or written by capture; - for standard input")
  private String file = "-";

  private final InputStream in;
  private final PrintStream out;

  DecodeCommand(InputStream in, PrintStream out, PrintStream err) {
    this.in = in;
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws BadInput, UnreadableFile {
    if (!sensor.isEmpty()) {
      Options.sensor(sensor);
    }
    Optional<Capture> capture = capture();
    SensorType type = Options.sensor(CaptureCommand.sensor(sensor, capture));
    byte[] bytes = capture.isPresent() ? capture.get().bytes() : bytes();
    double seconds = capture.map(Capture::seconds).orElse(Double.NaN);
    capture.flatMap(Capture::damage).ifPresent(damage -> err.println(file + ": " + damage));
    if (bytes.length == 0) {
      throw new UnreadableFile(
          UnreadableFile.Reason.EMPTY, file, "it is empty", "capture some bytes first");
    }
    Decoder decoder = type.forCapture(bytes, bytes.length, seconds);
    long beats = 0;
    long rejected = 0;
    boolean samples = false;
    var text = new StringBuilder();
    for (SensorEvent event : decoder.accept(bytes, bytes.length).events()) {
      beats += event instanceof SensorEvent.Beat ? 1 : 0;
      samples |= event instanceof SensorEvent.Waveform;
      rejected += event instanceof SensorEvent.Rejected ? 1 : 0;
      text.append(json ? EventJson.line(event) : EventText.line(event)).append('\n');
      if (text.length() > 1 << 16) {
        out.print(text);
        text.setLength(0);
      }
    }
    out.print(text);
    out.flush();
    if (beats == 0 && !samples) {
      err.printf(
          "%s: no beats of a %s in %d bytes (%d pieces not understood); is it another sensor?%n",
          file, type.name(), bytes.length, rejected);
    }
    return 0;
  }

  private Optional<Capture> capture() throws UnreadableFile {
    if (file.equals("-") || !Capture.looksLike(FirstLine.of(Path.of(file)))) {
      return Optional.empty();
    }
    return Optional.of(Capture.read(Path.of(file)));
  }

  private byte[] bytes() throws UnreadableFile {
    try {
      if (file.equals("-")) {
        return in.readNBytes(MOST_BYTES);
      }
      if (Files.size(Path.of(file)) > MOST_BYTES) {
        throw new UnreadableFile(
            UnreadableFile.Reason.TOO_LARGE, file, "it is larger than 512 MB", "split it");
      }
      return Files.readAllBytes(Path.of(file));
    } catch (NoSuchFileException missing) {
      throw new UnreadableFile(
          UnreadableFile.Reason.NOT_THERE, file, "there is no such file", "check the name");
    } catch (IOException broken) {
      throw new UnreadableFile(
          UnreadableFile.Reason.UNREADABLE,
          file,
          "it cannot be read (" + broken.getMessage() + ")",
          "check the disk and its rights");
    }
  }
}
