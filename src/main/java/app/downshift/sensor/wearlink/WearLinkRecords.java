package app.downshift.sensor.wearlink;

import app.downshift.sensor.RecordDecoder;
import app.downshift.sensor.Records;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorEvent.Beat;
import app.downshift.sensor.SensorEvent.Gap;
import app.downshift.sensor.SensorEvent.GapReason;
import app.downshift.sensor.SensorEvent.Rejected;
import app.downshift.sensor.Told;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Frames of a Polar WearLink+: {@code FE length (FF−length) number status rate RR…}, one to five
 * intervals in ms, high byte first. There is no checksum; length, its complement and a number from
 * 0 to 15 are all that is sure.
 */
final class WearLinkRecords implements Records {
  static final int START = 0xFE;

  private static final int HEAD = 6;
  private static final int MOST_INTERVALS = 5;
  private static final int MOST_NUMBER = 15;
  private static final byte[] NOTHING = {};

  private final Told told;
  private byte[] last = NOTHING;

  WearLinkRecords() {
    this(new Told());
  }

  private WearLinkRecords(Told told) {
    this.told = told;
  }

  @Override
  public WearLinkRecords copy() {
    WearLinkRecords same = new WearLinkRecords(told.copy());
    same.last = last;
    return same;
  }

  @Override
  public int take(byte[] bytes, int from, int to, boolean inStep, List<SensorEvent> events) {
    int there = to - from;
    if ((bytes[from] & 0xFF) != START) {
      return -1;
    }
    if (there < 2) {
      return 0;
    }
    int length = bytes[from + 1] & 0xFF;
    boolean fits = length % 2 == 0 && length > HEAD && length <= HEAD + 2 * MOST_INTERVALS;
    if (!fits || (there > 2 && (bytes[from + 2] & 0xFF) != 0xFF - length)) {
      return -1;
    }
    if (there > 3 && (bytes[from + 3] & 0xFF) > MOST_NUMBER) {
      return -1; // a byte was lost: the next frame begins inside
    }
    if (there < length) {
      return 0;
    }
    read(Arrays.copyOfRange(bytes, from, from + length), events);
    return length;
  }

  private void read(byte[] frame, List<SensorEvent> events) {
    int ahead = last.length == 0 ? 1 : frame[3] - last[3] & MOST_NUMBER;
    if (ahead == 0 && Arrays.equals(frame, last)) {
      events.add(new Rejected("duplicate", RecordDecoder.quote(frame, 0, frame.length)));
      return;
    }
    if (ahead != 1) {
      events.add(new Gap(0, GapReason.LOST_LINES, 0)); // the same number again: sixteen were lost
    }
    last = frame;
    told.info("wearlink", Map.of(), events);
    told.battery((frame[4] >> 4 & 0xF) * 100 / 15, events);
    int bpm = frame[5] & 0xFF;
    told.contact(bpm > 0, events);
    told.rate(bpm, events);
    for (int at = HEAD; at < frame.length; at += 2) {
      int rrMillis = (frame[at] & 0xFF) << 8 | (frame[at + 1] & 0xFF);
      int followedBy = (frame.length - at) / 2 - 1;
      events.add(
          Beat.possible(rrMillis)
              ? new Beat(0, rrMillis, 0, followedBy, Optional.empty(), false)
              : new Rejected(Rejected.IMPOSSIBLE, rrMillis + " ms"));
    }
  }

  /** A whole frame as the belt sends it. */
  static byte[] frame(int number, int status, int bpm, int... rrMillis) {
    int length = HEAD + 2 * rrMillis.length;
    byte[] frame = new byte[length];
    frame[0] = (byte) START;
    frame[1] = (byte) length;
    frame[2] = (byte) (0xFF - length);
    frame[3] = (byte) (number & MOST_NUMBER);
    frame[4] = (byte) status;
    frame[5] = (byte) bpm;
    for (int i = 0; i < rrMillis.length; i++) {
      frame[HEAD + 2 * i] = (byte) (rrMillis[i] >> 8);
      frame[HEAD + 2 * i + 1] = (byte) rrMillis[i];
    }
    return frame;
  }
}
