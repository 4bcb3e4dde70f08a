package app.downshift.sensor.zephyr;

import app.downshift.sensor.virtual.Fault;
import app.downshift.sensor.virtual.FrameOutlet;
import app.downshift.sensor.virtual.HeartEvent;
import app.downshift.sensor.virtual.HeartTrace;
import app.downshift.sensor.virtual.RecentRate;
import app.downshift.sensor.virtual.TimedBytes;
import app.downshift.sensor.virtual.TimedStream;
import app.downshift.sensor.virtual.VirtualHeart;
import java.util.List;
import java.util.Optional;

/**
 * An HxM belt: one packet a second with the times of the last fifteen beats on a grid of 4 ms, as
 * real belts have it. Without contact, and before the first interval, the rate is 0.
 */
final class VirtualHxm implements TimedStream {
  static final int GRID_PER_SECOND = 250;

  private static final int GRID_MILLIS = 1000 / GRID_PER_SECOND;
  private static final int BATTERY_PERCENT = 88;

  private final HeartTrace heart;
  private final FrameOutlet out;
  private final RecentRate rate = new RecentRate();
  private final int[] stamps = new int[HxmPacket.STAMPS];
  private int beats;
  private int packet;

  VirtualHxm(VirtualHeart heart, List<Fault> faults) {
    this.heart = new HeartTrace(heart);
    out = FrameOutlet.with(faults);
  }

  @Override
  public Optional<TimedBytes> next() {
    while (out.isEmpty()) {
      packet++;
      boolean off = false;
      for (HeartEvent event : heart.until(packet)) {
        if (event instanceof HeartEvent.Skin) {
          rate.clear();
          off = true;
        } else if (event instanceof HeartEvent.Beat beat) {
          beat(beat);
        }
      }
      out.frame(packet, bytes(heart.touched() && !off ? rate.bpm() : 0));
    }
    return out.next();
  }

  private void beat(HeartEvent.Beat beat) {
    System.arraycopy(stamps, 0, stamps, 1, stamps.length - 1);
    stamps[0] = (int) (Math.round(beat.seconds() * GRID_PER_SECOND) * GRID_MILLIS);
    beats++;
    if (!Double.isNaN(beat.rrMillis())) {
      rate.add(beat.rrMillis());
    }
  }

  private byte[] bytes(int bpm) {
    int[] payload = new int[HxmPacket.LENGTH];
    int[] head = {26, 0, '1', 'f', 80, 0, '1', 'd', BATTERY_PERCENT, bpm, beats & 0xFF};
    System.arraycopy(head, 0, payload, 0, head.length);
    for (int i = 0; i < stamps.length; i++) {
      payload[head.length + 2 * i] = stamps[i] & 0xFF;
      payload[head.length + 2 * i + 1] = stamps[i] >> 8 & 0xFF;
    }
    return ZephyrRecords.frame(HxmPacket.ID, payload);
  }
}
