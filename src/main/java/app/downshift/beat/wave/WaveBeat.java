package app.downshift.beat.wave;

import java.util.Set;

/**
 * A beat found in a waveform.
 *
 * @param atSample its instant in samples since the detector was made, finer than a sample: the R
 *     peak of an ECG, the steepest rise of a pulse wave. Lost samples count
 * @param afterGap true when no interval may be formed with the beat before: it is the first, or
 *     beats may be missing before it
 * @param doubts why it is doubted; empty for a plain beat
 */
public record WaveBeat(double atSample, boolean afterGap, Set<Doubt> doubts) {
  public WaveBeat {
    doubts = Set.copyOf(doubts);
  }
}
