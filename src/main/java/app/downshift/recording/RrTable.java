package app.downshift.recording;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Intervals in a column of a table: CSV, and what apps export. */
final class RrTable {
  /** The column in which Downshift itself tells where beats are missing. */
  static final String GAP = "gap_before";

  static final String TIME = "t_ms";
  static final String RULING = "ruling";
  static final String BREATHS = "breaths";

  private static final Pattern NAME =
      Pattern.compile(
          "(?:rr|r-r|rri|nn|nni|ibi|ppi|rr[-_ ]?intervals?|pp[-_ ]?intervals?|nn[-_ ]?intervals?"
              + "|ibi[-_ ]?intervals?|inter-?beat[-_ ]?intervals?)"
              + "[-_ ]*[\\[(]?(ms|msec|milliseconds|s|sec|seconds|1/1024 ?s|1024|ticks|samples)?[\\])]?");
  private static final Pattern CLOCK =
      Pattern.compile("t_ms|t_s|t|since start|elapsed.*|time.*|.*timestamp.*|date");
  private static final Pattern RATE =
      Pattern.compile(
          "(?i).*\\b(?:sampling|sample)[ _-]?(?:rate|frequency)\\D*(\\d+(?:\\.\\d+)?).*|#\\s*fs\\D*(\\d+(?:\\.\\d+)?).*");

  /** So many beats ahead and behind are looked at to tell a hole from a late message. */
  private static final int LATE_BEATS = 10;

  private static final double HOLE_MILLIS = 2500;
  private static final double DAY_MILLIS = 86_400_000;

  private RrTable() {}

  /** Whether a column of this name, in lower case, holds intervals. */
  static boolean isIntervals(String name) {
    return NAME.matcher(name).matches();
  }

  static Intervals read(ForeignTable table, String where) throws UnreadableFile {
    int column = table.column(RrTable::isIntervals);
    double[] values = table.numbers(column);
    long numbers = Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
    if (numbers == 0) {
      throw new UnreadableFile(
          UnreadableFile.Reason.OTHER_FORMAT,
          where,
          "no intervals were found in it",
          "choose a file with intervals in it");
    }
    if (table.column(GAP::equals) >= 0 && table.column(TIME::equals) >= 0) {
      return ours(table, values);
    }
    double[] clock = clock(table, values);
    double scale = clockScale(clock, values);
    IntervalUnit unit =
        unit(table.header().get(column), values, elapsed(clock) * scale, table, where);
    var list = new IntervalList();
    double[] lag = lag(clock, scale, values, unit.millis());
    for (int i = 0; i < values.length; i++) {
      double hole = hole(lag, i);
      if (hole > 0) {
        list.gap(hole);
      }
      list.add(values[i] * unit.millis());
    }
    broken(table, list);
    return Intervals.of(format(table), list, unit.said()).startedAt(started(clock, scale));
  }

  /** The table of beats that Downshift writes. */
  private static Intervals ours(ForeignTable table, double[] values) {
    double[] times = table.numbers(table.column(TIME::equals));
    int gap = table.column(GAP::equals);
    int ruling = table.column(RULING::equals);
    double[] breaths = table.numbers(table.column(BREATHS::equals));
    var list = new IntervalList();
    for (int i = 0; i < values.length; i++) {
      String[] row = table.rows().get(i);
      if (ForeignTable.cell(row, gap).equals("1")) {
        list.gap();
      }
      int before = list.size();
      if (Double.isNaN(times[i])) {
        list.reject("without a time");
      } else {
        list.addAt(times[i], values[i]);
      }
      if (list.size() > before) {
        list.rule(ForeignTable.cell(row, ruling));
        list.breathe(breaths[i]);
      }
    }
    broken(table, list);
    return Intervals.of("downshift-csv", list, Optional.empty());
  }

  private static void broken(ForeignTable table, IntervalList list) {
    for (int i = 0; i < table.brokenLines(); i++) {
      list.reject("in broken quotes");
    }
  }

  private static String format(ForeignTable table) {
    Predicate<String> any = name -> table.header().contains(name);
    if (table.header().stream().anyMatch(name -> name.startsWith("phone "))) {
      return "polar-sensor-logger";
    }
    if (any.test("since start")) {
      return "hrv-logger";
    }
    boolean kubios =
        table.before().stream().anyMatch(line -> line.toLowerCase(Locale.ROOT).contains("kubios"));
    return kubios ? "kubios" : "rr-csv";
  }

