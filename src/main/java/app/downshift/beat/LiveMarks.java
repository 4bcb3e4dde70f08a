package app.downshift.beat;

import java.util.ArrayList;
import java.util.List;

/**
 * Marks of a running session. A beat is decided, finally, when the second beat after it has come,
 * and equals what {@link BeatTests} say of the whole recording with {@link
 * LipponenTarvainen.Windows#LIVE}. Constant cost and memory per beat.
 */
public final class LiveMarks {
  private static final int PAST = BreathModel.memory() + 3;

  private final double floorMillis;
  private final SortedWindow differences = new SortedWindow(LipponenTarvainen.SPREAD_BEATS);
  private final SortedWindow intervals = new SortedWindow(LipponenTarvainen.MEDIAN_BEATS);
  private final SortedWindow deviations = new SortedWindow(LipponenTarvainen.SPREAD_BEATS);
  private final BeatVerdict verdict = new BeatVerdict();

  /**
   * The last four intervals and differences, newest last; enough for a beat, one before and two
   * after.
   */
  private final double[] rr = new double[4];

  private final double[] difference = new double[4];
  private final BreathModel model = new BreathModel(LipponenTarvainen.Windows.LIVE);

  /** The end of the stretch as the breathing model looks back on it. */
  private final double[] past = new double[2 * PAST];

  private final double[] pastBreaths = new double[2 * PAST];
  private int inPast;
  private double limitBefore;

  /** Of the beat decided last. */
  private Marks before = Marks.NONE;

  private int inStretch;
  private int pending;
  private int beats;

  /** The final word on one beat, counted from 0 in the order of {@link #accept}. */
  public record Decision(int beatIndex, Marks marks) {}

  public LiveMarks() {
    this(LipponenTarvainen.FLOOR_MILLIS);
  }

  public LiveMarks(double floorMillis) {
    this.floorMillis = floorMillis;
  }

  /** Takes the next interval where nobody paces the breath. */
  public List<Decision> accept(double rrMillis, boolean gapBefore) {
    return accept(rrMillis, gapBefore, Double.NaN);
  }

  /**
   * Takes the next interval, whatever it is.
   *
   * @param gapBefore true when beats are missing before it
   * @param breaths the pacer's cycles at the beat that ends it, see {@link RrSeries#breaths}; NaN
   *     without a pacer
   * @return the beats decided by it, in order; a gap decides all that wait before it
   */
  public List<Decision> accept(double rrMillis, boolean gapBefore, double breaths) {
    List<Decision> decided = new ArrayList<>(3);
    boolean usable = RrSeries.isInterval(rrMillis);
    if (gapBefore || !usable) {
      finish(decided);
    }
    int index = beats++;
    if (!usable) {
      decided.add(new Decision(index, Marks.ofRange(rrMillis)));
      return decided;
    }
    push(rr, rrMillis);
    remember(rrMillis, breaths);
    push(difference, inStretch == 0 ? 0 : rrMillis - rr[2]);
    intervals.add(rrMillis);
    differences.add(Math.abs(difference[3]));
    inStretch++;
    pending++;
    if (pending == 3) {
      decided.add(decide(1, true));
    }
    return decided;
  }

  /** The end: decides the beats that still wait, with what there is. The next beat starts anew. */
  public List<Decision> flush() {
    List<Decision> decided = new ArrayList<>(2);
    finish(decided);
    return decided;
  }

  /** How many of the beats taken are not decided yet; at most two. */
  public int pending() {
    return pending;
  }

  private void finish(List<Decision> decided) {
    if (inStretch < 3) {
      while (pending > 0) {
        decided.add(heard(Marks.ofRange(rr[4 - pending])));
      }
    }
    while (pending > 0) {
      differences.advance();
      intervals.advance();
      decided.add(decide(4 - pending, false));
    }
    differences.clear();
    intervals.clear();
    deviations.clear();
    verdict.restart();
    model.restart();
    before = Marks.NONE;
    inPast = 0;
    inStretch = 0;
  }

  /** Decides the beat at place {@code at} of the last four. */
  private Decision decide(int at, boolean complete) {
    double limit = spread(differences);
    // Before the first beat stands the mirror image of the second.
    double before =
        at == 1 && inStretch == 3 ? difference[2] / limit : difference[at - 1] / limitBefore;
    double median = intervals.median();
    double deviation = LipponenTarvainen.deviation(rr[at], median);
    deviations.add(Math.abs(deviation));
    double deviationLimit = spread(deviations);
    Marks marks = Marks.ofRange(rr[at]);
    var evidence =
        new BeatVerdict.Evidence(
            before,
            difference[at] / limit,
            difference[reflected(at + 1)] / limit,
            difference[reflected(at + 2)] / limit,
            rr[at],
            at < 3 ? rr[at + 1] : Double.NaN,
            median,
            deviation / deviationLimit,
            deviationLimit);
    var mark = verdict.judge(evidence, complete);
    limitBefore = limit;
    return heard(mark.map(marks::with).orElse(marks));
  }

  /** The last word on the oldest beat that is not decided. */
  private Decision heard(Marks marks) {
    int at = inPast - pending;
    Marks heard = BeatTests.heard(marks, model.judge(past, pastBreaths, 0, inPast, at));
    before = BeatTests.beside(before, heard, past, pastBreaths[at], 0, inPast, at);
    Decision decision = new Decision(beats - pending, before);
    pending--;
    return decision;
  }

  private void remember(double rrMillis, double breaths) {
    if (inPast == past.length) {
      System.arraycopy(past, PAST, past, 0, PAST);
      System.arraycopy(pastBreaths, PAST, pastBreaths, 0, PAST);
      inPast = PAST;
    }
    past[inPast] = rrMillis;
    pastBreaths[inPast++] = breaths;
  }

  private double spread(SortedWindow window) {
    return Math.max(LipponenTarvainen.SPREADS * window.quartileDeviation(), floorMillis);
  }

  /**
   * Beyond the end stand the mirror images; only a second candidate, never the last beat, is judged
   * by one.
   */
  private static int reflected(int at) {
    return at > 3 ? 6 - at : at;
  }

  private static void push(double[] last, double value) {
    System.arraycopy(last, 1, last, 0, 3);
    last[3] = value;
  }
}
