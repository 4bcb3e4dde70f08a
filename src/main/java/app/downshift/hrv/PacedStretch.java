package app.downshift.hrv;

import app.downshift.beat.RrSeries;
import java.util.Arrays;

/**
 * How the heart followed a pacer over one stretch of breaths at about one rate: all that the rates
 * of a search are compared by. NaN where undefined.
 *
 * @param breaths whole breaths that clean beats cover by three quarters, with three beats or more
 * @param asked whole breaths there were
 * @param heardMillis the sum of clean intervals
 * @param cleanShare of the time, 0 to 1
 * @param swingBpm twice the first harmonic of heart rate: least squares of all clean beats on
 *     offset, slope and two harmonics of the breath, loss by averaging over an interval undone
 * @param swingMillis the same of the interval
 * @param errorBpm standard error of {@code swingBpm}, from what the fit leaves over at frequencies
 *     next to the breath's
 * @param errorDegrees degrees of freedom of that
 * @param peakToTroughMillis mean over breaths of longest less shortest interval
 * @param spectrum where the power lies
 * @param inStep length of the mean direction of all usable breaths, 0 to 1 (see {@link InStep})
 * @param residualMillis root mean square of what two harmonics leave over
 */
public record PacedStretch(
    int breaths,
    int asked,
    double heardMillis,
    double cleanShare,
    double swingBpm,
    double swingMillis,
    double errorBpm,
    int errorDegrees,
    double peakToTroughMillis,
    StretchSpectrum spectrum,
    double inStep,
    double residualMillis) {
  private static final double COVERED = 0.75;
  private static final int FEWEST_BEATS = 3;

  /** Side frequencies, in whole turns a stretch away from the breath, on each side. */
  private static final int MOST_SIDES = 3;

  /** Two harmonics need so many beats a breath, one so many. */
  private static final double BEATS_FOR_TWO = 5;

  private static final double BEATS_FOR_ONE = 2.5;

  /** The breaths a pacer asked for, as a line over time; whole numbers are starts of the inhale. */
  @FunctionalInterface
  public interface Phase {
    /** Breaths at a time in ms, rising. */
    double cyclesAt(double millis);
  }

  /** Of the clean beats of {@code (fromMillis, toMillis]}. */
  public static PacedStretch of(RrSeries series, double fromMillis, double toMillis, Phase phase) {
    return new Fit(series.window(fromMillis, toMillis), fromMillis, toMillis, phase).result();
  }

  /** One stretch while it is worked on. */
  private static final class Fit {
    private final RrSeries series;
    private final double fromMillis;
    private final double toMillis;
    private final Phase phase;
    private final double cycles;
    private final double breathMillis;
    private final int[] clean;
    private final double[] middle;
    private final double[] angle;
    private double cleanMillis;

    Fit(RrSeries series, double fromMillis, double toMillis, Phase phase) {
      this.series = series;
      this.fromMillis = fromMillis;
      this.toMillis = toMillis;
      this.phase = phase;
      cycles = phase.cyclesAt(toMillis) - phase.cyclesAt(fromMillis);
      breathMillis = (toMillis - fromMillis) / cycles;
      int[] places = new int[series.size()];
      int count = 0;
      for (int i = 0; i < series.size(); i++) {
        if (series.clean(i)) {
          places[count++] = i;
        }
      }
      clean = Arrays.copyOf(places, count);
      middle = new double[count];
      angle = new double[count];
      for (int k = 0; k < count; k++) {
        double rr = series.rrMillis(clean[k]);
        middle[k] = series.timeMillis(clean[k]) - rr / 2;
        double at = phase.cyclesAt(middle[k]);
        angle[k] = 2 * Math.PI * (at - Math.floor(at));
        cleanMillis += rr;
      }
    }

    PacedStretch result() {
      Breaths each = breaths();
      double share = Math.min(1, cleanMillis / (toMillis - fromMillis));
      double beatsPerBreath = breathMillis * clean.length / cleanMillis;
      if (each.usable == 0 || !(beatsPerBreath >= BEATS_FOR_ONE)) {
        return nothing(each, share);
      }
      HarmonicFit fit = new HarmonicFit();
      for (int k = 0; k < clean.length; k++) {
        fit.add(middle[k], rr(k), phase.cyclesAt(middle[k]), 1 / breathMillis, Double.MAX_VALUE);
      }
      double[][] found = fit.whole(beatsPerBreath >= BEATS_FOR_TWO);
      if (found.length == 0) {
        return nothing(each, share);
      }
      double[] left = new double[clean.length];
      double squares = 0;
      for (int k = 0; k < left.length; k++) {
        left[k] = 60_000 / rr(k) - fitted(found[0], k);
        double residual = rr(k) - fitted(found[1], k);
        squares += residual * residual;
      }
      int sides = (int) Math.min(MOST_SIDES, Math.floor(cycles / 2 - 0.5));
      return new PacedStretch(
          each.usable,
          each.asked,
          cleanMillis,
          share,
          2 * Math.hypot(found[0][2], found[0][3]),
          2 * Math.hypot(found[1][2], found[1][3]),
          2 * Math.sqrt(beside(left, sides)),
          4 * sides,
          each.peakToTrough / each.usable,
          StretchSpectrum.of(series),
          Math.hypot(each.cosine, each.sine) / each.usable,
          Math.sqrt(squares / left.length));
    }

    private PacedStretch nothing(Breaths each, double share) {
      return new PacedStretch(
          each.usable,
          each.asked,
          cleanMillis,
          share,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          0,
          Double.NaN,
          StretchSpectrum.UNDEFINED,
          Double.NaN,
          Double.NaN);
    }

    private double rr(int k) {
      return series.rrMillis(clean[k]);
    }

    private double fitted(double[] terms, int k) {
      double turns = rr(k) / breathMillis;
      double value = terms[0] + terms[1] * (middle[k] - middle[middle.length - 1]) / 1000;
      for (int harmonic = 1; 2 * harmonic + 1 < terms.length; harmonic++) {
        value +=
            HarmonicFit.sinc(harmonic * turns)
                * (terms[2 * harmonic] * Math.cos(harmonic * angle[k])
                    + terms[2 * harmonic + 1] * Math.sin(harmonic * angle[k]));
      }
      return value;
    }

    /**
     * Variance of one coefficient of the first harmonic, seen in those of its neighbours: noise
     * near the breath is what disturbs it, wandering far below it is not.
     */
    private double beside(double[] left, int sides) {
      double sum = 0;
      double weakened = HarmonicFit.sinc(cleanMillis / left.length / breathMillis);
      for (int side = -sides; side <= sides; side++) {
        if (side == 0) {
          continue;
        }
        double turns = 1 + side / cycles;
        double real = 0;
        double imaginary = 0;
        for (int k = 0; k < left.length; k++) {
          double at = 2 * Math.PI * turns * phase.cyclesAt(middle[k]);
          real += left[k] * Math.cos(at);
          imaginary += left[k] * Math.sin(at);
        }
        sum += (real * real + imaginary * imaginary) * 4 / left.length / left.length;
      }
      return sides == 0 ? Double.NaN : sum / (4 * sides) / weakened / weakened;
    }

    private Breaths breaths() {
      Breaths breaths = new Breaths();
      int first = (int) Math.ceil(phase.cyclesAt(fromMillis) - 1e-6);
      int end = (int) Math.floor(phase.cyclesAt(toMillis) + 1e-6);
      int at = 0;
      for (int breath = first; breath < end; breath++) {
        while (at < clean.length && cyclesAtEnd(at) < breath - 1e-9) {
          at++;
        }
        int from = at;
        while (at < clean.length && cyclesAtEnd(at) < breath + 1 - 1e-9) {
          at++;
        }
        breaths.take(from, at);
      }
      return breaths;
    }

    private double cyclesAtEnd(int k) {
      return phase.cyclesAt(series.timeMillis(clean[k]));
    }

    /** Sums over whole breaths, their beats told by when they end. */
    private final class Breaths {
      private int asked;
      private int usable;
      private double peakToTrough;
      private double cosine;
      private double sine;

      void take(int from, int to) {
        asked++;
        double sum = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int k = from; k < to; k++) {
          sum += rr(k);
          least = Math.min(least, rr(k));
          most = Math.max(most, rr(k));
        }
        if (to - from < FEWEST_BEATS || sum < COVERED * breathMillis) {
          return;
        }
        usable++;
        peakToTrough += most - least;
        double mean = sum / (to - from);
        double real = 0;
        double imaginary = 0;
        for (int k = from; k < to; k++) {
          real += (rr(k) - mean) * Math.cos(angle[k]);
          imaginary += (rr(k) - mean) * Math.sin(angle[k]);
        }
        double length = Math.hypot(real, imaginary);
        if (length > 0) {
          cosine += real / length;
          sine += imaginary / length;
        }
      }
    }
  }
}
