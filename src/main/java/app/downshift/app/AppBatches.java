package app.downshift.app;

import app.downshift.cli.AnalysisFile;
import app.downshift.cli.BadInput;
import app.downshift.cli.Conversion;
import app.downshift.cli.FileAnalysis;
import app.downshift.cli.Recordings;
import app.downshift.recording.Export;
import app.downshift.recording.UnreadableFile;
import app.downshift.ui.batch.Batches;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.tinylog.Logger;

/** Work on many files: the lines of {@code analyze} and the files of {@code convert}. */
final class AppBatches implements Batches {
  private final Conversion conversion;
  private final Executor io;
  private final Consumer<Runnable> beside;

  /**
   * @param io looks through folders
   * @param beside runs work that takes long on a thread of its own
   */
  AppBatches(Conversion conversion, Executor io, Consumer<Runnable> beside) {
    this.conversion = conversion;
    this.io = io;
    this.beside = beside;
  }

  @Override
  public CompletableFuture<Found> behind(List<Path> words) {
    return CompletableFuture.supplyAsync(
        () -> {
          Recordings found = Recordings.behind(words);
          return new Found(found.files(), found.complaints());
        },
        io);
  }

  @Override
  public Work begin(List<Path> files, Kind kind, Path folder) {
    var work = new Doing(files);
    beside.accept(
        () -> {
          try {
            Files.createDirectories(folder);
            if (kind == Kind.FIGURES) {
              analyse(work, folder);
            } else {
              convert(work, kind, folder);
            }
          } catch (IOException refused) {
            work.stopped(folder + ": it cannot be written to (" + refused.getMessage() + ")");
          } catch (BadInput refused) {
            work.stopped(String.valueOf(refused.getMessage()));
          } catch (RuntimeException bug) {
            Logger.error(bug, "Working on many files");
            work.stopped("a fault of Downshift (" + bug + "); it is in the log, report it");
          }
          work.end();
        });
    return work;
  }

  private static void analyse(Doing work, Path folder) throws BadInput, IOException {
    var analysis = new FileAnalysis();
    try (AnalysisFile out = AnalysisFile.open(free(folder, "figures", ".jsonl"), false, false)) {
      for (Path file : work.files) {
        if (work.cancelled) {
          return;
        }
        FileAnalysis.Outcome outcome = analysis.of(file);
        if (outcome.error().isEmpty()) {
          out.append(outcome.lines());
        }
        work.did(outcome.error().map(List::of).orElse(List.of()), outcome.notes());
      }
    }
  }

  private static Path free(Path folder, String stem, String ending) {
    Path out = folder.resolve(stem + ending);
    for (int n = 2; Files.exists(out); n++) {
      out = folder.resolve(stem + "-" + n + ending);
    }
    return out;
  }

  private void convert(Doing work, Kind kind, Path folder) {
    Export format =
        switch (kind) {
          case TABLES -> Export.CSV;
          case EDF -> Export.EDF;
          case RR_TEXT -> Export.RR_TEXT;
          case SESSION -> Export.SESSION;
          case FIGURES -> throw new IllegalArgumentException("figures are no format");
        };
    String ending =
        switch (format) {
          case CSV -> ".csv";
          case EDF -> ".edf";
          case RR_TEXT -> ".txt";
          case SESSION -> ".session.jsonl";
        };
    Set<String> taken = new HashSet<>();
    for (Path file : work.files) {
      if (work.cancelled) {
        return;
      }
      List<String> notes = new ArrayList<>();
      List<String> errors = new ArrayList<>();
      try {
        Path out = folder.resolve(name(file, taken) + ending);
        conversion.write(file, format, out, note -> notes.add(file + ": " + note));
      } catch (UnreadableFile unreadable) {
        errors.add(String.valueOf(unreadable.getMessage()));
      } catch (RuntimeException bug) {
        Logger.error(bug, "Converting {}", file);
        errors.add(file + ": a fault of Downshift (" + bug + "); it is in the log, report it");
      }
      work.did(errors, notes);
    }
  }

  /** Files of one name in several folders must not meet in one. */
  private static String name(Path file, Set<String> taken) {
    String name =
        String.valueOf(file.getFileName()).replaceFirst("(?<=.)(\\.session)?\\.[^.]*$", "");
    String free = name;
    for (int n = 2; !taken.add(free); n++) {
      free = name + "-" + n;
    }
    return free;
  }

  /** How far it is, for whoever looks. */
  private static final class Doing implements Work {
    private final List<Path> files;
    private final List<String> unusable = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private volatile Standing standing;
    private volatile boolean cancelled;

    Doing(List<Path> files) {
      this.files = List.copyOf(files);
      standing = new Standing(0, files.size(), List.of(), List.of(), false);
    }

    void did(List<String> errors, List<String> more) {
      unusable.addAll(errors);
      notes.addAll(more);
      Standing before = standing;
      standing = new Standing(before.done() + 1, before.all(), unusable, notes, false);
    }

    void stopped(String why) {
      unusable.add(why);
    }

    void end() {
      Standing before = standing;
      standing = new Standing(before.done(), before.all(), unusable, notes, true);
    }

    @Override
    public Standing standing() {
      return standing;
    }

    @Override
    public void cancel() {
      cancelled = true;
    }
  }
}