  private static IntervalUnit unit(
      String name, double[] values, double elapsedMillis, ForeignTable table, String where)
      throws UnreadableFile {
    Matcher matcher = NAME.matcher(name);
    String unit = matcher.matches() && matcher.group(1) != null ? matcher.group(1) : "";
    double rate = rate(table.before());
    double median = Numbers.medianOfPositive(values);
    return switch (unit) {
      case "ms", "msec", "milliseconds" ->
          median < 10
              ? new IntervalUnit(
                  1000,
                  Optional.of(
                      "its column is named "
                          + name
                          + ", but values around "
                          + median
                          + " were taken for seconds"))
              : IntervalUnit.named(1);
      case "s", "sec", "seconds" ->
          median > 100
              ? new IntervalUnit(
                  1,
                  Optional.of(
                      "its column is named "
                          + name
                          + ", but values around "
                          + median
                          + " were taken for ms"))
              : IntervalUnit.named(1000);
      case "" -> IntervalUnit.ofContent(values, elapsedMillis, rate);
      case "samples" -> {
        if (!(rate > 0)) {
          throw new UnreadableFile(
              UnreadableFile.Reason.OTHER_FORMAT,
              where,
              "nothing says how many samples of its column " + name + " a second has",
              "add a line such as # sampling rate: 250");
        }
        yield IntervalUnit.named(1000 / rate);
      }
      default -> IntervalUnit.named(IntervalUnit.TICK_MILLIS);
    };
  }

  /** The sampling rate stated in comments, NaN where there is none. */
  static double rate(List<String> comments) {
    for (String comment : comments) {
      Matcher matcher = RATE.matcher(comment);
      if (matcher.matches()) {
        return Double.parseDouble(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
      }
    }
    return Double.NaN;
  }

  /** The clock beside the intervals, unit unknown; NaN everywhere when there is none. */
  private static double[] clock(ForeignTable table, double[] values) {
    for (int column = 0; column < table.header().size(); column++) {
      if (CLOCK.matcher(table.header().get(column)).matches()) {
        double[] clock = table.numbers(column);
        if (read(clock) * 2 < clock.length) {
          int at = column;
          clock =
              table.rows().stream()
                  .mapToDouble(row -> Numbers.momentMillis(ForeignTable.cell(row, at)))
                  .toArray();
          overMidnight(clock);
        }
        if (read(clock) * 2 >= clock.length && elapsed(clock) > 0) {
          return clock;
        }
      }
    }
    double[] none = new double[values.length];
    Arrays.fill(none, Double.NaN);
    return none;
  }

  private static long read(double[] clock) {
    return Arrays.stream(clock).filter(value -> !Double.isNaN(value)).count();
  }

  private static void overMidnight(double[] clock) {
    double days = 0;
    double last = Double.NaN;
    for (int i = 0; i < clock.length; i++) {
      if (clock[i] < last - DAY_MILLIS / 2 && clock[i] <= DAY_MILLIS) {
        days += DAY_MILLIS;
      }
      last = clock[i];
      clock[i] += days;
    }
  }

  private static double elapsed(double[] clock) {
    double first = Double.NaN;
    double last = Double.NaN;
    for (double value : clock) {
      first = Double.isNaN(first) ? value : first;
      last = Double.isNaN(value) ? last : value;
    }
    return last - first;
  }

  /** Clocks count s, ms, µs or ns: whichever comes nearest to the sum of intervals. */
  static double clockScale(double[] clock, double[] values) {
    double median = Numbers.medianOfPositive(values);
    double sum = (values.length - 1) * (median < 10 ? 1000 * median : median);
    double best = 1;
    double least = Double.POSITIVE_INFINITY;
    for (double scale : new double[] {1000, 1, 1e-3, 1e-6}) {
      double off = Math.abs(Math.log(elapsed(clock) * scale / sum));
      if (off < least) {
        least = off;
        best = scale;
      }
    }
    return best;
  }

  /** By how much the clock is ahead of the sum of intervals, at each of them. */
  private static double[] lag(double[] clock, double scale, double[] values, double unitMillis) {
    double[] lag = new double[values.length];
    double sum = 0;
    double last = Double.NaN;
    for (int i = 0; i < values.length; i++) {
      double millis = values[i] * unitMillis;
      sum += millis > 0 && millis <= 10_000 ? millis : 0;
      last = Double.isNaN(clock[i]) ? last : clock[i] * scale - sum;
      lag[i] = last;
    }
    return lag;
  }

  /** How much time is missing before an interval, 0 when none is. */
  private static double hole(double[] lag, int at) {
    if (at == 0 || !(lag[at] - lag[at - 1] > HOLE_MILLIS)) {
      return 0;
    }
    double before = Double.POSITIVE_INFINITY;
    double after = Double.POSITIVE_INFINITY;
    for (int i = 1; i <= LATE_BEATS; i++) {
      before = Math.min(before, at - i >= 0 ? lag[at - i] : before);
      after = Math.min(after, at + i - 1 < lag.length ? lag[at + i - 1] : after);
    }
    return after - before > HOLE_MILLIS ? after - before : 0;
  }

  private static Optional<Instant> started(double[] clock, double scale) {
    double first = clock.length == 0 ? Double.NaN : clock[0] * scale;
    boolean dated = first > 1e11 && first < 1e13;
    return dated ? Optional.of(Instant.ofEpochMilli(Math.round(first))) : Optional.empty();
  }
}
