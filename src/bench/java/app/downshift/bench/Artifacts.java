package app.downshift.bench;

import app.downshift.beat.CorrectedSeries;
import app.downshift.beat.LipponenTarvainen;
import app.downshift.beat.LipponenTarvainen.Windows;
import app.downshift.beat.Mark;
import app.downshift.beat.Marks;
import app.downshift.beat.RrSeries;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** Doubtful beats of a day, found and corrected until nothing more is found. */
@Fork(1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 1)
public class Artifacts {
  @Benchmark
  public CorrectedSeries foundAndCorrectedInADay(DayOfBeats beats) {
    return corrected(beats.day);
  }

  @Benchmark
  public Marks[] foundInADay(DayOfBeats beats) {
    return LipponenTarvainen.marks(beats.day, Windows.CENTRED, 0);
  }

  static CorrectedSeries corrected(RrSeries day) {
    Marks[] marks = LipponenTarvainen.marks(day, Windows.CENTRED, 0);
    return CorrectedSeries.of(day.withMarks(marks), Windows.CENTRED, 0);
  }

  /** Ectopic, missed, extra, long or short beats of a day without a floor. */
  static long[] counts(RrSeries day) {
    Marks[] marks = LipponenTarvainen.marks(day, Windows.CENTRED, 0);
    return new long[] {
      count(marks, Mark.ECTOPIC),
      count(marks, Mark.MISSED),
      count(marks, Mark.EXTRA),
      count(marks, Mark.LONG) + count(marks, Mark.SHORT)
    };
  }

  private static long count(Marks[] marks, Mark mark) {
    return Arrays.stream(marks).filter(each -> each.has(mark)).count();
  }
}
