package app.downshift.sensor.heartrate;

import app.downshift.sensor.virtual.HeartEvent;
import app.downshift.sensor.virtual.RecentRate;
import app.downshift.sensor.virtual.TimedBytes;
import app.downshift.sensor.virtual.VirtualHeart;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A strap on a virtual heart: about once a second a value of the heart rate characteristic, with
 * the intervals that have ended since. It goes on whether anybody listens or not. Like a real one
 * it knows no interval for the first beat after contact was found.
 */
public final class VirtualStrap {
  private static final int UNKNOWN = -1;
  private static final int MOST_INTERVALS = 9;
  private static final double LAG_SECONDS = 0.2;

  private final VirtualHeart heart;
  private final List<Integer> ticks = new ArrayList<>();
  private final RecentRate rate = new RecentRate();
  private HeartEvent ahead;
  private long packet = 1;
  private long lastTick = UNKNOWN;
  private boolean skin = true;

  public VirtualStrap(VirtualHeart heart) {
    this.heart = heart;
    ahead = heart.next();
  }

  /** The next value that leaves the strap at {@code nowMicros} or before. */
  public Optional<TimedBytes> due(long nowMicros) {
    // Radio packets are not quite regular; a fixed pattern of up to 22 ms keeps it reproducible.
    double at = packet + packet * 7 % 23 / 1000.0;
    long atMicros = Math.round(at * 1e6);
    if (atMicros > nowMicros) {
      return Optional.empty();
    }
    advance(at - LAG_SECONDS);
    packet++;
    return Optional.of(new TimedBytes(atMicros, value()));
  }

  private void advance(double until) {
    while (ahead.seconds() <= until) {
      if (ahead instanceof HeartEvent.Skin touch) {
        skin = touch.on();
        rate.clear();
      } else if (ahead instanceof HeartEvent.Beat beat) {
        beat(beat);
      }
      ahead = heart.next();
    }
  }

  private void beat(HeartEvent.Beat beat) {
    // Instants are rounded, not intervals, so that their sum never drifts from the heart's clock.
    long tick = Math.round(beat.seconds() * HeartRateCharacteristic.TICKS_PER_SECOND);
    if (lastTick != UNKNOWN && !Double.isNaN(beat.rrMillis())) {
      ticks.add((int) (tick - lastTick));
      rate.add(beat.rrMillis());
    }
    lastTick = tick;
  }

  private byte[] value() {
    int n = Math.min(MOST_INTERVALS, ticks.size());
    List<Integer> told = ticks.subList(0, n);
    var bytes = new ByteArrayOutputStream();
    bytes.write((n > 0 ? 0x10 : 0) | 4 | (skin ? 2 : 0));
    bytes.write(rate.bpm());
    for (int interval : told) {
      bytes.write(interval);
      bytes.write(interval >> 8);
    }
    told.clear();
    return bytes.toByteArray();
  }
}
