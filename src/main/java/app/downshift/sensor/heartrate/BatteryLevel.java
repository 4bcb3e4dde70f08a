package app.downshift.sensor.heartrate;

import app.downshift.sensor.SensorEvent;
import java.util.List;

/** Reads the values of Battery Level (0x2A19): one byte, 0 to 100 percent. */
public final class BatteryLevel {
  /** The characteristic's number. */
  public static final int UUID = 0x2A19;

  /** The service it is part of. */
  public static final int SERVICE = 0x180F;

  private static final int FULL = 100;

  private BatteryLevel() {}

  /** Reads the value in {@code bytes[from..to)}; anything but a percentage is rejected. */
  public static void read(byte[] bytes, int from, int to, int source, List<SensorEvent> events) {
    int percent = to - from == 1 ? bytes[from] & 0xFF : FULL + 1;
    events.add(
        percent <= FULL
            ? new SensorEvent.Battery(source, percent)
            : new SensorEvent.Rejected("battery", to - from + " bytes"));
  }
}
