package app.downshift.recording;

import app.downshift.beat.RrSeries;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What Downshift writes for other programs. */
public enum Export {
  /** One interval a line in ms, with comments; Kubios and most others read it. */
  RR_TEXT,
  /** Three tables: beats, events, figures. */
  CSV,
  /** EDF+ with every interval as an annotation, and a channel to look at. */
  EDF,
  /** A session of Downshift, of free breathing. */
  SESSION;

  /** The words of the command line. */
  public static final String WORDS = "rr-text, csv, edf, session";

  /** The one with this word. */
  public static Optional<Export> named(String word) {
    for (Export each : values()) {
      if (each.word().equals(word)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /** The one that a file of this name is; a folder is {@link #CSV}. */
  public static Optional<Export> of(Path out) {
    String name = String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".txt") || name.endsWith(".rr")) {
      return Optional.of(RR_TEXT);
    } else if (name.endsWith(".csv") || name.indexOf('.') < 0) {
      return Optional.of(CSV);
    } else if (name.endsWith(".edf")) {
      return Optional.of(EDF);
    }
    return name.endsWith(".jsonl") ? Optional.of(SESSION) : Optional.empty();
  }

  /** Its word. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What {@link #write} to this place makes. */
  public List<Path> places(Path out) {
    return this == CSV ? CsvTables.places(out) : List.of(out);
  }

  /**
   * Writes files that must not exist yet.
   *
   * @param figures of the intervals, by name and in order; only {@link #CSV} has room for them
   * @param application what writes, for the head of a session
   * @throws UnreadableFile when they cannot be written
   */
  public void write(Intervals from, Path out, Map<String, String> figures, String application)
      throws UnreadableFile {
    try {
      switch (this) {
        case RR_TEXT -> text(from, out);
        case CSV -> CsvTables.write(from, out, figures);
        case EDF -> EdfWriter.write(from, out);
        case SESSION -> {
          var lines = new SessionLines(application);
          try (var writer = SessionWriter.begin(out, ImportedSession.plan(from), lines)) {
            writer.append(ImportedSession.events(from));
            if (writer.trouble().isPresent()) {
              throw new IOException(writer.trouble().get());
            }
          }
        }
      }
    } catch (FileAlreadyExistsException exists) {
      throw new UnreadableFile(
          UnreadableFile.Reason.EXISTS,
          String.valueOf(exists.getMessage()),
          "there is such a file already",
          "choose another name; nothing is overwritten");
    } catch (IOException refused) {
      throw new UnreadableFile(
          UnreadableFile.Reason.UNWRITABLE,
          out.toString(),
          "it cannot be written (" + refused.getMessage() + ")",
          "choose a folder that can be written to");
    }
  }

  private static void text(Intervals from, Path out) throws IOException {
    try (BufferedWriter text =
        Files.newBufferedWriter(
            out, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      text.write("# RR intervals in ms\n");
      if (from.started().isPresent()) {
        text.write(RrText.STARTED + from.started().get() + "\n");
      }
      for (Intervals.Remark remark : from.remarks()) {
        String kind = remark.kind().equals(Intervals.PHASE) ? RrText.PHASE : RrText.MARKER;
        text.write(
            kind + remark.atMillis() + " " + remark.text().replaceAll("\\R", " ").strip() + "\n");
      }
      RrSeries series = from.series();
      for (int i = 0; i < series.size(); i++) {
        if (series.gapBefore(i)) {
          text.write(RrText.GAP + "\n");
        }
        text.write(series.rrMillis(i) + "\n");
      }
    }
  }
}
