package app.downshift.beat.wave;

import java.util.Locale;

/** Why a beat found in a waveform is doubted. The beat stays; these stand beside it. */
public enum Doubt {
  /** Found while the detector did not know yet how beats look here. */
  LEARNING,
  /** Much smaller than the beats before it. */
  WEAK,
  /** Shaped unlike the beats before it. */
  UNLIKE,
  /** Noise between beats is not much smaller than beats. */
  NOISY,
  /** The signal stood at its rail at the peak: the instant is uncertain. */
  CLIPPED,
  /** Samples were missing nearby, or the baseline jumped. */
  BRIDGED,
  /** No peak where one was expected: the instant is that of the whole shape. */
  BLURRED;

  /** The word of session files and exports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
