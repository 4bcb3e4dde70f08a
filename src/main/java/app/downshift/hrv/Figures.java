package app.downshift.hrv;

import app.downshift.beat.RrSeries;

/** Every figure of one recording or window, by the marks its series carries. */
public record Figures(
    TimeDomain time,
    FrequencyDomain welch,
    FrequencyDomain welch300,
    FrequencyDomain lomb,
    Nonlinear nonlinear,
    Breathing breathing) {

  /** All that can be computed, however short the series is; for many series see {@link Kit}. */
  public static Figures of(RrSeries series) {
    return new Kit().of(series);
  }

  /** Figures of one series after the other with the same working room. Serves one thread. */
  public static final class Kit {
    private final Welch welch = Welch.of64Seconds();
    private final Welch welch300 = Welch.of300Seconds();

    /** As {@link Figures#of}. */
    public Figures of(RrSeries series) {
      Knots curve = Knots.curve(series);
      return new Figures(
          TimeDomain.of(series),
          welch.of(curve),
          welch300.of(curve),
          Spectra.lomb(series),
          Nonlinear.of(series),
          Breathing.of(series));
    }
  }

  /**
   * The same without those figures that need more clean time than there is ({@link
   * MinimumWindows}).
   */
  public Figures whereLongEnough() {
    double clean = time.beats() == 0 ? 0 : time.beats() * time.meanRrMillis();
    return new Figures(
        time.whereLongEnough(clean),
        welch.whereLongEnough(clean),
        welch300.whereLongEnough(clean),
        lomb.whereLongEnough(clean),
        nonlinear.whereLongEnough(clean),
        breathing);
  }
}
