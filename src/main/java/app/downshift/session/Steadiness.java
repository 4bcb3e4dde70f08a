package app.downshift.session;

import app.downshift.session.Snapshot.ResponsePoint;
import java.util.ArrayDeque;

/**
 * When breathing with the pacer has settled: the heart is in step at 0.7 or more over the last six
 * breaths, and its rate is steady, which means that the mean of half a minute has been measured for
 * the last half minute of this phase and has stayed within 2 beats a minute. A pacer that still
 * glides has not settled.
 */
final class Steadiness {
  static final double IN_STEP = 0.7;
  static final double STEADY_BPM = 2;
  private static final long LOOKED_BACK_MICROS = 30_000_000;

  private final ArrayDeque<ResponsePoint> points = new ArrayDeque<>();
  private long beganMicros;

  /** Another phase, or another pace: from here on. */
  void begin(long nowMicros) {
    points.clear();
    // The mean of the first half minute would hold beats from before.
    beganMicros = nowMicros + LOOKED_BACK_MICROS;
  }

  void add(ResponsePoint point) {
    if (point.atMicros() < beganMicros) {
      return;
    }
    if (Double.isNaN(point.heartRateBpm())) {
      points.clear();
      return;
    }
    points.addLast(point);
    while (points.size() > 1
        && point.atMicros() - second(points).atMicros() >= LOOKED_BACK_MICROS) {
      points.removeFirst();
    }
  }

  /** Whether it has; NaN in step never has. */
  boolean settled(double inStep, boolean gliding) {
    if (gliding || !(inStep >= IN_STEP) || points.isEmpty()) {
      return false;
    }
    long looked = points.getLast().atMicros() - points.getFirst().atMicros();
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (ResponsePoint point : points) {
      lowest = Math.min(lowest, point.heartRateBpm());
      highest = Math.max(highest, point.heartRateBpm());
    }
    return looked >= LOOKED_BACK_MICROS && highest - lowest <= STEADY_BPM;
  }

  private static ResponsePoint second(ArrayDeque<ResponsePoint> points) {
    var all = points.iterator();
    all.next();
    return all.next();
  }
}
