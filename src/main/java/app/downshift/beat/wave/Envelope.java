package app.downshift.beat.wave;

/** The running mean of a rectified signal over a short window. */
final class Envelope {
  private final Trace rectified;
  private final Trace mean;
  private final int width;
  private double sum;
  private int filled;
  private int untilExact;

  Envelope(int held, int width) {
    rectified = new Trace(Math.max(held, width + 1));
    mean = new Trace(held);
    this.width = width;
  }

  void add(double value) {
    rectified.add(value);
    sum += value;
    if (filled < width) {
      filled++;
    } else {
      sum -= rectified.at(rectified.count() - 1 - width);
    }
    if (++untilExact >= width) {
      sumExactly(); // rounding errors must not outlive a large artifact
    }
    mean.add(Math.sqrt(Math.max(0, sum) / width));
  }

  private void sumExactly() {
    untilExact = 0;
    sum = 0;
    for (int i = 1; i <= filled; i++) {
      sum += rectified.at(rectified.count() - i);
    }
  }

  /** What comes has nothing to do with what was. */
  void restart() {
    sum = 0;
    filled = 0;
    untilExact = 0;
  }

  Trace trace() {
    return mean;
  }

  int width() {
    return width;
  }
}
