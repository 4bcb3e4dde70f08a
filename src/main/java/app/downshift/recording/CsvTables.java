package app.downshift.recording;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Three tables that say all: {@code beats.csv} with a row for each interval, {@code events.csv},
 * {@code figures.csv}. They lie in a folder, or beside each other under one name.
 */
final class CsvTables {
  private static final String BEATS = "beats.csv";
  private static final String EVENTS = "events.csv";
  private static final String FIGURES = "figures.csv";
  private static final String START = "start";

  private CsvTables() {}

  /** Where the tables of {@code out} lie: {@code x.csv} becomes {@code x.beats.csv} and so on. */
  static List<Path> places(Path out) {
    String name = String.valueOf(out.getFileName());
    boolean folder = !name.endsWith(".csv");
    String stem = folder ? "" : name.substring(0, name.length() - "csv".length());
    List<Path> places = new ArrayList<>();
    for (String table : List.of(BEATS, EVENTS, FIGURES)) {
      places.add(folder ? out.resolve(table) : out.resolveSibling(stem + table));
    }
    return places;
  }

  /**
   * Writes files that must not exist yet.
   *
   * @param figures names and values, in order
   * @throws IOException when the disk refuses
   */
  static void write(Intervals from, Path out, Map<String, String> figures) throws IOException {
    List<Path> places = places(out);
    Path folder = places.get(0).toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    try (CsvWriter beats = writer(places.get(0))) {
      beats.writeRecord(
          RrTable.TIME, "rr_ms", RrTable.GAP, "marks", RrTable.RULING, RrTable.BREATHS);
      for (int i = 0; i < from.series().size(); i++) {
        double breaths = from.series().breaths(i);
        beats.writeRecord(
            String.valueOf(from.series().timeMillis(i)),
            String.valueOf(from.series().rrMillis(i)),
            from.series().gapBefore(i) ? "1" : "0",
            String.join(" ", from.series().marks(i).words()),
            IntervalList.ruling(from.series().marks(i)),
            Double.isNaN(breaths) ? "" : String.valueOf(breaths));
      }
    }
    try (CsvWriter events = writer(places.get(1))) {
      events.writeRecord(RrTable.TIME, "kind", "text");
      from.started().ifPresent(moment -> events.writeRecord("0", START, moment.toString()));
      for (Intervals.Remark remark : from.remarks()) {
        events.writeRecord(String.valueOf(remark.atMillis()), remark.kind(), remark.text());
      }
    }
    try (CsvWriter table = writer(places.get(2))) {
      table.writeRecord("figure", "value");
      figures.forEach((name, value) -> table.writeRecord(name, value));
    }
  }

  /** The same intervals with what a table of events beside them tells, where there is one. */
  static Intervals withEvents(Intervals read, Path beats) throws UnreadableFile {
    String name = String.valueOf(beats.getFileName());
    if (!name.endsWith(BEATS)) {
      return read;
    }
    Path file = beats.resolveSibling(name.substring(0, name.length() - BEATS.length()) + EVENTS);
    if (!Files.isReadable(file)) {
      return read;
    }
    List<Intervals.Remark> remarks = new ArrayList<>();
    Optional<Instant> started = Optional.empty();
    try (var records =
        CsvReader.builder()
            .allowUnclosedQuote(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(file)) {
      for (CsvRecord record : records) {
        String[] row = record.getFields().toArray(String[]::new);
        double at = Numbers.of(ForeignTable.cell(row, 0), false);
        String kind = ForeignTable.cell(row, 1);
        if (kind.equals(START)) {
          started = Optional.of(Instant.parse(ForeignTable.cell(row, 2)));
        } else if (!Double.isNaN(at) && row.length > 2) {
          remarks.add(new Intervals.Remark(at, kind, row[2]));
        }
      }
    } catch (IOException | CsvParseException | DateTimeException broken) {
      throw new UnreadableFile(
          UnreadableFile.Reason.OTHER_FORMAT,
          file.toString(),
          "this table of events cannot be read",
          "repair it, or move it away from the table of beats");
    }
    return read.remarking(remarks).startedAt(started);
  }

  private static CsvWriter writer(Path file) throws IOException {
    return CsvWriter.builder()
        .lineDelimiter(LineDelimiter.LF)
        .build(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }
}
