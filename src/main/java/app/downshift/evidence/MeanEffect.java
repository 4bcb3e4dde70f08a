package app.downshift.evidence;

import java.util.List;
import java.util.SplittableRandom;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * Breathing minus quiet control over many sessions of one client, for one axis. Resting alone calms
 * too; the quiet sessions take that off. The difference of the means has a normal prior about 0;
 * each session varies by its measurement and by the client's drift, whose variance is learned from
 * all of them (inverse gamma, as {@link UsualDrift}). The p value comes from permuting which
 * session was which (Edgington, Randomization Tests): it needs no model, only the random order.
 *
 * @param breathing sessions with breathing that could be judged
 * @param quiet quiet sessions that could be judged
 * @param difference posterior mean, NaN without sessions of both kinds
 * @param low lower end of its 95 % interval
 * @param high upper end
 * @param p two-sided, NaN without two sessions of both kinds
 * @param sessionSd how much one session varies: drift and measurement together, an SD
 */
public record MeanEffect(
    int breathing,
    int quiet,
    double difference,
    double low,
    double high,
    double p,
    double sessionSd) {
  /** Fewer sessions of either kind claim nothing. */
  public static final int SESSIONS_FOR_A_CLAIM = 8;

  private static final double PRIOR_SHAPE = 3;
  private static final double SIDE = 0.025;
  private static final double LEVEL = 0.05;
  private static final int PERMUTATIONS = 9999;
  private static final long SEED = 8 + 8;

  /** One session on one axis: after minus before, and how well that was measured. */
  public record Change(double value, double se) {}

  /**
   * The difference that two kinds of sessions show.
   *
   * @param priorEffect SD of effects before anything is known
   * @param priorDrift SD of drift before anything is known
   */
  public static MeanEffect of(
      List<Change> breathing, List<Change> quiet, double priorEffect, double priorDrift) {
    int n = breathing.size();
    int m = quiet.size();
    double shape = PRIOR_SHAPE + Math.max(0, n + m - 2) / 2.0;
    double learned = Math.max(0, residuals(breathing) + residuals(quiet)) / 2;
    double drift = (priorDrift * priorDrift * (PRIOR_SHAPE - 1) + learned) / shape;
    double noise = (noise(breathing) + noise(quiet)) / Math.max(1, n + m);
    double sessionSd = Math.sqrt(drift + noise);
    if (n == 0 || m == 0) {
      return new MeanEffect(n, m, Double.NaN, Double.NaN, Double.NaN, Double.NaN, sessionSd);
    }
    Weighted with = weighted(breathing, drift);
    Weighted without = weighted(quiet, drift);
    double prior = priorEffect * priorEffect;
    double variance = with.variance + without.variance;
    double mean = (with.mean - without.mean) * prior / (prior + variance);
    double sd = Math.sqrt(prior * variance / (prior + variance));
    double reach = sd * new TDistribution(2 * shape).inverseCumulativeProbability(1 - SIDE);
    return new MeanEffect(
        n, m, mean, mean - reach, mean + reach, permuted(breathing, quiet), sessionSd);
  }

  /** Enough sessions, an interval that leaves out nought, and an order that is no accident. */
  public boolean claim() {
    return breathing >= SESSIONS_FOR_A_CLAIM
        && quiet >= SESSIONS_FOR_A_CLAIM
        && (low > 0 || high < 0)
        && p < LEVEL;
  }

  /** How many sessions of breathing are missing before anything can be claimed. */
  public int neededBreathing() {
    return Math.max(0, SESSIONS_FOR_A_CLAIM - breathing);
  }

  /** How many quiet sessions are missing before anything can be claimed. */
  public int neededQuiet() {
    return Math.max(0, SESSIONS_FOR_A_CLAIM - quiet);
  }

  /**
   * The chance that an effect of this size would be claimed with so many sessions of each kind, if
   * sessions go on varying as they did; by the interval alone.
   */
  public double power(double effect, int sessionsOfEach, double priorEffect) {
    double variance = 2 * sessionSd * sessionSd / sessionsOfEach;
    double prior = priorEffect * priorEffect;
    double limit =
        new NormalDistribution().inverseCumulativeProbability(1 - SIDE)
            * Math.sqrt(variance * (prior + variance) / prior);
    var observed = new NormalDistribution(effect, Math.sqrt(variance));
    return 1 - observed.cumulativeProbability(limit) + observed.cumulativeProbability(-limit);
  }

  private static double residuals(List<Change> group) {
    double mean = group.stream().mapToDouble(Change::value).average().orElse(0);
    double squares = 0;
    for (Change change : group) {
      double off = change.value - mean;
      squares += off * off;
    }
    // Of n differences from their own mean, n − 1 are free.
    double free = group.isEmpty() ? 0 : (group.size() - 1.0) / group.size();
    return squares - free * noise(group);
  }

  private static double noise(List<Change> group) {
    return group.stream().mapToDouble(change -> change.se * change.se).sum();
  }

  private record Weighted(double mean, double variance) {}

  private static Weighted weighted(List<Change> group, double drift) {
    double weights = 0;
    double sum = 0;
    for (Change change : group) {
      double weight = 1 / (drift + change.se * change.se);
      weights += weight;
      sum += weight * change.value;
    }
    return new Weighted(sum / weights, 1 / weights);
  }

  private static double permuted(List<Change> breathing, List<Change> quiet) {
    int n = breathing.size();
    int all = n + quiet.size();
    if (n < 2 || quiet.size() < 2) {
      return Double.NaN;
    }
    double[] values = new double[all];
    for (int i = 0; i < all; i++) {
      values[i] = i < n ? breathing.get(i).value : quiet.get(i - n).value;
    }
    double seen = Math.abs(meanDifference(values, n));
    var random = new SplittableRandom(SEED);
    int asLarge = 0;
    for (int k = 0; k < PERMUTATIONS; k++) {
      // The first n places of a Fisher-Yates shuffle choose who breathed.
      for (int i = 0; i < n; i++) {
        int j = i + random.nextInt(all - i);
        double kept = values[i];
        values[i] = values[j];
        values[j] = kept;
      }
      asLarge += Math.abs(meanDifference(values, n)) >= seen * (1 - 1e-12) ? 1 : 0;
    }
    return (1.0 + asLarge) / (1 + PERMUTATIONS);
  }

  private static double meanDifference(double[] values, int n) {
    double with = 0;
    double without = 0;
    for (int i = 0; i < values.length; i++) {
      if (i < n) {
        with += values[i];
      } else {
        without += values[i];
      }
    }
    return with / n - without / (values.length - n);
  }
}
