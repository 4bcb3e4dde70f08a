package app.downshift.beat;

import java.util.Optional;

/**
 * The decision tree of Lipponen and Tarvainen (2019, J Med Eng Technol 43(3)), asked beat by beat
 * in order. A first candidate can make its successor the second candidate, which is then judged
 * without the question for ectopy; that is the only memory.
 */
final class BeatVerdict {
  private static final double SLOPE = 0.13;
  private static final double OFFSET = 0.17;

  private boolean second;

  /**
   * What is known about one beat and its neighbours.
   *
   * @param before normalised difference of the beat before; likewise {@code here}, {@code next},
   *     {@code after}
   * @param rrMillis this interval, {@code nextMillis} its successor
   * @param medianMillis the running median around it
   * @param deviation distance from the median in units of {@code limitMillis}, doubled when
   *     negative
   */
  record Evidence(
      double before,
      double here,
      double next,
      double after,
      double rrMillis,
      double nextMillis,
      double medianMillis,
      double deviation,
      double limitMillis) {}

  void restart() {
    second = false;
  }

  /**
   * The mark of this beat.
   *
   * @param complete false for the last two beats of a stretch, which can only be second candidates
   */
  Optional<Mark> judge(Evidence e, boolean complete) {
    if (second) {
      second = false;
      return shape(e);
    }
    if (!complete || !(Math.abs(e.here) > 1)) {
      return Optional.empty();
    }
    if (ectopic(e)) {
      return Optional.of(Mark.ECTOPIC);
    }
    second = Math.abs(e.next) < Math.abs(e.after);
    return shape(e);
  }

  private static boolean ectopic(Evidence e) {
    if (e.here > 0) {
      return Math.max(e.before, e.next) < -SLOPE * e.here - OFFSET;
    }
    return Math.min(e.before, e.next) > -SLOPE * e.here + OFFSET;
  }

  private static Optional<Mark> shape(Evidence e) {
    double pair = e.here >= 0 ? Math.min(e.next, e.after) : Math.max(e.next, e.after);
    boolean isLong = e.here > 1 && pair < -1;
    boolean isShort = e.here < -1 && pair > 1;
    if (isShort && Math.abs(e.rrMillis + e.nextMillis - e.medianMillis) < e.limitMillis) {
      return Optional.of(Mark.EXTRA);
    }
    if (isLong && Math.abs(e.rrMillis / 2 - e.medianMillis) < e.limitMillis) {
      return Optional.of(Mark.MISSED);
    }
    if (isLong || isShort || Math.abs(e.deviation) > 3) {
      return Optional.of(e.rrMillis > e.medianMillis ? Mark.LONG : Mark.SHORT);
    }
    return Optional.empty();
  }
}
