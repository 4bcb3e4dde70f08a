package app.downshift.sensor.heartrate;

import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorEvent.Info;
import app.downshift.sensor.SensorEvent.Rejected;
import app.downshift.sensor.SensorEvent.Waveform;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads the values of Polar's measurement service (PMD): data frames and answers of the control
 * point. A value that remembers when the last ECG frame ended, because frames carry no number
 * (Polar BLE SDK, online measurement, August 2024).
 *
 * @param lastNanos the device's time of the last ECG sample, in ns since 2000, or 0
 */
public record PolarMeasurement(long lastNanos) {
  /** Characteristic that sends data frames. */
  public static final String DATA_UUID = "fb005c82-02e7-f387-1cad-8acd2d8df0c8";

  /** Nominal rate of the ECG in Hz. */
  public static final double ECG_HZ = 130;

  /** Nothing heard yet. */
  public static final PolarMeasurement UNHEARD = new PolarMeasurement(0);

  private static final int HEADER = 10;
  private static final int ECG = 0;
  private static final int ACCELERATION = 2;
  private static final int COMPRESSED = 0x80;
  private static final int ACCELERATION_BITS = 16;
  private static final double TOLERANCE = 0.1;
  private static final double SAMPLE_NANOS = 1e9 / ECG_HZ;
  private static final int ANSWER = 0xF0;

  /**
   * Reads the data frame in {@code bytes[from..to)}. An ECG frame is a waveform {@code ecg} in µV;
   * a repeated frame is rejected, and samples missing before a frame are told as {@code
   * lost_samples}. A compressed acceleration frame is three waveforms {@code acc-x}, {@code acc-y}
   * and {@code acc-z} in counts of the device.
   */
  public PolarMeasurement frame(
      byte[] bytes, int from, int to, int source, List<SensorEvent> events) {
    int body = from + HEADER;
    int form = to < body ? -1 : bytes[from + 9] & 0xFF;
    int kind = to < body ? -1 : bytes[from] & 0xFF;
    if (kind == ECG && form == 0 && to > body && (to - body) % 3 == 0) {
      return ecg(bytes, body, to, nanos(bytes, from + 1), source, events);
    }
    if (kind == ACCELERATION && (form & COMPRESSED) != 0) {
      acceleration(bytes, body, to, source, events);
    } else {
      events.add(new Rejected("frame", "kind " + kind + ", form " + form + ", " + (to - from)));
    }
    return this;
  }

  private PolarMeasurement ecg(
      byte[] bytes, int body, int to, long endNanos, int source, List<SensorEvent> events) {
    int n = (to - body) / 3;
    if (lastNanos != 0) {
      double passed = (endNanos - lastNanos) / SAMPLE_NANOS;
      if (passed == 0) {
        events.add(new Rejected("duplicate", "ECG frame of " + n + " samples"));
        return this;
      }
      if (passed > n * (1 + TOLERANCE)) {
        long lost = Math.round(passed - n);
        events.add(new Info(source, Map.of("lost_samples", Long.toString(lost))));
      }
    }
    int[] microvolts = new int[n];
    for (int i = 0; i < n; i++) {
      microvolts[i] = signed24(bytes, body + 3 * i);
    }
    events.add(new Waveform(source, "ecg", ECG_HZ, microvolts));
    return new PolarMeasurement(endNanos);
  }

  private static void acceleration(
      byte[] bytes, int body, int to, int source, List<SensorEvent> events) {
    int[][] axes = PolarDeltas.read(bytes, body, to, 3, ACCELERATION_BITS);
    if (axes[0].length == 0) {
      events.add(new Rejected("frame", "acceleration without a sample"));
      return;
    }
    for (int axis = 0; axis < axes.length; axis++) {
      events.add(new Waveform(source, "acc-" + "xyz".charAt(axis), 0, axes[axis]));
    }
  }

  /**
   * Reads the answer of the control point in {@code bytes[from..to)}: which command ({@code
   * command}, {@code type}) had which result ({@code error}), and what an ECG can be set to ({@code
   * sample_rate_hz}, {@code resolution_bits}).
   */
  public static void answer(byte[] bytes, int from, int to, int source, List<SensorEvent> events) {
    if (to - from < 4 || (bytes[from] & 0xFF) != ANSWER) {
      events.add(new Rejected("answer", to - from + " bytes"));
      return;
    }
    Map<String, String> told = new TreeMap<>();
    told.put("command", Integer.toString(bytes[from + 1] & 0xFF));
    told.put("type", Integer.toString(bytes[from + 2] & 0xFF));
    told.put("error", Integer.toString(bytes[from + 3] & 0xFF));
    if (bytes[from + 1] == 1) {
      settings(bytes, from + 5, to, told);
    }
    events.add(new Info(source, told));
  }

  /** Settings are a type, how many values, and the values, two bytes each. */
  private static void settings(byte[] bytes, int from, int to, Map<String, String> told) {
    int at = from;
    while (at + 4 <= to) {
      String value = Integer.toString((bytes[at + 2] & 0xFF) | (bytes[at + 3] & 0xFF) << 8);
      if (bytes[at] == 0) {
        told.put("sample_rate_hz", value);
      } else if (bytes[at] == 1) {
        told.put("resolution_bits", value);
      }
      at += 2 + 2 * (bytes[at + 1] & 0xFF);
    }
  }

  private static int signed24(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8 | bytes[at + 2] << 16;
  }

  private static long nanos(byte[] bytes, int at) {
    long value = 0;
    for (int i = 7; i >= 0; i--) {
      value = value << 8 | (bytes[at + i] & 0xFF);
    }
    return value;
  }
}
