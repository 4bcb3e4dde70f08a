package app.downshift.beat;

import app.downshift.beat.LipponenTarvainen.Windows;

/**
 * Whether a beat fits the breathing that carries its surroundings. {@link BreathFit} describes the
 * intervals around it; what is left over is judged in three ways, against robust spreads in the
 * window:
 *
 * <ul>
 *   <li>a displaced beat makes one interval shorter and the next as much longer: half the
 *       difference of their residuals, with the opposite on either side of it;
 *   <li>a wrong interval stands out alone, among its neighbours' residuals and among the intervals
 *       themselves;
 *   <li>two short intervals in a row make up one: something else was taken for a beat.
 * </ul>
 *
 * A turn of the breath that the curve rounds off is none of these, which is why residuals alone do
 * not decide. All intervals of the window take part, whatever was said of them before, so that no
 * verdict can feed the next: the model cannot lock itself in. A jump of heart rate becomes a term
 * of the curve after five beats on one side of it.
 *
 * <p>The breath is the pacer's where the beats know it, otherwise the strongest line ({@link
 * BreathLine}), otherwise nothing is said. Beats of one unbroken stretch are judged in order.
 * Constant cost and memory; allocates nothing per beat.
 */
final class BreathModel {
  /** No residual below this is doubted. */
  static final double FLOOR_MILLIS = 45;

  private static final double DEVIATIONS = 5;

  /** Within half the floor, or so many deviations, an interval counts as explained. */
  private static final double EXPLAINED = 2.5;

  /**
   * An explanation this loose, in mean intervals, could hide an early beat and explains nothing.
   */
  private static final double LOOSEST = 0.12;

  /** How much of a displacement its two sides together must mirror; the ideal is all of it. */
  private static final double MIRRORED = 0.5;

  /** How unlike the two intervals of a displaced beat may be; 1 is a single wrong interval. */
  private static final double LOPSIDED = 0.75;

  /** How well two halves have to make up one interval, as a share of it. */
  private static final double HALVES = 0.15;

  /** Displacements beyond so many deviations are left out of the spread. */
  private static final double OUTLYING = 3;

  /** Shorter, and three early beats of a slow heart with a large swing hide one another. */
  private static final double WINDOW_SECONDS = 36;

  /** Live, a breath that has to be guessed is not known for longer, nor soon after a jump. */
  private static final double UNPACED_LIVE_SECONDS = 30;

  private static final int MOST_BEFORE = 100;
  private static final int MOST_AFTER = 58;
  private static final int MOST_BEATS = MOST_BEFORE + 1 + MOST_AFTER;
  private static final int FEWEST_BEATS = 14;
  private static final double SHORTEST_SECONDS = 10;
  private static final double FEWEST_BREATHS = 1.3;
  private static final double BEATS_FOR_ONE_HARMONIC = 3.5;
  private static final double BEATS_FOR_TWO_HARMONICS = 5;
  private static final int BEATS_OF_A_STEP = 5;
  private static final int NO_STEP = Integer.MIN_VALUE;

  private final Windows windows;
  private final BreathLine line = new BreathLine(MOST_BEATS);
  private final BreathFit fit = new BreathFit(MOST_BEATS);
  private final double[] rr = new double[MOST_BEATS];
  private final double[] rate = new double[MOST_BEATS];
  private final double[] middle = new double[MOST_BEATS];
  private final double[] cycles = new double[MOST_BEATS];
  private final double[] displacement = new double[MOST_BEATS];
  private final double[] outstanding = new double[MOST_BEATS];
  private final double[] scratch = new double[MOST_BEATS];
  private double[] residual = new double[0];

  /** The first beat of a new level, counted from the beat judged; older ones are negative. */
  private int step = NO_STEP;

  private int count;
  private int at;
  private double limitOfDisplacements;
  private double limitOfIntervals;

