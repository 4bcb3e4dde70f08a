package app.downshift.sensor.zephyr;

import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorEvent.Beat;
import app.downshift.sensor.SensorEvent.DeviceTime;
import app.downshift.sensor.SensorEvent.DeviceTime.Moment;
import app.downshift.sensor.SensorEvent.Gap;
import app.downshift.sensor.SensorEvent.GapReason;
import app.downshift.sensor.SensorEvent.Rejected;
import app.downshift.sensor.Told;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one packet of an HxM belt, once a second: a beat counter and the times of the last fifteen
 * beats, newest first. Thirteen packets may be lost at rest without losing a beat (HxM Bluetooth
 * API Guide 9700.0031).
 */
final class HxmPacket {
  static final int ID = 0x26;
  static final int LENGTH = 55;
  static final int STAMPS = 15;

  private static final int BATTERY = 8;
  private static final int RATE = 9;
  private static final int COUNTER = 10;
  private static final int TIMES = 11;
  private static final int UNKNOWN = -1;

  private final Told told;
  private int counter = UNKNOWN;
  private int newest;
  private long millis;
  private boolean afresh;
  private byte[] versions = {};

  HxmPacket() {
    this(new Told());
  }

  private HxmPacket(Told told) {
    this.told = told;
  }

  HxmPacket copy() {
    HxmPacket same = new HxmPacket(told.copy());
    same.counter = counter;
    same.newest = newest;
    same.millis = millis;
    same.afresh = afresh;
    same.versions = versions;
    return same;
  }

  void read(byte[] bytes, int at, List<SensorEvent> events) {
    if (!Arrays.equals(versions, 0, versions.length, bytes, at, at + BATTERY)) {
      versions = Arrays.copyOfRange(bytes, at, at + BATTERY);
      told.info(
          "hxm",
          Map.of("firmware", version(bytes, at), "hardware", version(bytes, at + 4)),
          events);
    }
    told.battery(Math.min(100, bytes[at + BATTERY] & 0xFF), events);
    int bpm = bytes[at + RATE] & 0xFF;
    told.contact(bpm > 0, events);
    told.rate(bpm, events);
    int now = bytes[at + COUNTER] & 0xFF;
    int stamp = ZephyrRecords.word(bytes, at + TIMES);
    if (bpm == 0) {
      counter = UNKNOWN; // what it counts without contact are no beats
      afresh = true;
      return;
    }
    int beats = now - counter & 0xFF;
    if (counter == UNKNOWN) {
      millis += stamp - newest & 0xFFFF;
    } else if (beats >= STAMPS) {
      events.add(new Gap(0, GapReason.LOST_BEATS, beats));
      millis += stamp - newest & 0xFFFF;
    } else if (ZephyrRecords.word(bytes, at + TIMES + 2 * beats) != newest) {
      events.add(new Gap(0, GapReason.RESTART, 0)); // the times do not go on from those before
      millis += stamp - newest & 0xFFFF;
    } else {
      for (int k = beats - 1; k >= 0; k--) {
        beat(ZephyrRecords.word(bytes, at + TIMES + 2 * k), k, events);
        afresh = false;
      }
    }
    counter = now;
    newest = stamp;
  }

  private void beat(int stamp, int followedBy, List<SensorEvent> events) {
    int rrMillis = stamp - newest & 0xFFFF;
    newest = stamp;
    millis += rrMillis;
    if (afresh) {
      return; // it may reach back to before contact was lost
    }
    events.add(
        Beat.possible(rrMillis)
            ? new Beat(
                0, rrMillis, 0, followedBy, Optional.of(new DeviceTime(millis, Moment.BEAT)), false)
            : new Rejected(Rejected.IMPOSSIBLE, rrMillis + " ms"));
  }

  /** A number and two letters: {@code 26/1f}. */
  private static String version(byte[] bytes, int at) {
    String letters = new String(bytes, at + 2, 2, StandardCharsets.ISO_8859_1);
    return ZephyrRecords.word(bytes, at) + "/" + letters.replaceAll("[^\\x21-\\x7E]", "·");
  }
}
