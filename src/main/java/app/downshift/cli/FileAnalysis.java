package app.downshift.cli;

import app.downshift.recording.Intervals;
import app.downshift.recording.PaceSearched;
import app.downshift.recording.UnreadableFile;
import app.downshift.session.Practice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * What {@code analyze} says of one file. Of many files, each can be asked for on another thread.
 */
public final class FileAnalysis {
  private final boolean json;
  private final boolean beats;
  private final boolean raw;
  private final @Nullable Double window;
  private final @Nullable Double step;

  /** As {@code analyze DIR --out} does it: a JSON object for each file. */
  public FileAnalysis() {
    this(true, false, false, null, null);
  }

  /**
   * @param json objects instead of words for people
   * @param beats with every beat in the objects
   * @param raw marks nothing, withholds nothing, and computes from every interval
   * @param window seconds of a window, null for the whole recording
   * @param step seconds from window to window, null for the length of one
   */
  FileAnalysis(
      boolean json, boolean beats, boolean raw, @Nullable Double window, @Nullable Double step) {
    this.json = json;
    this.beats = beats;
    this.raw = raw;
    this.window = window;
    this.step = step;
  }

  /**
   * What was found in a file.
   *
   * @param lines empty where it could not be read
   * @param notes what a person should know of it, a line each
   * @param error why it could not be read
   */
  public record Outcome(List<String> lines, List<String> notes, Optional<String> error) {
    public Outcome {
      lines = List.copyOf(lines);
      notes = List.copyOf(notes);
    }
  }

  /** Reads a file of any format and analyses it. Never throws for what is in a file. */
  public Outcome of(Path file) {
    List<String> lines = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    try {
      analyze(file, lines, notes);
      return new Outcome(lines, notes, Optional.empty());
    } catch (UnreadableFile unreadable) {
      return new Outcome(List.of(), List.of(), Optional.ofNullable(unreadable.getMessage()));
    } catch (RuntimeException bug) {
      Logger.error(bug, "Analysing {}", file);
      String error = file + ": a fault of Downshift (" + bug + "); it is in the log, report it";
      return new Outcome(List.of(), notes, Optional.of(error));
    }
  }

  private void analyze(Path file, List<String> lines, List<String> notes) throws UnreadableFile {
    Intervals read = Intervals.read(file);
    read.note().ifPresent(note -> notes.add(file + ": " + note));
    boolean windowed = window != null;
    Optional<Practice.Search> pace = windowed ? Optional.empty() : PaceSearched.in(file);
    List<Analysis> analyses =
        window == null
            ? List.of(Analysis.whole(read.series(), raw))
            : Analysis.windows(
                read.series(), raw, window * 1000, (step == null ? window : step) * 1000);
    if (analyses.isEmpty()) {
      notes.add(file + ": shorter than one window");
    }
    for (Analysis analysis : analyses) {
      if (json) {
        lines.add(
            AnalysisJson.line(
                file.toString(), read.format(), read.unusable(), analysis, pace, windowed, beats));
      } else {
        String title =
            windowed
                ? file + " from " + TerminalView.clock(analysis.fromMillis() / 1000)
                : file.toString();
        lines.addAll(AnalysisText.lines(title, read.format(), analysis));
        pace.map(PaceText::lines).ifPresent(found -> found.forEach(line -> lines.add("  " + line)));
      }
    }
  }
}
