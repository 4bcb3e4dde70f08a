package app.downshift.sensor.hrmi;

import app.downshift.sensor.virtual.Fault;
import app.downshift.sensor.virtual.FrameOutlet;
import app.downshift.sensor.virtual.HeartEvent;
import app.downshift.sensor.virtual.HeartTrace;
import app.downshift.sensor.virtual.TimedBytes;
import app.downshift.sensor.virtual.VirtualDevice;
import app.downshift.sensor.virtual.VirtualHeart;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** An HRMI board: answers {@code G<n>} with the last rates, each a whole number, newest first. */
final class VirtualHrmi implements VirtualDevice {
  private static final double ANSWER_SECONDS = 0.02;
  private static final int FASTEST = 255;

  private final HeartTrace heart;
  private final FrameOutlet out;
  private final int[] rates = new int[32];
  private final StringBuilder command = new StringBuilder();
  private int count;
  private boolean off;

  VirtualHrmi(VirtualHeart heart, List<Fault> faults) {
    this.heart = new HeartTrace(heart);
    out = FrameOutlet.with(faults);
  }

  @Override
  public void told(byte[] bytes, int length, long atMicros) {
    for (int i = 0; i < length; i++) {
      if (bytes[i] != '\r') {
        command.append((char) bytes[i]);
        continue;
      }
      String said = command.toString();
      command.setLength(0);
      if (said.matches("G([1-9]|[12]\\d|3[0-2])")) {
        answer(Integer.parseInt(said.substring(1)), atMicros / 1e6);
      }
    }
  }

  private void answer(int n, double seconds) {
    for (HeartEvent event : heart.until(seconds)) {
      if (event instanceof HeartEvent.Beat beat) {
        beat(beat.rrMillis());
      } else {
        off = true;
      }
    }
    off |= !heart.touched();
    StringBuilder text = new StringBuilder(off ? "3" : "1").append(' ').append(count & 0xFF);
    for (int i = 0; i < n; i++) {
      text.append(' ').append(off ? 0 : rates[i]);
    }
    off = false;
    out.frame(
        seconds + ANSWER_SECONDS, text.append('\r').toString().getBytes(StandardCharsets.US_ASCII));
  }

  private void beat(double rrMillis) {
    if (!Double.isNaN(rrMillis)) {
      System.arraycopy(rates, 0, rates, 1, rates.length - 1);
      rates[0] = (int) Math.min(FASTEST, Math.round(60_000 / rrMillis));
      count++;
    }
  }

  @Override
  public Optional<TimedBytes> due(long nowMicros) {
    return out.due(nowMicros);
  }
}
