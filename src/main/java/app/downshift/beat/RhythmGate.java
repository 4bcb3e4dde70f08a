package app.downshift.beat;

import java.util.Locale;

/**
 * Whether the rhythm of the last 64 intervals has enough order for figures of variability to mean
 * anything. It is irregular when all three hold, M being the median interval:
 *
 * <ol>
 *   <li>it does not come again: at each of the lags of one to four beats, more than half of the
 *       intervals differ by more than 9 % of M from the one so many beats before (breathing,
 *       bigeminy and trigeminy come again at one of them);
 *   <li>it cannot be foretold: more than half lie more than 7.5 % of M off a least-squares line
 *       through the four before (a breath of any size and any even trend can);
 *   <li>single disturbances do not explain it: with early beats levelled, missed ones put in and
 *       extra ones taken out, the first still holds at 7 %.
 * </ol>
 *
 * <p>Counts, not squares, so that less than half of the intervals cannot decide. Uses the raw
 * intervals: marks would hide what it looks for. It names no diagnosis. Constant cost and memory.
 *
 * <p>The limits are ours, from the recordings named in the metrics page. That fibrillation is told
 * by differences relative to the interval goes back to Moody and Mark 1983 and to Tateno and Glass
 * 2001 (Med Biol Eng Comput); holding bigeminy back by a test of its own to Petrėnas, Marozas and
 * Sörnmo 2015 (Comput Biol Med) – the latter two from memory, not checked against the papers.
 */
public final class RhythmGate {
  /** Fewer intervals than this give no answer. */
  public static final int BEATS = 64;

  private static final int LAGS = 4;
  private static final int LATELY = 8;
  private static final int UNMARKED_LIMIT = 2;

  /** An early beat spoils two intervals, and marks come two beats later. */
  private static final int UNDECIDED = 4;

  private final Limits limits;
  private final double[] ring = new double[BEATS];
  private final boolean[] ringJoined = new boolean[BEATS];
  private final double[] rr = new double[BEATS];
  private final boolean[] joined = new boolean[BEATS];
  private final SortedWindow sorted = new SortedWindow(BEATS);
  private final Prediction prediction = new Prediction();
  private final Healed healed = new Healed();
  private int next;
  private int held;
  private boolean split = true;
  private final Lately lately = new Lately();
  private final boolean[] marked = new boolean[BEATS];
  private int decided;
  private int markedCount;
  private int outOfPlace;
  private int unmarkedFor; // beats
  private Rhythm rhythm = Rhythm.UNKNOWN;

  /** What more than half must exceed, in parts of the median interval. */
  record Limits(double step, double prediction, double healedStep) {
    static final Limits CHOSEN = new Limits(0.09, 0.075, 0.07);
  }

  public RhythmGate() {
    this(Limits.CHOSEN);
  }

  /** With other limits, to see what they are worth. */
  RhythmGate(Limits limits) {
    this.limits = limits;
  }

  /** What the gate says. */
  public enum Rhythm {
    /** Too few intervals to tell. */
    UNKNOWN,
    REGULAR,
    /** Too irregular to score. */
    IRREGULAR;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Takes the next interval; what cannot be one only splits the series. */
  public void accept(double rrMillis, boolean gapBefore) {
    if (!RrSeries.isInterval(rrMillis)) {
      split = true;
      return;
    }
    sorted.add(rrMillis);
    ring[next] = rrMillis;
    ringJoined[next] = !gapBefore && !split;
    split = false;
    next = (next + 1) % BEATS;
    held = Math.min(BEATS, held + 1);
    outOfPlace = 0;
    rhythm = held < BEATS ? Rhythm.UNKNOWN : judge();
    unmarkedFor = outOfPlace > markedCount ? unmarkedFor + 1 : 0;
    lately.accept(rhythm == Rhythm.IRREGULAR, disturbed());
  }

  /**
   * The answer for the last 64 intervals; unknown before there are so many, and when gaps leave
   * fewer than 32 of them with four before them to be foretold from.
   */
  public Rhythm rhythm() {
    return rhythm;
  }

