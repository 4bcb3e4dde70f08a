package app.downshift.beat;

import app.downshift.beat.RhythmGate.Rhythm;
import app.downshift.beat.SignalQuality.Band;

/**
 * Which figures of a stretch of beats may be shown: the gates of signal and rhythm, the same for
 * {@code analyze}, evidence, reviews and reports.
 *
 * @param cleanShare of the time, 0 to 1
 * @param outOfPlace whether too many single beats are out of place that no mark explains
 * @param rhythm what the gate says of the whole
 */
public record Soundness(double cleanShare, boolean outOfPlace, Rhythm rhythm) {

  /** Of a series with its marks; cost linear in its length. */
  public static Soundness of(RrSeries series) {
    RhythmShare answers = RhythmShare.of(series);
    return new Soundness(SignalQuality.share(series), answers.disturbed(), answers.verdict());
  }

  /** The same where time is missing beside the series: {@code share} of it was heard, at most 1. */
  public Soundness heardFor(double share) {
    return new Soundness(cleanShare * Math.min(1, share), outOfPlace, rhythm);
  }

  /** What share and beats out of place allow together. */
  public Band band() {
    return outOfPlace ? Band.POOR : Band.of(cleanShare);
  }

  /** Whether it is poor for beats out of place alone. */
  public boolean poorForBeatsOutOfPlace() {
    return outOfPlace && Band.of(cleanShare) != Band.POOR;
  }

  /** Whether heart rate and mean interval may be shown: the signal is not poor. */
  public boolean rateShown() {
    return band() != Band.POOR;
  }

  /** Whether anything beyond them may: the rhythm is known and regular, too. */
  public boolean variabilityShown() {
    return rateShown() && rhythm == Rhythm.REGULAR;
  }
}
