package app.downshift.sensor.pulsesensor;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads PulseSensor lines. Lives for one call of the decoder.
 *
 * <p>Letters are read twice over: with one sensor {@code S} is its sample, {@code B} its rate and
 * {@code Q} its beat; with several, {@code a b c…} are samples, {@code A B C…} rates and {@code M N
 * O…} beats, so that {@code Q} would be the fifth sensor's. Small letters, which only several
 * sensors send, decide for the next {@link #MANY_LINES} lines.
 */
final class PulseLines implements LineFraming.Sink {
  private static final int MOST_SENSORS = 12;
  private static final int MANY_LINES = 100;
  private static final double NOMINAL_HZ = 50;

  private final List<SensorEvent> events;
  private final LineCursor cursor = new LineCursor();
  private final double[] numbers = new double[4];
  private double bpm;
  private double ibiMillis;
  private int manyFor;
  private double pairMillis;
  private boolean pairsAreSensors;
  private CoachHistory coach;
  private String mode;

  PulseLines(PulseMemory memory, List<SensorEvent> events) {
    this.events = events;
    bpm = memory.bpm();
    ibiMillis = memory.ibiMillis();
    manyFor = memory.manyFor();
    pairMillis = memory.pairMillis();
    pairsAreSensors = memory.pairsAreSensors();
    coach = memory.coach();
    mode = memory.mode();
  }

  PulseMemory memory() {
    return new PulseMemory(bpm, ibiMillis, manyFor, pairMillis, pairsAreSensors, coach, mode);
  }

  @Override
  public void line(byte[] bytes, int from, int to) {
    cursor.over(bytes, from, to);
    if (cursor.done()) {
      return;
    }
    int start = cursor.at();
    byte first = cursor.peek();
    manyFor = Math.max(0, manyFor - 1);
    boolean understood;
    if (first == '!') {
      cursor.take('!');
      understood = cursor.done();
      if (understood) {
        events.add(new Rejected("begin_failed", "!"));
      }
    } else if (first == '{') {
      understood = json(bytes);
    } else if (Character.isLetter(first)) {
      understood = lettered(first, bytes, from, to);
      cursor.seek(start);
      understood = understood || coach(bytes, from, to) || named();
    } else {
      understood = numbers(bytes, from, to);
    }
    if (!understood) {
      reject("text", bytes, from, to);
    }
  }

  @Override
  public void overlong(byte[] bytes, int from, int to) {
    reject("overlong", bytes, from, to);
  }

  /** One letter and a whole number: a sample, a rate or a beat. */
  private boolean lettered(byte letter, byte[] bytes, int from, int to) {
    cursor.seek(cursor.at() + 1);
    if (!cursor.number() || !cursor.done() || cursor.pointed()) {
      return false;
    }
    boolean many = manyFor > 0;
    if (letter >= 'a' && letter < 'a' + MOST_SENSORS) {
      manyFor = MANY_LINES;
      return sample(letter - 'a', "visualizer");
    } else if (!many && letter == 'S') {
      return sample(0, "visualizer");
    } else if (!many && letter == 'B') {
      return rate(0);
    } else if (!many && letter == 'Q') {
      return interval(0, bytes, from, to);
    } else if (letter >= 'A' && letter < 'A' + MOST_SENSORS) {
      return rate(letter - 'A');
    } else if (letter >= 'M' && letter < 'M' + MOST_SENSORS) {
      return interval(letter - 'M', bytes, from, to);
    }
    return false;
  }

  private boolean sample(int source, String now) {
    if (!cursor.wholeWithin(Integer.MIN_VALUE, Integer.MAX_VALUE)) {
      return false;
    }
    inMode(now);
    events.add(new Waveform(source, "ppg", NOMINAL_HZ, new int[] {(int) cursor.whole()}));
    return true;
  }

  private boolean rate(int source) {
    inMode("visualizer");
    tellRate(source);
    return true;
  }

  private void tellRate(int source) {
    if (cursor.times(1) > 0) {
      events.add(new Rate(source, cursor.times(1)));
    }
  }

  private boolean interval(int source, byte[] bytes, int from, int to) {
    inMode("visualizer");
    beat(source, cursor.times(1), Optional.empty(), bytes, from, to);
    return true;
  }

  /** Bare numbers parted by commas; how many there are says what they are. */
  private boolean numbers(byte[] bytes, int from, int to) {
    int n = 0;
    do {
      cursor.skipBlanks();
      if (n == numbers.length || !cursor.number()) {
        return false;
      }
      numbers[n++] = cursor.times(1);
      cursor.skipBlanks();
    } while (cursor.take(','));
    if (!cursor.done()) {
      return false;
    }
    return switch (n) {
      case 1 -> sample(0, "raw");
      case 2 -> pair();
      case 3 -> plotter();
      default -> signalFirst(bytes, from, to);
    };
  }

  /**
   * {@code t,signal}, until the first field falls or stands: then it is {@code signal,signal} of
   * two sensors.
   */
  private boolean pair() {
    pairsAreSensors |= numbers[0] <= pairMillis;
    pairMillis = numbers[0];
    inMode("raw");
    if (pairsAreSensors) {
      events.add(waveform(0, numbers[0]));
      events.add(waveform(1, numbers[1]));
    } else {
      events.add(waveform(0, numbers[1]));
    }
    return true;
  }

  /** {@code BPM,IBI,Signal}, fifty times a second: only a change of the first two shows a beat. */
  private boolean plotter() {
    inMode("plotter");
    events.add(waveform(0, numbers[2]));
    boolean pulse = numbers[0] > 0;
    if (Double.isNaN(bpm) || pulse != bpm > 0) {
      events.add(new Contact(0, pulse));
    } else if (pulse && (numbers[0] != bpm || numbers[1] != ibiMillis)) {
      events.add(new Rate(0, numbers[0]));
      events.add(
          Beat.possible(numbers[1])
              ? new Beat(0, numbers[1], 0, 0, Optional.empty(), true)
              : new Rejected(Rejected.IMPOSSIBLE, "IBI " + numbers[1]));
    }
    bpm = numbers[0];
    ibiMillis = numbers[1];
    return true;
  }

  /** {@code signal,bpm,ibi,beat}. */
  private boolean signalFirst(byte[] bytes, int from, int to) {
    inMode("coach");
    events.add(waveform(0, numbers[0]));
    coached(numbers[1], numbers[2], numbers[3] == 1, Optional.empty(), bytes, from, to);
    return true;
  }

  private boolean coach(byte[] bytes, int from, int to) {
    Optional<CoachRecord> read = CoachRecord.read(cursor, bytes, to);
    read.filter(record -> record.sequence() != coach.sequence())
        .ifPresent(
            record -> {
              inMode("coach");
              coach = coach.after(record, events);
              events.add(waveform(0, record.signal()));
              Optional<DeviceTime> at = Optional.of(new DeviceTime(coach.millis(), Moment.ARRIVAL));
              coached(record.bpm(), record.ibiMillis(), record.beat(), at, bytes, from, to);
            });
    return read.isPresent();
  }

  private void coached(
      double rate,
      double ibi,
      boolean isBeat,
      Optional<DeviceTime> at,
      byte[] bytes,
      int from,
      int to) {
    if (isBeat && rate > 0) {
      events.add(new Rate(0, rate));
    }
    if (isBeat) {
      beat(0, ibi, at, bytes, from, to);
    }
  }

  /** {@code S:2048}, {@code signal=612}, {@code Signal 613}, {@code BPM: 72}. */
  private boolean named() {
    boolean signal = cursor.take("signal") || cursor.take("s:");
    boolean beats = !signal && cursor.take("bpm:");
    if (signal && !cursor.take('=')) {
      cursor.take(':');
    }
    cursor.skipBlanks();
    if (!(signal || beats) || !cursor.number() || !cursor.done()) {
      return false;
    }
    if (signal) {
      return sample(0, "raw");
    }
    tellRate(0);
    return true;
  }

  /** {@code {"timestampMs":1200,"raw":2048,"bpm":70}}: a sample and perhaps a rate. */
  private boolean json(byte[] bytes) {
    boolean raw = false;
    double rate = 0;
    for (int i = cursor.at(); i < cursor.end(); i++) {
      if (bytes[i] != '"') {
        continue;
      }
      cursor.seek(i);
      if (!raw && cursor.take("\"raw\":")) {
        cursor.skipBlanks();
        raw = cursor.number() && sample(0, "coach");
      } else if (cursor.take("\"bpm\":")) {
        cursor.skipBlanks();
        rate = cursor.number() ? cursor.times(1) : 0;
      }
    }
    if (raw && rate > 0) {
      events.add(new Rate(0, rate));
    }
    return raw;
  }

  private static Waveform waveform(int source, double value) {
    return new Waveform(source, "ppg", NOMINAL_HZ, new int[] {(int) value});
  }

  private void beat(
      int source, double ibi, Optional<DeviceTime> at, byte[] bytes, int from, int to) {
    if (Beat.possible(ibi)) {
      events.add(new Beat(source, ibi, 0, 0, at, false));
    } else {
      reject(Rejected.IMPOSSIBLE, bytes, from, to);
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
