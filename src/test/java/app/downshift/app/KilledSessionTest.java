package app.downshift.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.recording.SessionFile;
import app.downshift.session.SessionEvent.BeatTaken;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A program that is killed loses nothing that anybody saw. */
@Timeout(300)
class KilledSessionTest {
  private static final int KILLS = 50;
  private static final int AT_A_TIME = 3;
  private static final int LONGEST_LIFE_MILLIS = 400;
  private static final String SPEED = "100";
  private static final int KILLED = 128 + 9;

  @TempDir Path folder;

  @Test
  void whateverTheMomentTheFileReadsAndHoldsEveryBeatThatWasOnTheScreen() throws Exception {
    long seed = System.nanoTime();
    var random = new Random(seed);
    ExecutorService hands = Executors.newFixedThreadPool(AT_A_TIME);
    List<Future<Integer>> kills = new ArrayList<>();
    for (int i = 0; i < KILLS; i++) {
      int number = i;
      int life = random.nextInt(LONGEST_LIFE_MILLIS);
      kills.add(hands.submit(() -> kill(number, life)));
    }
    hands.shutdown();
    int seen = 0;
    for (int i = 0; i < KILLS; i++) {
      try {
        seen += kills.get(i).get();
      } catch (ExecutionException broken) {
        throw new AssertionError("kill " + i + ", random seed " + seed, broken.getCause());
      }
    }
    System.out.printf("killed %d sessions that had shown %d beats%n", KILLS, seen);
    assertTrue(seen > 10 * KILLS, "too few beats were seen to prove anything: " + seen);
  }

  /** Returns how many beats were on the screen. */
  private int kill(int number, int lifeMillis) throws Exception {
    Path place = Files.createDirectory(folder.resolve("kill" + number));
    Path file = place.resolve("a.session.jsonl");
    List<String> words = List.of(file.toString(), SPEED, String.valueOf(number));
    Process child = ChildJvm.start(place, List.of(), KilledSession.class, words);
    var screen = child.inputReader();
    assertEquals("begun", screen.readLine(), () -> "the session did not begin");
    child.waitFor(lifeMillis, TimeUnit.MILLISECONDS);
    child.toHandle().destroyForcibly(); // the process itself would close what it has said
    List<String> shown = new ArrayList<>();
    for (String line = screen.readLine(); line != null; line = screen.readLine()) {
      shown.add(line);
    }
    assertEquals(KILLED, child.waitFor());
    return compare(SessionFile.read(file), shown);
  }

  private static int compare(SessionFile file, List<String> shown) {
    assertEquals(0, file.unreadLines());
    assertTrue(file.damage().orElseThrow().contains("it stops without an end"));
    List<BeatTaken> beats =
        file.events().stream()
            .filter(BeatTaken.class::isInstance)
            .map(BeatTaken.class::cast)
            .toList();
    int last = 0;
    for (String line : shown) {
      if (line.endsWith(KilledSession.WHOLE)) {
        String[] words = line.split(" ");
        last = Integer.parseInt(words[0]);
        assertTrue(beats.size() >= last, () -> "shown: " + line + ", in the file: " + beats.size());
        BeatTaken beat = beats.get(last - 1);
        assertEquals(words[1], String.valueOf(beat.atMicros()));
        assertEquals(words[2], String.valueOf(beat.beat().rrMillis()));
      }
    }
    return last;
  }
}
