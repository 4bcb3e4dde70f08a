package app.downshift.beat;

import java.util.Arrays;

/**
 * Whether a doubted long interval was a pause that is over: the heart waited once, took nothing
 * from the next interval, and went on as before. Then only the pause is at odds with the beats
 * around it, though its end is as sharp a step as its beginning and both tests of neighbours and of
 * displaced beats see it. A beat that merely came late shortens the next interval by as much as it
 * lengthened its own, and both stay in doubt.
 */
final class Pause {
  private static final int BEFORE = 4;
  private static final int AFTER = 2;
  private static final int FEWEST = 4;

  /** Nearer to nothing taken from the interval beside it than to all of it. */
  private static final double TAKEN = 0.5;

  private Pause() {}

  /**
   * Whether interval {@code at} lies where the others around it do, behind one that is longer by
   * more than the floor below which nothing is doubted and does not make up for an early beat.
   * False with fewer than four others.
   *
   * @param intervals in ms, usable each, without a gap from {@code from} to {@code to} (exclusive);
   *     at most four before the long one and two after {@code at} count
   */
  static boolean endedBefore(double[] intervals, int from, int to, int at) {
    int longOne = at - 1;
    int first = Math.max(from, longOne - BEFORE);
    int last = Math.min(to - 1, at + AFTER);
    int count = longOne - first + last - at;
    if (longOne < from || count < FEWEST) {
      return false;
    }
    double[] around = new double[count];
    System.arraycopy(intervals, first, around, 0, longOne - first);
    System.arraycopy(intervals, at + 1, around, longOne - first, last - at);
    Arrays.sort(around);
    double level = (around[(count - 1) / 2] + around[count / 2]) / 2;
    double won = intervals[longOne] - level;
    double early = level - intervals[longOne - 1];
    double off = Math.abs(intervals[at] - level);
    return won > LipponenTarvainen.FLOOR_MILLIS
        && early <= TAKEN * won
        && off <= Math.min(TAKEN * won, LipponenTarvainen.FLOOR_MILLIS);
  }
}
