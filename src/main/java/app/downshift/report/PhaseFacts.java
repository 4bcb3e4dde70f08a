package app.downshift.report;

import app.downshift.beat.RrSeries;
import app.downshift.beat.Soundness;
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
 * @param sound which figures may be printed
 * @param figures those that the phase is long enough for
 */
record PhaseFacts(
    Phase phase,
    double fromSeconds,
    double toSeconds,
    RrSeries series,
    Soundness sound,
    Figures figures) {

  static PhaseFacts of(Phase phase, double fromSeconds, double toSeconds, RrSeries marked) {
    RrSeries series = marked.window(fromSeconds * 1000, toSeconds * 1000);
    return new PhaseFacts(
        phase,
        fromSeconds,
        toSeconds,
        series,
        Soundness.of(series),
        Figures.of(series).whereLongEnough());
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

  /** Lomb's density; undefined where no power of it may be printed. */
  Spectrum density() {
    return sound.variabilityShown() && !Double.isNaN(figures.lomb().hfMillis2())
        ? Spectra.lombDensity(series)
        : Spectrum.UNDEFINED;
  }
}
