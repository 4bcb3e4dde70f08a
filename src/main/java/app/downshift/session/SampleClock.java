package app.downshift.session;

/**
 * Says when samples were taken, from when they were heard. Samples come evenly, messages with them
 * late by a changing delay but never early; so of every two seconds the earliest message counts,
 * and the line through the first and the newest of these gives the period. Until it is ten seconds
 * long the nominal period holds, where there is one.
 */
final class SampleClock {
  private static final double BLOCK_MILLIS = 2_000;
  private static final double TRUSTED_MILLIS = 10_000;

  /** A later return than that cannot be made good: samples are missing. */
  private static final double LOSS_MILLIS = 250;

  private double periodMillis;
  private long count;
  private double firstMillis = Double.NaN;
  private long firstCount;
  private double blockBegunMillis;
  private Point earliest = Point.NONE;
  private Point anchor = Point.NONE;
  private Point reference = Point.NONE;

  private record Point(long sample, double millis) {
    static final Point NONE = new Point(-1, Double.NaN);

    boolean known() {
      return sample >= 0;
    }
  }

  /** A clock for samples of this nominal rate, 0 when it is unknown. */
  SampleClock(double nominalHz) {
    periodMillis = nominalHz > 0 ? 1000 / nominalHz : Double.NaN;
  }

  /**
   * Takes the next samples, of which the last was heard now.
   *
   * @return false when samples before them are missing: the clock begins anew
   */
  boolean heard(int samples, double nowMillis) {
    count += samples;
    Point now = new Point(count - 1, nowMillis);
    if (Double.isNaN(firstMillis)) {
      firstMillis = nowMillis;
      firstCount = count;
      blockBegunMillis = nowMillis;
    }
    if (Double.isNaN(periodMillis)) {
      estimate(nowMillis);
      return true;
    }
    if (!earliest.known() || offset(now) < offset(earliest)) {
      earliest = now;
    }
    if (!reference.known()) {
      reference = now;
    }
    return nowMillis - blockBegunMillis < BLOCK_MILLIS || closeBlock(nowMillis);
  }

  private void estimate(double nowMillis) {
    if (nowMillis - firstMillis >= BLOCK_MILLIS && count > firstCount) {
      periodMillis = (nowMillis - firstMillis) / (count - firstCount);
      blockBegunMillis = nowMillis;
      reference = new Point(count - 1, nowMillis);
    }
  }

  private boolean closeBlock(double nowMillis) {
    boolean whole = offset(earliest) - offset(reference) <= LOSS_MILLIS;
    reference = earliest;
    if (!whole || !anchor.known()) {
      anchor = earliest;
    }
    double span = earliest.millis - anchor.millis;
    if (span >= TRUSTED_MILLIS) {
      periodMillis = span / (earliest.sample - anchor.sample);
    }
    earliest = Point.NONE;
    blockBegunMillis = nowMillis;
    return whole;
  }

  private double offset(Point point) {
    return point.millis - point.sample * periodMillis;
  }

  /** Whether the period is known, at least roughly. */
  boolean runs() {
    return !Double.isNaN(periodMillis);
  }

  /** Time from one sample to the next. */
  double periodMillis() {
    return periodMillis;
  }

  /** When a sample was taken, as near as can be known; samples are numbered from 0. */
  double millisOf(double sample) {
    return reference.millis + (sample - reference.sample) * periodMillis;
  }
}
