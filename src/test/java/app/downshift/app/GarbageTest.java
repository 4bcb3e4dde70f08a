package app.downshift.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.ReferenceData;
import app.downshift.recording.SessionFile;
import app.downshift.session.Protocol;
import app.downshift.session.SessionEvent.BeatTaken;
import app.downshift.session.SessionView;
import app.downshift.session.Snapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ten megabytes of noise in the middle of a session, as fast as the cable takes them. */
@Timeout(180)
class GarbageTest {
  private static final int BEATS = 25;
  private static final int MEGABYTES = 10;
  private static final long SEED = 20_261_121;

  @TempDir Path folder;

  @Test
  void noiseIsSaidToBeNoiseAndHoldsNothingUp() throws Exception {
    for (String sensor : List.of("bridge", "pulse-sensor", "text")) {
      assertUnmoved(sensor);
    }
  }

  private void assertUnmoved(String sensor) throws Exception {
    List<Long> rr =
        Arrays.stream(ReferenceData.intervals("syn_rsa010_A50")).mapToObj(Math::round).toList();
    Spoken before = Spoken.beatByBeat("before", rr.subList(0, BEATS));
    Spoken after = Spoken.beatByBeat("after", rr.subList(BEATS, 2 * BEATS));
    Path file = folder.resolve(sensor + ".session.jsonl");
    try (var session = new CableSession(sensor, Protocol.breatheShort(6).scaledTo(600), 20, file)) {
      say(session, sensor, before);
      session.awaitBeats(BEATS);
      session.clock.waitForNobody();
      long memory = usedKilobytes();
      long startNanos = System.nanoTime();
      var random = new Random(SEED);
      byte[] block = new byte[1 << 16];
      for (int i = 0; i < MEGABYTES << 4; i++) {
        random.nextBytes(block);
        session.cable.write(block);
      }
      session.cable.write("\r\n");
      double seconds = (System.nanoTime() - startNanos) / 1e9;
      memory = usedKilobytes() - memory;
      SessionView seen = session.session.view();
      System.out.printf(
          "%s: %d MB of noise in %.1f s, %d kB more memory, file of %d kB, %d pieces not usable%n",
          sensor,
          MEGABYTES,
          seconds,
          memory,
          Files.size(file) >> 10,
          seen.snapshot().sensor().unscored());
      assertTrue(seen.snapshot().sensor().unscored() > 1000);
      Path copy = Files.copy(file, folder.resolve(sensor + " so far"));
      CommandLineRun replay = CommandLineRun.of(folder, "replay", "--speed", "0", copy.toString());
      assertTrue(
          replay.out().stream().anyMatch(line -> line.contains(" not usable")),
          replay.out().toString());
      say(session, sensor, after);
      session.await(
          "all beats after the noise", now -> lastMillis(now, BEATS).equals(after.usable()));
      session.session.close();
      assertTrue(session.session.awaitEnd(10_000), "the session did not end");
      SessionFile recorded = SessionFile.read(file);
      List<BeatTaken> taken =
          recorded.events().stream()
              .filter(BeatTaken.class::isInstance)
              .map(BeatTaken.class::cast)
              .toList();
      List<BeatTaken> noise = taken.subList(BEATS, taken.size() - BEATS);
      assertEquals(before.usable(), millis(taken.subList(0, BEATS)));
      assertEquals(after.usable(), millis(taken.subList(taken.size() - BEATS, taken.size())));
      // Where lines have no checksum, some in a hundred thousand are numbers by chance; hardly one
      // could be a beat.
      long likely = noise.stream().filter(beat -> beat.marks().isEmpty()).count();
      System.out.printf(
          "%s: %d numbers by chance, %d of them like a beat%n", sensor, noise.size(), likely);
      assertTrue(sensor.equals("bridge") ? noise.isEmpty() : noise.size() < 100, noise.toString());
      assertTrue(likely <= 1, noise.toString());
    }
  }

  private static List<Double> lastMillis(Snapshot now, int count) {
    List<Double> all = now.beats().stream().map(Snapshot.BeatView::rrMillis).toList();
    return all.subList(Math.max(0, all.size() - count), all.size());
  }

  private static List<Double> millis(List<BeatTaken> beats) {
    return beats.stream().map(taken -> taken.beat().rrMillis()).toList();
  }

  private static void say(CableSession session, String sensor, Spoken spoken) {
    session.say(
        switch (sensor) {
          case "bridge" -> spoken.everySecond().asBridge();
          case "pulse-sensor" -> spoken.asPulseSensor();
          default -> spoken.asText();
        });
  }

  private static long usedKilobytes() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory() >> 10;
  }
}
