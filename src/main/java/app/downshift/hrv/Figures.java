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

  /** All that can be computed, however short the series is. */
  public static Figures of(RrSeries series) {
    return new Figures(
        TimeDomain.of(series),
        Spectra.welch(series),
        Spectra.welch300(series),
        Spectra.lomb(series),
        Nonlinear.of(series),
        Breathing.of(series));
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
