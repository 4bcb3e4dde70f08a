package app.downshift.sensor.zephyr;

import app.downshift.sensor.virtual.Fault;
import app.downshift.sensor.virtual.FrameOutlet;
import app.downshift.sensor.virtual.HeartEvent;
import app.downshift.sensor.virtual.HeartTrace;
import app.downshift.sensor.virtual.RecentRate;
import app.downshift.sensor.virtual.Sampling;
import app.downshift.sensor.virtual.TimedBytes;
import app.downshift.sensor.virtual.VirtualDevice;
import app.downshift.sensor.virtual.VirtualHeart;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A BioHarness: acknowledges what it is told, sends the packets that are switched on about once a
 * second, and falls silent when nothing has been heard of the host for ten seconds.
 */
final class VirtualBioHarness implements VirtualDevice {
  private static final double PACKET_SECONDS =
      BioHarnessPackets.RR_SAMPLES * BioHarnessPackets.RR_STEP_MILLIS / 1000.0;
  private static final double PATIENCE_SECONDS = 10;
  private static final int START_OF_DAY_MILLIS = 36_000_000;

  private final HeartTrace heart;
  private final FrameOutlet out;
  private final RecentRate rate = new RecentRate();
  private final Sampling packets = new Sampling(1 / PACKET_SECONDS);
  private byte[] heard = {};
  private double toldAt;
  private boolean summary;
  private int number;
  private long lastMillis = -1;
  private int value;

  VirtualBioHarness(VirtualHeart heart, List<Fault> faults) {
    this.heart = new HeartTrace(heart);
    out = FrameOutlet.with(faults);
  }

  @Override
  public void told(byte[] bytes, int length, long atMicros) {
    byte[] all = Arrays.copyOf(heard, heard.length + length);
    System.arraycopy(bytes, 0, all, heard.length, length);
    int at = 0;
    while (all.length - at >= 5) {
      int payload = all[at + 2];
      if (all[at] != ZephyrRecords.START || payload < 0 || payload > 8) {
        at++;
        continue;
      }
      if (all.length - at < payload + 5) {
        break;
      }
      obey(all[at + 1] & 0xFF, payload == 0 ? 0 : all[at + 3], atMicros / 1e6);
      at += payload + 5;
    }
    heard = Arrays.copyOfRange(all, at, all.length);
  }

  private void obey(int id, int on, double seconds) {
    toldAt = seconds;
    if (id == BioHarnessConversation.LIFE_SIGN) {
      return;
    }
    if (id == BioHarnessConversation.RR_PACKETS && on != 0) {
      packets.start(seconds);
    } else if (id == BioHarnessConversation.RR_PACKETS) {
      packets.stop();
    } else if (id == BioHarnessConversation.SUMMARY_PACKETS) {
      summary = on != 0;
    }
    out.say(seconds, new byte[] {ZephyrRecords.START, (byte) id, 0, 0, ZephyrRecords.ACKNOWLEDGED});
  }

  @Override
  public Optional<TimedBytes> due(long nowMicros) {
    while (out.isEmpty() && packets.due(nowMicros / 1e6)) {
      double now = packets.take();
      if (now - toldAt > PATIENCE_SECONDS) {
        packets.stop();
      } else {
        intervals(now);
      }
    }
    return out.due(nowMicros);
  }

  /** The packet of the time that ends now. */
  private void intervals(double now) {
    double from = now - PACKET_SECONDS;
    int[] payload = stamped(BioHarnessPackets.RR_LENGTH, from);
    for (int i = 0; i < BioHarnessPackets.RR_SAMPLES; i++) {
      for (HeartEvent event :
          heart.until(from + (i + 1) * BioHarnessPackets.RR_STEP_MILLIS / 1000.0)) {
        if (event instanceof HeartEvent.Beat beat) {
          beat(beat);
        }
      }
      payload[BioHarnessPackets.STAMP + 2 * i] = value & 0xFF;
      payload[BioHarnessPackets.STAMP + 2 * i + 1] = value >> 8 & 0xFF;
    }
    out.frame(now, ZephyrRecords.frame(BioHarnessPackets.RR, payload));
    if (summary) {
      int[] told = stamped(BioHarnessPackets.SUMMARY_LENGTH, from);
      told[BioHarnessPackets.STAMP] = 2;
      told[BioHarnessPackets.STAMP + 1] = rate.bpm() & 0xFF;
      out.say(now, ZephyrRecords.frame(BioHarnessPackets.SUMMARY, told));
    }
    number++;
  }

  private void beat(HeartEvent.Beat beat) {
    long millis = Math.round(beat.seconds() * 1000);
    if (!Double.isNaN(beat.rrMillis())) {
      int rrMillis = (int) (millis - lastMillis);
      value = value > 0 ? -rrMillis : rrMillis;
      rate.add(beat.rrMillis());
    }
    lastMillis = millis;
  }

  private int[] stamped(int length, double seconds) {
    int[] payload = new int[length];
    int millis = START_OF_DAY_MILLIS + (int) Math.round(seconds * 1000);
    int[] head = {
      number & 0xFF,
      2026 & 0xFF,
      2026 >> 8,
      1,
      15,
      millis & 0xFF,
      millis >> 8 & 0xFF,
      millis >> 16 & 0xFF,
      millis >> 24 & 0xFF
    };
    System.arraycopy(head, 0, payload, 0, head.length);
    return payload;
  }
}
