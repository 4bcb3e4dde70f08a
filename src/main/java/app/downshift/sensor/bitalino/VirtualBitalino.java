package app.downshift.sensor.bitalino;

import app.downshift.sensor.virtual.Fault;
import app.downshift.sensor.virtual.Fault.Kind;
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
 * A BITalino with firmware 4.0 and the ECG on channel A2: says its version, takes rate and start,
 * and falls idle when its radio link is lost.
 */
final class VirtualBitalino implements VirtualDevice {
  private static final byte[] NAME = "BITalino_v4.0\n".getBytes(StandardCharsets.US_ASCII);
  private static final double ZERO = 512;
  private static final double STEPS_PER_MILLIVOLT = 1.1 / 3.3 * 1024;
  private static final int MOST = 1023;

  private final HeartTrace heart;
  private final FrameOutlet out;
  private final Sampling frames = new Sampling(BitalinoRecords.HERTZ);
  private int number;
  private boolean rated;

  VirtualBitalino(VirtualHeart heart, List<Fault> faults) {
    this.heart = new HeartTrace(heart);
    out = FrameOutlet.with(faults);
  }

  @Override
  public void told(byte[] bytes, int length, long atMicros) {
    double seconds = atMicros / 1e6;
    for (int i = 0; i < length; i++) {
      byte code = bytes[i];
      if (frames.running()) {
        if (code == BitalinoConversation.STOP) {
          frames.stop();
        }
      } else if (code == BitalinoConversation.VERSION) {
        out.say(seconds, NAME);
      } else if (code == BitalinoConversation.RATE_1000) {
        rated = true;
      } else if (code == BitalinoConversation.START_A2 && rated) {
        number = 0;
        frames.start(seconds);
      }
    }
  }

  @Override
  public Optional<TimedBytes> due(long nowMicros) {
    while (out.isEmpty() && frames.due(nowMicros / 1e6)) {
      double now = frames.take();
      if (out.happens(Kind.REBOOT, now)) {
        frames.stop();
      } else {
        heart.until(now);
        double step = ZERO + heart.ecgMillivolts(now) * STEPS_PER_MILLIVOLT;
        int value = (int) Math.max(0, Math.min(MOST, Math.round(step)));
        out.frame(now, BitalinoRecords.frame(number++ & 0xF, value));
      }
    }
    return out.due(nowMicros);
  }
}
