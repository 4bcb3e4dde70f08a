package app.downshift.beat;

import java.util.Arrays;

/**
 * Whether a long interval is a lone pause: the heart waited once, took nothing from the next
 * interval, and went on as before. Its end is as sharp a step as its beginning, so that the tests
 * of neighbours and of displaced beats see both. A beat that merely came late shortens the next
 * interval by as much as it lengthened its own; an early one is paid for by the pause behind it;
 * both of these stay in doubt. Its length tells what a lone pause may hide: a beat that was not
 * heard makes one interval of two, and a blocked early beat resets the sinus node, so that the
 * pause lasts a whole interval from there on. Neither is as short as a quarter above its
 * neighbours.
 */
final class Pause {
  private static final int BEFORE = 4;
  private static final int AFTER = 2;
  private static final int FEWEST = 4;

  /** A live decision knows so many intervals more. */
  private static final int LOOK_AHEAD = 2;

  /** Nearer to nothing taken from the interval beside it than to all of it. */
  private static final double TAKEN = 0.5;

  /** A pause longer than this many intervals around it may hide a beat. */
  private static final double HIDES_A_BEAT = 1.25;

  /** Intervals around a slow beat are steady when they range over less than this share of it. */
  private static final double STEADY = 0.5;

  /** So little of an early beat before it may be due to chance. */
  private static final double EARLY = 0.25;

  private final double[] intervals;
  private final int longOne;
  private final double[] around;

  /** The intervals before the pause and behind its successor, sorted; all in ms. */
  private Pause(double[] intervals, int from, int to, int longOne) {
    int first = Math.max(from, longOne - BEFORE);
    int last = Math.min(to - 1, longOne + 1 + AFTER);
    int before = longOne - first;
    int after = Math.max(0, last - longOne - 1);
    this.intervals = intervals;
    this.longOne = longOne;
    around = new double[before + after];
    System.arraycopy(intervals, first, around, 0, before);
    System.arraycopy(intervals, longOne + 2, around, before, after);
    Arrays.sort(around);
  }

  /**
   * Whether interval {@code at} lies where the others around it do, behind one that is longer by
   * more than the floor below which nothing is doubted and does not make up for an early beat.
   * False with fewer than four others.
   *
   * @param intervals in ms, usable each, without a gap from {@code from} to {@code to} (exclusive);
   *     at most four before the long one and two after {@code at} count
   */
  static boolean endedBefore(double[] intervals, int from, int to, int at) {
    if (at - 1 < from || at >= to) {
      return false;
    }
    var pause = new Pause(intervals, from, to, at - 1);
    return pause.around.length >= FEWEST
        && pause.won() > LipponenTarvainen.FLOOR_MILLIS
        && pause.early() <= TAKEN * pause.won()
        && pause.off() <= Math.min(TAKEN * pause.won(), LipponenTarvainen.FLOOR_MILLIS);
  }

  /**
   * Whether interval {@code at} is a lone pause too short to hide a beat, between intervals that
   * are steady: then it is the sinus node's own. False until the interval behind it is known.
   *
   * @param intervals as of {@link #endedBefore}; two behind {@code at} count
   */
  static boolean ofTheSinusNode(double[] intervals, int from, int to, int at) {
    int heard = Math.min(to, at + 1 + LOOK_AHEAD);
    if (!endedBefore(intervals, from, heard, at + 1)) {
      return false;
    }
    var pause = new Pause(intervals, from, heard, at);
    double range = pause.around[pause.around.length - 2] - pause.around[0];
    return intervals[at] < HIDES_A_BEAT * pause.level()
        && pause.early() <= EARLY * pause.won()
        && range <= STEADY * pause.won();
  }

  private double level() {
    int count = around.length;
    return (around[(count - 1) / 2] + around[count / 2]) / 2;
  }

  private double won() {
    return intervals[longOne] - level();
  }

  private double early() {
    return level() - intervals[longOne - 1];
  }

  private double off() {
    return Math.abs(intervals[longOne + 1] - level());
  }
}
