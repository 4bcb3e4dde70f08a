package app.downshift.cli;

import app.downshift.recording.Intervals;
import app.downshift.recording.PaceSearched;
import app.downshift.recording.UnreadableFile;
import app.downshift.session.Practice;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Figures of any readable file. */
@Command(
    name = "analyze",
    mixinStandardHelpOptions = true,
    description = "Computes the figures of recordings and of files of RR intervals.")
final class AnalyzeCommand implements Callable<Integer> {
  private static final double LONGEST_SECONDS = 86_400;

  @Option(names = "--json", description = "print one JSON object per file, or per window")
  private boolean json;

  @Option(names = "--beats", description = "with --json: list every beat with its marks")
  private boolean beats;

  @Option(
      names = "--raw",
      description = "mark nothing, withhold nothing, compute from every interval")
  private boolean raw;

  @Option(names = "--window", paramLabel = "S", description = "length of windows in seconds")
  private @Nullable Double window;

  @Option(
      names = "--step",
      paramLabel = "S",
      description = "from window to window, in seconds (default: the length)")
  private @Nullable Double step;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "recordings, or texts of RR intervals")
  private List<Path> files = List.of();

  private final PrintStream out;
  private final PrintStream err;

  AnalyzeCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws BadInput {
    if (window == null && step != null) {
      throw new BadInput("--step: there is nothing to step; give --window too");
    }
    if (window != null) {
      Options.within("--window", window, 1, LONGEST_SECONDS, "seconds");
      Options.within("--step", step == null ? window : step, 1, LONGEST_SECONDS, "seconds");
    }
    int code = 0;
    for (Path file : files) {
      try {
        print(file);
      } catch (UnreadableFile unreadable) {
        err.println("downshift: " + unreadable.getMessage());
        code = 2;
      }
    }
    out.flush();
    return code;
  }

  private void print(Path file) throws UnreadableFile {
    Intervals read = Intervals.read(file);
    read.note().ifPresent(note -> err.println(file + ": " + note));
    boolean windowed = window != null;
    Optional<Practice.Search> pace = windowed ? Optional.empty() : PaceSearched.in(file);
    List<Analysis> analyses =
        window == null
            ? List.of(Analysis.whole(read.series(), raw))
            : Analysis.windows(
                read.series(), raw, window * 1000, (step == null ? window : step) * 1000);
    if (analyses.isEmpty()) {
      err.println(file + ": shorter than one window");
    }
    for (Analysis analysis : analyses) {
      if (json) {
        out.println(
            AnalysisJson.line(
                file.toString(), read.format(), read.unusable(), analysis, pace, windowed, beats));
      } else {
        String title =
            windowed
                ? file + " from " + TerminalView.clock(analysis.fromMillis() / 1000)
                : file.toString();
        AnalysisText.lines(title, read.format(), analysis).forEach(out::println);
        pace.map(PaceText::lines)
            .ifPresent(lines -> lines.forEach(line -> out.println("  " + line)));
      }
    }
  }
}
