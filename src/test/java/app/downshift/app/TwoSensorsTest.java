package app.downshift.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.downshift.recording.SessionFile;
import app.downshift.session.Protocol;
import app.downshift.session.SessionEvent.BeatTaken;
import app.downshift.session.SessionEvent.GapBegan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two sensors behind two ports of one process, each with a session of its own. */
@Timeout(120)
class TwoSensorsTest {
  private static final double SPEED = 20;
  private static final int BEATS = 60;
  private static final double SESSION_SECONDS = 30;

  @TempDir Path folder;

  @Test
  void twoSessionsAtOnceAreBothCompleteAndShareNoBeat() throws Exception {
    ExecutorService voices = Executors.newFixedThreadPool(2);
    CompletableFuture<Void> strap = run("bridge", 700, voices);
    CompletableFuture<Void> finger = run("pulse-sensor", 701, voices);
    strap.get(100, TimeUnit.SECONDS);
    finger.get(100, TimeUnit.SECONDS);
    voices.shutdown();
  }

  /** Intervals of one sensor are even, of the other odd, so that a stray one would show. */
  private CompletableFuture<Void> run(String sensor, long firstMillis, ExecutorService voices) {
    List<Long> rr = LongStream.range(0, BEATS).map(i -> firstMillis + 2 * (i % 7)).boxed().toList();
    return CompletableFuture.runAsync(() -> assertComplete(sensor, rr), voices);
  }

  private void assertComplete(String sensor, List<Long> rr) {
    Spoken spoken = Spoken.beatByBeat(sensor, rr);
    Path file = folder.resolve(sensor + ".session.jsonl");
    try (var session =
        new CableSession(sensor, Protocol.breathe(6).scaledTo(SESSION_SECONDS), SPEED, file)) {
      session.say(sensor.equals("bridge") ? spoken.asBridge() : spoken.asPulseSensor());
      session.awaitBeats(BEATS);
      SessionFile recorded = session.complete();
      assertEquals(
          spoken.usable(),
          recorded.events().stream()
              .filter(BeatTaken.class::isInstance)
              .map(event -> ((BeatTaken) event).beat().rrMillis())
              .toList());
      assertEquals(0, recorded.events().stream().filter(GapBegan.class::isInstance).count());
      assertEquals(Optional.empty(), recorded.damage());
    } catch (Exception broken) {
      throw new IllegalStateException(broken);
    }
  }
}
