package app.downshift.beat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Recordings of the shared folder with the rhythm of every interval, where somebody labelled it.
 */
final class LabelledRhythms {
  /** Fibrillation, in the words of the labels. */
  static final String FIBRILLATION = "AFIB";

  /** Where nobody labelled the rhythm. */
  static final String UNLABELLED = "-";

  private LabelledRhythms() {}

  /**
   * One recording.
   *
   * @param name folder and file
   * @param rhythms of each interval, without the bracket of the annotation
   */
  record Recording(String name, double[] rrMillis, String[] rhythms) {
    RrSeries series() {
      return RrSeries.ofIntervals(rrMillis);
    }

    boolean from(String folder) {
      return name.startsWith(folder + "/");
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Path folder() {
    return Path.of(System.getProperty("downshift.shared", "../shared")).resolve("data");
  }

  /**
   * All recordings of these folders, sorted by name; nothing where the folder is not there. A
   * labelled recording is read once, with its labels.
   */
  static List<Recording> of(String... folders) {
    List<Recording> all = new ArrayList<>();
    for (String each : folders) {
      Path labelled = folder().resolve(each).resolve("labelled");
      if (Files.isDirectory(labelled)) {
        files(labelled, ".csv").forEach(file -> all.add(labelled(each, file)));
      } else {
        Path inner = folder().resolve(each).resolve("rr");
        files(Files.isDirectory(inner) ? inner : folder().resolve(each), ".rr.txt")
            .forEach(file -> all.add(plain(each, file)));
      }
    }
    return all;
  }

  /** Every folder with intervals in it. */
  static String[] folders() {
    try (Stream<Path> each = Files.list(folder())) {
      return each.filter(Files::isDirectory)
          .map(path -> path.getFileName().toString())
          .sorted()
          .toArray(String[]::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path folder, String ending) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.getFileName().toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Recording labelled(String folder, Path file) {
    List<String> lines = lines(file);
    int rhythm = Arrays.asList(lines.get(0).split(",")).indexOf("rhythm");
    List<String[]> cells = lines.stream().skip(1).map(line -> line.split(",")).toList();
    return new Recording(
        folder + "/" + stem(file, ".csv"),
        cells.stream().mapToDouble(cell -> Double.parseDouble(cell[0])).toArray(),
        cells.stream().map(cell -> cell[rhythm].replace("(", "")).toArray(String[]::new));
  }

  private static Recording plain(String folder, Path file) {
    double[] rr =
        lines(file).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .mapToDouble(Double::parseDouble)
            .toArray();
    String[] rhythms = new String[rr.length];
    // The short records of the 2017 challenge carry one label each, in their name.
    Arrays.fill(rhythms, stem(file, ".rr.txt").endsWith("_AF") ? FIBRILLATION : UNLABELLED);
    return new Recording(folder + "/" + stem(file, ".rr.txt"), rr, rhythms);
  }

  private static String stem(Path file, String ending) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - ending.length());
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
