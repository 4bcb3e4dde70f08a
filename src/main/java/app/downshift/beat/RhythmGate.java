package app.downshift.beat;

import java.util.Locale;

/**
 * Whether the rhythm of the last 64 intervals is regular enough for figures of variability to mean
 * anything. Irregular is successive differences beyond a fifth of the mean interval together with
 * more turning points than breathing makes (chance alone makes two thirds). Uses the raw intervals:
 * marks would hide what it looks for. It names no diagnosis. Constant cost and memory.
 */
public final class RhythmGate {
  /** Fewer intervals than this give no answer. */
  public static final int BEATS = 64;

  private static final double VARIATION_LIMIT = 0.20;
  private static final double TURNING_LIMIT = 0.5;

  private final double[] rr = new double[BEATS];
  private final boolean[] joined = new boolean[BEATS];
  private int next;
  private int held;
  private boolean split = true;

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
    rr[next] = rrMillis;
    joined[next] = !gapBefore && !split;
    split = false;
    next = (next + 1) % BEATS;
    held = Math.min(BEATS, held + 1);
  }

  /**
   * The answer for the last 64 intervals; unknown too when gaps leave fewer than half the
   * differences.
   */
  public Rhythm rhythm() {
    if (held < BEATS) {
      return Rhythm.UNKNOWN;
    }
    double sum = rr[next];
    double squares = 0;
    int differences = 0;
    int triples = 0;
    int turns = 0;
    double before = Double.NaN;
    for (int k = 1; k < BEATS; k++) {
      int i = (next + k) % BEATS;
      sum += rr[i];
      double step = joined[i] ? rr[i] - rr[(i + BEATS - 1) % BEATS] : Double.NaN;
      if (!Double.isNaN(step)) {
        squares += step * step;
        differences++;
        if (!Double.isNaN(before)) {
          triples++;
          turns += step * before < 0 ? 1 : 0;
        }
      }
      before = step;
    }
    if (differences < BEATS / 2 || triples == 0) {
      return Rhythm.UNKNOWN;
    }
    boolean varies = Math.sqrt(squares / differences) > VARIATION_LIMIT * sum / BEATS;
    return varies && turns > TURNING_LIMIT * triples ? Rhythm.IRREGULAR : Rhythm.REGULAR;
  }

  /**
   * For a recording: irregular when more than half of its answers are, unknown when it has none.
   */
  public static Rhythm of(RrSeries series) {
    RhythmGate gate = new RhythmGate();
    int regular = 0;
    int irregular = 0;
    for (int i = 0; i < series.size(); i++) {
      gate.accept(series.rrMillis(i), series.gapBefore(i));
      Rhythm rhythm = gate.rhythm();
      regular += rhythm == Rhythm.REGULAR ? 1 : 0;
      irregular += rhythm == Rhythm.IRREGULAR ? 1 : 0;
    }
    if (regular + irregular == 0) {
      return Rhythm.UNKNOWN;
    }
    return irregular > regular ? Rhythm.IRREGULAR : Rhythm.REGULAR;
  }
}