  /** What the model says of a beat. */
  enum Opinion {
    /** Too few beats, or no breath to be seen. */
    NONE,
    /** Neither out of place nor well explained. */
    OPEN,
    /** Breathing explains the interval well. */
    EXPLAINED,
    /** Does not fit. */
    DOUBTED
  }

  BreathModel(Windows windows) {
    this.windows = windows;
  }

  /** What is known of the last stretch holds no longer. */
  void restart() {
    step = NO_STEP;
  }

  /** How many intervals before the beat judged can matter. */
  static int memory() {
    return MOST_BEFORE;
  }

  /**
   * Judges the next beat of a stretch; every beat has to be asked for, in order.
   *
   * @param intervals in ms, usable each, without a gap from {@code from} to {@code to} (exclusive)
   * @param breaths the pacer's cycles at each beat, counting on; NaN where there is no pacer
   * @param beat the beat to judge
   */
  Opinion judge(double[] intervals, double[] breaths, int from, int to, int beat) {
    step = step == NO_STEP ? NO_STEP : step - 1;
    double breathsSeen = gather(intervals, breaths, from, to, beat);
    if (Double.isNaN(breathsSeen)) {
      return Opinion.NONE;
    }
    double beatsPerBreath = (count - 1) / breathsSeen;
    if (breathsSeen < FEWEST_BREATHS || beatsPerBreath < BEATS_FOR_ONE_HARMONIC) {
      return Opinion.NONE;
    }
    fit(beatsPerBreath >= BEATS_FOR_TWO_HARMONICS);
    return opinion();
  }

  /** Lays out the window around a beat; answers how many breaths it holds, NaN for no answer. */
  private double gather(double[] intervals, double[] breaths, int from, int to, int beat) {
    int first = beat;
    int last = beat;
    boolean live = windows == Windows.LIVE;
    int end = live ? Math.min(to, beat + Windows.LIVE.ahead + 1) : to;
    double lookBack = Double.isNaN(breaths[beat]) ? UNPACED_LIVE_SECONDS : WINDOW_SECONDS;
    double half = live ? lookBack : WINDOW_SECONDS / 2;
    double before = 0;
    double after = 0;
    while (first > from && beat - first < MOST_BEFORE && before + to(intervals, first) <= half) {
      before += to(intervals, first--);
    }
    while (last + 1 < end
        && last - beat < MOST_AFTER
        && (live || after + to(intervals, last + 1) <= half)) {
      after += to(intervals, ++last);
    }
    // Where one side of a recording ends, the other side makes up for it.
    while (!live && first > from && beat - first < MOST_BEFORE && before + after < 2 * half) {
      before += to(intervals, first--);
    }
    while (!live && last + 1 < end && last - beat < MOST_AFTER && before + after < 2 * half) {
      after += to(intervals, ++last);
    }
    int pacedFrom = beat;
    int pacedTo = beat;
    while (pacedFrom > first && !Double.isNaN(breaths[pacedFrom - 1])) {
      pacedFrom--;
    }
    while (pacedTo < last && !Double.isNaN(breaths[pacedTo + 1])) {
      pacedTo++;
    }
    double pacedBreaths = breaths[pacedTo] - breaths[pacedFrom];
    boolean paced = pacedTo - pacedFrom + 1 >= FEWEST_BEATS && pacedBreaths >= FEWEST_BREATHS;
    if (paced) {
      first = pacedFrom;
      last = pacedTo;
    }
    lay(intervals, first, last, beat);
    double seconds = middle[count - 1] - middle[0];
    if (count < FEWEST_BEATS || seconds < SHORTEST_SECONDS) {
      return Double.NaN;
    }
    if (paced) {
      for (int k = 0; k < count; k++) {
        int next = first + Math.max(1, k);
        double perMilli = (breaths[next] - breaths[next - 1]) / intervals[next];
        cycles[k] = breaths[first + k] - perMilli * rr[k] / 2;
      }
      return pacedBreaths;
    }
    double perSecond = line.perMinute(middle, rate, count) / 60;
    for (int k = 0; k < count; k++) {
      cycles[k] = middle[k] * perSecond;
    }
    return seconds * perSecond;
  }

