package app.downshift.recording;

import app.downshift.beat.Marks;
import app.downshift.beat.RrSeries;
import app.downshift.sensor.SensorEvent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Gathers the intervals of a file, and tells by kind what in it could be none. Not a value. */
final class IntervalList {
  /** A month: no recording has a longer hole, but damaged times do. */
  private static final double LONGEST_HOLE_MILLIS = 30 * 86_400_000.0;

  private double[] times = new double[256];
  private double[] intervals = new double[256];
  private boolean[] gaps = new boolean[256];
  private double[] breaths = new double[256];
  private Marks[] marks = new Marks[256];
  private boolean paced;
  private int count;
  private boolean gap;
  private double atMillis;
  private double lastBeatMillis = Double.NaN;
  private final Map<String, Integer> rejected = new LinkedHashMap<>();

  /** The next interval; what cannot be one is counted and leaves a gap. */
  void add(double rrMillis) {
    if (usable(rrMillis)) {
      atMillis += rrMillis;
      put(atMillis, rrMillis);
    }
  }

  /** The same, with the time of the beat that ends it. */
  void addAt(double timeMillis, double rrMillis) {
    if (!(timeMillis >= atMillis && timeMillis - atMillis <= LONGEST_HOLE_MILLIS)) {
      reject("out of time");
    } else if (usable(rrMillis)) {
      atMillis = timeMillis;
      put(timeMillis, rrMillis);
    }
  }

  /** A beat; the time since the one before is an interval unless beats are missing between them. */
  void beatAt(double timeMillis, boolean afterGap) {
    boolean first = Double.isNaN(lastBeatMillis);
    gap |= afterGap && !first;
    atMillis = first ? timeMillis : atMillis;
    if (!first && !afterGap) {
      addAt(timeMillis, timeMillis - lastBeatMillis);
    }
    lastBeatMillis = timeMillis;
  }

  /** Beats are missing here. */
  void gap() {
    gap = true;
  }

  /** Beats are missing here, for as long as this where that can be. */
  void gap(double lostMillis) {
    gap = true;
    atMillis += lostMillis <= LONGEST_HOLE_MILLIS ? lostMillis : 0;
  }

  /** Something stood here that is no interval. */
  void reject(String kind) {
    rejected.merge(kind, 1, Integer::sum);
    gap = true;
  }

  /** What a person said of the interval added last, as a word of {@link #ruling}. */
  void rule(String word) {
    for (Marks.Ruling ruling : Marks.Ruling.values()) {
      if (count > 0 && word(ruling).equals(word)) {
        marks[count - 1] = Marks.NONE.ruled(ruling);
      }
    }
  }

  /** The breaths of the pacer at the beat added last; NaN where there was none. */
  void breathe(double cycles) {
    if (count > 0) {
      breaths[count - 1] = cycles;
      paced |= !Double.isNaN(cycles);
    }
  }

  /** What a person said of a beat, as a word; empty when nobody did. */
  static String ruling(Marks marks) {
    Marks said = Marks.NONE.ruledLike(marks);
    for (Marks.Ruling ruling : Marks.Ruling.values()) {
      if (ruling != Marks.Ruling.WITHDRAWN && said == Marks.NONE.ruled(ruling)) {
        return word(ruling);
      }
    }
    return "";
  }

  private static String word(Marks.Ruling ruling) {
    return ruling.name().toLowerCase(Locale.ROOT);
  }

  int size() {
    return count;
  }

  int unusable() {
    return rejected.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How many values were no intervals, and of which kinds; empty when all were. */
  Optional<String> rejections() {
    if (rejected.isEmpty()) {
      return Optional.empty();
    }
    String kinds =
        rejected.entrySet().stream()
            .map(kind -> kind.getValue() + " " + kind.getKey())
            .collect(Collectors.joining(", "));
    int total = unusable();
    return Optional.of(
        total
            + (total == 1 ? " value is no interval and was" : " values are no intervals and were")
            + " left out ("
            + kinds
            + ")");
  }

  RrSeries series() {
    RrSeries series =
        RrSeries.of(
                Arrays.copyOf(times, count),
                Arrays.copyOf(intervals, count),
                Arrays.copyOf(gaps, count))
            .withMarks(Arrays.copyOf(marks, count));
    return paced ? series.paced(Arrays.copyOf(breaths, count)) : series;
  }

  private boolean usable(double rrMillis) {
    if (SensorEvent.Beat.possible(rrMillis)) {
      return true;
    }
    reject(
        Double.isNaN(rrMillis)
            ? "no number"
            : rrMillis == 0 ? "zero" : rrMillis < 0 ? "negative" : "above 10 s");
    return false;
  }

  private void put(double timeMillis, double rrMillis) {
    if (count == times.length) {
      times = Arrays.copyOf(times, 2 * count);
      intervals = Arrays.copyOf(intervals, 2 * count);
      gaps = Arrays.copyOf(gaps, 2 * count);
      breaths = Arrays.copyOf(breaths, 2 * count);
      marks = Arrays.copyOf(marks, 2 * count);
    }
    times[count] = timeMillis;
    intervals[count] = rrMillis;
    breaths[count] = Double.NaN;
    marks[count] = Marks.NONE;
    gaps[count++] = gap;
    gap = false;
  }
}
