package app.downshift.sound;

import app.downshift.breath.Pacer;
import java.util.Optional;

/**
 * What is to be heard, looked at again for every few milliseconds of sound.
 *
 * @param pacer what it follows; nothing is heard without
 * @param moving false while the pacer stands still
 * @param volume 0 is silent, 1 the loudest there is
 * @param anchorNanos a moment of {@link System#nanoTime}
 * @param anchorMicros session time then
 * @param rate how many times faster than nanoTime session time runs
 */
public record SoundPlan(
    Optional<Pacer> pacer,
    boolean moving,
    double volume,
    long anchorNanos,
    long anchorMicros,
    double rate) {
  /** Nothing is heard. */
  public static final SoundPlan SILENT = new SoundPlan(Optional.empty(), false, 0, 0, 0, 1);

  /** Beyond this a breath is no breath any more. */
  private static final double FASTEST = 4;

  /** Whether anything is to be heard at all. */
  public boolean sounding() {
    return pacer.isPresent() && moving && volume > 0 && rate > 0 && rate <= FASTEST;
  }

  /** Session time, in microseconds, at a moment of nanoTime. */
  public double microsAt(double nanos) {
    return anchorMicros + (nanos - anchorNanos) / 1000 * rate;
  }
}
