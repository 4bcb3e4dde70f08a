package app.downshift.hrv;

/**
 * Powers of the usual bands by one estimator. Numbers of different estimators must not be compared.
 * Undefined is NaN.
 *
 * @param vlfMillis2 power of [0.0033, 0.04) Hz, in ms²
 * @param lfMillis2 power of [0.04, 0.15) Hz
 * @param hfMillis2 power of [0.15, 0.40) Hz
 * @param totalMillis2 the three together
 * @param lfHf ratio, NaN without HF
 * @param lfPeakHz vertex of the parabola through the strongest point of the band and its
 *     neighbours; outside the band, even far, where that point is its edge
 * @param hfPeakHz the same of HF
 */
public record FrequencyDomain(
    double vlfMillis2,
    double lfMillis2,
    double hfMillis2,
    double totalMillis2,
    double lfHf,
    double lfPeakHz,
    double hfPeakHz) {
  static final double VLF_HZ = 0.0033;
  static final double LF_HZ = 0.04;
  static final double HF_HZ = 0.15;
  static final double END_HZ = 0.40;

  /** The bands of a spectrum. */
  public static FrequencyDomain of(Spectrum spectrum) {
    double vlf = spectrum.power(VLF_HZ, LF_HZ);
    double lf = spectrum.power(LF_HZ, HF_HZ);
    double hf = spectrum.power(HF_HZ, END_HZ);
    return new FrequencyDomain(
        vlf,
        lf,
        hf,
        vlf + lf + hf,
        hf > 0 ? lf / hf : Double.NaN,
        spectrum.peakHz(LF_HZ, HF_HZ),
        spectrum.peakHz(HF_HZ, END_HZ));
  }

  /**
   * The same with only the bands that so much clean time can tell (the total needs all three), and
   * without a peak that lies outside its band: the band then only is the flank of another.
   */
  FrequencyDomain whereLongEnough(double cleanMillis) {
    boolean hasVlf = MinimumWindows.reached(cleanMillis, MinimumWindows.VLF_MILLIS);
    boolean hasLf = MinimumWindows.reached(cleanMillis, MinimumWindows.LF_MILLIS);
    boolean hasHf = MinimumWindows.reached(cleanMillis, MinimumWindows.HF_MILLIS);
    return new FrequencyDomain(
        hasVlf ? vlfMillis2 : Double.NaN,
        hasLf ? lfMillis2 : Double.NaN,
        hasHf ? hfMillis2 : Double.NaN,
        hasVlf ? totalMillis2 : Double.NaN,
        hasLf ? lfHf : Double.NaN,
        hasLf && lfPeakHz >= LF_HZ && lfPeakHz < HF_HZ ? lfPeakHz : Double.NaN,
        hasHf && hfPeakHz >= HF_HZ && hfPeakHz < END_HZ ? hfPeakHz : Double.NaN);
  }
}
