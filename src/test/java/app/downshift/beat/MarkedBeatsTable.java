package app.downshift.beat;

import app.downshift.beat.LipponenTarvainen.Windows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What marked intervals of the meditation recordings look like: an early beat shows as a short
 * interval with a long one, its pause, behind it. Without arguments a line for each recording; with
 * the name of one ({@code chi_C7.med}) every marked place with the intervals around it. Single
 * pauses without an early beat are counted whether marked or not, see {@link #pauses}.
 */
public final class MarkedBeatsTable {
  private static final Path FOLDER =
      Path.of(System.getProperty("downshift.shared", "../shared"))
          .resolve("data/physionet-meditation/rr");

  /** Unmarked intervals within so many beats on either side make the level of a place. */
  private static final int AROUND = 6;

  private static final int FEWEST_AROUND = 4;
  private static final double OFF = 0.06;
  private static final double PAUSE = 0.05;
  private static final double COMPENSATED = 0.08;

  /** In the gap between what breathing and what the pauses of {@code chi_C7} add to an interval. */
  private static final double PAUSED = 0.09;

  /** Shares are of the level of the place. */
  enum Shape {
    /** More than 6 % early and its pause of more than 5 %, together two intervals within 8 %. */
    COMPENSATED,
    /** The same with a pause too short or too long for that. */
    EARLY,
    /** More than 6 % long, nothing early before it. */
    LONG,
    /** Shorter than the level, right behind a long one. */
    AFTER_LONG,
    /** More than 6 % short without a pause. */
    SHORT,
    /** Within 6 %, or nothing unmarked to compare with. */
    NEAR
  }

  private final double[] rr;
  private final boolean[] marked;

  private MarkedBeatsTable(double[] rr) {
    this.rr = rr;
    marked = marked(rr, Windows.CENTRED);
  }

  static boolean[] marked(double[] rr, Windows windows) {
    Marks[] marks =
        BeatTests.marks(RrSeries.ofIntervals(rr), windows, LipponenTarvainen.FLOOR_MILLIS);
    boolean[] marked = new boolean[rr.length];
    for (int i = 0; i < marked.length; i++) {
      marked[i] = !marks[i].isEmpty();
    }
    return marked;
  }

  /**
   * Single pauses, told by the intervals alone and by no mark: more than 9 % longer than either
   * neighbour and than the median of the six before and the six after, the one before not early by
   * 7 %.
   */
  static boolean[] pauses(double[] rr) {
    boolean[] pauses = new boolean[rr.length];
    for (int i = 2; i < rr.length - 2; i++) {
      int at = i;
      double level =
          median(
              IntStream.rangeClosed(Math.max(0, i - AROUND), Math.min(rr.length - 1, i + AROUND))
                  .filter(k -> k != at)
                  .mapToDouble(k -> rr[k])
                  .toArray());
      double highest = Math.max(level, Math.max(rr[i - 1], rr[i + 1]));
      pauses[i] = rr[i] > (1 + PAUSED) * highest && rr[i - 1] > 0.93 * level;
    }
    return pauses;
  }

  /** Marked intervals that are no pauses, and how many are none. */
  static int[] markedOfOthers(double[] rr, Windows windows) {
    boolean[] marked = marked(rr, windows);
    boolean[] pauses = pauses(rr);
    int[] counts = new int[2];
    for (int i = 0; i < rr.length; i++) {
      counts[0] += marked[i] && !pauses[i] ? 1 : 0;
      counts[1] += pauses[i] ? 0 : 1;
    }
    return counts;
  }

  public static void main(String[] arguments) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.list(FOLDER)) {
      files = found.sorted().toList();
    }
    for (Path file : files) {
      String name = file.getFileName().toString().replace(".rr.txt", "");
      MarkedBeatsTable table = new MarkedBeatsTable(intervals(file));
      if (arguments.length == 0) {
        table.summary(name);
      } else if (arguments[0].equals(name)) {
        table.places();
      }
    }
  }

  private void summary(String name) {
    Map<Shape, Integer> counts = new EnumMap<>(Shape.class);
    int all = 0;
    for (int i = 0; i < rr.length; i++) {
      if (marked[i]) {
        counts.merge(shape(i), 1, Integer::sum);
        all++;
      }
    }
    int early = counts.getOrDefault(Shape.COMPENSATED, 0) + counts.getOrDefault(Shape.EARLY, 0);
    System.out.println(
        String.format(
            Locale.ROOT,
            "%-12s %5d intervals, %3d marked %.2f%%, without early beats and pauses %.2f%% %s;"
                + " %d single pauses, marked of others %.2f%% offline, %.2f%% live",
            name,
            rr.length,
            all,
            100.0 * all / rr.length,
            100.0 * (all - early) / rr.length,
            counts,
            rr.length - markedOfOthers(rr, Windows.CENTRED)[1],
            percent(markedOfOthers(rr, Windows.CENTRED)),
            percent(markedOfOthers(rr, Windows.LIVE))));
  }

  private static double percent(int[] counts) {
    return 100.0 * counts[0] / counts[1];
  }

  private void places() {
    for (int i = 0; i < rr.length; i++) {
      if (!marked[i]) {
        continue;
      }
      int last = i;
      while (last + 1 < rr.length && marked[last + 1]) {
        last++;
      }
      StringBuilder line = new StringBuilder(i + ":");
      for (int k = Math.max(0, i - 2); k <= Math.min(rr.length - 1, last + 2); k++) {
        line.append(marked[k] ? " *" : " ").append(Math.round(rr[k]));
      }
      for (int k = i; k <= last; k++) {
        line.append(' ').append(shape(k));
      }
      System.out.println(line);
      i = last;
    }
  }

  private Shape shape(int i) {
    double level = level(i);
    double before = i > 0 ? rr[i - 1] / level - 1 : 0;
    double off = rr[i] / level - 1;
    double after = i + 1 < rr.length ? rr[i + 1] / level - 1 : 0;
    if (Double.isNaN(level)) {
      return Shape.NEAR;
    }
    if (off < -OFF && after > PAUSE && before <= OFF) {
      return Math.abs(off + after) <= COMPENSATED ? Shape.COMPENSATED : Shape.EARLY;
    }
    double twoBefore = i > 1 ? rr[i - 2] / level - 1 : 0;
    if (off > PAUSE && before < -OFF && twoBefore <= OFF) {
      return Math.abs(off + before) <= COMPENSATED ? Shape.COMPENSATED : Shape.EARLY;
    }
    if (off > OFF) {
      return Shape.LONG;
    }
    if (off < 0 && before > OFF) {
      return Shape.AFTER_LONG;
    }
    return off < -OFF ? Shape.SHORT : Shape.NEAR;
  }

  /** Median of the unmarked intervals around, NaN if there are too few. */
  private double level(int i) {
    double[] around =
        IntStream.rangeClosed(Math.max(0, i - AROUND), Math.min(rr.length - 1, i + AROUND))
            .filter(k -> !marked[k])
            .mapToDouble(k -> rr[k])
            .toArray();
    return around.length < FEWEST_AROUND ? Double.NaN : median(around);
  }

  private static double median(double[] values) {
    return Robust.median(values, new double[values.length], values.length);
  }

  static double[] intervals(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .mapToDouble(Double::parseDouble)
        .toArray();
  }
}
