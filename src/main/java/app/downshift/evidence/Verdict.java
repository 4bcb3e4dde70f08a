package app.downshift.evidence;

import java.util.Locale;

/** What one session says, against its client's usual drift. */
public enum Verdict {
  /** Nothing beyond what the client drifts anyway. */
  WITHIN,
  /** Lower heart rate or higher RMSSD than drift alone would make likely. */
  OUTSIDE_CALMER,
  /** Higher heart rate or lower RMSSD than drift alone would make likely. */
  OUTSIDE_ACTIVATED,
  /** Both outside, in opposite directions. */
  MIXED,
  /** The signal or the rhythm of one of the rests allows no figure. */
  POOR,
  /** The two rests cannot be compared. */
  NOT_COMPARABLE;

  /** The word of files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
