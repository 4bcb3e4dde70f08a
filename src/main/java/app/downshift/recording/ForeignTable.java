package app.downshift.recording;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Rows of a text under the names of their columns.
 *
 * @param before the lines before the header
 * @param header names of columns, lower case
 * @param rows one array of cells for each row, of any length
 * @param brokenLines lines that a stray quotation mark made one
 * @param commas whether a comma in a cell is a decimal one
 */
record ForeignTable(
    List<String> before,
    List<String> header,
    List<String[]> rows,
    int brokenLines,
    boolean commas) {
  private static final int HEADER_WITHIN = 400;

  /** The table whose header has a column of one of these names, if there is any. */
  static Optional<ForeignTable> of(ForeignText text, Predicate<String> wanted)
      throws UnreadableFile {
    List<String> lines = text.lines();
    for (int i = 0; i < Math.min(HEADER_WITHIN, lines.size()); i++) {
      String line = lines.get(i).startsWith("#") ? lines.get(i).substring(1).strip() : lines.get(i);
      char separator = separator(line);
      List<String> names = names(line, separator);
      if (names.stream().anyMatch(wanted)) {
        return Optional.of(
            under(names, lines.subList(0, i), separator, lines, i + 1, text.where()));
      }
    }
    return Optional.empty();
  }

  /** Cells of one line: what stands between separators, without quotation marks. */
  static List<String> names(String line, char separator) {
    List<String> names = new ArrayList<>();
    for (String cell : line.split(java.util.regex.Pattern.quote("" + separator), -1)) {
      names.add(cell.strip().replaceAll("^\"|\"$", "").strip().toLowerCase(Locale.ROOT));
    }
    return names;
  }

  /** A tab or semicolon wherever there is one, otherwise a comma. */
  static char separator(String line) {
    return line.indexOf('\t') >= 0 ? '\t' : line.indexOf(';') >= 0 ? ';' : ',';
  }

  /** The first column with such a name; -1 when there is none. */
  int column(Predicate<String> wanted) {
    for (int i = 0; i < header.size(); i++) {
      if (wanted.test(header.get(i))) {
        return i;
      }
    }
    return -1;
  }

  /** The cell of a row, empty where the row is too short. */
  static String cell(String[] row, int column) {
    return column >= 0 && column < row.length ? row[column].strip() : "";
  }

  /** A column as numbers; NaN where there is none. */
  double[] numbers(int column) {
    return rows.stream().mapToDouble(row -> Numbers.of(cell(row, column), commas)).toArray();
  }

  private static ForeignTable under(
      List<String> names,
      List<String> before,
      char separator,
      List<String> lines,
      int from,
      String where)
      throws UnreadableFile {
    String body =
        String.join(
            "\n",
            lines.subList(from, lines.size()).stream()
                .filter(line -> !line.startsWith("#"))
                .toList());
    List<String[]> rows = new ArrayList<>();
    int broken = 0;
    try {
      for (CsvRecord record :
          CsvReader.builder()
              .fieldSeparator(separator)
              .allowUnclosedQuote(true)
              .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
              .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
              .ofCsvRecord(body)) {
        String[] cells = record.getFields().toArray(String[]::new);
        long inside =
            Arrays.stream(cells)
                .mapToLong(cell -> cell.chars().filter(c -> c == '\n').count())
                .sum();
        if (inside > 0) {
          broken += (int) inside + 1;
        } else {
          rows.add(cells);
        }
      }
    } catch (CsvParseException tooBroken) {
      throw new UnreadableFile(
          UnreadableFile.Reason.OTHER_FORMAT,
          where,
          "its table cannot be read near line " + (from + rows.size() + 1),
          "repair it");
    }
    return new ForeignTable(before, names, rows, broken, separator != ',');
  }
}
