package app.downshift.evidence;

import app.downshift.beat.RhythmGate.Rhythm;
import app.downshift.beat.RrSeries;
import app.downshift.beat.SignalQuality.Band;
import app.downshift.beat.Soundness;
import app.downshift.hrv.BreathAverage;
import app.downshift.hrv.BreathFollowing;
import app.downshift.hrv.Breathing;
import app.downshift.hrv.FrequencyDomain;
import app.downshift.hrv.MinimumWindows;
import app.downshift.hrv.Spectra;
import app.downshift.hrv.Spectrum;
import app.downshift.hrv.TimeDomain;
import app.downshift.session.Phase;

/**
 * The figures of one phase of a recording. What must not be shown is NaN: everything of a poor
 * signal, all but the rate of an irregular rhythm, and what so short a time cannot tell.
 *
 * @param fromSeconds session time at which the phase began, {@code toSeconds} at which it ended
 * @param countedFromSeconds where what is counted begins: the first minute of a rest of four
 *     minutes or more is settling down; {@code countedToSeconds} where it ends
 * @param cleanShare of the time that is counted, 0 to 1
 * @param sdnnMillis while pacing it says more of the pace than of the person, as does RMSSD
 * @param swingBpm of each breath with the pacer (median), otherwise at the strongest line
 * @param inStep 0 to 1, with the pacer only
 * @param breathingPerMinute a guess from intervals
 * @param lfMillis2 Lomb, {@code hfMillis2} likewise
 * @param density Lomb's, of at most the last half hour; undefined where it is withheld
 * @param pacePerMinute the last pace of the pacer, NaN without one
 * @param average the breaths at that pace
 */
public record PhaseFigures(
    Phase phase,
    double fromSeconds,
    double toSeconds,
    double countedFromSeconds,
    double countedToSeconds,
    int beats,
    int marked,
    double cleanShare,
    Band band,
    Rhythm rhythm,
    double heartRateBpm,
    double rmssdMillis,
    double sdnnMillis,
    double swingBpm,
    double inStep,
    double breathingPerMinute,
    double lfMillis2,
    double hfMillis2,
    Spectrum density,
    double pacePerMinute,
    BreathAverage average) {
  /** Of a longer stretch the steps of Lomb's spectrum are too wide for a steady line. */
  private static final double LONGEST_SPECTRUM_SECONDS = 1800;

  /** Breaths within this share of the last pace are laid on one another. */
  private static final double SAME_PACE = 0.1;

  static PhaseFigures of(PhaseSpan span, RrSeries recording) {
    double from = span.countedFromSeconds();
    double to = span.toSeconds();
    RrSeries series = recording.window(from * 1000, to * 1000);
    Soundness sound = Soundness.of(series);
    boolean shown = sound.rateShown();
    boolean regular = sound.variabilityShown();
    TimeDomain time = TimeDomain.of(series);
    double clean = time.beats() == 0 ? 0 : time.beats() * time.meanRrMillis();
    boolean paced = isPaced(span.phase());
    double pace = regular && paced ? lastPace(series) : Double.NaN;
    BreathFollowing following =
        regular && paced ? BreathFollowing.of(series) : new BreathFollowing(Double.NaN, Double.NaN);
    Breathing own =
        regular ? Breathing.of(series) : new Breathing(Double.NaN, Double.NaN, Double.NaN);
    Spectrum density = regular ? density(series, from, to) : Spectrum.UNDEFINED;
    FrequencyDomain bands = FrequencyDomain.of(density);
    return new PhaseFigures(
        span.phase(),
        span.fromSeconds(),
        span.endedSeconds(),
        from,
        to,
        series.size(),
        series.marked(),
        sound.cleanShare(),
        sound.band(),
        sound.rhythm(),
        enough(shown, clean, MinimumWindows.HEART_RATE_MILLIS, time.heartRatePerMinute()),
        enough(regular, clean, MinimumWindows.RMSSD_MILLIS, time.rmssdMillis()),
        enough(regular, clean, MinimumWindows.SDNN_MILLIS, time.sdnnMillis()),
        paced ? following.swingBpm() : own.swingBpm(),
        following.inStep(),
        own.ratePerMinute(),
        enough(regular, clean, MinimumWindows.LF_MILLIS, bands.lfMillis2()),
        enough(regular, clean, MinimumWindows.HF_MILLIS, bands.hfMillis2()),
        density,
        pace,
        Double.isNaN(pace) ? BreathAverage.NONE : BreathAverage.of(series, pace, SAME_PACE * pace));
  }

  /** Whether a pacer led the breath. */
  public boolean paced() {
    return isPaced(phase);
  }

  /** Whether this is a rest at one's own pace. */
  public boolean rest() {
    return phase.kind() instanceof Phase.OwnPace;
  }

  private static boolean isPaced(Phase phase) {
    return phase.kind() instanceof Phase.Paced;
  }

  private static double enough(boolean may, double clean, double needed, double value) {
    return may && MinimumWindows.reached(clean, needed) ? value : Double.NaN;
  }

  private static Spectrum density(RrSeries series, double from, double to) {
    double start = Math.max(from, to - LONGEST_SPECTRUM_SECONDS);
    RrSeries last = start > from ? series.window(start * 1000, to * 1000) : series;
    return last.durationMillis() < MinimumWindows.HF_MILLIS
        ? Spectrum.UNDEFINED
        : Spectra.lombDensity(last);
  }

  private static double lastPace(RrSeries series) {
    for (int i = series.size() - 1; i > 0; i--) {
      double rate = BreathAverage.rate(series, i);
      if (!Double.isNaN(rate)) {
        return rate;
      }
    }
    return Double.NaN;
  }
}
