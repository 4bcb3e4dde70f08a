package app.downshift.beat;

import app.downshift.beat.LipponenTarvainen.Windows;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A series as it may have been without its doubtful beats: values beside the measured ones, to draw
 * the curve and to lead a spline, never for statistics. Detection and correction are repeated while
 * the number of doubtful beats falls, ten times at most, as Lipponen and Tarvainen (2019, doi
 * 10.1080/03091902.2019.1640306) correct:
 *
 * <ul>
 *   <li>{@code missed}: the interval is split in halves;
 *   <li>{@code extra}: the interval and the next are one;
 *   <li>{@code ectopic}: the beat before the interval, which came early or late, moves midway
 *       between its neighbours;
 *   <li>anything else: the interval is interpolated between the nearest that are not doubted, and
 *       its beat stays where it is.
 * </ul>
 *
 * <p>Nothing is corrected across a gap, a stretch without any good interval stays as it is, and
 * where more than five seconds in a row would be invented a gap stands instead. Immutable. Linear
 * cost.
 */
public final class CorrectedSeries {
  /** More repetitions change nothing worth having. */
  public static final int MOST_PASSES = 10;

  /** Longer than this nothing is invented. */
  public static final double LONGEST_CORRECTION_MILLIS = 5000;

  private final RrSeries series;
  private final boolean[] corrected;
  private final int[] doubted;

  private CorrectedSeries(RrSeries series, boolean[] corrected, int[] doubted) {
    this.series = series;
    this.corrected = corrected;
    this.doubted = doubted;
  }

  /** Corrects what the marks of {@code marked} and then centred windows with our floor find. */
  public static CorrectedSeries of(RrSeries marked) {
    return of(marked, Windows.CENTRED, LipponenTarvainen.FLOOR_MILLIS);
  }

  /**
   * Corrects the marked intervals of a series, and what detection still finds in the result.
   *
   * @param marked with the marks of the first pass, of whatever origin
   */
  public static CorrectedSeries of(RrSeries marked, Windows windows, double floorMillis) {
    RrSeries series = marked;
    boolean[] corrected = new boolean[marked.size()];
    int[] doubted = new int[MOST_PASSES + 1];
    doubted[0] = doubtful(marked);
    int pass = 0;
    while (pass < MOST_PASSES && doubted[pass] > 0) {
      Correction correction = new Correction(series, corrected);
      RrSeries next = correction.series();
      next = next.withMarks(correction.marks(LipponenTarvainen.marks(next, windows, floorMillis)));
      int left = doubtful(next);
      if (left >= doubted[pass]) {
        break;
      }
      series = next;
      corrected = correction.corrected();
      doubted[++pass] = left;
    }
    return cut(new CorrectedSeries(series, corrected, Arrays.copyOf(doubted, pass + 1)));
  }

  /**
   * The corrected intervals and the times of their beats; there can be more or fewer than measured
   * ones. Its marks are what could not be resolved.
   */
  public RrSeries series() {
    return series;
  }

  /** Whether interval {@code i} of {@link #series} is not as it was measured. */
  public boolean corrected(int i) {
    return corrected[i];
  }

  /** How often the correction was applied. */
  public int passes() {
    return doubted.length - 1;
  }

  /** Doubtful intervals before the first pass (0) and after each; strictly falling. */
  public int doubted(int pass) {
    return doubted[pass];
  }

  /** Puts a gap where the corrected intervals in a row last too long. */
  private static CorrectedSeries cut(CorrectedSeries whole) {
    RrSeries series = whole.series;
    boolean[] kept = new boolean[series.size()];
    boolean[] gap = new boolean[series.size()];
    boolean cut = false;
    int i = 0;
    while (i < kept.length) {
      int to = i + 1;
      double length = series.rrMillis(i);
      while (to < kept.length && whole.corrected[i] && whole.corrected[to] && series.follows(to)) {
        length += series.rrMillis(to++);
      }
      boolean invented = whole.corrected[i] && length > LONGEST_CORRECTION_MILLIS;
      Arrays.fill(kept, i, to, !invented);
      for (int k = i; k < to; k++) {
        gap[k] = series.gapBefore(k) || cut;
        cut = invented;
      }
      i = to;
    }
    return whole.only(kept, gap);
  }

  private CorrectedSeries only(boolean[] kept, boolean[] gap) {
    int[] places = IntStream.range(0, kept.length).filter(i -> kept[i]).toArray();
    if (places.length == kept.length) {
      return this;
    }
    double[] time = new double[places.length];
    double[] rr = new double[places.length];
    boolean[] gapBefore = new boolean[places.length];
    boolean[] changed = new boolean[places.length];
    Marks[] marks = new Marks[places.length];
    for (int k = 0; k < places.length; k++) {
      time[k] = series.timeMillis(places[k]);
      rr[k] = series.rrMillis(places[k]);
      gapBefore[k] = gap[places[k]];
      changed[k] = corrected[places[k]];
      marks[k] = series.marks(places[k]);
    }
    RrSeries left = series.withValues(time, rr, gapBefore).withMarks(marks);
    return new CorrectedSeries(left, changed, doubted);
  }

