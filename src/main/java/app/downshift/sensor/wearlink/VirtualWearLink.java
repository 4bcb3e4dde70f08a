package app.downshift.sensor.wearlink;

import app.downshift.sensor.virtual.Fault;
import app.downshift.sensor.virtual.FrameOutlet;
import app.downshift.sensor.virtual.HeartEvent;
import app.downshift.sensor.virtual.HeartTrace;
import app.downshift.sensor.virtual.RecentRate;
import app.downshift.sensor.virtual.TimedBytes;
import app.downshift.sensor.virtual.TimedStream;
import app.downshift.sensor.virtual.VirtualHeart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A WearLink+ belt: about once a second a frame with the intervals that have ended since, in whole
 * ms. Without contact it repeats an interval that is none, with a rate of 0.
 */
final class VirtualWearLink implements TimedStream {
  private static final int MOST_INTERVALS = 5;
  private static final int GOOD = 0xF1;
  private static final int WEAK = 0xF0;
  private static final int NO_INTERVAL = 0;

  private static final int FIRST_BPM = 60;

  private final HeartTrace heart;
  private final FrameOutlet out;
  private final RecentRate rate = new RecentRate();
  private final List<Integer> waiting = new ArrayList<>();
  private long lastMillis = -1;
  private int second;
  private int number;

  VirtualWearLink(VirtualHeart heart, List<Fault> faults) {
    this.heart = new HeartTrace(heart);
    out = FrameOutlet.with(faults);
  }

  @Override
  public Optional<TimedBytes> next() {
    while (out.isEmpty()) {
      second++;
      boolean off = false;
      for (HeartEvent event : heart.until(second)) {
        if (event instanceof HeartEvent.Beat beat) {
          beat(beat);
        } else {
          send(second); // what was measured before the change
          off |= !((HeartEvent.Skin) event).on();
          rate.clear();
        }
      }
      if (off || !heart.touched()) {
        out.frame(second, WearLinkRecords.frame(number++, WEAK, 0, NO_INTERVAL));
      }
      send(second);
    }
    return out.next();
  }

  private void beat(HeartEvent.Beat beat) {
    long millis = Math.round(beat.seconds() * 1000);
    if (!Double.isNaN(beat.rrMillis())) {
      waiting.add((int) (millis - lastMillis));
      rate.add(beat.rrMillis());
    }
    lastMillis = millis;
  }

  private void send(double seconds) {
    while (!waiting.isEmpty()) {
      List<Integer> some = waiting.subList(0, Math.min(MOST_INTERVALS, waiting.size()));
      int[] intervals = some.stream().mapToInt(Integer::intValue).toArray();
      some.clear();
      out.frame(seconds, WearLinkRecords.frame(number++, GOOD, bpm(), intervals));
    }
  }

  /** Before two beats are found it shows what it was made with. */
  private int bpm() {
    return rate.bpm() > 0 ? rate.bpm() : FIRST_BPM;
  }
}
