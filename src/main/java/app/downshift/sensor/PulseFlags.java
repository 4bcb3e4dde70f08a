package app.downshift.sensor;

/**
 * Finds intervals in a steady stream of frames with a flag that is set for a while at each pulse:
 * the time between two onsets of the flag, in whole frames. Mutable; part of the {@link Records}
 * that use it.
 */
public final class PulseFlags {
  private static final int UNKNOWN = -1;

  private final int framesPerSecond;
  private int sinceOnset = UNKNOWN;
  private boolean flagged = true; // a flag that is set from the beginning has no onset

  public PulseFlags(int framesPerSecond) {
    this.framesPerSecond = framesPerSecond;
  }

  /** The same memory, free to go another way. */
  public PulseFlags copy() {
    PulseFlags same = new PulseFlags(framesPerSecond);
    same.sinceOnset = sinceOnset;
    same.flagged = flagged;
    return same;
  }

  /** Frames are missing here, or the pulse is lost: the interval that was open is no interval. */
  public void broken() {
    sinceOnset = UNKNOWN;
    flagged = true;
  }

  /**
   * Takes the next frame.
   *
   * @return the interval in ms that ends with this frame, or NaN when none does
   */
  public double frame(boolean flag) {
    int frames = sinceOnset == UNKNOWN ? UNKNOWN : sinceOnset + 1;
    boolean onset = flag && !flagged;
    flagged = flag;
    boolean absurd = frames > framesPerSecond * SensorEvent.Beat.LONGEST_MILLIS / 1000;
    sinceOnset = onset ? 0 : absurd ? UNKNOWN : frames;
    return onset && frames != UNKNOWN && !absurd ? frames * 1000.0 / framesPerSecond : Double.NaN;
  }
}
