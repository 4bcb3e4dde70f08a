package app.downshift.sensor.text;

import app.downshift.sensor.LineCursor;
import app.downshift.sensor.LineFraming;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorEvent.Beat;
import app.downshift.sensor.SensorEvent.Contact;
import app.downshift.sensor.SensorEvent.DeviceTime;
import app.downshift.sensor.SensorEvent.DeviceTime.Moment;
import app.downshift.sensor.SensorEvent.Info;
import app.downshift.sensor.SensorEvent.Rate;
import app.downshift.sensor.SensorEvent.Rejected;
import app.downshift.sensor.SensorEvent.Waveform;
import app.downshift.sensor.text.TextMemory.Skin;
import app.downshift.sensor.text.TextMemory.Unit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads text lines: a bare number, a row {@code t,hr,rr}, words with numbers ({@code IBI: 812ms}),
 * or the sketches of MAX3010x boards. Lives for one call of the decoder.
 */
final class TextLines implements LineFraming.Sink {
  private static final int ENOUGH_SECONDS_IN_A_ROW = 3;

  private final List<SensorEvent> events;
  private final LineCursor cursor = new LineCursor();
  private final KeyedNumbers keyed = new KeyedNumbers(cursor);
  private boolean raw;
  private boolean exclaimed;
  private Unit unit;
  private int secondsInARow;
  private double lastBpm;
  private Skin skin;
  private String mode;

  TextLines(TextMemory memory, List<SensorEvent> events) {
    this.events = events;
    raw = memory.raw();
    exclaimed = memory.exclaimed();
    unit = memory.unit();
    secondsInARow = memory.secondsInARow();
    lastBpm = memory.bpm();
    skin = memory.skin();
    mode = memory.mode();
  }

  TextMemory memory() {
    return new TextMemory(raw, exclaimed, unit, secondsInARow, lastBpm, skin, mode);
  }

  @Override
  public void line(byte[] bytes, int from, int to) {
    cursor.over(bytes, from, to);
    if (cursor.done()) {
      return;
    }
    int start = cursor.at();
    if (cursor.take('!') && cursor.done()) {
      leadsOff();
      return;
    }
    if (exclaimed) {
      exclaimed = false;
      events.add(new Rejected("text", "!"));
    }
    cursor.seek(start);
    boolean understood;
    if (cursor.number()) {
      understood = cursor.done() ? bareNumber(bytes, from, to) : behindNumber(bytes, start, to);
    } else {
      understood = words(bytes, start, to);
    }
    if (!understood) {
      reject("text", bytes, from, to);
    }
  }

  @Override
  public void overlong(byte[] bytes, int from, int to) {
    reject("overlong", bytes, from, to);
  }

  /**
   * Boards repeat it many times a second; one alone may be noise and must not turn intervals into
   * samples.
   */
  private void leadsOff() {
    if (!raw && !exclaimed) {
      exclaimed = true;
      return;
    }
    exclaimed = false;
    raw = true;
    inMode("raw");
    touch(Skin.OFF);
  }

  private boolean bareNumber(byte[] bytes, int from, int to) {
    if (!raw) {
      inMode("rr");
      beat(bareMillis(), Optional.empty(), bytes, from, to);
      return true;
    }
    if (!cursor.wholeWithin(Integer.MIN_VALUE, Integer.MAX_VALUE)) {
      return false;
    }
    inMode("raw");
    if (skin == Skin.OFF) {
      touch(Skin.ON);
    }
    sample("raw", (int) cursor.whole());
    return true;
  }

  /** {@code 812 ms}, {@code 0.812 s}, or a row of a table. */
  private boolean behindNumber(byte[] bytes, int from, int to) {
    double millis = withUnit();
    if (cursor.done() && !Double.isNaN(millis)) {
      inMode("rr");
      beat(millis, Optional.empty(), bytes, from, to);
      return true;
    }
    cursor.seek(from);
    return row(bytes, from, to);
  }

  /** {@code t,hr,rr} with an empty rr when there was no beat; {@code ;} and TAB also separate. */
  private boolean row(byte[] bytes, int from, int to) {
    cursor.number();
    // Only a t with decimals says its unit by itself; a whole one may be seconds or milliseconds.
    Optional<DeviceTime> at =
        cursor.pointed()
            ? Optional.of(new DeviceTime(Math.round(cursor.times(1000)), Moment.ARRIVAL))
            : Optional.empty();
    if (!separator()) {
      return false;
    }
    double bpm = cursor.number() ? cursor.times(1) : Double.NaN;
    if (!separator()) {
      return false;
    }
    boolean interval = cursor.number();
    cursor.skipBlanks();
    if (!cursor.done()) {
      return false;
    }
    inMode("table");
    if (bpm > 0) {
      events.add(new Rate(0, bpm));
    }
    if (interval) {
      beat(bareMillis(), at, bytes, from, to);
    }
    return interval || bpm > 0;
  }

