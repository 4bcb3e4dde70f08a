package app.downshift.bench;

import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs benchmarks one after the other and prints the median of each. */
public final class Goals {
  private Goals() {}

  public static void main(String[] names) throws Exception {
    OptionsBuilder options = new OptionsBuilder();
    options.include(names.length > 0 && !names[0].isBlank() ? names[0] : "app.downshift.bench");
    options.verbosity(VerboseMode.NORMAL);
    for (RunResult each : new Runner(options.build()).run()) {
      System.out.printf(
          "%-60s %12.5f %s%n",
          each.getParams().getBenchmark(),
          each.getPrimaryResult().getStatistics().getPercentile(50),
          each.getPrimaryResult().getScoreUnit());
    }
  }
}