  /** From the middle of the interval before to the middle of this one, in s. */
  private static double to(double[] intervals, int i) {
    return (intervals[i - 1] + intervals[i]) / 2000;
  }

  /** Times count from the beat judged, so that they do not depend on where its stretch began. */
  private void lay(double[] intervals, int first, int last, int beat) {
    count = last - first + 1;
    at = beat - first;
    for (int k = 0; k < count; k++) {
      rr[k] = intervals[first + k];
      rate[k] = 60_000 / rr[k];
    }
    middle[at] = 0;
    for (int k = at - 1; k >= 0; k--) {
      middle[k] = middle[k + 1] - (rr[k] + rr[k + 1]) / 2000;
    }
    for (int k = at + 1; k < count; k++) {
      middle[k] = middle[k - 1] + (rr[k] + rr[k - 1]) / 2000;
    }
  }

  private void fit(boolean twoHarmonics) {
    int place = step == NO_STEP ? -1 : at + step;
    if (step != NO_STEP && place < 3) {
      step = NO_STEP; // the old level has left the window
      place = -1;
    }
    boolean seen = place >= 0 && place <= count - 3;
    residual = fit.residuals(middle, cycles, rr, count, twoHarmonics, seen ? place : -1);
    if (!seen) {
      int jump = jump();
      if (jump >= 0) {
        step = jump - at;
        residual = fit.residuals(middle, cycles, rr, count, twoHarmonics, jump);
      }
    }
  }

  /** Where five or more beats in a row begin to lie far off on one side, or −1. */
  private int jump() {
    double limit = limit(Robust.deviation(residual, scratch, count));
    int run = 0;
    for (int k = 0; k < count; k++) {
      boolean off = Math.abs(residual[k]) > limit;
      boolean goesOn = off && run > 0 && residual[k] * residual[k - 1] > 0;
      run = goesOn ? run + 1 : off ? 1 : 0;
      if (run >= BEATS_OF_A_STEP && k - run + 1 >= BEATS_OF_A_STEP) {
        return k - run + 1;
      }
    }
    return -1;
  }

  private static double limit(double deviation) {
    return Math.max(FLOOR_MILLIS, DEVIATIONS * deviation);
  }

  private Opinion opinion() {
    for (int k = 0; k < count; k++) {
      displacement[k] = k + 1 < count ? (residual[k + 1] - residual[k]) / 2 : 0;
      outstanding[k] = residual[k] - level(k);
    }
    double displacements = spreadOfDisplacements();
    double intervals = spreadOfIntervals(displacements);
    limitOfDisplacements = limit(displacements);
    limitOfIntervals = limit(intervals);
    if (wrong(at)) {
      return Opinion.DOUBTED;
    }
    double near = Math.max(FLOOR_MILLIS / 2, EXPLAINED * intervals);
    double still = Math.max(FLOOR_MILLIS / 2, EXPLAINED * displacements);
    boolean tight = Math.max(near, still) <= LOOSEST * mean();
    // Beside a wrong interval neither the difference to it nor the level around it counts.
    boolean wrongNext = wrong(at + 1);
    boolean wrongBefore = wrong(at - 1);
    boolean disturbed = wrongNext || wrongBefore;
    boolean explained =
        Math.abs(disturbed ? residual[at] : outstanding[at]) <= near
            && (Math.abs(displacement(at)) <= still || wrongNext)
            && (Math.abs(displacement(at - 1)) <= still || wrongBefore);
    return tight && explained ? Opinion.EXPLAINED : Opinion.OPEN;
  }

  private boolean wrong(int k) {
    return displaced(k) || displaced(k - 1) || standsAlone(k) || halved(k) || halved(k - 1);
  }

