package app.downshift.beat.wave;

/**
 * How beats look in a trace: the running mean of the beats taken so far, and how much a place in
 * the trace looks like it.
 */
final class Shape {
  private static final double LEARNING_RATE = 0.1;

  private final Trace trace;
  private final int reach;
  private final int slack;
  private final double[] mean;
  private double energy;
  private double likeness;

  /**
   * No shape yet.
   *
   * @param reach how many values to either side of its centre belong to it
   * @param slack by how much a place may be off its centre
   */
  Shape(Trace trace, int reach, int slack) {
    this.trace = trace;
    this.reach = reach;
    this.slack = slack;
    mean = new double[2 * reach + 1];
  }

  boolean known() {
    return energy > 0;
  }

  void forget() {
    energy = 0;
  }

  /** Begins with what stands around this place. */
  void begin(long at) {
    blend(at, 1);
  }

  /** Takes a beat into the mean; its size does not matter. */
  void learn(long at) {
    blend(at, LEARNING_RATE);
  }

  /**
   * The centre near a place where the trace is most like this shape; {@link #likeness} tells how
   * much.
   */
  long locate(long near) {
    long best = near;
    likeness = -1;
    for (long at = near - slack; at <= near + slack; at++) {
      double alike = correlation(at);
      if (alike > likeness) {
        likeness = alike;
        best = at;
      }
    }
    return best;
  }

  /** Of the last located place: 1 the same but for its size, 0 nothing alike, −1 the opposite. */
  double likeness() {
    return likeness;
  }

  private double correlation(long at) {
    if (!holds(at)) {
      return -1;
    }
    double product = 0;
    double own = 0;
    for (int i = 0; i < mean.length; i++) {
      double value = trace.at(at - reach + i);
      product += value * mean[i];
      own += value * value;
    }
    return own > 0 && energy > 0 ? product / Math.sqrt(own * energy) : 0;
  }

  private void blend(long at, double share) {
    if (!holds(at)) {
      return;
    }
    double own = 0;
    for (int i = 0; i < mean.length; i++) {
      double value = trace.at(at - reach + i);
      own += value * value;
    }
    if (!(own > 0)) {
      return;
    }
    double scale = 1 / Math.sqrt(own);
    energy = 0;
    for (int i = 0; i < mean.length; i++) {
      mean[i] += share * (trace.at(at - reach + i) * scale - mean[i]);
      energy += mean[i] * mean[i];
    }
  }

  private boolean holds(long at) {
    return trace.holds(at - reach) && at + reach < trace.count();
  }
}
