package app.downshift.sensor.nonin;

import app.downshift.sensor.Records;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorEvent.Info;
import app.downshift.sensor.SensorEvent.Rejected;
import java.util.List;
import java.util.Map;

/**
 * Nonin's serial formats 2, 7, 8 and 13 (Onyx II 9560 OEM specification), told apart by their
 * bytes. What a frame of format 2 or 7 says is read by {@link NoninStream}.
 *
 * <p>At the start of a capture the first good frame is believed; after anything else it takes two
 * in a row, because a checksum of one byte holds by chance once in 256.
 */
final class NoninRecords implements Records {
  static final int ACKNOWLEDGED = 0x06;
  static final int REFUSED = 0x15;

  static final int LENGTH_WAVES = 5;
  static final int LENGTH_RATES = 4;
  private static final int HEAD_13 = 6;
  private static final int DATA_13 = 14;
  private static final int LENGTH_13 = HEAD_13 + DATA_13 + 2;

  /** Format 8 has no checksum, so that a value nobody has helps to tell it from format 7. */
  private static final int LEAST_SPO2 = 35;

  private static final int MISSING_SPO2 = 127;

  private final NoninStream stream;
  private Format format;

  /** What is being sent. */
  enum Format {
    UNKNOWN(""),
    DF2("df2"),
    DF7("df7"),
    DF8("df8"),
    DF13("df13");

    final String mode;

    Format(String mode) {
      this.mode = mode;
    }
  }

  NoninRecords() {
    this(Format.UNKNOWN);
  }

  /** Records of a stream whose format is known already. */
  NoninRecords(Format format) {
    this(new NoninStream(), format);
  }

  private NoninRecords(NoninStream stream, Format format) {
    this.stream = stream;
    this.format = format;
  }

  @Override
  public NoninRecords copy() {
    return new NoninRecords(stream.copy(), format);
  }

  @Override
  public int take(byte[] bytes, int from, int to, boolean inStep, List<SensorEvent> events) {
    int first = bytes[from] & 0xFF;
    if (first == 0) {
      return spotCheck(bytes, from, to, events);
    }
    boolean streaming = format == Format.DF2 || format == Format.DF7;
    if (inStep && !streaming && (first == ACKNOWLEDGED || first == REFUSED)) {
      if (first == REFUSED) {
        events.add(new Rejected("refused", "the format that was asked for"));
      }
      return 1;
    }
    if (first == 1) {
      return frame(Format.DF2, bytes, from, to, inStep, events);
    }
    if (first < 0x80) {
      return -1;
    }
    if (format != Format.DF7 || !inStep) {
      int taken = rates(bytes, from, to, inStep, events);
      if (taken >= 0) {
        return taken;
      }
    }
    return frame(Format.DF7, bytes, from, to, inStep, events);
  }

  /** Formats 2 and 7: five bytes, 75 times a second. */
  private int frame(
      Format kind, byte[] bytes, int from, int to, boolean inStep, List<SensorEvent> events) {
    boolean sure = inStep && (format == kind || format == Format.UNKNOWN);
    if (to - from < LENGTH_WAVES) {
      return 0;
    }
    if (!isFrame(kind, bytes, from)) {
      return -1;
    }
    if (!sure) {
      if (to - from < 2 * LENGTH_WAVES) {
        return 0;
      }
      if (!isFrame(kind, bytes, from + LENGTH_WAVES)) {
        return -1;
      }
    }
    if (!inStep) {
      stream.broken(events);
    }
    format = kind;
    int status = bytes[from + (kind == Format.DF2 ? 1 : 0)] & 0xFF;
    int pleth =
        kind == Format.DF2
            ? bytes[from + 2] & 0xFF
            : (bytes[from + 1] & 0xFF) << 8 | (bytes[from + 2] & 0xFF);
    stream.frame(kind, status, pleth, bytes[from + 3] & 0xFF, events);
    return LENGTH_WAVES;
  }

  static boolean isFrame(Format kind, byte[] bytes, int at) {
    boolean marked = kind == Format.DF2 ? bytes[at] == 1 && bytes[at + 1] < 0 : bytes[at] < 0;
    return marked
        && (byte) (bytes[at] + bytes[at + 1] + bytes[at + 2] + bytes[at + 3]) == bytes[at + 4];
  }

  /** Format 8: four bytes, once a second; −1 when it is something else. */
  private int rates(byte[] bytes, int from, int to, boolean inStep, List<SensorEvent> events) {
    boolean sure = inStep && (format == Format.DF8 || format == Format.UNKNOWN);
    int needed = sure ? LENGTH_RATES : 2 * LENGTH_RATES;
    for (int i = 0; i < needed; i++) {
      if (from + i == to) {
        return 0;
      }
      if (!fitsRates(i % LENGTH_RATES, bytes[from + i] & 0xFF)) {
        return -1;
      }
    }
    format = Format.DF8;
    stream.rates(bytes, from, events);
    return LENGTH_RATES;
  }

  /** Whether a byte can stand at this place: marker bits, reserved bits, a possible saturation. */
  private static boolean fitsRates(int place, int value) {
    return switch (place) {
      case 0 -> (value & 0xC0) == 0x80;
      case 1 -> value < 0x80;
      case 2 -> value == MISSING_SPO2 || (value >= LEAST_SPO2 && value <= 100);
      default -> (value & 0xD6) == 0;
    };
  }

  /** Format 13, a single measurement: {@code 00 02 00 0D length data checksum 03}. */
  private int spotCheck(byte[] bytes, int from, int to, List<SensorEvent> events) {
    int[] head = {0x00, 0x02, 0x00, 0x0D, 0x00, DATA_13};
    for (int i = 0; i < HEAD_13; i++) {
      if (from + i == to) {
        return 0;
      }
      if (bytes[from + i] != head[i]) {
        return -1;
      }
    }
    if (to - from < LENGTH_13) {
      return 0;
    }
    int at = from + HEAD_13;
    byte sum = 0;
    for (int i = 0; i < DATA_13; i++) {
      sum += bytes[at + i];
    }
    if (bytes[at + DATA_13] != sum || bytes[at + DATA_13 + 1] != 0x03) {
      return -1;
    }
    format = Format.DF13;
    int bpm = (bytes[at + 10] & 0xFF) << 8 | (bytes[at + 11] & 0xFF);
    events.add(
        new Info(
            0,
            Map.of(
                "mode",
                Format.DF13.mode,
                "time",
                String.format(
                    "%02X%02X-%02X-%02X %02X:%02X:%02X",
                    bytes[at],
                    bytes[at + 1],
                    bytes[at + 2],
                    bytes[at + 3],
                    bytes[at + 4],
                    bytes[at + 5],
                    bytes[at + 6]),
                "spo2",
                Integer.toString(bytes[at + 13] & 0xFF))));
    if (bpm < NoninStream.MISSING_RATE) {
      events.add(new SensorEvent.Rate(0, bpm));
    }
    return LENGTH_13;
  }
}