  /**
   * Takes the final word on the oldest interval not decided yet, so that it is known which beats
   * out of place have marks. What is no interval is not decided either.
   */
  public void decided(Marks marks) {
    markedCount += (marks.isEmpty() ? 0 : 1) - (marked[decided] ? 1 : 0);
    marked[decided] = !marks.isEmpty();
    decided = (decided + 1) % BEATS;
  }

  /**
   * Whether there is order, but beats out of place – early, missed or too many – go unmarked: three
   * intervals or more of the 64 beyond those with marks. The limits for marks come from the upper
   * quartile of the differences, which such beats raise when they are dense. Few of them double
   * RMSSD, so the signal is poor, whatever its marks say. One or two pass: deep breaths of a slow
   * heart can look like that.
   */
  public boolean disturbed() {
    return rhythm == Rhythm.REGULAR && outOfPlace - markedCount > UNMARKED_LIMIT;
  }

  /**
   * The same for figures that a single beat can double: one interval out of place is too many once
   * its marks should have come.
   */
  public boolean spoilt() {
    return rhythm == Rhythm.REGULAR && unmarkedFor > UNDECIDED;
  }

  /**
   * The answer for figures that look back further than the gate does: irregular too as long as at
   * least eight of the last 64 answers were, otherwise {@link #rhythm}. Where more of them, and
   * eight at least, found order with beats out of place, the signal is to blame and not the rhythm.
   */
  public Rhythm lately() {
    if (lately.disturbed()) {
      return rhythm == Rhythm.UNKNOWN ? Rhythm.UNKNOWN : Rhythm.REGULAR;
    }
    return lately.irregular >= LATELY ? Rhythm.IRREGULAR : rhythm;
  }

  /** As {@link #disturbed}, for figures that look back further. */
  public boolean latelyDisturbed() {
    return disturbed() || lately.disturbed();
  }

  private Rhythm judge() {
    int first = BEATS - next;
    System.arraycopy(ring, next, rr, 0, first);
    System.arraycopy(ring, 0, rr, first, next);
    System.arraycopy(ringJoined, next, joined, 0, first);
    System.arraycopy(ringJoined, 0, joined, first, next);
    joined[0] = false; // what it continued has fallen out
    double median = sorted.median();
    healed.heal(rr, joined, BEATS, median);
    outOfPlace = healed.outOfPlace();
    if (Prediction.possible(joined, BEATS) < BEATS / 2) {
      return Rhythm.UNKNOWN;
    }
    boolean order =
        comesAgain(rr, joined, BEATS, limits.step() * median)
            || prediction.holds(rr, joined, BEATS, median, limits.prediction())
            || comesAgain(
                healed.rrMillis(), healed.joined(), healed.size(), limits.healedStep() * median);
    return order ? Rhythm.REGULAR : Rhythm.IRREGULAR;
  }

  /** Whether at some lag at least half of the intervals are as so many beats before. */
  private static boolean comesAgain(double[] rr, boolean[] joined, int size, double limitMillis) {
    for (int lag = 1; lag <= LAGS; lag++) {
      int run = 0;
      int steps = 0;
      int large = 0;
      for (int i = 1; i < size; i++) {
        run = joined[i] ? run + 1 : 0;
        if (run >= lag) {
          steps++;
          large += Math.abs(rr[i] - rr[i - lag]) > limitMillis ? 1 : 0;
        }
      }
      if (2 * large <= steps) {
        return true;
      }
    }
    return false;
  }

  /** How many of the last 64 answers were so. */
  private static final class Lately {
    private final boolean[] wasIrregular = new boolean[BEATS];
    private final boolean[] wasDisturbed = new boolean[BEATS];
    private int at;
    private int irregular;
    private int disturbed;

    boolean disturbed() {
      return disturbed >= LATELY && disturbed > irregular;
    }

    void accept(boolean isIrregular, boolean isDisturbed) {
      irregular += (isIrregular ? 1 : 0) - (wasIrregular[at] ? 1 : 0);
      disturbed += (isDisturbed ? 1 : 0) - (wasDisturbed[at] ? 1 : 0);
      wasIrregular[at] = isIrregular;
      wasDisturbed[at] = isDisturbed;
      at = (at + 1) % BEATS;
    }
  }
}
