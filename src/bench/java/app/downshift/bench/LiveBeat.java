package app.downshift.bench;

import app.downshift.breath.BreathPattern;
import app.downshift.breath.PacePlan;
import app.downshift.session.Phase;
import app.downshift.session.Protocol;
import app.downshift.session.Snapshot;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One beat of a paced session: all ticks since the last one, its marks, every live figure and the
 * snapshots, in the first minutes and after a day.
 */
@State(Scope.Benchmark)
@Fork(1)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class LiveBeat {
  private static final double LONGEST_PHASE_SECONDS = 7200;
  private static final int MOST_BEATS = 1_000_000;

  /** Session time at which measuring begins. */
  @Param({"1", "1440"})
  public int minutes;

  private final ThreadMXBean processor = ManagementFactory.getThreadMXBean();
  private LiveSession session;
  private long startedNanos;
  private double[] spent;
  private int beats;

  @Setup(Level.Iteration)
  public void forget() {
    spent = new double[MOST_BEATS];
    beats = 0;
  }

  /** A new session as soon as one is much older than it is said to be. */
  @Setup(Level.Invocation)
  public void sit() {
    if (session == null || session.seconds() > 60 * (1.5 * minutes + 10)) {
      session = new LiveSession(protocol());
      session.beatUntil(60.0 * minutes);
    }
    startedNanos = processor.getCurrentThreadCpuTime();
  }

  @Benchmark
  public Snapshot beat() {
    return session.nextBeat();
  }

  /**
   * On a machine that others use too, the time of the processor says more than that of the wall.
   */
  @TearDown(Level.Invocation)
  public void spent() {
    if (beats < MOST_BEATS) {
      spent[beats++] = (processor.getCurrentThreadCpuTime() - startedNanos) / 1000.0;
    }
  }

  @TearDown(Level.Iteration)
  public void tell() {
    Arrays.sort(spent, 0, beats);
    System.out.printf(
        "processor time of %d beats: median %.1f, p99 %.1f, p99.9 %.1f us%n",
        beats, spent[beats / 2], spent[(int) (0.99 * beats)], spent[(int) (0.999 * beats)]);
  }

  private static Protocol protocol() {
    List<Phase> phases = new ArrayList<>();
    var steady = new PacePlan.Steady(6);
    for (int i = 0; i < 100; i++) {
      phases.add(
          new Phase(
              "breathe " + i,
              LONGEST_PHASE_SECONDS,
              new Phase.Paced(steady, BreathPattern.LONG_EXHALE)));
    }
    return new Protocol("a day and more", phases);
  }
}
