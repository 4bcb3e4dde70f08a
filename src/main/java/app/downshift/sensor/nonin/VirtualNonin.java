package app.downshift.sensor.nonin;

import app.downshift.sensor.nonin.NoninRecords.Format;
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
 * A Nonin oximeter in format 2, 7 or 8, or in 13, in which it is silent. It takes another format in
 * its first five seconds only, with ACK; later, and for what it does not know, it answers NAK. With
 * the finger out it holds its values for ten seconds.
 */
final class VirtualNonin implements VirtualDevice {
  private static final double SELECT_SECONDS = 5;
  private static final double HOLD_SECONDS = 10;
  private static final int PERFUSED_FRAMES = 12;
  private static final int SPO2_PERCENT = 97;
  private static final int MISSING_SPO2 = 127;
  private static final int REVISION = 48;
  private static final int SMART_POINT = 0x20;
  private static final int GREEN = 0x02;
  private static final int LONGEST_COMMAND = 8;

  private final HeartTrace heart;
  private final FrameOutlet out;
  private final boolean wrist;
  private final RecentRate rate = new RecentRate();
  private final Sampling frames = new Sampling(NoninStream.FRAMES_PER_SECOND);
  private Format format;
  private byte[] command = {};
  private int place;
  private int perfused;
  private int shownRate = NoninStream.MISSING_RATE;
  private double offAt = Double.NaN;

  /**
   * @param format in which it was left
   * @param wrist whether it is a WristOx2 3150, which understands its own form of the command alone
   */
  VirtualNonin(VirtualHeart heart, List<Fault> faults, Format format, boolean wrist) {
    this.heart = new HeartTrace(heart);
    this.format = format;
    this.wrist = wrist;
    out = FrameOutlet.with(faults);
    frames.start(0);
  }

  @Override
  public void told(byte[] bytes, int length, long atMicros) {
    int kept = Math.min(command.length, LONGEST_COMMAND);
    byte[] all =
        Arrays.copyOf(
            Arrays.copyOfRange(command, command.length - kept, command.length), kept + length);
    System.arraycopy(bytes, 0, all, kept, length);
    command = all;
    int wanted = wanted(all);
    if (wanted < 0) {
      return;
    }
    command = new byte[0];
    double seconds = atMicros / 1e6;
    boolean known = wanted == 2 || wanted == 7 || wanted == 8 || wanted == 13;
    boolean taken = known && seconds <= SELECT_SECONDS;
    out.say(
        seconds, new byte[] {(byte) (taken ? NoninRecords.ACKNOWLEDGED : NoninRecords.REFUSED)});
    if (taken) {
      format = Format.valueOf("DF" + wanted);
      place = 0;
    }
  }

  /** The format a whole command asks for; 0 for one it does not know; −1 while there is none. */
  private int wanted(byte[] all) {
    byte[] simple = NoninConversation.select(0);
    byte[] wide = NoninConversation.select3150(0, 0);
    for (int at = 0; at < all.length; at++) {
      if (all.length - at >= simple.length && matches(all, at, simple, 4)) {
        return wrist ? 0 : all[at + 4];
      }
      if (all.length - at >= wide.length && matches(all, at, wide, 4)) {
        byte[] right = NoninConversation.select3150(all[at + 4], all[at + 5]);
        boolean sum = right[6] == all[at + 6];
        return wrist && sum ? all[at + 4] : 0;
      }
    }
    return -1;
  }

  private static boolean matches(byte[] all, int at, byte[] form, int head) {
    return Arrays.equals(all, at, at + head, form, 0, head) && all[at + form.length - 1] == 0x03;
  }

  @Override
  public Optional<TimedBytes> due(long nowMicros) {
    while (out.isEmpty() && frames.due(nowMicros / 1e6)) {
      frame(frames.take());
    }
    return out.due(nowMicros);
  }

  private void frame(double now) {
    boolean off = happened(now);
    int place75 = place;
    place = (place + 1) % NoninStream.FRAMES_PER_PACKET;
    if (format == Format.DF2 || format == Format.DF7) {
      int status = 0x80 | (place75 == 0 ? NoninStream.SYNC : 0);
      status |= off ? NoninStream.FINGER_OFF : perfused > 0 ? GREEN : 0;
      double wave = off ? 0 : heart.pulse(now);
      out.frame(now, bytes(status, wave, data(place75)));
    } else if (format == Format.DF8
        && Math.round(now * NoninStream.FRAMES_PER_SECOND) % NoninStream.FRAMES_PER_SECOND == 0) {
      out.frame(now, rates(off));
    }
    perfused = Math.max(0, perfused - 1);
  }

  /** What the heart does up to the middle between this frame and the next; whether it is off. */
  private boolean happened(double now) {
    boolean off = false;
    for (HeartEvent event : heart.until(now + 0.5 / NoninStream.FRAMES_PER_SECOND)) {
      if (event instanceof HeartEvent.Beat beat) {
        perfused = PERFUSED_FRAMES;
        if (!Double.isNaN(beat.rrMillis())) {
          rate.add(beat.rrMillis());
        }
      } else {
        off = true;
        perfused = 0;
        rate.clear();
      }
    }
    off |= !heart.touched();
    offAt = !off ? Double.NaN : Double.isNaN(offAt) ? now : offAt;
    boolean held = off && now - offAt < HOLD_SECONDS;
    if (rate.bpm() > 0) {
      shownRate = rate.bpm();
    } else if (!held) {
      shownRate = NoninStream.MISSING_RATE;
    }
    return off;
  }

  private int data(int at) {
    int bpm = shownRate;
    int spo2 = bpm == NoninStream.MISSING_RATE ? MISSING_SPO2 : SPO2_PERCENT;
    return switch (at) {
      case 0, 13, 19, 21 -> bpm >> 7;
      case 1, 14, 20, 22 -> bpm & 0x7F;
      case 2, 8, 9, 10, 15, 16 -> spo2;
      case 3 -> REVISION;
      default -> 0;
    };
  }

  private byte[] bytes(int status, double wave, int data) {
    int fine = (int) Math.round(wave * 0xFFFF);
    byte[] frame =
        format == Format.DF2
            ? new byte[] {1, (byte) status, (byte) (fine >> 8), (byte) data, 0}
            : new byte[] {(byte) status, (byte) (fine >> 8), (byte) fine, (byte) data, 0};
    frame[4] = (byte) (frame[0] + frame[1] + frame[2] + frame[3]);
    return frame;
  }

  private byte[] rates(boolean off) {
    int spo2 = shownRate == NoninStream.MISSING_RATE ? MISSING_SPO2 : SPO2_PERCENT;
    int last = off ? NoninStream.FINGER_OFF : SMART_POINT;
    return new byte[] {
      (byte) (0x80 | shownRate >> 7), (byte) (shownRate & 0x7F), (byte) spo2, (byte) last
    };
  }
}
