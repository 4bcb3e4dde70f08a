package app.downshift.sensor.text;

import app.downshift.sensor.virtual.Fault;
import app.downshift.sensor.virtual.Fault.Kind;
import app.downshift.sensor.virtual.FaultPlan;
import app.downshift.sensor.virtual.HeartEvent;
import app.downshift.sensor.virtual.TimedBytes;
import app.downshift.sensor.virtual.TimedStream;
import app.downshift.sensor.virtual.VirtualHeart;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A board that prints each interval in whole milliseconds as it is found, and nothing else. */
public final class VirtualText implements TimedStream {
  private final VirtualHeart heart;
  private final FaultPlan faults;
  private long lastMillis = -1;
  private boolean begun;

  public VirtualText(VirtualHeart heart, List<Fault> faults) {
    this.heart = heart;
    this.faults = new FaultPlan(faults);
  }

  @Override
  public Optional<TimedBytes> next() {
    while (true) {
      if (!(heart.next() instanceof HeartEvent.Beat beat)) {
        continue;
      }
      // Instants are rounded, not intervals, so that their sum never drifts from the heart's clock.
      long millis = Math.round(beat.seconds() * 1000);
      long interval = millis - lastMillis;
      lastMillis = millis;
      if (!Double.isNaN(beat.rrMillis()) && !faults.happens(Kind.LOST_LINE, beat.seconds())) {
        return Optional.of(
            new TimedBytes(Math.round(beat.seconds() * 1e6), line(interval, beat.seconds())));
      }
    }
  }

  private byte[] line(long interval, double seconds) {
    String line = interval + "\r\n";
    if (!begun && faults.beginsWithHalfALine()) {
      line = line.substring(1);
    }
    begun = true;
    if (faults.happens(Kind.BOOT_NOISE, seconds)) {
      line += "ets Jul 29 2019 12:21:46\r\n";
    }
    return line.getBytes(StandardCharsets.US_ASCII);
  }
}
