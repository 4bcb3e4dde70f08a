package app.downshift.bench;

import app.downshift.beat.BeatTests;
import app.downshift.beat.RrSeries;
import app.downshift.hrv.Figures;
import app.downshift.hrv.Nonlinear;
import app.downshift.hrv.Spectra;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Marks and every figure of recordings of different length: does the cost grow with it? */
@State(Scope.Benchmark)
@Fork(1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 1)
public class Analyze {
  @Param({"1", "6", "24"})
  public int hours;

  private RrSeries recording;

  @Setup(Level.Trial)
  public void cut(DayOfBeats beats) {
    recording = beats.hours(hours);
  }

  /** Every figure of the whole recording as one piece. */
  @Benchmark
  public Figures whole() {
    return Figures.of(BeatTests.mark(recording));
  }

  /** Every figure of each window of five minutes, a minute apart. */
  @Benchmark
  public double windows() {
    RrSeries marked = BeatTests.mark(recording);
    Figures.Kit kit = new Figures.Kit();
    double sum = 0;
    for (RrSeries window : DayOfBeats.windows(marked)) {
      sum += kit.of(window).nonlinear().dfaAlpha1();
    }
    return sum;
  }

  /** Of the whole, the figures that might not be linear. */
  @Benchmark
  public Nonlinear nonlinearOfTheWhole() {
    return Nonlinear.of(recording);
  }

  @Benchmark
  public Object lombOfTheWhole() {
    return Spectra.lomb(recording);
  }
}
