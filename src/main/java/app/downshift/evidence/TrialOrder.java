package app.downshift.evidence;

import app.downshift.evidence.SessionEvidence.Kind;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Which session comes next in a comparison of breathing with quiet control: permuted blocks of
 * random length (one to three of each kind), so that both kinds come equally often and nobody can
 * tell the next one. No order is ever laid down: each lot is drawn when it is needed, with the
 * chance that such blocks give it after what was drawn before. So there is nothing that somebody
 * could look up.
 */
public final class TrialOrder {
  private static final int MOST_OF_EACH = 3;

  private TrialOrder() {}

  /** Draws the kind of the next session after those that were drawn already, oldest first. */
  public static Kind next(List<Kind> drawn, RandomGenerator random) {
    return random.nextDouble() < chanceOfBreathing(drawn) ? Kind.BREATHING : Kind.QUIET;
  }

  /**
   * The chance that breathing comes next. What is left of the block that is open is unknown; {@code
   * left[b][q]} is the weight of b with breathing and q quiet ones left, after all that was drawn.
   */
  public static double chanceOfBreathing(List<Kind> drawn) {
    double[][] left = new double[MOST_OF_EACH + 1][MOST_OF_EACH + 1];
    left[0][0] = 1;
    for (Kind kind : drawn) {
      left = after(opened(left), kind == Kind.BREATHING);
    }
    left = opened(left);
    double[][] breathing = after(left, true);
    return sum(breathing) / sum(left);
  }

  /** Where nothing is left of a block, another one of any length begins. */
  private static double[][] opened(double[][] left) {
    double[][] next = new double[MOST_OF_EACH + 1][MOST_OF_EACH + 1];
    for (int b = 0; b <= MOST_OF_EACH; b++) {
      for (int q = 0; q <= MOST_OF_EACH; q++) {
        next[b][q] += b + q > 0 ? left[b][q] : 0;
      }
    }
    for (int ofEach = 1; ofEach <= MOST_OF_EACH; ofEach++) {
      next[ofEach][ofEach] += left[0][0] / MOST_OF_EACH;
    }
    return next;
  }

  private static double[][] after(double[][] left, boolean breathing) {
    double[][] next = new double[MOST_OF_EACH + 1][MOST_OF_EACH + 1];
    for (int b = 0; b <= MOST_OF_EACH; b++) {
      for (int q = 0; q <= MOST_OF_EACH; q++) {
        if (breathing && b > 0) {
          next[b - 1][q] += left[b][q] * b / (b + q);
        } else if (!breathing && q > 0) {
          next[b][q - 1] += left[b][q] * q / (b + q);
        }
      }
    }
    return next;
  }

  private static double sum(double[][] weights) {
    double sum = 0;
    for (double[] row : weights) {
      for (double weight : row) {
        sum += weight;
      }
    }
    return sum;
  }
}
