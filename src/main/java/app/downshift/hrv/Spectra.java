package app.downshift.hrv;

import app.downshift.beat.RrSeries;

/**
 * The three estimators of the spectrum. The two that need a spline look at the longest stretch
 * without a gap and bridge marked beats there; Lomb's looks at every clean beat and needs neither.
 */
public final class Spectra {
  private static final double LOMB_FIRST_HZ = 0.0025;
  private static final double LOMB_STEP_HZ = 0.0005;
  private static final int LOMB_POINTS = 996;

  private Spectra() {}

  /** Welch's method: 4 Hz, segments of 256 samples (64 s), overlap half. See {@link Welch}. */
  public static FrequencyDomain welch(RrSeries series) {
    return Welch.of64Seconds().of(series);
  }

  /**
   * Welch's method on segments of 300 s after smoothness priors, λ = 500. It takes about 4 % of a
   * breath at 4.5 per minute with the trend: not for resonance. See {@link Welch}.
   */
  public static FrequencyDomain welch300(RrSeries series) {
    return Welch.of300Seconds().of(series);
  }

  /**
   * Lomb's periodogram (Lomb 1976, Scargle 1982): level at every heart rate and indifferent to
   * gaps.
   */
  public static FrequencyDomain lomb(RrSeries series) {
    return FrequencyDomain.of(lombDensity(series));
  }

  /** The density behind {@link #lomb(RrSeries)}, in ms² per Hz, to draw; linear cost. */
  public static Spectrum lombDensity(RrSeries series) {
    return lomb(Knots.all(series));
  }

  static Spectrum lomb(Knots knots) {
    int n = knots.size();
    double[] seconds = knots.seconds();
    if (n < 4 || !(seconds[n - 1] > seconds[0])) {
      return Spectrum.UNDEFINED;
    }
    double[] density = new double[LOMB_POINTS];
    if (!knots.constant()) {
      double perBeat = (seconds[n - 1] - seconds[0]) / (n - 1);
      Lines lines = new Lines(knots);
      for (int k = 0; k < LOMB_POINTS; k++) {
        density[k] = 2 * perBeat * lines.next();
      }
    }
    return new Spectrum(LOMB_FIRST_HZ, LOMB_STEP_HZ, density);
  }

  /**
   * Walks from line to line: each beat's unit vector turns by a fixed angle, which spares sines and
   * cosines.
   */
  private static final class Lines {
    private final double[] x;
    private final double[] cosine;
    private final double[] sine;
    private final double[] turnCosine;
    private final double[] turnSine;

    Lines(Knots knots) {
      int n = knots.size();
      Spread spread = new Spread();
      for (double rr : knots.rrMillis()) {
        spread.add(rr);
      }
      x = new double[n];
      cosine = new double[n];
      sine = new double[n];
      turnCosine = new double[n];
      turnSine = new double[n];
      for (int i = 0; i < n; i++) {
        double radians = 2 * Math.PI * (knots.seconds()[i] - knots.seconds()[0]);
        x[i] = knots.rrMillis()[i] - spread.mean();
        cosine[i] = Math.cos(LOMB_FIRST_HZ * radians);
        sine[i] = Math.sin(LOMB_FIRST_HZ * radians);
        turnCosine[i] = Math.cos(LOMB_STEP_HZ * radians);
        turnSine[i] = Math.sin(LOMB_STEP_HZ * radians);
      }
    }

    /** Scargle's power at this line, his time shift applied as a rotation of the sums. */
    double next() {
      double xc = 0;
      double xs = 0;
      double doubledCosine = 0;
      double doubledSine = 0;
      for (int i = 0; i < x.length; i++) {
        double c = cosine[i];
        double s = sine[i];
        xc += x[i] * c;
        xs += x[i] * s;
        doubledCosine += c * c - s * s;
        doubledSine += 2 * c * s;
        cosine[i] = c * turnCosine[i] - s * turnSine[i];
        sine[i] = s * turnCosine[i] + c * turnSine[i];
      }
      // The half of the angle of the doubled sums, without asking for the angle.
      double doubled = Math.sqrt(doubledCosine * doubledCosine + doubledSine * doubledSine);
      double shiftCosine = 1;
      double shiftSine = 0;
      if (doubledCosine < 0) {
        shiftSine = Math.copySign(Math.sqrt((1 - doubledCosine / doubled) / 2), doubledSine);
        shiftCosine = doubledSine / (2 * doubled * shiftSine);
      } else if (doubled > 0) {
        shiftCosine = Math.sqrt((1 + doubledCosine / doubled) / 2);
        shiftSine = doubledSine / (2 * doubled * shiftCosine);
      }
      double along = xc * shiftCosine + xs * shiftSine;
      double across = xs * shiftCosine - xc * shiftSine;
      double alongWeight = (x.length + doubled) / 2;
      double acrossWeight = (x.length - doubled) / 2;
      double rest = acrossWeight > 1e-9 * x.length ? across * across / acrossWeight : 0;
      return (along * along / alongWeight + rest) / 2;
    }
  }
}
