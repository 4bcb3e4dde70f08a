package app.downshift.sound;

/**
 * When a frame will be heard. A device tells its position in steps, always somewhat late, never too
 * early: so the earliest start that fits what it told in the last two to four seconds is the true
 * one. Where it is late by much and for long (the device ran dry, or was held up) the clock begins
 * anew at once.
 */
final class LineClock {
  private static final double WINDOW_NANOS = 2e9;
  private static final double LATE_NANOS = 20e6;
  private static final double PATIENCE_NANOS = 200e6;

  private final double nanosPerFrame;
  private double earliest = Double.POSITIVE_INFINITY;
  private double earliestBefore = Double.POSITIVE_INFINITY;
  private double earliestOfLate = Double.POSITIVE_INFINITY;
  private double windowSince = Double.NaN;
  private double lateSince = Double.NaN;

  LineClock(double rateHz) {
    nanosPerFrame = 1e9 / rateHz;
  }

  /** Takes what the device told of its position; before it plays it only seems to begin now. */
  void told(long nowNanos, long playedFrames) {
    if (playedFrames <= 0) {
      earliest = nowNanos;
      return;
    }
    if (Double.isNaN(windowSince)) {
      earliest = Double.POSITIVE_INFINITY;
    }
    double start = nowNanos - playedFrames * nanosPerFrame;
    if (!(nowNanos - windowSince < WINDOW_NANOS)) {
      earliestBefore = earliest;
      earliest = start;
      windowSince = nowNanos;
    }
    earliest = Math.min(earliest, start);
    if (start - startNanos() < LATE_NANOS) {
      lateSince = Double.NaN;
      earliestOfLate = Double.POSITIVE_INFINITY;
      return;
    }
    earliestOfLate = Math.min(earliestOfLate, start);
    if (Double.isNaN(lateSince)) {
      lateSince = nowNanos;
    } else if (nowNanos - lateSince > PATIENCE_NANOS) {
      earliest = earliestOfLate;
      earliestBefore = Double.POSITIVE_INFINITY;
      lateSince = Double.NaN;
      earliestOfLate = Double.POSITIVE_INFINITY;
    }
  }

  /** The moment of nanoTime at which a frame, counted since the start, is heard. */
  double heardNanos(long frame) {
    return startNanos() + frame * nanosPerFrame;
  }

  private double startNanos() {
    return Math.min(earliest, earliestBefore);
  }
}
