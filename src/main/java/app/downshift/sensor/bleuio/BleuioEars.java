package app.downshift.sensor.bleuio;

import app.downshift.sensor.LineFraming;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorEvent.Gap;
import app.downshift.sensor.SensorEvent.GapReason;
import app.downshift.sensor.SensorEvent.Info;
import app.downshift.sensor.SensorEvent.Reach;
import app.downshift.sensor.SensorEvent.Rejected;
import app.downshift.sensor.heartrate.BatteryLevel;
import app.downshift.sensor.heartrate.HeartRateCharacteristic;
import app.downshift.sensor.heartrate.PolarMeasurement;
import app.downshift.sensor.heartrate.Strap;
import app.downshift.sensor.heartrate.Straps;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Understands the stick's lines, whoever asked for them. Lives for one call: begins with what was
 * known, adds to its events, gives back what is known then.
 */
final class BleuioEars implements LineFraming.Sink {
  private static final Pattern VALUE_COMES =
      Pattern.compile(
          "handle_evt_gattc_(?:notification|indication|read_completed):"
              + ".*?handle=([0-9A-Fa-f]{4})(?:.*?length=(\\d{1,4}))?.*");
  private static final Pattern VALUE = Pattern.compile("Hex:\\s*0x([0-9A-Fa-f]*)\\s*");
  private static final Pattern VERBOSE_VALUE =
      Pattern.compile(
          ".*\"([0-9A-Fa-f]{4})\":\\s*\\{\"hex\":\\s*\"0x([0-9A-Fa-f]*)\",\\s*"
              + "\"len\":\\s*(\\d{1,4}).*");
  private static final Pattern HANDLE =
      Pattern.compile("([0-9A-Fa-f]{4})\\s+(?:----|value)\\s+(?:0x)?([0-9A-Fa-f-]+).*");
  private static final Pattern DEVICE =
      Pattern.compile(
          "\\[\\d+\\] Device: \\[([01])\\]([0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){5})\\s+RSSI:\\s*"
              + "(-?\\d{1,3})(?:\\s*\\((.{0,80})\\).*|.*)");

  /** A scan tells names and no services: these are of straps. */
  private static final List<String> STRAP_WORDS =
      List.of(
          "polar",
          "hrm",
          "heart",
          "tickr",
          "wahoo",
          "garmin",
          "coospo",
          "magene",
          "suunto",
          "movesense",
          "decathlon",
          "h808",
          "h64",
          "igpsport",
          "xoss",
          "moofit",
          "cycplus");

  /** What a line means for the conversation. */
  enum Word {
    /** The end of a command, as it should be. */
    OK,
    ERROR,
    SCAN_COMPLETE,
    CONNECTED,
    DISCONNECTED,
    BROWSED,
    WRITTEN,
    /** A value of the heart rate characteristic. */
    BEATS,
    /** A value that was asked for. */
    READ,
    /** Anything else. */
    NOTHING
  }

  /** Told the meaning of each line, in order. */
  interface Listener {
    void said(Word word);
  }

  /**
   * What is known of straps in reach and of the one that is connected.
   *
   * @param value handle of its heart rate measurement, 0 while unknown
   * @param level handle of its battery level, 0 while unknown
   * @param polar handle of its Polar data, 0 if it has none
   * @param coming handle whose value comes in the next lines, or −1
   * @param length how many bytes that value has, or −1
   * @param spoken whether it has sent beats
   */
  record Known(
      Straps straps,
      int value,
      int level,
      int polar,
      int coming,
      int length,
      HeartRateCharacteristic rate,
      PolarMeasurement measurement,
      boolean spoken) {
    static final Known NOTHING = unconnected(Straps.NONE);

    static Known unconnected(Straps straps) {
      return new Known(
          straps,
          0,
          0,
          0,
          -1,
          -1,
          HeartRateCharacteristic.UNHEARD,
          PolarMeasurement.UNHEARD,
          false);
    }

    Known with(Straps now) {
      return new Known(now, value, level, polar, coming, length, rate, measurement, spoken);
    }

    Known withHandles(int valueNow, int levelNow, int polarNow) {
      return new Known(
          straps, valueNow, levelNow, polarNow, coming, length, rate, measurement, spoken);
    }

    Known awaiting(int handle, int bytes) {
      return new Known(straps, value, level, polar, handle, bytes, rate, measurement, spoken);
    }

    Known said(HeartRateCharacteristic now, PolarMeasurement measured, boolean beats) {
      return new Known(straps, value, level, polar, coming, length, now, measured, beats);
    }
  }

  private final List<SensorEvent> events;
  private final Listener listener;
  Known known;

  BleuioEars(Known known, List<SensorEvent> events, Listener listener) {
    this.known = known;
    this.events = events;
    this.listener = listener;
  }

