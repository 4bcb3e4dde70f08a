package app.downshift.sensor.cyton;

import app.downshift.sensor.virtual.Fault;
import app.downshift.sensor.virtual.FrameOutlet;
import app.downshift.sensor.virtual.HeartTrace;
import app.downshift.sensor.virtual.Sampling;
import app.downshift.sensor.virtual.TimedBytes;
import app.downshift.sensor.virtual.VirtualDevice;
import app.downshift.sensor.virtual.VirtualHeart;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A Cyton board with an ECG on channel 1: answers a reset with its text and {@code $$$} after half
 * a second, sends between start and stop. Every tenth packet carries {@code A0} inside.
 */
final class VirtualCyton implements VirtualDevice {
  private static final byte[] BANNER =
      "OpenBCI V3 8-16 channel\r\nFirmware: v3.1.2\r\n$$$".getBytes(StandardCharsets.US_ASCII);
  private static final double RESET_SECONDS = 0.5;
  private static final double MICROVOLTS_PER_STEP = 0.02235;
  private static final int HEADER_INSIDE_EVERY = 10;
  private static final int INSIDE = 20;

  private final HeartTrace heart;
  private final FrameOutlet out;
  private final Sampling packets = new Sampling(CytonRecords.HERTZ);
  private int number;

  VirtualCyton(VirtualHeart heart, List<Fault> faults) {
    this.heart = new HeartTrace(heart);
    out = FrameOutlet.with(faults);
  }

  @Override
  public void told(byte[] bytes, int length, long atMicros) {
    double seconds = atMicros / 1e6;
    for (int i = 0; i < length; i++) {
      if (bytes[i] == CytonConversation.RESET) {
        packets.stop();
        number = 0;
        out.say(seconds + RESET_SECONDS, BANNER);
      } else if (bytes[i] == CytonConversation.START) {
        packets.start(seconds);
      } else if (bytes[i] == CytonConversation.STOP) {
        packets.stop();
      }
    }
  }

  @Override
  public Optional<TimedBytes> due(long nowMicros) {
    while (out.isEmpty() && packets.due(nowMicros / 1e6)) {
      double now = packets.take();
      heart.until(now);
      int value = (int) Math.round(heart.ecgMillivolts(now) * 1000 / MICROVOLTS_PER_STEP);
      byte[] packet = CytonRecords.packet(number++, value);
      if (number % HEADER_INSIDE_EVERY == 0) {
        packet[INSIDE] = (byte) CytonRecords.HEADER;
      }
      out.frame(now, packet);
    }
    return out.due(nowMicros);
  }
}
