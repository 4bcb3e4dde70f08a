package app.downshift.session;

import app.downshift.beat.Marks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The decided beats of the last two minutes, so that the live figures can be made again when a
 * person says otherwise about one of them. Each remembers to which phase, pacing and swing it
 * belongs: figures that began anew since then take no part of it.
 */
final class Rulings {
  /** Longer than any figure of the present looks back. */
  private static final long KEPT_MICROS = 120_000_000;

  private final ArrayList<Heard> heard = new ArrayList<>();
  private int phase;
  private int pacing;
  private int swing;

  /** A decided beat and its marks as they stand. */
  record Heard(
      int beatIndex, LiveFigures.Undecided beat, Marks marks, int phase, int pacing, int swing) {}

  /** What a ruling changed. */
  record Ruled(int beatIndex, Marks before, Marks marks) {}

  /** A beat is decided. */
  Heard keep(int beatIndex, LiveFigures.Undecided beat, Marks marks) {
    int old = 0;
    while (old < heard.size() && heard.get(old).beat().atMicros() < beat.atMicros() - KEPT_MICROS) {
      old++;
    }
    heard.subList(0, old).clear();
    Heard kept = new Heard(beatIndex, beat, marks, phase, pacing, swing);
    heard.add(kept);
    return kept;
  }

  Optional<Ruled> rule(long beatMicros, Marks.Ruling ruling) {
    for (int i = 0; i < heard.size(); i++) {
      Heard old = heard.get(i);
      if (old.beat().atMicros() == beatMicros && old.marks().raised()) {
        Marks marks = old.marks().ruled(ruling);
        heard.set(
            i,
            new Heard(old.beatIndex(), old.beat(), marks, old.phase(), old.pacing(), old.swing()));
        return Optional.of(new Ruled(old.beatIndex(), old.marks(), marks));
      }
    }
    return Optional.empty();
  }

  /** All that is kept, in order. */
  List<Heard> heard() {
    return List.copyOf(heard);
  }

  void phaseBegan() {
    phase++;
  }

  void pacingBroken() {
    pacing++;
  }

  void swingBroken() {
    swing++;
  }

  boolean ofThisPhase(Heard beat) {
    return beat.phase() == phase;
  }

  boolean ofThisPacing(Heard beat) {
    return beat.pacing() == pacing;
  }

  boolean ofThisSwing(Heard beat) {
    return beat.swing() == swing;
  }
}
