package app.downshift.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.evidence.MadeSessions.Rest;
import app.downshift.evidence.SessionEvidence.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrialTest {
  private static final long SEED = 20261121;
  private static final Instant NOON = Instant.parse("2026-11-03T12:00:00Z");
  private static final Rest SLOW = new Rest(66, 110, 6);

  @Test
  void bothKindsComeEquallyOftenAndNeverRunFarAhead() {
    System.out.println("seed " + SEED);
    var random = new Random(SEED);
    int first = 0;
    for (int client = 0; client < 400; client++) {
      List<Kind> drawn = new ArrayList<>();
      int ahead = 0;
      for (int i = 0; i < 48; i++) {
        drawn.add(TrialOrder.next(drawn, random));
        ahead += drawn.get(i) == Kind.BREATHING ? 1 : -1;
        assertTrue(Math.abs(ahead) <= 3, drawn::toString);
      }
      first += drawn.get(0) == Kind.BREATHING ? 1 : 0;
    }
    assertEquals(200, first, 60);
  }

  /** Orders laid down in whole blocks, and lots drawn one by one, come equally often. */
  @Test
  void lotsDrawnOneByOneFallAsShuffledBlocksDo() {
    var random = new Random(SEED);
    int times = 200_000;
    Map<List<Kind>, Integer> seen = new HashMap<>();
    for (int k = 0; k < times; k++) {
      List<Kind> order = new ArrayList<>();
      while (order.size() < 4) {
        List<Kind> block = new ArrayList<>();
        int ofEach = 1 + random.nextInt(3);
        for (int i = 0; i < ofEach; i++) {
          block.add(Kind.BREATHING);
          block.add(Kind.QUIET);
        }
        Collections.shuffle(block, random);
        order.addAll(block);
      }
      seen.merge(List.copyOf(order.subList(0, 4)), 1, Integer::sum);
    }
    double all = 0;
    for (int code = 0; code < 16; code++) {
      List<Kind> order = new ArrayList<>();
      double chance = 1;
      for (int i = 0; i < 4; i++) {
        double breathing = TrialOrder.chanceOfBreathing(order);
        boolean breathes = (code >> i & 1) == 1;
        chance *= breathes ? breathing : 1 - breathing;
        order.add(breathes ? Kind.BREATHING : Kind.QUIET);
      }
      all += chance;
      double share = seen.getOrDefault(order, 0) / (double) times;
      double spread = Math.sqrt(chance * (1 - chance) / times);
      assertEquals(chance, share, 4.5 * spread + 1e-12, order::toString);
    }
    assertEquals(1, all, 1e-12);
  }

  @Test
  void whatWasDrawnCannotBeLookedAtAndRejected() {
    var random = new Random(SEED);
    Trial trial = Trial.NONE.begun(NOON, List.of(), random);
    Kind drawn = trial.kind();
    for (int press = 1; press <= 50; press++) {
      trial = trial.begun(NOON.plusSeconds(60 * press), List.of(), random);
      assertEquals(drawn, trial.kind());
    }
    assertEquals(1, trial.lots().size());
    assertEquals(50, trial.begunAgain());
  }

  @Test
  void aSessionOfTheOtherKindOrOneBrokenOffLeavesItStanding() {
    Trial quiet = new Trial(List.of(new Trial.Lot(NOON, Kind.QUIET, List.of())));
    SessionEvidence breathing =
        SessionEvidence.of(
            MadeSessions.of("breathe", 5, MadeSessions.USUAL, SLOW, MadeSessions.USUAL));
    SessionEvidence before = SessionEvidence.of(session(1));
    SessionEvidence after = SessionEvidence.of(session(5));
    assertTrue(before.started().isBefore(NOON) && after.started().isAfter(NOON));
    assertTrue(quiet.standing(List.of(breathing, before, brokenOff())).isPresent());
    assertTrue(quiet.standing(List.of(breathing, after)).isEmpty());
    assertEquals(1, quiet.practised(List.of(before, breathing, after)));
    Trial next = quiet.begun(NOON.plusSeconds(9 * 86_400), List.of(after), new Random(SEED));
    assertEquals(2, next.lots().size());
    assertEquals(0, next.begunAgain());
  }

  @Test
  void itsLinesGrowOnlyAtTheEndAndSayNothingOfWhatComesNext() {
    var random = new Random(SEED);
    Trial trial = Trial.NONE;
    List<String> before = trial.lines();
    for (int k = 1; k < 6; k++) {
      trial = trial.begun(NOON.plusSeconds(k), List.of(), random);
      List<String> lines = trial.lines();
      assertEquals(before.size() + 1, lines.size());
      assertEquals(before, lines.subList(0, before.size()));
      assertEquals(trial, Trial.of(lines));
      before = lines;
    }
    // What is cut off, or written by somebody else, is passed over.
    List<String> damaged = new ArrayList<>(before);
    damaged.add("lot 2026-11-0");
    damaged.add("again");
    assertEquals(trial, Trial.of(damaged));
    // The same lines, and another hand draws otherwise: the next one is in none of them.
    Trial done = new Trial(List.of());
    var kinds = new java.util.HashSet<Kind>();
    for (int seed = 0; seed < 40; seed++) {
      kinds.add(done.begun(NOON, List.of(), new Random(seed * 7919L)).kind());
    }
    assertNotEquals(1, kinds.size());
  }

  private static app.downshift.recording.SessionFile session(int day) {
    return MadeSessions.of("quiet-control", day, MadeSessions.USUAL);
  }

  /** Stopped before its second rest. */
  private static SessionEvidence brokenOff() {
    var whole = session(6);
    return SessionEvidence.of(
        new app.downshift.recording.SessionFile(
            whole.plan(),
            whole.events().stream().filter(event -> event.atMicros() < 200e6).toList(),
            0,
            0,
            true));
  }
}
