package app.downshift.sensor.zephyr;

import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorEvent.Beat;
import app.downshift.sensor.SensorEvent.DeviceTime;
import app.downshift.sensor.SensorEvent.DeviceTime.Moment;
import app.downshift.sensor.SensorEvent.Gap;
import app.downshift.sensor.SensorEvent.GapReason;
import app.downshift.sensor.SensorEvent.Rejected;
import app.downshift.sensor.SensorEvent.Waveform;
import app.downshift.sensor.Told;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Packets of a BioHarness. Its RR packet repeats the last interval eighteen times a second; the
 * sign turns with every new beat, so that equal intervals are told apart. Packets are numbered.
 */
final class BioHarnessPackets {
  static final int ECG = 0x22;
  static final int RR = 0x24;
  static final int SUMMARY = 0x2B;
  static final int RR_LENGTH = 45;
  static final int RR_SAMPLES = 18;
  static final int RR_STEP_MILLIS = 56;
  static final int STAMP = 9; // number, year, month, day, ms of the day

  static final int ECG_LENGTH = 88;
  static final int SUMMARY_LENGTH = 71;
  private static final int ECG_SAMPLES = 63;
  private static final int ECG_BITS = 10;
  private static final int ECG_ZERO = 512;
  private static final double ECG_HERTZ = 250;
  private static final int SUMMARY_RATE = 10;
  private static final int DAY_MILLIS = 86_400_000;
  private static final int UNKNOWN = -1;

  private final Told told;
  private int sequence = UNKNOWN;
  private int sign;
  private long lastOfDay;
  private long days;

  BioHarnessPackets() {
    this(new Told());
  }

  private BioHarnessPackets(Told told) {
    this.told = told;
  }

  BioHarnessPackets copy() {
    BioHarnessPackets same = new BioHarnessPackets(told.copy());
    same.sequence = sequence;
    same.sign = sign;
    same.lastOfDay = lastOfDay;
    same.days = days;
    return same;
  }

  void read(int id, byte[] bytes, int at, int length, List<SensorEvent> events) {
    if (id == RR && length == RR_LENGTH) {
      told.info("bioharness", Map.of(), events);
      intervals(bytes, at, events);
    } else if (id == ECG && length == ECG_LENGTH) {
      events.add(new Waveform(0, "ecg", ECG_HERTZ, ecg(bytes, at + STAMP)));
    } else if (id == SUMMARY && length == SUMMARY_LENGTH) {
      int bpm = ZephyrRecords.word(bytes, at + SUMMARY_RATE);
      told.rate(bpm == 0xFFFF ? 0 : bpm, events);
    }
  }

  private void intervals(byte[] bytes, int at, List<SensorEvent> events) {
    int number = bytes[at] & 0xFF;
    if (number == sequence) {
      events.add(new Rejected("duplicate", "packet " + number));
      return;
    }
    if (sequence != UNKNOWN && (number - sequence & 0xFF) != 1) {
      events.add(new Gap(0, GapReason.LOST_LINES, 0));
      sign = 0;
    }
    sequence = number;
    long millis = clock(bytes, at + 5);
    for (int i = 0; i < RR_SAMPLES; i++) {
      int value = (short) ZephyrRecords.word(bytes, at + STAMP + 2 * i);
      int now = Integer.signum(value);
      if (now != 0 && sign != 0 && now != sign) {
        beat(Math.abs(value), millis + (long) i * RR_STEP_MILLIS, events);
      }
      sign = now == 0 ? sign : now;
    }
  }

  private void beat(int rrMillis, long seenMillis, List<SensorEvent> events) {
    // The sign turns up to 56 ms after the device has found the beat: no instant of the beat.
    events.add(
        Beat.possible(rrMillis)
            ? new Beat(
                0, rrMillis, 0, 0, Optional.of(new DeviceTime(seenMillis, Moment.ARRIVAL)), false)
            : new Rejected(Rejected.IMPOSSIBLE, rrMillis + " ms"));
  }

  /** The time of the day, going on over midnight. */
  private long clock(byte[] bytes, int at) {
    long ofDay = ZephyrRecords.word(bytes, at) | (long) ZephyrRecords.word(bytes, at + 2) << 16;
    if (ofDay < lastOfDay - DAY_MILLIS / 2) {
      days++;
    }
    lastOfDay = ofDay;
    return days * DAY_MILLIS + ofDay;
  }

  /** Samples of ten bits each, low bits first. */
  static int[] ecg(byte[] bytes, int at) {
    int[] values = new int[ECG_SAMPLES];
    for (int i = 0; i < ECG_SAMPLES; i++) {
      int bit = i * ECG_BITS;
      int two = ZephyrRecords.word(bytes, at + bit / 8);
      values[i] = (two >> bit % 8 & (1 << ECG_BITS) - 1) - ECG_ZERO;
    }
    return values;
  }
}
