package app.downshift.hrv;

import app.downshift.beat.RrSeries;

/**
 * How far the heart rate swings with each breath: twice the amplitude of the first harmonic of the
 * breath in heart rate and interval, fitted by {@link HarmonicFit} and forgetting with a time
 * constant of two breaths. Unlike RMSSD it does not shrink when breathing slows. Pass clean beats
 * only; the phase may change its speed but not jump.
 */
public final class BreathLockedSwing {
  private static final double MEMORY_BREATHS = 2;

  /**
   * Of the clean time a steady fit remembers, this much must be there: two breaths after the first
   * beat.
   */
  private static final double ENOUGH = 0.6;

  private static final double BEATS_FOR_TWO_HARMONICS = 5;
  private static final double BEATS_FOR_ONE = 2.5;
  private static final Swing NONE = new Swing(Double.NaN, Double.NaN, Double.NaN);

  private HarmonicFit fit = new HarmonicFit();
  private double lastMillis;
  private double breathMillis;

  /**
   * The swing, all NaN while undefined.
   *
   * @param bpm from trough to peak of the first harmonic, in beats per minute
   * @param millis the same of the interval, in ms
   * @param peakPhase phase in cycles, 0 to 1, at which the heart is fastest
   */
  public record Swing(double bpm, double millis, double peakPhase) {}

  /**
   * Takes the next clean beat.
   *
   * @param phaseCycles phase of the breath at the beat, in cycles, counting on from breath to
   *     breath
   * @param breathMillis length of a breath now
   */
  public void accept(double timeMillis, double rrMillis, double phaseCycles, double breathMillis) {
    if (!RrSeries.isInterval(rrMillis)
        || !(breathMillis > 0)
        || !Double.isFinite(phaseCycles + timeMillis)) {
      return;
    }
    double half = rrMillis / 2;
    fit.add(
        timeMillis - half,
        rrMillis,
        phaseCycles - half / breathMillis,
        1 / breathMillis,
        MEMORY_BREATHS * breathMillis);
    lastMillis = timeMillis;
    this.breathMillis = breathMillis;
  }

  /** Starts anew, as after a jump of the phase. */
  public void restart() {
    fit = new HarmonicFit();
  }

  /**
   * The swing now. Undefined until two breaths have been seen, and again after about a breath
   * without clean beats; undefined too with fewer than 2.5 beats to a breath. Below five beats to a
   * breath the second harmonic is left out, because it could not be told from the first.
   */
  public Swing at(double nowMillis) {
    double memory = MEMORY_BREATHS * breathMillis;
    double seen = fit.seenMillis() * Math.exp(-Math.max(0, nowMillis - lastMillis) / memory);
    double beatsPerBreath = breathMillis / fit.meanRrMillis();
    if (!(seen >= ENOUGH * memory) || !(beatsPerBreath >= BEATS_FOR_ONE)) {
      return NONE;
    }
    HarmonicFit.Harmonic first = fit.first(beatsPerBreath >= BEATS_FOR_TWO_HARMONICS);
    double turn = Math.atan2(first.rateSine(), first.rateCosine()) / (2 * Math.PI);
    return new Swing(
        2 * Math.hypot(first.rateCosine(), first.rateSine()),
        2 * Math.hypot(first.intervalCosine(), first.intervalSine()),
        turn - Math.floor(turn));
  }
}
