package app.downshift.recording;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Intervals as bare numbers: one a line in ms or s with {@code #} comments, as Kubios and Elite HRV
 * write them; two columns, a time and an interval; or times of beats, which only ever rise.
 */
final class RrText {
  static final String GAP = "# gap";
  static final String STARTED = "# started ";
  static final String MARKER = "# marker ";
  static final String PHASE = "# phase ";

  private static final Pattern NOTE = Pattern.compile("# (marker|phase) ([-\\d.E]+) (.*)");
  private static final int ENOUGH_TIMES = 10;
  private static final double LONGEST_IN_SECONDS = 10;
  private static final double SAME_SHARE = 0.25;
  private static final double FEW_TURNS = 0.1;
  private static final double MOST_NEGATIVE = 0.1;
  private static final int ENOUGH_VALUES = 100;

  private RrText() {}

  static Intervals read(ForeignText text) throws UnreadableFile {
    List<String> comments = text.lines().stream().filter(line -> line.startsWith("#")).toList();
    List<String> lines = new ArrayList<>();
    List<Integer> gapsBefore = new ArrayList<>();
    for (String line : text.lines()) {
      if (line.equals(GAP)) {
        gapsBefore.add(lines.size());
      } else if (!line.startsWith("#")) {
        lines.add(line);
      }
    }
    if (lines.isEmpty()) {
      throw new UnreadableFile(
          UnreadableFile.Reason.EMPTY,
          text.where(),
          "the file is empty",
          "choose a file with intervals in it");
    }
    Columns columns = Columns.of(lines);
    double[] values = columns.intervals();
    long numbers = Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
    if (numbers == 0 || numbers * 2 < values.length) {
      throw new UnreadableFile(
          UnreadableFile.Reason.OTHER_FORMAT,
          text.where(),
          "no intervals were found in it",
          "choose a recording, or a text of RR intervals; a table needs a column named rr_ms");
    }
    long negative = Arrays.stream(values).filter(value -> value < 0).count();
    if (values.length >= ENOUGH_VALUES && negative > MOST_NEGATIVE * values.length) {
      throw new UnreadableFile(
          UnreadableFile.Reason.OTHER_FORMAT,
          text.where(),
          negative + " of its " + values.length + " numbers are negative: samples, no intervals",
          "choose a recording, or a text of RR intervals");
    }
    boolean kubios = comments.stream().anyMatch(line -> line.contains("KUBIOS"));
    String format = kubios ? "kubios" : columns.clocked() ? "rr-csv" : "rr-text";
    Intervals read =
        isTimes(values)
            ? times(values)
            : intervals(format, columns, values, gapsBefore, RrTable.rate(comments));
    return read.startedAt(started(comments)).remarking(notes(comments));
  }

  private static Intervals intervals(
      String format, Columns columns, double[] values, List<Integer> gapsBefore, double rateHz) {
    IntervalUnit unit = IntervalUnit.ofContent(values, columns.elapsedMillis(), rateHz);
    var list = new IntervalList();
    int gap = 0;
    for (int i = 0; i < values.length; i++) {
      while (gap < gapsBefore.size() && gapsBefore.get(gap) == i) {
        list.gap();
        gap++;
      }
      list.add(values[i] * unit.millis());
    }
    return Intervals.of(format, list, unit.said().or(() -> doubt(values, rateHz)));
  }

  /**
   * Whether numbers are times of beats: they only rise, the last is too large for an interval, and
   * the steps between them are of the size of intervals. Where they could as well be intervals in
   * ms that grow, they are.
   */
  private static boolean isTimes(double[] values) {
    if (values.length < ENOUGH_TIMES || !(values[values.length - 1] > LONGEST_IN_SECONDS)) {
      return false;
    }
    for (int i = 1; i < values.length; i++) {
      if (!(values[i] > values[i - 1])) {
        return false;
      }
    }
    double step = Numbers.medianOfPositive(steps(values));
    return IntervalUnit.isUsual(step)
        || (IntervalUnit.isUsual(1000 * step)
            && !(IntervalUnit.isUsual(values[0])
                && IntervalUnit.isUsual(values[values.length - 1])));
  }

  private static double[] steps(double[] values) {
    double[] steps = new double[values.length - 1];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = values[i + 1] - values[i];
    }
    return steps;
  }

  private static Intervals times(double[] values) {
    double scale = Numbers.medianOfPositive(steps(values)) < 10 ? 1000 : 1;
    var list = new IntervalList();
    for (double value : values) {
      list.beatAt(value * scale, false);
    }
    return Intervals.of(
        "beat-times",
        list,
        Optional.of(
            "its numbers only rise and were taken for times of beats in "
                + (scale == 1 ? "ms" : "s")));
  }

  /**
   * Samples of a signal can look like intervals in every other way. Signals turn far less often
   * than heart rates: of 200 series of intervals the calmest turns at 18 of 100 beats, pulse and
   * breathing curves at 5 of 100 samples.
   */
  private static Optional<String> doubt(double[] values, double rateHz) {
    if (rateHz > 0) {
      return Optional.of(
          "it states a sampling rate; if its numbers are samples, they are no intervals");
    }
    int turns = 0;
    for (int i = 2; i < values.length; i++) {
      turns += (values[i] - values[i - 1]) * (values[i - 1] - values[i - 2]) < 0 ? 1 : 0;
    }
    return values.length >= ENOUGH_VALUES && turns < FEW_TURNS * values.length
        ? Optional.of(
            "its values rise and fall as slowly as samples of a signal; if they are, they are no"
                + " intervals")
        : Optional.empty();
  }

  private static Optional<Instant> started(List<String> comments) {
    for (String comment : comments) {
      if (comment.startsWith(STARTED)) {
        try {
          return Optional.of(Instant.parse(comment.substring(STARTED.length())));
        } catch (DateTimeException noInstant) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private static List<Intervals.Remark> notes(List<String> comments) {
    List<Intervals.Remark> notes = new ArrayList<>();
    for (String comment : comments) {
      Matcher matcher = NOTE.matcher(comment);
      double at = matcher.matches() ? Numbers.of(matcher.group(2), false) : Double.NaN;
      if (!Double.isNaN(at)) {
        notes.add(new Intervals.Remark(at, matcher.group(1), matcher.group(3)));
      }
    }
    return notes;
  }

  /**
   * What bare lines hold.
   *
   * @param elapsedMillis by the clock in the other column, of the intervals after the first; NaN
   *     without one
   */
  @SuppressWarnings("ArrayRecordComponent") // made once, read once, never compared
  private record Columns(double[] intervals, double elapsedMillis, boolean clocked) {
    static Columns of(List<String> lines) {
      char separator = separator(lines);
      if (separator != 0) {
        double[][] cells = cells(lines, separator);
        for (int clock = 0; clock < 2; clock++) {
          double[] values = cells[1 - clock];
          double scale = RrTable.clockScale(cells[clock], values);
          double elapsed = (cells[clock][lines.size() - 1] - cells[clock][0]) * scale;
          double median = Numbers.medianOfPositive(values);
          double sum = (lines.size() - 1) * (median < 10 ? 1000 * median : median);
          if (elapsed > 0 && Math.abs(elapsed / sum - 1) < SAME_SHARE && rises(cells[clock])) {
            return new Columns(values, elapsed, true);
          }
        }
      }
      return new Columns(
          lines.stream().mapToDouble(line -> Numbers.of(line, true)).toArray(), Double.NaN, false);
    }

    private static boolean rises(double[] clock) {
      for (int i = 1; i < clock.length; i++) {
        if (clock[i] < clock[i - 1]) {
          return false;
        }
      }
      return true;
    }

    private static double[][] cells(List<String> lines, char separator) {
      double[][] cells = new double[2][lines.size()];
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i);
        int cut = line.indexOf(separator);
        String second = cut < 0 ? "" : line.substring(cut + 1);
        cells[0][i] = Numbers.of(cut < 0 ? line : line.substring(0, cut), separator != ',');
        cells[1][i] = Numbers.of(second, separator != ',');
      }
      return cells;
    }

    /** What parts the first line, and most others, in two; 0 when nothing does. */
    private static char separator(List<String> lines) {
      for (char separator : new char[] {'\t', ';', ',', ' '}) {
        long parted =
            lines.stream()
                .filter(line -> line.indexOf(separator) > 0)
                .filter(line -> line.indexOf(separator) == line.lastIndexOf(separator))
                .count();
        if (parted * 10 >= lines.size() * 9L) {
          return separator;
        }
      }
      return 0;
    }
  }
}
