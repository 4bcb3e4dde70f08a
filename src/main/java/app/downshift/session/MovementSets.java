package app.downshift.session;

import app.downshift.beat.RrSeries;
import app.downshift.session.Practice.MovementSet;
import app.downshift.session.Practice.Recovery;
import app.downshift.session.Practice.Recovery.Standing;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The sets of a movement, marked by a key, and how far the heart rate falls in the minute after
 * each: the mean of the last ten seconds of the set less that of 55 to 65 s after its end. Both
 * means need clean beats over four fifths of their ten seconds.
 */
final class MovementSets {
  private static final long WINDOW_MICROS = 10_000_000;
  private static final long AFTER_MICROS = 65_000_000;

  /** Marks are decided two beats late, and a strap tells late. */
  private static final long PATIENCE_MICROS = 6_000_000;

  private static final double COVERED = 0.8;
  private static final int MOST = 200;

  private final Consumer<SessionEvent> told;
  private final List<MovementSet> sets = new ArrayList<>();
  private final ArrayDeque<LiveFigures.Decided> beats = new ArrayDeque<>();

  MovementSets(Consumer<SessionEvent> told) {
    this.told = told;
  }

  /** Whether a set is under way. */
  boolean moving() {
    return !sets.isEmpty() && last().toMicros() < 0;
  }

  /** The key: begins a set or ends the one under way; false when there have been too many. */
  boolean key(long nowMicros) {
    if (moving()) {
      close(nowMicros);
      return true;
    }
    if (sets.size() >= MOST) {
      return false;
    }
    if (!sets.isEmpty()
        && last().recovery().standing() == Standing.PENDING
        && nowMicros - last().toMicros() < AFTER_MICROS) {
      settle(sets.size() - 1, new Recovery(Standing.NEXT_SET, Double.NaN, Double.NaN), nowMicros);
    }
    sets.add(new MovementSet(sets.size() + 1, nowMicros, -1, Recovery.PENDING));
    told.accept(new SessionEvent.SetMarked(nowMicros, sets.size(), true));
    return true;
  }

  /** The phase is over: a set under way ends with it. */
  void leave(long nowMicros) {
    if (moving()) {
      close(nowMicros);
    }
  }

  /** The session is over. */
  void over(long nowMicros) {
    leave(nowMicros);
    for (int i = 0; i < sets.size(); i++) {
      if (sets.get(i).recovery().standing() == Standing.PENDING) {
        settle(i, new Recovery(Standing.OVER, Double.NaN, Double.NaN), nowMicros);
      }
    }
  }

  /** Takes a decided beat. */
  void take(LiveFigures.Decided beat) {
    beats.addLast(beat);
    while (beat.atMicros() - beats.getFirst().atMicros() > AFTER_MICROS + 3 * WINDOW_MICROS) {
      beats.removeFirst();
    }
  }

  void tick(long nowMicros) {
    for (int i = 0; i < sets.size(); i++) {
      MovementSet set = sets.get(i);
      if (set.toMicros() >= 0
          && set.recovery().standing() == Standing.PENDING
          && nowMicros >= set.toMicros() + AFTER_MICROS + PATIENCE_MICROS) {
        double end = meanUntil(set.toMicros());
        double after = meanUntil(set.toMicros() + AFTER_MICROS);
        boolean measured = !Double.isNaN(end) && !Double.isNaN(after);
        settle(
            i,
            new Recovery(measured ? Standing.MEASURED : Standing.NOT_CLEAN, end, after),
            nowMicros);
      }
    }
  }

  List<MovementSet> sets() {
    return sets;
  }

  private void close(long nowMicros) {
    MovementSet set = last();
    sets.set(
        sets.size() - 1,
        new MovementSet(set.number(), set.fromMicros(), nowMicros, set.recovery()));
    told.accept(new SessionEvent.SetMarked(nowMicros, set.number(), false));
  }

  private void settle(int index, Recovery recovery, long nowMicros) {
    MovementSet set = sets.get(index);
    sets.set(index, new MovementSet(set.number(), set.fromMicros(), set.toMicros(), recovery));
    told.accept(new SessionEvent.RecoveryTold(nowMicros, set.number(), recovery));
  }

  private MovementSet last() {
    return sets.get(sets.size() - 1);
  }

  /**
   * Mean heart rate of the ten seconds that end at a moment; NaN where too little of it is clean.
   */
  private double meanUntil(long toMicros) {
    double millis = 0;
    int count = 0;
    for (LiveFigures.Decided beat : beats) {
      if (beat.atMicros() > toMicros - WINDOW_MICROS
          && beat.atMicros() <= toMicros
          && beat.marks().isEmpty()
          && RrSeries.isInterval(beat.rrMillis())) {
        millis += beat.rrMillis();
        count++;
      }
    }
    return millis >= COVERED * WINDOW_MICROS / 1000 ? 60_000 * count / millis : Double.NaN;
  }
}