  /**
   * What the two neighbours on either side have left over too, without the largest and the
   * smallest: slow waves that no breath makes.
   */
  private double level(int k) {
    double sum = 0;
    double largest = Double.NEGATIVE_INFINITY;
    double smallest = Double.POSITIVE_INFINITY;
    int neighbours = 0;
    for (int i = Math.max(0, k - 2); i <= Math.min(count - 1, k + 2); i++) {
      if (i != k) {
        sum += residual[i];
        largest = Math.max(largest, residual[i]);
        smallest = Math.min(smallest, residual[i]);
        neighbours++;
      }
    }
    return neighbours >= 3 ? (sum - largest - smallest) / (neighbours - 2) : sum / neighbours;
  }

  /** Of all but the outlying displacements and their mirrors; found in two rounds. */
  private double spreadOfDisplacements() {
    double spread = Robust.deviation(displacement, scratch, count - 1);
    for (int round = 0; round < 2; round++) {
      int kept = 0;
      for (int k = 0; k < count - 1; k++) {
        double limit = OUTLYING * spread;
        if (!peaks(k, limit) && !peaks(k - 1, limit) && !peaks(k + 1, limit)) {
          scratch[kept++] = Math.abs(displacement[k]);
        }
      }
      if (kept < count / 2) {
        return spread;
      }
      spread = Robust.ofSizes(scratch, kept);
    }
    return spread;
  }

  private double spreadOfIntervals(double displacements) {
    int kept = 0;
    for (int k = 0; k < count; k++) {
      if (!peaks(k, OUTLYING * displacements) && !peaks(k - 1, OUTLYING * displacements)) {
        scratch[kept++] = Math.abs(outstanding[k]);
      }
    }
    return kept < count / 2
        ? Robust.deviation(outstanding, scratch, count)
        : Robust.ofSizes(scratch, kept);
  }

  private double displacement(int k) {
    return k >= 0 && k < count ? displacement[k] : 0;
  }

  /** Whether the beat that ends interval {@code k} is out of place more than those beside it. */
  private boolean peaks(int k, double limit) {
    double size = Math.abs(displacement(k));
    return size > limit
        && size >= Math.abs(displacement(k - 1))
        && size >= Math.abs(displacement(k + 1));
  }

  private boolean displaced(int k) {
    if (!peaks(k, limitOfDisplacements)) {
      return false;
    }
    double size = Math.abs(displacement(k));
    double mirror = -(displacement(k - 1) + displacement(k + 1)) * Math.signum(displacement(k));
    // What one interval lost the other has to have won, or only one of them is wrong.
    double both = Math.abs(outstanding[k] + outstanding[k + 1]) / 2;
    return mirror >= MIRRORED * size && both <= LOPSIDED * size;
  }

  private boolean standsAlone(int k) {
    if (k < 1 || k + 1 >= count || !(Math.abs(outstanding[k]) > limitOfIntervals)) {
      return false;
    }
    double side = Math.signum(residual[k]);
    return (residual[k] - residual[k - 1]) * side > limitOfIntervals
        && (residual[k] - residual[k + 1]) * side > limitOfIntervals
        && (rr[k] - rr[k - 1]) * side > limitOfIntervals
        && (rr[k] - rr[k + 1]) * side > limitOfIntervals;
  }

  /** Whether something was taken for a beat in between: two short intervals that make up one. */
  private boolean halved(int k) {
    double limit = limitOfIntervals;
    if (k < 0 || k + 1 >= count || !(residual[k] < -limit) || !(residual[k + 1] < -limit)) {
      return false;
    }
    double whole = (rr[k] - residual[k] + rr[k + 1] - residual[k + 1]) / 2;
    return Math.abs(rr[k] + rr[k + 1] - whole) <= Math.max(limit, HALVES * whole);
  }

  private double mean() {
    double sum = 0;
    for (int k = 0; k < count; k++) {
      sum += rr[k];
    }
    return sum / count;
  }
}
