package app.downshift.sensor.cyton;

import app.downshift.sensor.RecordDecoder;
import app.downshift.sensor.Records;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorEvent.Gap;
import app.downshift.sensor.SensorEvent.GapReason;
import app.downshift.sensor.SensorEvent.Rejected;
import app.downshift.sensor.SensorEvent.Waveform;
import app.downshift.sensor.Told;
import java.util.List;
import java.util.Map;

/**
 * Packets of an OpenBCI Cyton: {@code A0 number}, eight channels of 24 bits and three of 16, high
 * bytes first, {@code C0} to {@code C6}; 250 a second. {@code A0} is common in data: a packet is
 * believed when its footer is right and, unless it follows one, when the next header follows too.
 *
 * <p>Channel 1 is taken for the ECG; the other seven are not told. What a sketch puts into the
 * three auxiliary numbers (footer {@code C1}) is told as it is.
 */
final class CytonRecords implements Records {
  static final int HEADER = 0xA0;
  static final int FOOTER = 0xC0;
  static final int AUXILIARY = 0xC1;
  static final int LENGTH = 33;
  static final String MODE = "cyton";
  static final int HERTZ = 250;
  static final String NOTICE = "notice";
  static final String READY = "ready";

  private static final int LAST_FOOTER = 0xC6;
  private static final int READY_MARKS = 3;
  private static final int UNKNOWN = -1;

  private final Told told;
  private int number = UNKNOWN;

  CytonRecords() {
    this(new Told());
  }

  private CytonRecords(Told told) {
    this.told = told;
  }

  @Override
  public CytonRecords copy() {
    CytonRecords same = new CytonRecords(told.copy());
    same.number = number;
    return same;
  }

  @Override
  public int take(byte[] bytes, int from, int to, boolean inStep, List<SensorEvent> events) {
    int first = bytes[from] & 0xFF;
    if (first == '$') {
      return ready(bytes, from, to, events);
    }
    if (first != HEADER) {
      return -1;
    }
    if (to - from < LENGTH) {
      return 0;
    }
    int footer = bytes[from + LENGTH - 1] & 0xFF;
    if (footer < FOOTER || footer > LAST_FOOTER) {
      return -1;
    }
    if (!inStep) {
      if (to - from == LENGTH) {
        return 0;
      }
      if ((bytes[from + LENGTH] & 0xFF) != HEADER) {
        return -1;
      }
    }
    read(bytes, from, footer, inStep, events);
    return LENGTH;
  }

  /** The end of the text with which a board answers to its reset. */
  private int ready(byte[] bytes, int from, int to, List<SensorEvent> events) {
    for (int i = 1; i < READY_MARKS; i++) {
      if (from + i == to) {
        return 0;
      }
      if (bytes[from + i] != '$') {
        return -1;
      }
    }
    if (number != UNKNOWN) {
      events.add(new Gap(0, GapReason.RESTART, 0));
      number = UNKNOWN;
    }
    told.info(MODE, Map.of(NOTICE, READY), events);
    return READY_MARKS;
  }

  private void read(byte[] bytes, int from, int footer, boolean inStep, List<SensorEvent> events) {
    int now = bytes[from + 1] & 0xFF;
    if (now == number && inStep) {
      events.add(new Rejected("duplicate", RecordDecoder.quote(bytes, from, from + LENGTH)));
      return;
    }
    told.info(MODE, Map.of(), events);
    if (number != UNKNOWN && (!inStep || (now - number & 0xFF) != 1)) {
      events.add(new Gap(0, GapReason.LOST_LINES, 0));
    }
    number = now;
    wave("ecg", channel(bytes, from, 0), events);
    if (footer == AUXILIARY) {
      for (int i = 0; i < 3; i++) {
        int at = from + 26 + 2 * i;
        wave("aux" + (i + 1), (short) (bytes[at] << 8 | (bytes[at + 1] & 0xFF)), events);
      }
    }
  }

  /** Channel {@code i} from 0, signed, in steps of 0.02235 µV at the usual gain of 24. */
  static int channel(byte[] bytes, int from, int i) {
    int at = from + 2 + 3 * i;
    return bytes[at] << 16 | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF);
  }

  private static void wave(String channel, int value, List<SensorEvent> events) {
    events.add(new Waveform(0, channel, HERTZ, new int[] {value}));
  }

  /** A whole packet as the board sends it, all other channels and the accelerometer at rest. */
  static byte[] packet(int number, int value) {
    byte[] packet = new byte[LENGTH];
    packet[0] = (byte) HEADER;
    packet[1] = (byte) number;
    packet[2] = (byte) (value >> 16);
    packet[3] = (byte) (value >> 8);
    packet[4] = (byte) value;
    packet[LENGTH - 1] = (byte) FOOTER;
    return packet;
  }
}
