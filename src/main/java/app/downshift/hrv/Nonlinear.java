package app.downshift.hrv;

import app.downshift.beat.RrSeries;
import java.util.Arrays;
import java.util.Comparator;

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

  public static Nonlinear of(RrSeries series) {
    Knots knots = Knots.longestStretch(series);
    Matches matches = matches(knots);
    boolean defined = matches.ofTwo > 0 && matches.ofThree > 0;
    double entropy = defined ? -Math.log((double) matches.ofThree / matches.ofTwo) : Double.NaN;
    return new Nonlinear(entropy, dfaAlpha1(knots.rrMillis()));
  }

  /** The same, with α1 only from five minutes of clean time on. */
  Nonlinear whereLongEnough(double cleanMillis) {
    boolean enough = MinimumWindows.reached(cleanMillis, MinimumWindows.DFA_MILLIS);
    return new Nonlinear(sampleEntropy, enough ? dfaAlpha1 : Double.NaN);
  }

  /** Pairs of templates that agree for two beats, and those of them that agree for the third. */
  record Matches(long ofTwo, long ofThree) {}

  /**
   * Counts matching templates. Sorted by their first beat, only those within tolerance need a look.
   * A template that would touch a marked beat is none.
   */
  static Matches matches(Knots knots) {
    double[] rr = knots.rrMillis();
    Spread spread = new Spread();
    for (double each : rr) {
      spread.add(each);
    }
    double tolerance = TOLERANCE * spread.deviation();
    int[] starts = sortedTemplates(knots);
    double[] first = Arrays.stream(starts).mapToDouble(i -> rr[i]).toArray();
    double[] second = Arrays.stream(starts).mapToDouble(i -> rr[i + 1]).toArray();
    double[] third = Arrays.stream(starts).mapToDouble(i -> rr[i + 2]).toArray();
    long ofTwo = 0;
    long ofThree = 0;
    for (int a = 0; a < starts.length; a++) {
      for (int b = a + 1; b < starts.length && first[b] - first[a] < tolerance; b++) {
        // Sums without branches: on a day of beats this loop runs a thousand million times.
        int two = Math.abs(second[b] - second[a]) < tolerance ? 1 : 0;
        ofTwo += two;
        ofThree += Math.abs(third[b] - third[a]) < tolerance ? two : 0;
      }
    }
    return new Matches(ofTwo, ofThree);
  }

  private static int[] sortedTemplates(Knots knots) {
    Integer[] starts = new Integer[Math.max(0, knots.size() - 2)];
    int count = 0;
    for (int i = 0; i + 2 < knots.size(); i++) {
      if (knots.joined(i + 1) && knots.joined(i + 2)) {
        starts[count++] = i;
      }
    }
    Arrays.sort(starts, 0, count, Comparator.comparingDouble(i -> knots.rrMillis()[i]));
    return Arrays.stream(starts, 0, count).mapToInt(Integer::intValue).toArray();
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
