package app.downshift.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.evidence.MeanEffect.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The rates of being right and wrong; {@link DriftingClients} prints them for more clients. Bounds
 * are what 600 clients leave of 2 to 5 % and 5 %, two standard errors wide.
 */
class RulesOfEvidenceTest {
  @Test
  void oneSessionInTwentyToFiftyIsOutsideThoughNothingHappened() {
    var clients = new DriftingClients(11);
    double outside = clients.outside(600, 0, 0, 0);
    assertTrue(outside >= 0.01 && outside <= 0.065, () -> "outside: " + outside);
    double known = clients.outside(300, 8, 0, 0);
    assertTrue(known <= 0.075, () -> "outside with quiet sessions known: " + known);
  }

  @Test
  void largeChangesAreSeenInOneSession() {
    var clients = new DriftingClients(12);
    double tripled = clients.outside(300, 0, Math.log(3), 0);
    double slower = clients.outside(300, 0, 0, -11);
    assertTrue(tripled >= 0.8, () -> "× 3 seen: " + tripled);
    assertTrue(slower >= 0.8, () -> "−11 bpm seen: " + slower);
  }

  @Test
  void eightAndEightSessionsSeldomClaimWhatIsNotThere() {
    double[] none = new DriftingClients(13).claims(150, 8, 0);
    assertTrue(none[2] <= 0.05 + 2 * Math.sqrt(0.05 * 0.95 / 150), () -> "claims: " + none[2]);
  }

  @Test
  void anEffectWithoutNoiseIsFoundAndItsIntervalHoldsIt() {
    MeanEffect effect = MeanEffect.of(changes(8, 0.30), changes(8, 0.0), 0.2, 0.3);
    assertTrue(effect.claim(), effect::toString);
    assertTrue(effect.low() < 0.30 && effect.high() > 0.2, effect::toString);
    assertTrue(effect.difference() < 0.30, "the prior draws towards nought");
  }

  @Test
  void sevenSessionsOfOneKindClaimNothing() {
    MeanEffect effect = MeanEffect.of(changes(7, 0.6), changes(12, 0.0), 0.2, 0.3);
    assertFalse(effect.claim());
    assertEquals(1, effect.neededBreathing());
    assertEquals(0, effect.neededQuiet());
  }

  @Test
  void withoutSessionsNothingIsSaid() {
    MeanEffect effect = MeanEffect.of(List.of(), List.of(), 0.2, 0.3);
    assertTrue(Double.isNaN(effect.difference()) && Double.isNaN(effect.p()));
    assertFalse(effect.claim());
    assertEquals(8, effect.neededBreathing());
  }

  @Test
  void powerGrowsWithSessionsAndIsWhatIsPromised() {
    var random = new Random(4);
    List<Change> some = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      some.add(new Change(0.25 * random.nextGaussian(), 0.08));
    }
    MeanEffect effect = MeanEffect.of(some.subList(0, 100), some.subList(100, 200), 0.2, 0.3);
    double eight = effect.power(Math.log(1.3), 8, 0.2);
    double sixteen = effect.power(Math.log(1.3), 16, 0.2);
    assertEquals(0.35, eight, 0.1);
    assertEquals(0.75, sixteen, 0.1);
  }

  private static List<Change> changes(int count, double value) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Change(value + 0.02 * (i % 3 - 1), 0.03))
        .toList();
  }
}
