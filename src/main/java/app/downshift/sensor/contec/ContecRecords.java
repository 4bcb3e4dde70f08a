package app.downshift.sensor.contec;

import app.downshift.sensor.PulseFlags;
import app.downshift.sensor.Records;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorEvent.Beat;
import app.downshift.sensor.SensorEvent.Gap;
import app.downshift.sensor.SensorEvent.GapReason;
import app.downshift.sensor.SensorEvent.Waveform;
import app.downshift.sensor.Told;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Frames of Contec CMS50 oximeters, old (five bytes; protocol V5.0A) and new (nine bytes; V7.0), 60
 * a second. There is no checksum: in an old frame only the first byte has bit 7, in a new one all
 * but the first, and that is all that holds them together.
 *
 * <p>A beat is the onset of the beep flag; the device averages before it beeps. A frame that is
 * lost whole leaves no trace.
 */
final class ContecRecords implements Records {
  static final int FRAMES_PER_SECOND = 60;
  static final int OLD_LENGTH = 5;
  static final int NEW_LENGTH = 9;
  static final int REAL_TIME = 0x01;
  static final int STOPPED = 0x0C;
  static final int DISCONNECTING = 0x0D;
  static final String NOTICE = "notice";
  static final String STOPPED_NOTICE = "stopped";
  static final String DISCONNECTING_NOTICE = "disconnecting";

  private static final int LAST_TYPE = 0x15;
  private static final int NO_RATE = 0xFF;
  private static final int NO_SPO2 = 0x7F;

  private final Told told;
  private final PulseFlags pulse;
  private Kind kind = Kind.UNKNOWN;
  private int lastSpo2;

  /** Which generation is heard. */
  private enum Kind {
    UNKNOWN,
    OLD,
    NEW
  }

  ContecRecords() {
    this(new Told(), new PulseFlags(FRAMES_PER_SECOND));
  }

  private ContecRecords(Told told, PulseFlags pulse) {
    this.told = told;
    this.pulse = pulse;
  }

  @Override
  public ContecRecords copy() {
    ContecRecords same = new ContecRecords(told.copy(), pulse.copy());
    same.kind = kind;
    same.lastSpo2 = lastSpo2;
    return same;
  }

  @Override
  public int take(byte[] bytes, int from, int to, boolean inStep, List<SensorEvent> events) {
    if (bytes[from] < 0) {
      return old(bytes, from, to, inStep, events);
    }
    int type = bytes[from];
    if (type == REAL_TIME) {
      return realTime(bytes, from, to, inStep, events);
    }
    return kind == Kind.OLD || !inStep || type > LAST_TYPE
        ? -1
        : notice(type, bytes, from, to, events);
  }

  private int old(byte[] bytes, int from, int to, boolean inStep, List<SensorEvent> events) {
    int needed = inStep ? OLD_LENGTH : OLD_LENGTH + 1;
    for (int i = 1; i < needed; i++) {
      if (from + i == to) {
        return 0;
      }
      if (bytes[from + i] < 0 != (i == OLD_LENGTH)) {
        return -1;
      }
    }
    begin(Kind.OLD, inStep, events);
    int first = bytes[from];
    int third = bytes[from + 2];
    boolean probeError = (third & 0x10) != 0;
    int bpm = (third & 0x40) << 1 | bytes[from + 3];
    int spo2 = bytes[from + 4];
    frame("old", bytes[from + 1], (first & 0x40) != 0, probeError, bpm, spo2, events);
    return OLD_LENGTH;
  }

  private int realTime(byte[] bytes, int from, int to, boolean inStep, List<SensorEvent> events) {
    int needed = inStep ? NEW_LENGTH : NEW_LENGTH + 1;
    for (int i = 1; i < needed; i++) {
      if (from + i == to) {
        return 0;
      }
      if (bytes[from + i] >= 0 != (i == NEW_LENGTH)) {
        return -1;
      }
    }
    begin(Kind.NEW, inStep, events);
    int first = value(bytes, from, 0);
    int bpm = value(bytes, from, 3);
    int spo2 = value(bytes, from, 4);
    frame(
        "new",
        value(bytes, from, 1) & 0x7F,
        (first & 0x40) != 0,
        (first & 0x80) != 0,
        bpm == NO_RATE ? 0 : bpm,
        spo2,
        events);
    return NEW_LENGTH;
  }

  /** Data byte {@code i} of a new frame; its bit 7 stands in the frame's second byte. */
  private static int value(byte[] bytes, int from, int i) {
    return (bytes[from + 2 + i] & 0x7F) | (bytes[from + 1] >> i & 1) << 7;
  }

  /** Anything else a new device says: a type below 80 and bytes above. */
  private int notice(int type, byte[] bytes, int from, int to, List<SensorEvent> events) {
    int most = type == STOPPED ? 2 : type == DISCONNECTING ? 3 : NEW_LENGTH;
    int length = 1;
    while (length < most && from + length < to && bytes[from + length] < 0) {
      length++;
    }
    if (length < most && from + length == to) {
      return 0;
    }
    if (length == 1) {
      return -1;
    }
    if (type == STOPPED) {
      tell(STOPPED_NOTICE, events);
    } else if (type == DISCONNECTING) {
      tell(DISCONNECTING_NOTICE, events);
    }
    return length;
  }

  private void tell(String notice, List<SensorEvent> events) {
    told.info("new", Map.of(NOTICE, notice), events);
    pulse.broken();
  }

  private void begin(Kind now, boolean inStep, List<SensorEvent> events) {
    if (!inStep && kind != Kind.UNKNOWN) {
      events.add(new Gap(0, GapReason.LOST_LINES, 0));
      pulse.broken();
    }
    kind = now;
  }

  private void frame(
      String mode,
      int pleth,
      boolean beep,
      boolean probeError,
      int bpm,
      int spo2,
      List<SensorEvent> events) {
    if (spo2 != lastSpo2) {
      lastSpo2 = spo2;
      told.info(mode, fields(spo2), events);
    } else {
      told.info(mode, Map.of(), events);
    }
    events.add(new Waveform(0, "ppg", FRAMES_PER_SECOND, new int[] {pleth}));
    told.contact(!probeError, events);
    told.rate(probeError ? 0 : bpm, events);
    double rrMillis = pulse.frame(beep);
    if (probeError) {
      pulse.broken();
    } else if (!Double.isNaN(rrMillis)) {
      events.add(new Beat(0, rrMillis, 0, 0, Optional.empty(), false));
    }
  }

  private static Map<String, String> fields(int spo2) {
    Map<String, String> fields = new TreeMap<>();
    if (spo2 != 0 && spo2 != NO_SPO2) {
      fields.put("spo2", Integer.toString(spo2));
    }
    return fields;
  }

  /** A whole new frame of these seven data bytes, as the device sends it. */
  static byte[] realTimeFrame(int... data) {
    byte[] frame = new byte[data.length + 2];
    frame[0] = REAL_TIME;
    int high = 0x80;
    for (int i = 0; i < data.length; i++) {
      high |= (data[i] >> 7 & 1) << i;
      frame[2 + i] = (byte) (data[i] | 0x80);
    }
    frame[1] = (byte) high;
    return frame;
  }
}
