package app.downshift.recording;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads every file below a folder and prints a table: folder, format, files, beats, what was no
 * interval, and for what is refused why.
 */
final class ForeignFilesTable {
  private ForeignFilesTable() {}

  public static void main(String[] args) throws IOException {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    rows(Path.of(args[0])).forEach(out::println);
  }

  private static final class Row {
    private int files;
    private long beats;
    private long unusable;
    private int noted;
    private String example = "";
  }

  static List<String> rows(Path folder) throws IOException {
    Map<String, Row> rows = new TreeMap<>();
    for (Path file : files(folder)) {
      String place = folder.relativize(file).getName(0).toString();
      Row row;
      try {
        Intervals read = Intervals.read(file);
        row = rows.computeIfAbsent(place + " | " + read.format(), none -> new Row());
        row.beats += read.series().size();
        row.unusable += read.unusable();
        row.noted += read.note().isPresent() ? 1 : 0;
        row.example = read.note().orElse(row.example);
      } catch (UnreadableFile refused) {
        row = rows.computeIfAbsent(place + " | refused", none -> new Row());
        row.example = file.getFileName() + ": " + refused.what();
      }
      row.files++;
    }
    List<String> lines = new ArrayList<>();
    rows.forEach(
        (name, row) ->
            lines.add(
                String.format(
                    Locale.ROOT,
                    "| %s | %d | %d | %d | %s |",
                    name,
                    row.files,
                    row.beats,
                    row.unusable,
                    row.example.isEmpty() || row.noted < 2
                        ? row.example
                        : row.noted + " with a note such as: " + row.example)));
    return lines;
  }

  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().equals("LICENSE.txt"))
          .filter(file -> !file.getFileName().toString().startsWith("sealed"))
          .sorted()
          .toList();
    }
  }
}
