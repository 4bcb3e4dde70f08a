package app.downshift.session;

import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorEvent.DeviceTime;

/**
 * Rebuilds when beats happened from when they were heard. Messages arrive late by an unknown,
 * changing delay, but never early, so the lower envelope of (arrival − sum of intervals) over the
 * last 30 s is the steadiest line a clock can follow (measurement, section 1). Where the device
 * stamps its messages, its own clock is mapped to ours the same way first.
 *
 * <p>Beat times always advance by nearly one interval: the clock is corrected by at most a
 * twentieth of an interval per beat, so that it neither jumps nor drifts.
 */
final class BeatClock {
  private static final double WINDOW_MILLIS = 30_000;
  private static final double RECENT_MILLIS = 8_000;
  private static final double LARGEST_CORRECTION = 0.05;
  private static final double LOSS_INTERVALS = 1.5;
  private static final double LOSS_MILLIS = 1_200;

  private final LowerEnvelope deviceOffsets = new LowerEnvelope(WINDOW_MILLIS);
  private LowerEnvelope offsets = new LowerEnvelope(WINDOW_MILLIS);
  private LowerEnvelope recent = new LowerEnvelope(RECENT_MILLIS);
  private LowerEnvelope settled = new LowerEnvelope(WINDOW_MILLIS);
  private double sumMillis;
  private double lastBeatMillis = Double.NaN;
  private double lastDeviceMillis = Double.NaN;

  /** A beat on the session clock; {@code lossFound}: intervals before it went missing unseen. */
  record Placed(double beatMillis, boolean lossFound) {}

  /** Places the beat that ends {@code beat}, heard at {@code arrivedMillis} of the session. */
  Placed place(SensorEvent.Beat beat, double arrivedMillis) {
    double rr = beat.rrMillis();
    sumMillis += rr;
    double heard = arrivedMillis;
    boolean exact = false;
    if (beat.deviceTime().isPresent()) {
      DeviceTime device = beat.deviceTime().get();
      if (device.millis() < lastDeviceMillis) {
        deviceOffsets.clear();
      }
      lastDeviceMillis = device.millis();
      heard = device.millis() + deviceOffsets.with(arrivedMillis, arrivedMillis - device.millis());
      exact = device.moment() == DeviceTime.Moment.BEAT;
    }
    double offset = heard - sumMillis - beat.followedBy() * rr;
    boolean lost = lossBehind(arrivedMillis, offset, rr);
    if (lost) {
      restart();
      sumMillis = rr;
      offset = heard - rr - beat.followedBy() * rr;
    }
    double target = exact ? heard : sumMillis + offsets.with(arrivedMillis, offset);
    if (Double.isNaN(lastBeatMillis)) {
      lastBeatMillis = target;
    } else {
      double expected = lastBeatMillis + rr;
      double most = LARGEST_CORRECTION * rr;
      lastBeatMillis = expected + Math.max(-most, Math.min(most, target - expected));
    }
    return new Placed(lastBeatMillis, lost);
  }

  /** After a gap the sum of intervals means nothing any more. */
  void restart() {
    sumMillis = 0;
    lastBeatMillis = Double.NaN;
    offsets = new LowerEnvelope(WINDOW_MILLIS);
    recent = new LowerEnvelope(RECENT_MILLIS);
    settled = new LowerEnvelope(WINDOW_MILLIS);
  }

  /**
   * Half the spread between the freshest and the typical message of the last seconds, in ms: what
   * is not known about where a beat lies.
   */
  double uncertaintyMillis() {
    double spread = recent.lowest() - offsets.lowest();
    return Double.isNaN(spread) ? 0 : Math.abs(spread) / 2;
  }

  /**
   * Intervals lost before they reached us make the sum fall behind for good. A late message does so
   * only until those behind it arrive, so the loss counts once eight seconds have not made it good.
   */
  private boolean lossBehind(double arrivedMillis, double offset, double rr) {
    double now = recent.with(arrivedMillis, offset);
    double before = settled.lowest();
    settled.with(arrivedMillis, now);
    return recent.full() && now - before > Math.max(LOSS_INTERVALS * rr, LOSS_MILLIS);
  }
}
