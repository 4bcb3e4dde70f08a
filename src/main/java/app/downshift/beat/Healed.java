package app.downshift.beat;

/**
 * A window of intervals without what single disturbances did to them: an early beat and the pause
 * that makes up for it are levelled, a missed beat is put in the middle, an extra one is taken out.
 * Only to ask whether there is any order underneath and how much had to be done to find it; no
 * figure is made of it. Reused from window to window; not a value.
 */
final class Healed {
  /** An interval is early or late beyond this part of the median. */
  private static final double OFF = 0.2;

  /** How well beats must fall into place, in parts of the median. */
  private static final double FIT = 0.1;

  /** The newest intervals, about which marks of a running session are still to come. */
  private static final int UNDECIDED = 2;

  private final double[] rrMillis = new double[2 * RhythmGate.BEATS];
  private final boolean[] joined = new boolean[2 * RhythmGate.BEATS];
  private final boolean[] touched = new boolean[RhythmGate.BEATS];
  private int size;
  private int outOfPlace;

  /** Heals a window; {@code from[i]} says whether an interval continues the one before. */
  void heal(double[] raw, boolean[] from, int count, double medianMillis) {
    double early = (1 - OFF) * medianMillis;
    double late = (1 + OFF) * medianMillis;
    double fit = FIT * medianMillis;
    size = 0;
    for (int i = 0; i < count; i++) {
      double now = raw[i];
      boolean followed = i + 1 < count && from[i + 1];
      double then = followed ? raw[i + 1] : Double.NaN;
      double both = now + then;
      touched[i] = false;
      if (now < early && then > late && Math.abs(both - 2 * medianMillis) < 2 * fit) {
        add(both / 2, from[i]);
        add(both / 2, true);
        touched[i] = true;
        touched[++i] = true;
      } else if (now < early && then < early && Math.abs(both - medianMillis) < fit) {
        add(both, from[i]);
        touched[i] = true;
        touched[++i] = true;
      } else if (Math.abs(now / 2 - medianMillis) < fit) {
        add(now / 2, from[i]);
        add(now / 2, true);
        touched[i] = true;
      } else {
        add(now, from[i]);
        // Early without a pause: nothing to level, but out of place all the same.
        touched[i] =
            now < early && from[i] && raw[i - 1] > medianMillis - fit && then > medianMillis - fit;
      }
    }
    outOfPlace = 0;
    for (int i = 0; i < count - UNDECIDED; i++) {
      outOfPlace += touched[i] ? 1 : 0;
    }
  }

  private void add(double millis, boolean follows) {
    rrMillis[size] = millis;
    joined[size] = follows;
    size++;
  }

  double[] rrMillis() {
    return rrMillis;
  }

  boolean[] joined() {
    return joined;
  }

  int size() {
    return size;
  }

  /** How many of the raw intervals, but for the newest two, belong to a beat out of place. */
  int outOfPlace() {
    return outOfPlace;
  }
}
