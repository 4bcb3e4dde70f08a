package app.downshift.hrv;

import app.downshift.beat.RrSeries;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Nonlinear figures of the longest stretch without a gap. Undefined is NaN.
 *
 * @param sampleEntropy templates of 2, tolerance 0.2 SD (Richman and Moorman 2000)
 * @param dfaAlpha1 slope of detrended fluctuation over boxes of 4 to 16 beats (Peng 1995)
 */
public record Nonlinear(double sampleEntropy, double dfaAlpha1) {
  private static final double TOLERANCE = 0.2;
  private static final int SMALLEST_BOX = 4;
  private static final int LARGEST_BOX = 16;

  /**
   * Of the longest stretch; entropy is undefined without matches of both lengths, α1 below 32 beats
   * or without fluctuation. n log² n steps at most.
   */
  public static Nonlinear of(RrSeries series) {
    Knots knots = Knots.longestStretch(series);
    TemplateMatches.Count matches = matches(knots);
    boolean defined = matches.ofTwo() > 0 && matches.ofThree() > 0;
    double entropy = defined ? -Math.log((double) matches.ofThree() / matches.ofTwo()) : Double.NaN;
    return new Nonlinear(entropy, dfaAlpha1(knots.rrMillis()));
  }

  /** The same, with α1 only from five minutes of clean time on. */
  Nonlinear whereLongEnough(double cleanMillis) {
    boolean enough = MinimumWindows.reached(cleanMillis, MinimumWindows.DFA_MILLIS);
    return new Nonlinear(sampleEntropy, enough ? dfaAlpha1 : Double.NaN);
  }

  /** Pairs of templates that agree for two beats, and those of them that agree for the third. */
  record Matches(long ofTwo, long ofThree) {}

  /** A template that would touch a marked beat is none. */
  static TemplateMatches.Count matches(Knots knots) {
    double[] rr = knots.rrMillis();
    Spread spread = new Spread();
    for (double each : rr) {
      spread.add(each);
    }
    int[] starts =
        IntStream.range(0, Math.max(0, rr.length - 2))
            .filter(i -> knots.joined(i + 1) && knots.joined(i + 2))
            .toArray();
    int[] sorted = Ranks.ascending(Arrays.stream(starts).mapToDouble(i -> rr[i]).toArray());
    return TemplateMatches.count(
        Arrays.stream(sorted).mapToDouble(k -> rr[starts[k]]).toArray(),
        Arrays.stream(sorted).mapToDouble(k -> rr[starts[k] + 1]).toArray(),
        Arrays.stream(sorted).mapToDouble(k -> rr[starts[k] + 2]).toArray(),
        TOLERANCE * spread.deviation());
  }

  private static double dfaAlpha1(double[] rr) {
    if (rr.length < 2 * LARGEST_BOX) {
      return Double.NaN;
    }
    double mean = Arrays.stream(rr).average().orElse(Double.NaN);
    double[] profile = new double[rr.length];
    double sum = 0;
    for (int i = 0; i < rr.length; i++) {
      sum += rr[i] - mean;
      profile[i] = sum;
    }
    int sizes = LARGEST_BOX - SMALLEST_BOX + 1;
    double[] logSize = new double[sizes];
    double[] logFluctuation = new double[sizes];
    for (int k = 0; k < sizes; k++) {
      int box = SMALLEST_BOX + k;
      logSize[k] = Math.log(box);
      logFluctuation[k] = TimeDomain.logarithm(fluctuation(profile, box));
    }
    return Detrend.slope(logSize, logFluctuation);
  }

  /** Root mean square of what straight lines in boxes side by side leave over. */
  private static double fluctuation(double[] profile, int box) {
    int boxes = profile.length / box;
    double middle = (box - 1) / 2.0;
    double weight = box * ((double) box * box - 1) / 12;
    double squares = 0;
    for (int b = 0; b < boxes; b++) {
      double mean = 0;
      double product = 0;
      for (int i = 0; i < box; i++) {
        mean += profile[b * box + i] / box;
        product += profile[b * box + i] * (i - middle);
      }
      double slope = product / weight;
      for (int i = 0; i < box; i++) {
        double left = profile[b * box + i] - mean - slope * (i - middle);
        squares += left * left;
      }
    }
    return Math.sqrt(squares / ((double) boxes * box));
  }
}
