package app.downshift.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.evidence.TrialStanding;
import app.downshift.recording.UnreadableFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialsTest {
  private static final Instant NOON = Instant.parse("2026-11-03T12:00:00Z");

  @TempDir Path sessions;

  @Test
  void aLotIsInTheFileBeforeItIsToldAndTheNextStartGivesTheSame() throws Exception {
    Trials trials = trials(1);
    String drawn = trials.begin("C-017").name();
    List<String> lines = Files.readAllLines(sessions.resolve("trial_C-017.lots"));
    assertEquals(1, lines.size());
    assertEquals(drawn.equals("breathe"), lines.get(0).endsWith("breathing"));
    for (int seed = 2; seed < 12; seed++) {
      assertEquals(drawn, trials(seed).begin("C-017").name());
    }
    TrialStanding standing = trials.standing("C-017");
    assertEquals(1, standing.lots());
    assertEquals(10, standing.begunAgain());
    assertTrue(standing.open());
    assertEquals(0, trials.standing("C-018").lots());
  }

  @Test
  void clientsWithLikeCodesHaveFilesOfTheirOwn() throws Exception {
    for (String code : List.of("", "a/b", "a-b", "a b", "..")) {
      trials(3).begin(code);
      assertEquals(1, trials(3).standing(code).lots(), code);
    }
    try (var files = Files.list(sessions)) {
      assertEquals(5, files.count());
    }
  }

  @Test
  void whatCannotBeKeptIsNotDrawn() throws Exception {
    Path blocked = Files.createFile(sessions.resolve("file"));
    var trials =
        new Trials(blocked, client -> List.of(), Clock.fixed(NOON, ZoneOffset.UTC), new Random(1));
    UnreadableFile refused = assertThrows(UnreadableFile.class, () -> trials.begin(""));
    assertFalse(refused.getMessage().contains("breath"), refused.getMessage());
  }

  private Trials trials(long seed) {
    return new Trials(
        sessions, client -> List.of(), Clock.fixed(NOON, ZoneOffset.UTC), new Random(seed));
  }
}
