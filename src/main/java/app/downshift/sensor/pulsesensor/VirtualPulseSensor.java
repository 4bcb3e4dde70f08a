package app.downshift.sensor.pulsesensor;

import app.downshift.sensor.virtual.Fault;
import app.downshift.sensor.virtual.Fault.Kind;
import app.downshift.sensor.virtual.FaultPlan;
import app.downshift.sensor.virtual.HeartEvent;
import app.downshift.sensor.virtual.RecentRate;
import app.downshift.sensor.virtual.TimedBytes;
import app.downshift.sensor.virtual.TimedStream;
import app.downshift.sensor.virtual.VirtualHeart;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * An Arduino with a PulseSensor: silent for two seconds of booting, then fifty lines a second.
 * Beats fall on a grid of 2 ms. With the finger off, samples go on and beats do not.
 */
public final class VirtualPulseSensor implements TimedStream {
  private static final double BOOT_SECONDS = 2;
  private static final int LINES_PER_SECOND = 50;
  private static final int GRID_PER_SECOND = 500;
  private static final int GRID_MILLIS = 2;
  private static final double NO_PULSE_SECONDS = 2.5;
  private static final int IBI_AT_POWER_ON = 750;
  private static final int IBI_WITHOUT_PULSE = 600;

  private final VirtualHeart heart;
  private final FaultPlan faults;
  private final Sketch sketch;
  private final Random noise = new Random(1);
  private final RecentRate rate = new RecentRate();
  private HeartEvent ahead;
  private long line;
  private boolean touched = true;
  private double foundAt = -1;
  private long foundOnGrid = -1;
  private long ibiMillis = IBI_AT_POWER_ON;

  private enum Sketch {
    VISUALIZER,
    PLOTTER,
    RAW
  }

  private VirtualPulseSensor(VirtualHeart heart, List<Fault> faults, Sketch sketch) {
    this.heart = heart;
    this.faults = new FaultPlan(faults);
    this.sketch = sketch;
    ahead = heart.next();
  }

  /** Sends S lines, and B and Q with each beat. */
  public static VirtualPulseSensor visualizer(VirtualHeart heart, List<Fault> faults) {
    return new VirtualPulseSensor(heart, faults, Sketch.VISUALIZER);
  }

  /** Sends {@code BPM,IBI,Signal} lines, in which two equal beats are one. */
  public static VirtualPulseSensor plotter(VirtualHeart heart, List<Fault> faults) {
    return new VirtualPulseSensor(heart, faults, Sketch.PLOTTER);
  }

  /** Sends bare samples. */
  public static VirtualPulseSensor raw(VirtualHeart heart, List<Fault> faults) {
    return new VirtualPulseSensor(heart, faults, Sketch.RAW);
  }

  @Override
  public Optional<TimedBytes> next() {
    double now = BOOT_SECONDS + line / (double) LINES_PER_SECOND;
    StringBuilder text = new StringBuilder();
    while (ahead.seconds() <= now) {
      happens(ahead, text);
      ahead = heart.next();
    }
    if (now - foundAt > NO_PULSE_SECONDS && rate.bpm() > 0) {
      rate.clear();
      ibiMillis = IBI_WITHOUT_PULSE;
    }
    int signal = signal(now);
    text.insert(0, sample(signal));
    if (faults.happens(Kind.BOOT_NOISE, now)) {
      text.append("ets Jul 29 2019 12:21:46\r\n");
    }
    if (line == 0 && faults.beginsWithHalfALine()) {
      text.delete(0, 2);
    }
    line++;
    byte[] bytes = text.toString().getBytes(StandardCharsets.US_ASCII);
    return Optional.of(new TimedBytes(Math.round(now * 1e6), bytes));
  }

  private String sample(int signal) {
    return switch (sketch) {
      case VISUALIZER -> "S" + signal + "\r\n";
      case PLOTTER -> rate.bpm() + "," + ibiMillis + "," + signal + "\r\n";
      case RAW -> signal + "\r\n";
    };
  }

  private void happens(HeartEvent event, StringBuilder text) {
    if (event instanceof HeartEvent.Skin skin) {
      touched = skin.on();
    } else if (event instanceof HeartEvent.Beat beat) {
      beats(beat, text);
    }
  }

  private void beats(HeartEvent.Beat beat, StringBuilder text) {
    long onGrid = Math.round(beat.seconds() * GRID_PER_SECOND);
    boolean second =
        foundOnGrid >= 0 && !Double.isNaN(beat.rrMillis()) && beat.seconds() > BOOT_SECONDS;
    if (second) {
      ibiMillis = (onGrid - foundOnGrid) * GRID_MILLIS;
      rate.add((double) ibiMillis);
      if (sketch == Sketch.VISUALIZER && !faults.happens(Kind.LOST_LINE, beat.seconds())) {
        text.append('B').append(rate.bpm()).append("\r\nQ").append(ibiMillis).append("\r\n");
      }
    }
    foundOnGrid = beat.seconds() > BOOT_SECONDS ? onGrid : -1;
    foundAt = beat.seconds();
  }

  private int signal(double now) {
    double since = now - foundAt;
    double pulse = 220 * bell(since, 0.12, 0.06) + 60 * bell(since, 0.35, 0.08);
    return (int)
        Math.round(512 + (touched ? pulse : 0) + noise.nextGaussian() * (touched ? 2 : 20));
  }

  private static double bell(double at, double middle, double width) {
    double x = (at - middle) / width;
    return Math.exp(-x * x);
  }
}
