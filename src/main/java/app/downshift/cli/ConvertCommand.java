package app.downshift.cli;

import app.downshift.recording.Export;
import app.downshift.recording.UnreadableFile;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Any readable file in, a file for another program out. */
@Command(
    name = "convert",
    mixinStandardHelpOptions = true,
    description = "Converts between the formats that are read and those that are written.")
final class ConvertCommand implements Callable<Integer> {
  @Option(
      names = "--to",
      paramLabel = "FORMAT",
      description = Export.WORDS + " (default: by the name of OUT; csv is a folder or three files)")
  private @Nullable String to;

  @Parameters(index = "0", paramLabel = "IN", description = "any file that analyze reads")
  private Path in = Path.of("");

  @Parameters(index = "1", paramLabel = "OUT", description = "what must not exist yet")
  private Path out = Path.of("");

  private final Host host;
  private final PrintStream err;

  ConvertCommand(Host host, PrintStream err) {
    this.host = host;
    this.err = err;
  }

  @Override
  public Integer call() throws BadInput, UnreadableFile {
    Export format = format();
    for (Path place : format.places(out)) {
      if (Files.exists(place)) {
        throw new BadInput(
            place + ": there is such a file already; choose another name, nothing is overwritten");
      }
    }
    new Conversion(host.version()).write(in, format, out, note -> err.println(in + ": " + note));
    return 0;
  }

  private Export format() throws BadInput {
    if (to == null) {
      return Export.of(out)
          .orElseThrow(
              () ->
                  new BadInput(
                      out
                          + ": its name does not say a format; add --to with one of "
                          + Export.WORDS));
    }
    return Export.named(to)
        .orElseThrow(
            () -> new BadInput("--to " + to + ": no such format; choose one of " + Export.WORDS));
  }
}
