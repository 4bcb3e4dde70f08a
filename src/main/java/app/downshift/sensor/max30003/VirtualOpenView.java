package app.downshift.sensor.max30003;

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

/** A MAX30003 board: 125 frames a second, each with the last RR in steps of 1/128 s, cut to ms. */
final class VirtualOpenView implements TimedStream {
  static final int GRID_PER_SECOND = 128;

  private static final double COUNTS_PER_MILLIVOLT = 20_000;

  private final HeartTrace heart;
  private final FrameOutlet out;
  private final RecentRate rate = new RecentRate();
  private long lastOnGrid = -1;
  private int rrMillis;
  private long frame;

  VirtualOpenView(VirtualHeart heart, List<Fault> faults) {
    this.heart = new HeartTrace(heart);
    out = FrameOutlet.with(faults);
  }

  @Override
  public Optional<TimedBytes> next() {
    while (out.isEmpty()) {
      double now = frame++ / OpenViewRecords.HERTZ;
      for (HeartEvent event : heart.until(now)) {
        if (event instanceof HeartEvent.Beat beat) {
          beat(beat);
        }
      }
      int ecg = (int) Math.round(heart.ecgMillivolts(now) * COUNTS_PER_MILLIVOLT);
      out.frame(now, OpenViewRecords.frame(ecg, rrMillis, rate.bpm()));
    }
    return out.next();
  }

  private void beat(HeartEvent.Beat beat) {
    long onGrid = Math.round(beat.seconds() * GRID_PER_SECOND);
    if (!Double.isNaN(beat.rrMillis())) {
      rrMillis = (int) ((onGrid - lastOnGrid) * 1000 / GRID_PER_SECOND);
      rate.add(beat.rrMillis());
    }
    lastOnGrid = onGrid;
  }
}
