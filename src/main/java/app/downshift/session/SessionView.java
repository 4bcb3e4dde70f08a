package app.downshift.session;

/**
 * What is published for every screen: the newest snapshot, how session time runs, and how the
 * recording fares.
 *
 * @param heard nanoTime at which the bytes behind this view arrived, or that of the tick
 */
public record SessionView(
    Snapshot snapshot, TimeBase time, Recording recording, Mode mode, long heard) {

  /**
   * Session time as a line over nanoTime: it runs {@code rate} times as fast, or stands still at 0.
   */
  public record TimeBase(long anchorNanos, long anchorMicros, double rate) {
    /** Session time at a moment of {@link System#nanoTime()}. */
    public long microsAt(long nanos) {
      return anchorMicros + Math.round((nanos - anchorNanos) / 1000.0 * rate);
    }

    /** The moment of {@link System#nanoTime()} at which session time reaches {@code micros}. */
    public long nanosAt(long micros) {
      return anchorNanos + Math.round((micros - anchorMicros) / rate * 1000.0);
    }
  }

  /** Whether what happens is safe: {@code path} empty when nothing is recorded (replay). */
  public record Recording(String path, boolean writing, String trouble) {
    /** Nothing is recorded. */
    public static final Recording NONE = new Recording("", false, "");
  }

  /** Whether this happens now, or again. */
  public enum Mode {
    LIVE,
    REPLAY
  }
}
