package app.downshift.sensor.heartrate;

import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorEvent.Beat;
import app.downshift.sensor.SensorEvent.Rejected;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Reads the values of Heart Rate Measurement (0x2A37) of one strap; a value that remembers whether
 * skin contact was told (Bluetooth Heart Rate Service 1.0, section 3.1).
 *
 * <p>Intervals are in 1/1024 s, oldest first, and kept as they come: also those that no heart has.
 * After a radio gap a strap sends what it kept in one burst of values; each is read as any other.
 * The values carry neither number nor time, so that a lost one shows only as intervals that fall
 * behind the clock, which the session watches.
 *
 * @param contact skin contact as last told, or nothing while a strap does not tell
 */
public record HeartRateCharacteristic(Optional<Boolean> contact) {
  /** The characteristic's number. */
  public static final int UUID = 0x2A37;

  /** The service it is part of. */
  public static final int SERVICE = 0x180D;

  /** Intervals are counted in this part of a second. */
  public static final int TICKS_PER_SECOND = 1024;

  /** A strap that has said nothing yet. */
  public static final HeartRateCharacteristic UNHEARD =
      new HeartRateCharacteristic(Optional.empty());

  private static final int WIDE_RATE = 1;
  private static final int IN_CONTACT = 2;
  private static final int TELLS_CONTACT = 4;
  private static final int HAS_ENERGY = 8;
  private static final int HAS_INTERVALS = 16;

  /**
   * Reads the value in {@code bytes[from..to)} and adds what it says to {@code events}: contact if
   * it changed, the rate unless there is no contact or none, and every interval. Too short values
   * are rejected with {@code short}, what is left over behind the last interval with {@code
   * trailing}.
   */
  public HeartRateCharacteristic read(
      byte[] bytes, int from, int to, int source, List<SensorEvent> events) {
    int flags = from < to ? bytes[from] : 0;
    int at = from + 1 + ((flags & WIDE_RATE) != 0 ? 2 : 1);
    int intervals = at + ((flags & HAS_ENERGY) != 0 ? 2 : 0);
    if (from >= to || intervals > to) {
      events.add(new Rejected("short", hex(bytes, from, to)));
      return this;
    }
    Optional<Boolean> told =
        (flags & TELLS_CONTACT) == 0 ? Optional.empty() : Optional.of((flags & IN_CONTACT) != 0);
    if (told.isPresent() && !told.equals(contact)) {
      events.add(new SensorEvent.Contact(source, told.get()));
    }
    int bpm = (flags & WIDE_RATE) != 0 ? word(bytes, from + 1) : bytes[from + 1] & 0xFF;
    if (bpm > 0 && told.orElse(true)) { // without contact a strap repeats its last rate
      events.add(new SensorEvent.Rate(source, bpm));
    }
    int end = (flags & HAS_INTERVALS) != 0 ? to - (to - intervals) % 2 : intervals;
    for (at = intervals; at < end; at += 2) {
      interval(word(bytes, at), (end - at) / 2 - 1, source, events);
    }
    if (end < to) {
      events.add(new Rejected("trailing", hex(bytes, end, to)));
    }
    return told.isPresent() ? new HeartRateCharacteristic(told) : this;
  }

  private static void interval(int ticks, int followedBy, int source, List<SensorEvent> events) {
    double rrMillis = ticks * 1000.0 / TICKS_PER_SECOND;
    if (Beat.possible(rrMillis)) {
      events.add(new Beat(source, rrMillis, ticks, followedBy, Optional.empty(), false));
    } else {
      events.add(new Rejected(Rejected.IMPOSSIBLE, ticks + " ticks of 1/1024 s"));
    }
  }

  private static int word(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
  }

  private static String hex(byte[] bytes, int from, int to) {
    return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes, from, to);
  }
}
