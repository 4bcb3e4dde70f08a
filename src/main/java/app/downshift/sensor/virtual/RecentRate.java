package app.downshift.sensor.virtual;

import java.util.ArrayDeque;

/** Heart rate over the last ten intervals, as simple devices compute it. */
public final class RecentRate {
  private static final int INTERVALS = 10;

  private final ArrayDeque<Double> recentMillis = new ArrayDeque<>();

  /** Takes one interval more. */
  public void add(double rrMillis) {
    recentMillis.add(rrMillis);
    if (recentMillis.size() > INTERVALS) {
      recentMillis.remove();
    }
  }

  /** Forgets all intervals. */
  public void clear() {
    recentMillis.clear();
  }

  /** Whole beats per minute; 0 before the first interval. */
  public int bpm() {
    double sum = recentMillis.stream().mapToDouble(Double::doubleValue).sum();
    return sum == 0 ? 0 : (int) Math.round(60_000 * recentMillis.size() / sum);
  }
}
