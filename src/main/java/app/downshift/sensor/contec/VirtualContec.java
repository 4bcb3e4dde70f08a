package app.downshift.sensor.contec;

import app.downshift.sensor.virtual.Fault;
import app.downshift.sensor.virtual.Fault.Kind;
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
 * A Contec CMS50. The new one sends after its start command, and no longer than ten seconds after
 * the last word from the host; the old one sends at once and does not listen. Without a finger:
 * probe error, no rate, no saturation.
 */
final class VirtualContec implements VirtualDevice {
  private static final double PATIENCE_SECONDS = 10;
  private static final int BEEP_FRAMES = 2;
  private static final int STRENGTH = 5;
  private static final int BAR = 8;
  private static final int SPO2_PERCENT = 98;
  private static final int NO_RATE = 0xFF;
  private static final int NO_SPO2 = 0x7F;
  private static final int SWITCHED_OFF = 0x01;

  private final HeartTrace heart;
  private final FrameOutlet out;
  private final boolean old;
  private final RecentRate rate = new RecentRate();
  private final Sampling frames = new Sampling(ContecRecords.FRAMES_PER_SECOND);
  private byte[] heard = {};
  private double toldAt;
  private int beep;

  private VirtualContec(VirtualHeart heart, List<Fault> faults, boolean old) {
    this.heart = new HeartTrace(heart);
    this.old = old;
    out = FrameOutlet.with(faults);
    if (old) {
      frames.start(0);
    }
  }

  /** A CMS50D+ with firmware 4.6, a CMS50E, F or alike. */
  static VirtualContec silentUntilStarted(VirtualHeart heart, List<Fault> faults) {
    return new VirtualContec(heart, faults, false);
  }

  /** An old CMS50D+ or CMS50E. */
  static VirtualContec old(VirtualHeart heart, List<Fault> faults) {
    return new VirtualContec(heart, faults, true);
  }

  @Override
  public void told(byte[] bytes, int length, long atMicros) {
    if (old) {
      return;
    }
    byte[] all = Arrays.copyOf(heard, heard.length + length);
    System.arraycopy(bytes, 0, all, heard.length, length);
    int at = 0;
    int size = ContecConversation.command(0).length;
    while (all.length - at >= size) {
      if (Arrays.equals(all, at, at + size, ContecConversation.command(all[at + 2]), 0, size)) {
        obey(all[at + 2] & 0xFF, atMicros / 1e6);
        at += size;
      } else {
        at++;
      }
    }
    heard = Arrays.copyOfRange(all, at, all.length);
  }

  private void obey(int code, double seconds) {
    if (code == ContecConversation.START) {
      toldAt = seconds;
      frames.start(seconds);
    } else if (code == ContecConversation.STAY_AWAKE) {
      toldAt = seconds;
    } else if (code == ContecConversation.STOP) {
      frames.stop();
      out.say(seconds, new byte[] {ContecRecords.STOPPED, (byte) 0x80});
    }
  }

  @Override
  public Optional<TimedBytes> due(long nowMicros) {
    while (out.isEmpty() && frames.due(nowMicros / 1e6)) {
      double now = frames.take();
      if (!old && now - toldAt > PATIENCE_SECONDS) {
        frames.stop();
      } else if (!old && out.happens(Kind.NOTICE, now)) {
        frames.stop();
        out.say(
            now,
            new byte[] {ContecRecords.DISCONNECTING, (byte) 0x80, (byte) (0x80 | SWITCHED_OFF)});
      } else {
        out.frame(now, frame(now));
      }
    }
    return out.due(nowMicros);
  }

  private byte[] frame(double now) {
    boolean off = false;
    for (HeartEvent event : heart.until(now + 0.5 / ContecRecords.FRAMES_PER_SECOND)) {
      if (event instanceof HeartEvent.Beat beat) {
        beep = BEEP_FRAMES;
        if (!Double.isNaN(beat.rrMillis())) {
          rate.add(beat.rrMillis());
        }
      } else {
        off = true;
        beep = 0;
        rate.clear();
      }
    }
    off |= !heart.touched();
    int beeping = !off && beep > 0 ? 0x40 : 0;
    beep = Math.max(0, beep - 1);
    int pleth = off ? 0 : (int) Math.round(heart.pulse(now) * 0x7F);
    int bpm = rate.bpm();
    boolean known = !off && bpm > 0;
    if (old) {
      int third = (off ? 0x30 : BAR) | (known ? bpm >> 7 << 6 : 0);
      return new byte[] {
        (byte) (0x80 | beeping | (off ? 0 : STRENGTH)),
        (byte) pleth,
        (byte) third,
        (byte) (known ? bpm & 0x7F : 0),
        (byte) (known ? SPO2_PERCENT : 0)
      };
    }
    return ContecRecords.realTimeFrame(
        beeping | (off ? 0x80 : STRENGTH),
        pleth,
        off ? 0x10 : 0x10 | BAR,
        known ? bpm : NO_RATE,
        known ? SPO2_PERCENT : NO_SPO2,
        0xFF,
        0xFF);
  }
}
