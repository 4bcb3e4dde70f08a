package app.downshift.cli;

import app.downshift.cli.FileAnalysis.Outcome;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Figures of any readable file, and of all files of folders. */
@Command(
    name = "analyze",
    mixinStandardHelpOptions = true,
    description = "Computes the figures of recordings and of files of RR intervals.")
final class AnalyzeCommand implements Callable<Integer> {
  private static final double LONGEST_SECONDS = 86_400;
  private static final int MOST_THREADS = 256;

  /** So many results of each thread may wait for their turn to be written. */
  private static final int AHEAD = 16;

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

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "write the JSON objects into this file instead, which must not exist yet")
  private @Nullable Path result;

  @Option(
      names = "--resume",
      description = "with --out: go on with the file, leave out recordings it has already")
  private boolean resume;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "how many files at once (default: as many as there are processors)")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Parameters(
      paramLabel = "FILE|DIR",
      arity = "1..*",
      description = "recordings, files of RR intervals, or folders of them")
  private List<Path> words = List.of();

  private final Host host;
  private final PrintStream out;
  private final PrintStream err;
  private final boolean watched;

  AnalyzeCommand(Host host, PrintStream out, PrintStream err, boolean watched) {
    this.host = host;
    this.out = out;
    this.err = err;
    this.watched = watched;
  }

  @Override
  public Integer call() throws BadInput, InterruptedException, IOException {
    check();
    Recordings recordings = Recordings.behind(words);
    if (result == null) {
      return all(recordings, recordings.files(), Optional.empty());
    }
    json = true;
    try (AnalysisFile file = AnalysisFile.open(result, resume, window != null)) {
      List<Path> left =
          recordings.files().stream().filter(each -> !file.has(each.toString())).toList();
      if (left.size() < recordings.files().size()) {
        err.println((recordings.files().size() - left.size()) + " recordings are done already");
      }
      return all(recordings, left, Optional.of(file));
    }
  }

  private void check() throws BadInput {
    if (window == null && step != null) {
      throw new BadInput("--step: there is nothing to step; give --window too");
    }
    if (window != null) {
      Options.within("--window", window, 1, LONGEST_SECONDS, "seconds");
      Options.within("--step", step == null ? window : step, 1, LONGEST_SECONDS, "seconds");
    }
    if (resume && result == null) {
      throw new BadInput("--resume: there is nothing to go on with; give --out too");
    }
    Options.within("--threads", threads, 1, MOST_THREADS, "");
  }

  /** Results are written in the order of the files, however many are worked on at once. */
  private int all(Recordings recordings, List<Path> files, Optional<AnalysisFile> into)
      throws BadInput, InterruptedException {
    List<String> errors = new ArrayList<>(recordings.complaints());
    var analysis = new FileAnalysis(json, beats, raw, window, step);
    var progress = new Progress(err, watched && files.size() > 1, files.size());
    int atOnce = Math.max(1, Math.min(threads, files.size()));
    ExecutorService workers = host.workers("analysis", atOnce);
    try {
      var waiting = new ArrayDeque<Future<Outcome>>();
      Iterator<Path> next = files.iterator();
      while (next.hasNext() || !waiting.isEmpty()) {
        while (next.hasNext() && waiting.size() < atOnce * AHEAD) {
          Path file = next.next();
          waiting.add(workers.submit(() -> analysis.of(file)));
        }
        Outcome outcome = result(waiting.remove());
        outcome.error().ifPresent(errors::add);
        progress.pause(!outcome.notes().isEmpty());
        outcome.notes().forEach(err::println);
        if (!outcome.lines().isEmpty() && into.isPresent()) {
          into.get().append(outcome.lines());
        } else {
          outcome.lines().forEach(out::println);
        }
        progress.step(errors.size());
      }
    } finally {
      workers.shutdownNow();
      progress.pause(true);
    }
    out.flush();
    errors.forEach(error -> err.println("downshift: " + error));
    return errors.isEmpty() ? 0 : 2;
  }

  private static Outcome result(Future<Outcome> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException bug) {
      if (bug.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(bug.getCause());
    }
  }
}
