package app.downshift.sensor.max30003;

import app.downshift.sensor.Records;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorEvent.Beat;
import app.downshift.sensor.SensorEvent.Gap;
import app.downshift.sensor.SensorEvent.GapReason;
import app.downshift.sensor.SensorEvent.Rejected;
import app.downshift.sensor.SensorEvent.Waveform;
import app.downshift.sensor.Told;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Frames of the OpenView sketch for a MAX30003: {@code 0A FA 0C 00 02}, ECG, RR and rate as 32-bit
 * numbers, low byte first, {@code 00 0B}; 125 a second. The last RR is repeated in every frame, so
 * that a beat shows only as a change. There is no checksum: a change counts when a second frame
 * says the same, or one damaged frame would invent two beats.
 */
final class OpenViewRecords implements Records {
  static final int LENGTH = 19;
  static final double HERTZ = 125;
  static final int[] HEAD = {0x0A, 0xFA, 0x0C, 0x00, 0x02};
  static final int[] TAIL = {0x00, 0x0B};

  private static final long UNKNOWN = -1;
  private static final long MOST_BPM = 300;

  private final Told told;
  private long known = UNKNOWN;
  private long last = UNKNOWN;
  private boolean streaming;

  OpenViewRecords() {
    this(new Told());
  }

  private OpenViewRecords(Told told) {
    this.told = told;
  }

  @Override
  public OpenViewRecords copy() {
    OpenViewRecords same = new OpenViewRecords(told.copy());
    same.known = known;
    same.last = last;
    same.streaming = streaming;
    return same;
  }

  @Override
  public int take(byte[] bytes, int from, int to, boolean inStep, List<SensorEvent> events) {
    for (int i = 0; i < HEAD.length; i++) {
      if (from + i == to) {
        return 0;
      }
      if ((bytes[from + i] & 0xFF) != HEAD[i]) {
        return -1;
      }
    }
    if (to - from < LENGTH) {
      return 0;
    }
    if (bytes[from + LENGTH - 2] != TAIL[0] || bytes[from + LENGTH - 1] != TAIL[1]) {
      return -1;
    }
    if (!inStep && streaming) {
      events.add(new Gap(0, GapReason.LOST_LINES, 0));
      known = UNKNOWN;
      last = UNKNOWN;
    }
    streaming = true;
    read(bytes, from + HEAD.length, events);
    return LENGTH;
  }

  private void read(byte[] bytes, int at, List<SensorEvent> events) {
    told.info("openview", Map.of(), events);
    events.add(new Waveform(0, "ecg", HERTZ, new int[] {number(bytes, at)}));
    long rrMillis = Integer.toUnsignedLong(number(bytes, at + 4));
    long bpm = Integer.toUnsignedLong(number(bytes, at + 8));
    told.rate(bpm <= MOST_BPM ? (int) bpm : 0, events);
    boolean sure = rrMillis == last;
    last = rrMillis;
    if (sure && rrMillis != known) {
      boolean first = known == UNKNOWN;
      known = rrMillis;
      if (!first && rrMillis != 0) {
        events.add(
            Beat.possible((double) rrMillis)
                ? new Beat(0, rrMillis, 0, 0, Optional.empty(), true)
                : new Rejected(Rejected.IMPOSSIBLE, rrMillis + " ms"));
      }
    }
  }

  private static int number(byte[] bytes, int at) {
    return (bytes[at] & 0xFF)
        | (bytes[at + 1] & 0xFF) << 8
        | (bytes[at + 2] & 0xFF) << 16
        | bytes[at + 3] << 24;
  }

  /** A whole frame as the board sends it. */
  static byte[] frame(int ecg, int rrMillis, int bpm) {
    byte[] frame = new byte[LENGTH];
    for (int i = 0; i < HEAD.length; i++) {
      frame[i] = (byte) HEAD[i];
    }
    for (int i = 0; i < 4; i++) {
      frame[HEAD.length + i] = (byte) (ecg >> (8 * i));
      frame[HEAD.length + 4 + i] = (byte) (rrMillis >> (8 * i));
      frame[HEAD.length + 8 + i] = (byte) (bpm >> (8 * i));
    }
    frame[LENGTH - 2] = (byte) TAIL[0];
    frame[LENGTH - 1] = (byte) TAIL[1];
    return frame;
  }
}
