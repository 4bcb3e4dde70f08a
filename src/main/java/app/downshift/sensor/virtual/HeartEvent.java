package app.downshift.sensor.virtual;

import app.downshift.beat.Mark;
import java.util.Optional;

/** What a virtual heart does, in order of time, with the truth about it. */
public sealed interface HeartEvent {
  /** When, in seconds since the heart was made. */
  double seconds();

  /**
   * A beat as a sensor finds it.
   *
   * @param rrMillis ms since the beat found before; NaN for the first, and for the first after
   *     contact was lost
   * @param truth why the interval is not what it seems, or nothing for a true one. Only the
   *     interval that ends with the disturbed beat is marked; the one after an early or an extra
   *     beat is disturbed as well
   */
  record Beat(double seconds, double rrMillis, Optional<Mark> truth) implements HeartEvent {}

  /** Skin contact found or lost. Between loss and return no beat is found. */
  record Skin(double seconds, boolean on) implements HeartEvent {}
}
