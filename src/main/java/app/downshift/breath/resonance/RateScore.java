package app.downshift.breath.resonance;

import app.downshift.hrv.PacedStretch;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What the heart did at one rate. In {@link #best} the swing decides; where two swings cannot be
 * told apart the other figures do, in the order of {@link PacedStretch}'s telling: peak to trough,
 * LF power, its highest density and in step by majority, then fewer maxima, then the smaller
 * residual.
 *
 * @param usable whether enough of it was heard to count
 */
public record RateScore(double perMinute, PacedStretch heart, boolean usable) {
  private static final int FEWEST_BREATHS = 3;
  private static final double LEAST_CLEAN = 0.8;

  /** Swings nearer than so many standard errors of their difference are equal. */
  private static final double APART = 1;

  private static final List<ToDoubleFunction<PacedStretch>> AFTER_SWING =
      List.of(
          PacedStretch::peakToTroughMillis,
          heart -> heart.spectrum().lfMillis2(),
          heart -> heart.spectrum().peakMillis2PerHz(),
          PacedStretch::inStep);

  static RateScore of(double perMinute, PacedStretch heart) {
    boolean enough =
        heart.breaths() >= FEWEST_BREATHS
            && heart.cleanShare() >= LEAST_CLEAN
            && heart.errorBpm() >= 0;
    return new RateScore(perMinute, heart, enough);
  }

  /** The best of the usable ones among those tried, or −1. */
  public static int best(List<RateScore> scores) {
    int top = -1;
    for (int i = 0; i < scores.size(); i++) {
      if (scores.get(i).usable
          && (top < 0 || scores.get(i).heart.swingBpm() > scores.get(top).heart.swingBpm())) {
        top = i;
      }
    }
    int best = top;
    for (int i = 0; i < scores.size(); i++) {
      if (i != top
          && scores.get(i).usable
          && scores.get(i).ties(scores.get(top))
          && ahead(scores.get(i).heart, scores.get(best).heart)) {
        best = i;
      }
    }
    return best;
  }

  /** Whether the first is better than the second apart from the swing. */
  private static boolean ahead(PacedStretch one, PacedStretch other) {
    int votes = votes(one, other);
    int maxima = Integer.compare(other.spectrum().maxima(), one.spectrum().maxima());
    int residual = Double.compare(other.residualMillis(), one.residualMillis());
    return votes != 0 ? votes > 0 : maxima != 0 ? maxima > 0 : residual > 0;
  }

  private boolean ties(RateScore other) {
    return Math.abs(heart.swingBpm() - other.heart.swingBpm())
        < APART * Math.hypot(heart.errorBpm(), other.heart.errorBpm());
  }

  /** By how many more figures the first is ahead of the second. */
  private static int votes(PacedStretch one, PacedStretch other) {
    int ahead = 0;
    for (ToDoubleFunction<PacedStretch> figure : AFTER_SWING) {
      ahead += Double.compare(figure.applyAsDouble(one), figure.applyAsDouble(other));
    }
    return ahead;
  }
}
