package app.downshift.bench;

import app.downshift.beat.RrSeries;
import app.downshift.hrv.FrequencyDomain;
import app.downshift.hrv.TimeDomain;
import app.downshift.hrv.Welch;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** Time domain and {@code welch300}: of five minutes, and of the windows of a day. */
@Fork(1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 1)
public class Batch {

  /** What the windows of a day add up to. */
  record Sums(double rmssd, double sdnn, double vlf, double lf, double hf, int windows) {}

  @Benchmark
  public Object fiveMinutes(DayOfBeats beats) {
    TimeDomain time = TimeDomain.of(beats.fiveMinutes);
    FrequencyDomain welch = beats.welch.of(beats.fiveMinutes);
    return new Object[] {time, welch};
  }

  @Benchmark
  public Sums windowsOfADay(DayOfBeats beats) {
    return sums(beats.day, beats.welch);
  }

  static Sums sums(RrSeries day, Welch estimator) {
    double end = day.timeMillis(day.size() - 1);
    double rmssd = 0;
    double sdnn = 0;
    double vlf = 0;
    double lf = 0;
    double hf = 0;
    int k = 0;
    for (double from = 0; from + DayOfBeats.WINDOW_MILLIS <= end; from += DayOfBeats.STEP_MILLIS) {
      RrSeries window = day.window(from, from + DayOfBeats.WINDOW_MILLIS);
      TimeDomain time = TimeDomain.of(window);
      FrequencyDomain welch = estimator.of(window);
      rmssd += time.rmssdMillis();
      sdnn += time.sdnnMillis();
      vlf += welch.vlfMillis2();
      lf += welch.lfMillis2();
      hf += welch.hfMillis2();
      k++;
    }
    return new Sums(rmssd, sdnn, vlf, lf, hf, k);
  }
}
