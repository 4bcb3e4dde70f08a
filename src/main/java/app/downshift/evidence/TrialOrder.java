package app.downshift.evidence;

import app.downshift.evidence.SessionEvidence.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Which session comes next in a comparison of breathing with quiet control: a random order in
 * blocks of random length, so that both kinds come equally often and nobody can tell the next one.
 * The secret belongs to one client and is shown to nobody; ask only when a session begins.
 */
public final class TrialOrder {
  private static final int MOST_OF_EACH = 3;

  private final long secret;

  /**
   * @param secret a random number, drawn once for each client and kept
   */
  public TrialOrder(long secret) {
    this.secret = secret;
  }

  /** The kind of the next session after so many that the order has chosen already. */
  public Kind next(int chosenAlready) {
    var random = new Random(secret);
    List<Kind> order = new ArrayList<>();
    while (order.size() <= chosenAlready) {
      List<Kind> block = new ArrayList<>();
      int ofEach = 1 + random.nextInt(MOST_OF_EACH);
      for (int i = 0; i < ofEach; i++) {
        block.add(Kind.BREATHING);
        block.add(Kind.QUIET);
      }
      Collections.shuffle(block, random);
      order.addAll(block);
    }
    return order.get(chosenAlready);
  }
}