  private static int doubtful(RrSeries series) {
    int count = 0;
    for (int i = 0; i < series.size(); i++) {
      count += series.usable(i) && !series.marks(i).isEmpty() ? 1 : 0;
    }
    return count;
  }

  /** One pass: reads a marked series from start to end and writes another. */
  private static final class Correction {
    private final RrSeries from;
    private final boolean[] before;
    private final int[] nextGood;
    private final double[] timeMillis;
    private final double[] rrMillis;
    private final boolean[] gapBefore;
    private final boolean[] corrected;
    private final Marks[] unresolved;
    private int lastGood = -1;
    private int size;

    Correction(RrSeries from, boolean[] before) {
      this.from = from;
      this.before = before;
      nextGood = nextGood(from);
      int room = 2 * from.size();
      timeMillis = new double[room];
      rrMillis = new double[room];
      gapBefore = new boolean[room];
      corrected = new boolean[room];
      unresolved = new Marks[room];
      int i = 0;
      while (i < from.size()) {
        i = step(i);
      }
    }

    RrSeries series() {
      return from.withValues(
          Arrays.copyOf(timeMillis, size),
          Arrays.copyOf(rrMillis, size),
          Arrays.copyOf(gapBefore, size));
    }

    boolean[] corrected() {
      return Arrays.copyOf(corrected, size);
    }

    /** What is found in the result, and what could not be resolved and stays doubted. */
    Marks[] marks(Marks[] found) {
      Marks[] marks = found.clone();
      for (int i = 0; i < size; i++) {
        marks[i] = unresolved[i].isEmpty() ? found[i] : unresolved[i];
      }
      return marks;
    }

    /** Writes what becomes of interval {@code i}; answers the next one to look at. */
    private int step(int i) {
      Marks marks = from.marks(i);
      double time = from.timeMillis(i);
      double rr = from.rrMillis(i);
      if (!from.follows(i)) {
        lastGood = -1;
      }
      if (marks.isEmpty() || !from.usable(i)) {
        lastGood = from.usable(i) ? i : -1;
        write(time, rr, from.gapBefore(i), before[i]);
      } else if (marks.has(Mark.MISSED)) {
        write(time - rr / 2, rr / 2, from.gapBefore(i), true);
        write(time, rr / 2, false, true);
      } else if (marks.has(Mark.EXTRA) && continues(i)) {
        write(from.timeMillis(i + 1), rr + from.rrMillis(i + 1), from.gapBefore(i), true);
        return i + 2;
      } else if (marks.has(Mark.ECTOPIC) && from.follows(i)) {
        double half = (rrMillis[size - 1] + rr) / 2;
        timeMillis[size - 1] = time - half;
        rrMillis[size - 1] = half;
        corrected[size - 1] = true;
        write(time, half, false, true);
      } else if (continues(i) && from.marks(i + 1).has(Mark.ECTOPIC)) {
        write(time, rr, from.gapBefore(i), before[i]); // the next interval sets both right
      } else if (lastGood < 0 && nextGood[i] < 0) {
        write(time, rr, from.gapBefore(i), before[i]);
        unresolved[size - 1] = marks;
      } else {
        write(time, interpolated(i), from.gapBefore(i), true);
      }
      return i + 1;
    }

    private boolean continues(int i) {
      return i + 1 < from.size() && from.follows(i + 1);
    }

    private double interpolated(int i) {
      int next = nextGood[i];
      if (lastGood < 0 || next < 0) {
        return from.rrMillis(Math.max(lastGood, next));
      }
      double left = from.rrMillis(lastGood);
      double share = (double) (i - lastGood) / (next - lastGood);
      return left + share * (from.rrMillis(next) - left);
    }

    private void write(double time, double rr, boolean gap, boolean changed) {
      timeMillis[size] = time;
      rrMillis[size] = rr;
      gapBefore[size] = gap;
      corrected[size] = changed;
      unresolved[size] = Marks.NONE;
      size++;
    }

    /** The next interval without a mark in the same stretch, −1 where there is none. */
    private static int[] nextGood(RrSeries series) {
      int[] next = new int[series.size()];
      int good = -1;
      for (int i = next.length - 1; i >= 0; i--) {
        good = series.clean(i) ? i : good;
        next[i] = good;
        good = series.follows(i) ? good : -1;
      }
      return next;
    }
  }
}
