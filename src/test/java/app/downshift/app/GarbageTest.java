package app.downshift.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.ReferenceData;
import app.downshift.recording.SessionFile;
import app.downshift.session.Protocol;
import app.downshift.session.SessionEvent;
import app.downshift.session.SessionEvent.BeatTaken;
import app.downshift.session.SessionView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ten megabytes of noise in the middle of a session, as fast as the cable takes them. */
@Timeout(180)
class GarbageTest {
  private static final int MEGABYTES = 10;
  private static final long SEED = 20_261_121;

  @TempDir Path folder;

  @Test
  void noiseInventsNoBeatHoldsNothingUpAndIsSaidToBeNoise() throws Exception {
    for (String sensor : List.of("text")) {
      assertUnmoved(sensor);
    }
  }

  private void assertUnmoved(String sensor) throws Exception {
    List<Long> rr = Arrays.stream(ReferenceData.intervals("syn_rsa010_A50")).mapToObj(Math::round).toList();
    Spoken before = Spoken.beatByBeat("before", rr.subList(0, 60));
    Spoken after = Spoken.beatByBeat("after", rr.subList(60, 120));
    Path file = folder.resolve(sensor + ".session.jsonl");
    try (var session = new CableSession(sensor, Protocol.breatheShort(6).scaledTo(80), 20, file)) {
      say(session, sensor, before);
      session.awaitBeats(60);
      session.clock.waitForNobody();
      long memory = usedKilobytes();
      long startNanos = System.nanoTime();
      var noise = new Random(SEED);
      byte[] block = new byte[1 << 16];
      for (int i = 0; i < MEGABYTES << 4; i++) {
        noise.nextBytes(block);
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
      say(session, sensor, after);
      session.awaitBeats(120);
      SessionFile recorded = session.complete();
      List<Double> told = new ArrayList<>();
      for (SessionEvent event : recorded.events()) {
        if (event instanceof BeatTaken taken) {
          told.add(taken.beat().rrMillis());
        }
      }
      System.out.println(sensor + " " + told.size() + told);
      assertEquals(Stream.of(before, after).flatMap(part -> part.usable().stream()).toList(), told, sensor);
    }
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
