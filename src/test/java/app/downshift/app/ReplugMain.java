package app.downshift.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Pulls the cables of three sensors and plugs them in again, in real time, and prints how soon
 * their sessions went on. Arguments: how often (100), and the sensors.
 */
public final class ReplugMain {
  private static final long SEED = 31;
  private static final List<String> SENSORS = List.of("bridge", "pulse-sensor", "bleuio");

  private ReplugMain() {}

  public static void main(String[] args) throws Exception {
    int times = args.length > 0 ? Integer.parseInt(args[0]) : 100;
    List<String> sensors = args.length > 1 ? List.of(args).subList(1, args.length) : SENSORS;
    Path folder = Files.createTempDirectory("replug");
    ExecutorService threads = Executors.newCachedThreadPool();
    System.out.printf("seed %d, %d times each; minimum / median / maximum%n", SEED, times);
    List<CompletableFuture<Void>> runs =
        sensors.stream()
            .map(sensor -> CompletableFuture.runAsync(() -> run(sensor, times, folder), threads))
            .toList();
    try {
      runs.forEach(CompletableFuture::join);
    } finally {
      threads.shutdown();
    }
  }

  private static void run(String sensor, int times, Path folder) {
    try {
      ReplugRun run = ReplugRun.of(sensor, times, folder.resolve(sensor + ".session.jsonl"), SEED);
      long late = run.backMillis().stream().filter(millis -> millis > 2000).count();
      System.out.printf(
          "%-14s back in %s (%d above 2 s); next beat in %s; %d gaps %s; damage %s; ends %s%n",
          sensor,
          ReplugRun.spread(run.backMillis()),
          late,
          ReplugRun.spread(run.beatMillis()),
          run.gaps().size(),
          run.gaps().stream().distinct().toList(),
          run.damage(),
          run.last());
    } catch (Exception broken) {
      throw new IllegalStateException(sensor, broken);
    }
  }
}
