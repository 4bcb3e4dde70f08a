package app.downshift.report;

import app.downshift.beat.RhythmGate.Rhythm;
import app.downshift.beat.RhythmShare;
import app.downshift.beat.RrSeries;
import app.downshift.beat.SignalQuality;
import app.downshift.beat.SignalQuality.Band;
import app.downshift.hrv.Figures;
import app.downshift.hrv.Spectra;
import app.downshift.hrv.Spectrum;
import app.downshift.session.Phase;

/**
 * A phase as it was, and its figures by the rules of {@code analyze}.
 *
 * @param fromSeconds session time
 * @param toSeconds session time
 * @param series its beats with their marks
 * @param cleanShare of the time, 0 to 1
 * @param band what that share allows
 * @param figures those that the phase is long enough for; {@link #rateShown} and {@link
 *     #variabilityShown} say which may be printed
 */
record PhaseFacts(
    Phase phase,
    double fromSeconds,
    double toSeconds,
    RrSeries series,
    double cleanShare,
    Band band,
    Rhythm rhythm,
    Figures figures) {

  static PhaseFacts of(Phase phase, double fromSeconds, double toSeconds, RrSeries marked) {
    RrSeries series = marked.window(fromSeconds * 1000, toSeconds * 1000);
    RhythmShare answers = RhythmShare.of(series);
    double share = SignalQuality.share(series);
    return new PhaseFacts(
        phase,
        fromSeconds,
        toSeconds,
        series,
        share,
        answers.disturbed() ? Band.POOR : Band.of(share),
        answers.verdict(),
        Figures.of(series).whereLongEnough());
  }

  /** Whether it is poor for beats out of place that no mark explains. */
  boolean outOfPlace() {
    return band == Band.POOR && Band.of(cleanShare) != Band.POOR;
  }

  double seconds() {
    return toSeconds - fromSeconds;
  }

  boolean paced() {
    return phase.kind() instanceof Phase.Paced;
  }

  /** At one's own pace and still: what may be compared with another rest. */
  boolean rest() {
    return phase.kind() instanceof Phase.OwnPace;
  }

  /** Whether heart rate may be printed: the signal is not poor. */
  boolean rateShown() {
    return band != Band.POOR;
  }

  /** Whether anything beyond it may be: the rhythm is known and regular, too. */
  boolean variabilityShown() {
    return rateShown() && rhythm == Rhythm.REGULAR;
  }

  /** Lomb's density; undefined where no power of it may be printed. */
  Spectrum density() {
    return variabilityShown() && !Double.isNaN(figures.lomb().hfMillis2())
        ? Spectra.lombDensity(series)
        : Spectrum.UNDEFINED;
  }
}
