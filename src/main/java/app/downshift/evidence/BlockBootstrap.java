package app.downshift.evidence;

import app.downshift.evidence.Segment.Blocks;
import java.util.SplittableRandom;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * How well the difference of two rests was measured: blocks of 30 s drawn again and again with
 * replacement (Künsch 1989, Ann Stat 17; blocks, because neighbouring beats are alike). The spread
 * of a mean of n blocks drawn so is too small by √((n−1)/n); that is put right.
 */
final class BlockBootstrap {
  private static final int DRAWS = 1000;

  /** A fixed seed: the same recording says the same. */
  private static final long SEED = 30;

  private BlockBootstrap() {}

  /** The standard errors of the differences, in the order of {@link Metric}; NaN if unknown. */
  static double[] standardErrors(Blocks pre, Blocks post) {
    double[] none = {Double.NaN, Double.NaN};
    if (pre.count() < 2 || post.count() < 2) {
      return none;
    }
    var random = new SplittableRandom(SEED);
    double rate = spread(pre, Metric.HR, random) + spread(post, Metric.HR, random);
    double rmssd = spread(pre, Metric.LN_RMSSD, random) + spread(post, Metric.LN_RMSSD, random);
    return new double[] {Math.sqrt(rate), Math.sqrt(rmssd)};
  }

  /**
   * Half of the 95 % interval of one figure of one rest; NaN if unknown. A rest has few blocks, so
   * the quantile is Student's with one degree of freedom less than there are blocks: with that of
   * the normal, 87 instead of 95 of 100 intervals of three minutes held.
   */
  static double halfInterval(Blocks rest, Metric metric) {
    if (rest.count() < 2) {
      return Double.NaN;
    }
    double se = Math.sqrt(spread(rest, metric, new SplittableRandom(SEED)));
    return se * new TDistribution(rest.count() - 1).inverseCumulativeProbability(0.975);
  }

  /** The variance of a figure over draws of its blocks. */
  private static double spread(Blocks blocks, Metric metric, SplittableRandom random) {
    int n = blocks.count();
    double sum = 0;
    double squares = 0;
    int drawn = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      int intervals = 0;
      double rr = 0;
      int differences = 0;
      double difference2 = 0;
      for (int k = 0; k < n; k++) {
        int b = random.nextInt(n);
        intervals += blocks.intervals()[b];
        rr += blocks.rrMillis()[b];
        differences += blocks.differences()[b];
        difference2 += blocks.squares()[b];
      }
      double figure =
          metric == Metric.HR ? 60_000 * intervals / rr : 0.5 * Math.log(difference2 / differences);
      if (Double.isFinite(figure)) {
        sum += figure;
        squares += figure * figure;
        drawn++;
      }
    }
    if (drawn < DRAWS / 2) {
      return Double.NaN;
    }
    double mean = sum / drawn;
    return Math.max(0, squares / drawn - mean * mean) * n / (n - 1);
  }
}
