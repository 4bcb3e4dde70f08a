package app.downshift.sensor.virtual;

/**
 * The even steps of a device that sends samples while it is switched on. A step's time never moves
 * before the moment at which it was switched on.
 */
public final class Sampling {
  private final double perSecond;
  private double startSeconds = Double.NaN;
  private long step;

  public Sampling(double perSecond) {
    this.perSecond = perSecond;
  }

  /** Switches on, if it is off. */
  public void start(double seconds) {
    if (!running()) {
      // On the grid of the device's own clock, so that beats fall on the same steps whenever it
      // begins.
      startSeconds = Math.ceil(seconds * perSecond) / perSecond;
      step = 0;
    }
  }

  /** Switches off. */
  public void stop() {
    startSeconds = Double.NaN;
  }

  /** Whether it is on. */
  public boolean running() {
    return !Double.isNaN(startSeconds);
  }

  /** Whether a step is due at {@code seconds}. */
  public boolean due(double seconds) {
    return running() && next() <= seconds;
  }

  /** The time of the next step, in seconds. */
  public double next() {
    return startSeconds + step / perSecond;
  }

  /** Takes the next step; answers its time in seconds. */
  public double take() {
    double now = next();
    step++;
    return now;
  }
}
