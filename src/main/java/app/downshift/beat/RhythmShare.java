package app.downshift.beat;

import app.downshift.beat.RhythmGate.Rhythm;

/**
 * What the answers of a {@link RhythmGate} mean for a whole stretch: a recording, a window, a
 * phase. Irregular as soon as more than a twentieth of the answers are, because a little
 * fibrillation outweighs a lot of calm in every figure made of squares.
 */
public final class RhythmShare {
  private static final double LIMIT = 0.05;

  private int regular;
  private int irregular;
  private int disturbed;

  /** The answers on a whole series, with the marks it has. */
  public static RhythmShare of(RrSeries series) {
    RhythmGate gate = new RhythmGate();
    RhythmShare share = new RhythmShare();
    for (int i = 0; i < series.size(); i++) {
      gate.accept(series.rrMillis(i), series.gapBefore(i));
      if (series.usable(i)) {
        gate.decided(series.marks(i));
      }
      share.accept(gate.rhythm(), gate.disturbed());
    }
    return share;
  }

  /** Takes what a gate says after one more interval. */
  public void accept(Rhythm rhythm, boolean outOfPlace) {
    regular += rhythm == Rhythm.REGULAR ? 1 : 0;
    irregular += rhythm == Rhythm.IRREGULAR ? 1 : 0;
    disturbed += outOfPlace ? 1 : 0;
  }

  /** Unknown when no answer tells. */
  public Rhythm verdict() {
    if (regular + irregular == 0) {
      return Rhythm.UNKNOWN;
    }
    return irregular > LIMIT * (regular + irregular) ? Rhythm.IRREGULAR : Rhythm.REGULAR;
  }

  /**
   * Whether in more than a twentieth of it too many single beats are out of place, and more often
   * so than the rhythm is irregular.
   */
  public boolean disturbed() {
    return disturbed > LIMIT * (regular + irregular) && disturbed > irregular;
  }
}