  private boolean separator() {
    while (cursor.take(' ')) {}
    boolean found = cursor.take(',') || cursor.take(';') || cursor.take('\t');
    while (found && cursor.take(' ')) {}
    return found;
  }

  private boolean words(byte[] bytes, int from, int to) {
    keyed.read(bytes, from);
    if (keyed.has(KeyedNumbers.RR)) {
      inMode("rr");
      cursor.seek(keyed.at(KeyedNumbers.RR));
      cursor.number();
      double millis = withUnit();
      beat(Double.isNaN(millis) ? bareMillis() : millis, Optional.empty(), bytes, from, to);
      rate(KeyedNumbers.BPM);
      return true;
    }
    boolean infrared = samples(KeyedNumbers.IR, "ir");
    boolean red = samples(KeyedNumbers.RED, "red");
    boolean green = samples(KeyedNumbers.GREEN, "green");
    if (infrared || red || green) {
      inMode("max3010x");
      if (keyed.has(KeyedNumbers.BPM) && !keyed.has(KeyedNumbers.HR_VALID)) {
        touch(bytes[cursor.end() - 1] == '?' ? Skin.OFF : Skin.ON);
        repeatedRate();
      } else if (keyed.has(KeyedNumbers.HR_VALID) && keyed.number(KeyedNumbers.HR_VALID) == 1) {
        rate(KeyedNumbers.BPM);
      }
      return true;
    }
    return rate(KeyedNumbers.BPM);
  }

  /**
   * A sketch that repeats its rate in every line: a change of it is a beat, an equal one hides a
   * beat.
   */
  private void repeatedRate() {
    double bpm = keyed.number(KeyedNumbers.BPM);
    boolean changed = !Double.isNaN(lastBpm) && bpm != lastBpm;
    lastBpm = bpm;
    if (changed && bpm > 0) {
      keyed.number(KeyedNumbers.BPM);
      double millis = cursor.under(60_000);
      events.add(new Rate(0, bpm));
      events.add(
          Beat.possible(millis)
              ? new Beat(0, millis, 0, 0, Optional.empty(), true)
              : new Rejected(Rejected.IMPOSSIBLE, "BPM " + bpm));
    }
  }

  private boolean rate(int key) {
    double bpm = keyed.has(key) ? keyed.number(key) : 0;
    if (bpm > 0) {
      events.add(new Rate(0, bpm));
    }
    return keyed.has(key);
  }

  private boolean samples(int key, String channel) {
    if (!keyed.has(key) || Math.abs(keyed.number(key)) > Integer.MAX_VALUE) {
      return false;
    }
    sample(channel, (int) keyed.number(key));
    return true;
  }

  /**
   * Reads a unit behind the number that was just read; the interval in ms, or NaN where no unit
   * stands.
   */
  private double withUnit() {
    double millis = cursor.times(1);
    double seconds = cursor.times(1000);
    cursor.skipBlanks();
    return cursor.take("ms") ? millis : cursor.take('s') ? seconds : Double.NaN;
  }

  /** The number that was just read as an interval in the unit of this stream. */
  private double bareMillis() {
    boolean likeSeconds = looksLikeSeconds(cursor);
    secondsInARow = likeSeconds ? secondsInARow + 1 : 0;
    if (unit == Unit.UNKNOWN) {
      unit = likeSeconds ? Unit.SECONDS : Unit.MILLIS;
    } else if (unit == Unit.SECONDS && cursor.times(1000) > Beat.LONGEST_MILLIS) {
      unit = Unit.MILLIS;
    } else if (unit == Unit.MILLIS && secondsInARow == ENOUGH_SECONDS_IN_A_ROW) {
      unit = Unit.SECONDS;
    }
    return cursor.times(unit == Unit.SECONDS ? 1000 : 1);
  }

  /** Nobody writes milliseconds as 0.2 to 2.5, or seconds without a decimal point. */
  static boolean looksLikeSeconds(LineCursor number) {
    double value = number.times(1);
    return number.pointed() && value >= 0.2 && value <= 2.5;
  }

  private void beat(double millis, Optional<DeviceTime> at, byte[] bytes, int from, int to) {
    if (Beat.possible(millis)) {
      events.add(new Beat(0, millis, 0, 0, at, false));
    } else {
      reject(Rejected.IMPOSSIBLE, bytes, from, to);
    }
  }

  private void sample(String channel, int value) {
    events.add(new Waveform(0, channel, 0, new int[] {value}));
  }

  private void touch(Skin now) {
    if (now != skin) {
      skin = now;
      events.add(new Contact(0, now == Skin.ON));
    }
  }

  private void inMode(String now) {
    if (!now.equals(mode)) {
      mode = now;
      events.add(new Info(0, Map.of("mode", now)));
    }
  }

  private void reject(String reason, byte[] bytes, int from, int to) {
    events.add(new Rejected(reason, LineFraming.quote(bytes, from, to)));
  }
}
