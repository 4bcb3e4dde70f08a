package app.downshift.bench;

import app.downshift.ReferenceData;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.util.Statistics;

/**
 * Checks that the work measured is the work agreed upon, runs the benchmarks whose names match the
 * first argument (all without), and prints the median of five and, for live beats, percentiles.
 */
public final class Goals {
  private static final double TOLERANCE = 1e-7;

  /** Keeps results in use. */
  private static volatile Object kept = "";

  private Goals() {}

  public static void main(String[] names) throws Exception {
    check();
    OptionsBuilder options = new OptionsBuilder();
    String wanted = names.length > 0 && !names[0].isBlank() ? names[0] : "app.downshift.bench";
    for (String name : wanted.split(",")) {
      options.include(name);
    }
    Collection<RunResult> results = new Runner(options.build()).run();
    System.out.printf("%n%-44s %12s %12s %12s%n", "", "median", "p99", "least");
    results.forEach(Goals::print);
    DayOfBeats beats = new DayOfBeats();
    beats.load();
    System.out.println();
    Batch batch = new Batch();
    Artifacts artifacts = new Artifacts();
    spent("five minutes, a thousand times", () -> thousand(() -> batch.fiveMinutes(beats)));
    spent("windows of a day", () -> batch.windowsOfADay(beats));
    spent("artifacts of a day, found", () -> artifacts.foundInADay(beats));
    spent("and corrected until none fall away", () -> artifacts.foundAndCorrectedInADay(beats));
  }

  /** Processor time after warming up, which does not count what others do on the machine. */
  private static void spent(String what, Supplier<Object> work) {
    ThreadMXBean processor = ManagementFactory.getThreadMXBean();
    double[] millis = new double[5];
    for (int i = -25; i < millis.length; i++) {
      long from = processor.getCurrentThreadCpuTime();
      kept = work.get();
      millis[Math.max(i, 0)] = (processor.getCurrentThreadCpuTime() - from) / 1e6;
    }
    Arrays.sort(millis);
    System.out.printf("%-44s %12.2f ms of processor time, median of 5%n", what, millis[2]);
  }

  private static Object thousand(Supplier<Object> work) {
    for (int i = 1; i < 1000; i++) {
      kept = work.get();
    }
    return work.get();
  }

  private static void print(RunResult result) {
    Statistics all = result.getPrimaryResult().getStatistics();
    double[] iterations =
        result.getBenchmarkResults().stream()
            .flatMap(fork -> fork.getIterationResults().stream())
            .mapToDouble(iteration -> iteration.getPrimaryResult().getScore())
            .sorted()
            .toArray();
    boolean sampled = all.getN() > iterations.length;
    String name = result.getParams().getBenchmark().replaceAll(".*\\.(\\w+\\.\\w+)$", "$1");
    String parameters =
        result.getParams().getParamsKeys().stream()
            .map(key -> " " + key + " " + result.getParams().getParam(key))
            .collect(Collectors.joining());
    System.out.printf(
        "%-44s %12.4f %12s %12.4f %s%n",
        name + parameters,
        sampled ? all.getPercentile(50) : iterations[iterations.length / 2],
        sampled ? String.format("%.4f", all.getPercentile(99)) : "",
        all.getMin(),
        result.getPrimaryResult().getScoreUnit());
  }

  /** The sums over the windows of a day, and the counts of doubtful beats in it. */
  private static void check() {
    DayOfBeats beats = new DayOfBeats();
    beats.load();
    Batch.Sums sums = Batch.sums(beats.day, beats.welch);
    String expected =
        String.join("", ReferenceData.shared("science/reference/bench_checksums.json"));
    same("windows", expected, sums.windows());
    same("rmssd", expected, sums.rmssd());
    same("sdnn", expected, sums.sdnn());
    same("vlf", expected, sums.vlf());
    same("lf", expected, sums.lf());
    same("hf", expected, sums.hf());
    long[] counts = Artifacts.counts(beats.day);
    System.out.println("ectopic, missed, extra, long or short: " + Arrays.toString(counts));
    if (!Arrays.equals(counts, new long[] {3186, 1, 0, 1070})) {
      throw new IllegalStateException("other doubtful beats than agreed upon");
    }
  }

  private static void same(String name, String json, double actual) {
    String after = json.substring(json.indexOf('"' + name + '"') + name.length() + 3);
    double expected = Double.parseDouble(after.split("[,}]")[0].strip());
    double error = Math.abs(actual / expected - 1);
    System.out.printf("%-8s %s, relative error %.1e%n", name, actual, error);
    if (!(error <= TOLERANCE)) {
      throw new IllegalStateException(name + " should be " + expected);
    }
  }
}
