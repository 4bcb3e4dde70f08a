package app.downshift.breath.resonance;

import java.util.List;

/**
 * A curve with one top through amplitudes at several rates, by weighted least squares. Height,
 * centre and sharpness are free, as those of a parabola would be; what a parabola takes for granted
 * is free as well, within reason: how the flanks fall off (as a resonator's, or faster) and by how
 * much one is steeper than the other. For every centre on a fine grid the best of all the rest is
 * taken, so that the misfit as a function of the centre (its profile) gives the interval too.
 */
final class ResonanceCurve {
  private static final double LOWEST = 3;
  private static final double HIGHEST = 9;
  private static final double STEP = 0.02;
  private static final int CENTRES = (int) Math.round((HIGHEST - LOWEST) / STEP) + 1;

  private static final double BLUNTEST = 0.25;
  private static final double SHARPEST = 12;

  /** Flat, then from the bluntest to sharper than any heart, each by the same factor. */
  private static final double[] QUALITIES = qualities(20);

  /**
   * Half the logarithm of how much sharper the fast side is than the slow one; the whole logarithm
   * is expected to be 0, give or take {@code USUAL_SKEW}.
   */
  private static final double[] SKEWS = {-0.5, -0.4, -0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3, 0.4, 0.5};

  private static final double USUAL_SKEW = 0.4;
  private static final List<Flank> FLANKS = List.of(Flank.values());

  private final double[] misfit = new double[CENTRES];
  private final int best;
  private final Fit fitted;

  /** An amplitude and its standard error, at a rate. */
  record Point(double perMinute, double amplitude, double error) {}

  /** How a flank falls off; alike near the top, where all are parabolas. */
  private enum Flank {
    RESONATOR {
      @Override
      double at(double off2) {
        return 1 / Math.sqrt(1 + off2);
      }
    },
    STEEPER {
      @Override
      double at(double off2) {
        return 1 / (1 + off2 / 2);
      }
    },
    BELL {
      @Override
      double at(double off2) {
        double root = 1 + off2 / 8;
        return 1 / (root * root * root * root);
      }
    };

    /** Height at a squared detuning, 1 at the top. */
    abstract double at(double off2);
  }

  ResonanceCurve(List<Point> points) {
    int top = 0;
    Fit least = new Centred(points, perMinute(0)).fit();
    for (int i = 0; i < CENTRES; i++) {
      Fit fit = new Centred(points, perMinute(i)).fit();
      misfit[i] = fit.misfit;
      if (fit.misfit < least.misfit) {
        top = i;
        least = fit;
      }
    }
    best = top;
    fitted = least;
  }

  /** The rate at which the curve is highest. */
  double centre() {
    return perMinute(best);
  }

  /** The best curve at a rate, in the unit of the amplitudes. */
  double at(double perMinute) {
    return fitted.at(perMinute);
  }

  /** The least sum of squared, weighted errors. */
  double misfit() {
    return misfit[best];
  }

  /** The lowest and highest centre whose misfit is larger by no more than {@code more}. */
  double[] within(double more) {
    int low = best;
    int high = best;
    for (int i = 0; i < CENTRES; i++) {
      if (misfit[i] <= misfit[best] + more) {
        low = Math.min(low, i);
        high = Math.max(high, i);
      }
    }
    return new double[] {perMinute(low), perMinute(high)};
  }

  private static double detuning(double perMinute, double centre) {
    double ratio = perMinute / centre;
    return ratio - 1 / ratio;
  }

  private static double perMinute(int index) {
    return LOWEST + index * STEP;
  }

  private static double[] qualities(int count) {
    double[] all = new double[count];
    double factor = Math.pow(SHARPEST / BLUNTEST, 1 / (count - 2.0));
    for (int i = 1; i < count; i++) {
      all[i] = BLUNTEST * Math.pow(factor, i - 1);
    }
    return all;
  }

  /** One curve. */
  private record Fit(
      double misfit, double centre, Flank flank, double slow, double fast, double height) {
    double at(double perMinute) {
      double detuning = detuning(perMinute, centre);
      double off = detuning * (detuning > 0 ? fast : slow);
      return height * flank.at(off * off);
    }
  }

  /** All curves with their top at one rate. */
  private static final class Centred {
    private final double centre;
    private final double[] detuning;
    private final double[] weight;
    private final double[] amplitude;
    private double squares;

    Centred(List<Point> points, double centre) {
      this.centre = centre;
      int n = points.size();
      detuning = new double[n];
      weight = new double[n];
      amplitude = new double[n];
      for (int i = 0; i < n; i++) {
        Point point = points.get(i);
        detuning[i] = detuning(point.perMinute, centre);
        weight[i] = 1 / (point.error * point.error);
        amplitude[i] = point.amplitude;
        squares += weight[i] * amplitude[i] * amplitude[i];
      }
    }

    /** The best of them. */
    Fit fit() {
      double least = Double.POSITIVE_INFINITY;
      double slow = 0;
      double fast = 0;
      Flank falling = Flank.RESONATOR;
      for (double skew : SKEWS) {
        double unlikely = 2 * skew / USUAL_SKEW;
        double sharper = Math.exp(skew);
        for (double quality : QUALITIES) {
          for (Flank flank : FLANKS) {
            double misfit =
                misfit(flank, quality / sharper, quality * sharper) + unlikely * unlikely;
            if (misfit < least) {
              least = misfit;
              slow = quality / sharper;
              fast = quality * sharper;
              falling = flank;
            }
          }
        }
      }
      return new Fit(least, centre, falling, slow, fast, height(falling, slow, fast));
    }

    private double height(Flank flank, double slowQuality, double fastQuality) {
      double shapes = 0;
      double product = 0;
      for (int i = 0; i < detuning.length; i++) {
        double off = detuning[i] * (detuning[i] > 0 ? fastQuality : slowQuality);
        double shape = flank.at(off * off);
        shapes += weight[i] * shape * shape;
        product += weight[i] * shape * amplitude[i];
      }
      return product / shapes;
    }

    private double misfit(Flank flank, double slowQuality, double fastQuality) {
      double shapes = 0;
      double product = 0;
      for (int i = 0; i < detuning.length; i++) {
        double off = detuning[i] * (detuning[i] > 0 ? fastQuality : slowQuality);
        double shape = flank.at(off * off);
        shapes += weight[i] * shape * shape;
        product += weight[i] * shape * amplitude[i];
      }
      return squares - product * product / shapes;
    }
  }
}
