package app.downshift.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.downshift.session.SessionEvent;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Cables that are pulled and plugged in again, in real time, as {@link ReplugMain} measures. */
@Timeout(2400)
class ReplugTest {
  private static final long SEED = 32;

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> aCablePulledAndPluggedInAgainIsOneGapAndTheSessionIsComplete() {
    return together(2);
  }

  @Tag("soak")
  @TestFactory
  Stream<DynamicTest> aCablePulledAHundredTimesIsAHundredGaps() {
    return together(100);
  }

  /** All at once, because they wait most of the time. */
  private Stream<DynamicTest> together(int times) {
    ExecutorService threads = Executors.newCachedThreadPool();
    return Stream.of("bridge", "pulse-sensor", "bleuio")
        .map(sensor -> DynamicTest.dynamicTest(sensor, started(sensor, times, threads)::get))
        .toList()
        .stream();
  }

  private CompletableFuture<Void> started(String sensor, int times, ExecutorService threads) {
    return CompletableFuture.runAsync(() -> assertComplete(sensor, times), threads);
  }

  private void assertComplete(String sensor, int times) {
    try {
      Path file = folder.resolve(times + sensor + ".session.jsonl");
      ReplugRun run = ReplugRun.of(sensor, times, file, SEED);
      String what = sensor + ", seed " + SEED;
      assertEquals(Collections.nCopies(times, SessionEvent.GapCause.UNPLUGGED), run.gaps(), what);
      assertEquals(times, run.backMillis().size(), what);
      assertEquals(Optional.empty(), run.damage(), what);
      assertInstanceOf(SessionEvent.Ended.class, run.last(), what);
    } catch (Exception broken) {
      throw new IllegalStateException(broken);
    }
  }
}
