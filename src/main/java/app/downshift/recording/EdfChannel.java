package app.downshift.recording;

import app.downshift.beat.wave.WaveDetector;
import java.util.Arrays;
import java.util.Optional;

/** The channel of an EDF file that the beats come from, fed record by record. Not a value. */
abstract sealed class EdfChannel {
  /** Its number, -1 when there is none. */
  abstract int index();

  /** Takes the samples of one record. */
  abstract void take(byte[] record, int from, double beginsSeconds, double lastsSeconds);

  abstract IntervalList intervals();

  /** What a person should know of where the intervals come from. */
  abstract Optional<String> said();

  private static double sample(byte[] record, int at, EdfHeader.Signal signal) {
    int digital = (short) ((record[at] & 0xFF) | record[at + 1] << 8);
    return digital * signal.scale() + signal.offset();
  }

  /** No channel can be used. */
  static final class None extends EdfChannel {
    @Override
    int index() {
      return -1;
    }

    @Override
    void take(byte[] record, int from, double beginsSeconds, double lastsSeconds) {}

    @Override
    IntervalList intervals() {
      return new IntervalList();
    }

    @Override
    Optional<String> said() {
      return Optional.empty();
    }
  }

  /** An ECG or a pulse wave, in which beats are found. */
  static final class Wave extends EdfChannel {
    private final int index;
    private final EdfHeader.Signal signal;
    private final WaveDetector detector;
    private final String kind;
    private final IntervalList list = new IntervalList();
    private double ends = Double.NaN;
    private double since;
    private long before;

    Wave(int index, EdfHeader.Signal signal, WaveDetector detector, String kind) {
      this.index = index;
      this.signal = signal;
      this.detector = detector;
      this.kind = kind;
    }

    @Override
    int index() {
      return index;
    }

    @Override
    void take(byte[] record, int from, double beginsSeconds, double lastsSeconds) {
      double sampleSeconds = 1 / detector.sampleRateHz();
      if (!(Math.abs(beginsSeconds - ends) < sampleSeconds)) {
        if (!Double.isNaN(ends)) {
          detector.lost(0); // the recorder paused
        }
        since = beginsSeconds;
        before = detector.samples();
      }
      ends = beginsSeconds + lastsSeconds;
      for (int i = 0; i < signal.samples(); i++) {
        detector
            .accept(sample(record, from + 2 * i, signal))
            .ifPresent(
                beat ->
                    list.beatAt(
                        1000 * (since + (beat.atSample() - before) * sampleSeconds),
                        beat.afterGap()));
      }
    }

    @Override
    IntervalList intervals() {
      return list;
    }

    @Override
    Optional<String> said() {
      return Optional.of(
          "its beats were found in the channel "
              + signal.label().replaceAll("[^ -~]", "?")
              + ", "
              + kind
              + " of "
              + (float) detector.sampleRateHz()
              + " Hz");
    }
  }

  /**
   * A channel of intervals. Three ways of writing one are in use: the interval at its beat and 0
   * between; one sample for each interval, whatever the rate says; and the interval held, or drawn
   * as a line, from beat to beat.
   */
  static final class Tachogram extends EdfChannel {
    private static final double SAME_LENGTH = 0.2;

    private final int index;
    private final EdfHeader.Signal signal;
    private final double rateHz;
    private double[] values = new double[1024];
    private int count;
    private String way = "";

    Tachogram(int index, EdfHeader.Signal signal, double rateHz) {
      this.index = index;
      this.signal = signal;
      this.rateHz = rateHz;
    }

    @Override
    int index() {
      return index;
    }

    @Override
    void take(byte[] record, int from, double beginsSeconds, double lastsSeconds) {
      if (count + signal.samples() > values.length) {
        values = Arrays.copyOf(values, Math.max(2 * values.length, count + signal.samples()));
      }
      for (int i = 0; i < signal.samples(); i++) {
        values[count++] = sample(record, from + 2 * i, signal);
      }
    }

    @Override
    IntervalList intervals() {
      double[] samples = Arrays.copyOf(values, count);
      IntervalUnit unit =
          signal.unit().equalsIgnoreCase("ms")
              ? IntervalUnit.named(1)
              : signal.unit().equalsIgnoreCase("s")
                  ? IntervalUnit.named(1000)
                  : IntervalUnit.ofContent(samples, Double.NaN, Double.NaN);
      Arrays.setAll(samples, i -> samples[i] * unit.millis());
      double half = unit.millis() * Math.abs(signal.scale()) / 2;
      double sum = Arrays.stream(samples).filter(value -> value > half).sum();
      long written = Arrays.stream(samples).filter(value -> value > half).count();
      double lasts = 1000.0 * count / rateHz;
      if (written < 0.9 * count && Math.abs(sum / lasts - 1) < SAME_LENGTH) {
        way = "one at each beat";
        return sparse(samples, half);
      }
      if (Math.abs(sum / lasts - 1) < SAME_LENGTH && rateHz < 2) {
        way = "one sample for each";
        return listed(samples);
      }
      way = "held from beat to beat; differences between them are only about right";
      return held(samples, half);
    }

    @Override
    Optional<String> said() {
      return Optional.of(
          "its intervals come from the channel "
              + signal.label().replaceAll("[^ -~]", "?")
              + " ("
              + way
              + ")");
    }

    private static IntervalList sparse(double[] samples, double half) {
      var list = new IntervalList();
      for (double value : samples) {
        if (Math.abs(value) > half) {
          list.add(value);
        }
      }
      return list;
    }

    private static IntervalList listed(double[] samples) {
      var list = new IntervalList();
      for (double value : samples) {
        list.add(value);
      }
      return list;
    }

    /** Walks from beat to beat: what is drawn after a beat is the interval that ends there. */
    private IntervalList held(double[] samples, double half) {
      var list = new IntervalList();
      double step = 1000 / rateHz;
      double at = 0;
      while (at < samples.length * step) {
        double value = samples[(int) (at / step)];
        if (value > half && value <= 10_000) {
          list.add(value);
          at += value;
        } else {
          if (Math.abs(value) > half) {
            list.add(value);
          }
          list.gap(step);
          at += step;
        }
      }
      return list;
    }
  }
}
