package app.downshift.hrv;

import app.downshift.beat.RrSeries;
import java.util.stream.IntStream;

/**
 * Figures of the time domain (Task Force 1996, Eur Heart J 17). Only clean intervals count, and a
 * difference only where both its intervals are clean and follow each other. Undefined is NaN.
 *
 * @param beats clean intervals
 * @param differences differences between clean neighbours
 * @param meanRrMillis mean interval
 * @param heartRatePerMinute 60000 / mean interval
 * @param sdnnMillis standard deviation of the intervals, N − 1
 * @param rmssdMillis root mean square of the differences
 * @param lnRmssd its natural logarithm, of ms
 * @param sdsdMillis standard deviation of the differences, N − 1
 * @param pnn50Percent differences beyond 50 ms, of all differences
 * @param pnn20Percent differences beyond 20 ms
 * @param sd1Millis width of the Poincaré plot, SDSD / √2
 * @param sd2Millis its length, √(2 SDNN² − SDSD² / 2)
 */
public record TimeDomain(
    int beats,
    int differences,
    double meanRrMillis,
    double heartRatePerMinute,
    double sdnnMillis,
    double rmssdMillis,
    double lnRmssd,
    double sdsdMillis,
    double pnn50Percent,
    double pnn20Percent,
    double sd1Millis,
    double sd2Millis) {

  /**
   * Of the clean intervals: mean and rate from one on, SDNN from two, RMSSD from one difference,
   * SDSD and SD1 from two; the logarithm of 0 is undefined. Linear cost.
   */
  public static TimeDomain of(RrSeries series) {
    Spread intervals = new Spread();
    Spread differences = new Spread();
    int beyond50 = 0;
    int beyond20 = 0;
    for (int i = 0; i < series.size(); i++) {
      if (!series.clean(i)) {
        continue;
      }
      intervals.add(series.rrMillis(i));
      if (series.follows(i) && series.clean(i - 1)) {
        double difference = series.rrMillis(i) - series.rrMillis(i - 1);
        differences.add(difference);
        beyond50 += Math.abs(difference) > 50 ? 1 : 0;
        beyond20 += Math.abs(difference) > 20 ? 1 : 0;
      }
    }
    double meanRr = intervals.mean();
    double sdnn = intervals.deviation();
    double rmssd = differences.rootMeanSquare();
    double sdsd = differences.deviation();
    return new TimeDomain(
        intervals.count(),
        differences.count(),
        meanRr,
        60_000 / meanRr,
        sdnn,
        rmssd,
        logarithm(rmssd),
        sdsd,
        100.0 * beyond50 / orNaN(differences.count()),
        100.0 * beyond20 / orNaN(differences.count()),
        sdsd / Math.sqrt(2),
        Math.sqrt(2 * sdnn * sdnn - sdsd * sdsd / 2));
  }

  /** The median of the clean intervals, NaN of none. */
  public static double medianRrMillis(RrSeries series) {
    double[] sorted =
        IntStream.range(0, series.size())
            .filter(series::clean)
            .mapToDouble(series::rrMillis)
            .sorted()
            .toArray();
    int n = sorted.length;
    return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }

  /** The same with only the figures that so much clean time can tell; SD2 rests on SDNN. */
  TimeDomain whereLongEnough(double cleanMillis) {
    boolean hasRate = MinimumWindows.reached(cleanMillis, MinimumWindows.HEART_RATE_MILLIS);
    boolean hasRmssd = MinimumWindows.reached(cleanMillis, MinimumWindows.RMSSD_MILLIS);
    boolean hasSdnn = MinimumWindows.reached(cleanMillis, MinimumWindows.SDNN_MILLIS);
    return new TimeDomain(
        beats,
        differences,
        hasRate ? meanRrMillis : Double.NaN,
        hasRate ? heartRatePerMinute : Double.NaN,
        hasSdnn ? sdnnMillis : Double.NaN,
        hasRmssd ? rmssdMillis : Double.NaN,
        hasRmssd ? lnRmssd : Double.NaN,
        hasRmssd ? sdsdMillis : Double.NaN,
        hasRmssd ? pnn50Percent : Double.NaN,
        hasRmssd ? pnn20Percent : Double.NaN,
        hasRmssd ? sd1Millis : Double.NaN,
        hasSdnn ? sd2Millis : Double.NaN);
  }

  /** The natural logarithm; of nothing at all it is undefined. */
  static double logarithm(double value) {
    return value > 0 ? Math.log(value) : Double.NaN;
  }

  private static double orNaN(int count) {
    return count > 0 ? count : Double.NaN;
  }
}