  @Override
  public void line(byte[] bytes, int from, int to) {
    String line = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1).strip();
    listener.said(word(line));
  }

  @Override
  public void overlong(byte[] bytes, int from, int to) {
    events.add(new Rejected("overlong", LineFraming.quote(bytes, from, to)));
  }

  private Word word(String line) {
    if (line.startsWith("handle_evt_")) {
      return event(line);
    }
    if (line.startsWith("Hex:")) {
      Matcher value = VALUE.matcher(line);
      return value.matches() ? value(known.coming(), known.length(), value.group(1)) : refuse(line);
    }
    if (line.startsWith("[")) {
      device(line);
      return Word.NOTHING;
    }
    if (line.startsWith("{")) {
      Matcher value = VERBOSE_VALUE.matcher(line);
      return value.matches()
          ? value(
              Integer.parseInt(value.group(1), 16),
              Integer.parseInt(value.group(3)),
              value.group(2))
          : Word.NOTHING;
    }
    return switch (line) {
      case "OK" -> Word.OK;
      case "ERROR" -> Word.ERROR;
      case "SCAN COMPLETE" -> Word.SCAN_COMPLETE;
      case "CONNECTED.", "CONNECTED" -> Word.CONNECTED;
      case "DISCONNECTED.", "DISCONNECTED" -> disconnected();
      default -> {
        handle(line);
        yield Word.NOTHING;
      }
    };
  }

  private Word event(String line) {
    Matcher comes = VALUE_COMES.matcher(line);
    if (comes.matches()) {
      int length = comes.group(2) == null ? -1 : Integer.parseInt(comes.group(2));
      known = known.awaiting(Integer.parseInt(comes.group(1), 16), length);
      return Word.NOTHING;
    }
    if (line.startsWith("handle_evt_gap_connected")) {
      return Word.CONNECTED;
    }
    if (line.startsWith("handle_evt_gap_disconnected")) {
      return disconnected();
    }
    if (line.startsWith("handle_evt_gattc_browse_completed")) {
      return Word.BROWSED;
    }
    return line.startsWith("handle_evt_gattc_write_completed") ? Word.WRITTEN : Word.NOTHING;
  }

  private Word disconnected() {
    if (known.spoken()) {
      events.add(new Gap(0, GapReason.LOST_BEATS, 0));
    }
    boolean was = known.value() > 0 || known.spoken();
    known = Known.unconnected(known.straps());
    if (was) {
      events.add(Info.of(0, Reach.LOST));
    }
    return Word.DISCONNECTED;
  }

  private Word value(int handle, int length, String digits) {
    known = known.awaiting(-1, -1);
    boolean whole = digits.length() % 2 == 0 && (length < 0 || 2 * length == digits.length());
    if (handle < 0) {
      return Word.NOTHING; // the value of something we did not hear announced
    }
    if (!whole) {
      events.add(new Rejected("length", digits.length() + " digits for " + length + " bytes"));
      return Word.NOTHING;
    }
    byte[] bytes = HexFormat.of().parseHex(digits);
    if (handle == known.level()) {
      BatteryLevel.read(bytes, 0, bytes.length, 0, events);
      return Word.READ;
    }
    if (handle == known.polar()) {
      var measured = known.measurement().frame(bytes, 0, bytes.length, 0, events);
      known = known.said(known.rate(), measured, known.spoken());
      return Word.NOTHING;
    }
    if (handle == known.value() || known.value() == 0) {
      int before = events.size();
      var rate = known.rate().read(bytes, 0, bytes.length, 0, events);
      boolean beats =
          events.subList(before, events.size()).stream()
              .anyMatch(SensorEvent.Beat.class::isInstance);
      known = known.said(rate, known.measurement(), known.spoken() || beats);
      return Word.BEATS;
    }
    return Word.NOTHING;
  }

  private Word refuse(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
    events.add(new Rejected("syntax", LineFraming.quote(bytes, 0, bytes.length)));
    known = known.awaiting(-1, -1);
    return Word.NOTHING;
  }

  private void handle(String line) {
    Matcher handle = line.length() < 10 ? null : HANDLE.matcher(line);
    if (handle == null || !handle.matches()) {
      return;
    }
    int number = Integer.parseInt(handle.group(1), 16);
    String uuid = handle.group(2).toLowerCase(Locale.ROOT);
    if (isShort(uuid, HeartRateCharacteristic.UUID)) {
      known = known.withHandles(number, known.level(), known.polar());
    } else if (isShort(uuid, BatteryLevel.UUID)) {
      known = known.withHandles(known.value(), number, known.polar());
    } else if (uuid.equals(PolarMeasurement.DATA_UUID)) {
      known = known.withHandles(known.value(), known.level(), number);
    }
  }

  /** Whether a number is this one, written short or as a part of the Bluetooth base number. */
  private static boolean isShort(String uuid, int wanted) {
    String four = "%04x".formatted(wanted);
    return uuid.equals(four) || uuid.equals("0000" + four + "-0000-1000-8000-00805f9b34fb");
  }

  private void device(String line) {
    Matcher device = DEVICE.matcher(line);
    if (!device.matches()) {
      return;
    }
    byte[] quoted =
        (device.group(4) == null ? "" : device.group(4)).getBytes(StandardCharsets.ISO_8859_1);
    String name = LineFraming.quote(quoted, 0, quoted.length);
    String lower = name.toLowerCase(Locale.ROOT);
    Strap sighting =
        new Strap(
            device.group(2).toUpperCase(Locale.ROOT),
            Integer.parseInt(device.group(1)),
            name,
            Integer.parseInt(device.group(3)),
            STRAP_WORDS.stream().anyMatch(lower::contains));
    known = known.with(known.straps().heard(sighting, events));
  }

  /** Tells of the strap that is connected now. */
  void connected(Strap strap) {
    Map<String, String> told =
        strap.name().isEmpty()
            ? Map.of(Info.STATE, Reach.CONNECTED.word(), "address", strap.address())
            : Map.of(
                Info.STATE,
                Reach.CONNECTED.word(),
                "address",
                strap.address(),
                "name",
                strap.name());
    events.add(new Info(0, told));
  }
}
