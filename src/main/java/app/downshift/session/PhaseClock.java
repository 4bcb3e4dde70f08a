package app.downshift.session;

import app.downshift.session.Snapshot.PhaseProgress;
import java.util.ArrayList;
import java.util.List;

/** How far a session is through its phases. It only runs when it is told to. */
final class PhaseClock {
  private final List<Phase> phases;
  private final long[] doneMicros;
  private final long[] startedMicros;
  private int index;
  private long atMicros;

  PhaseClock(Protocol protocol) {
    phases = protocol.phases();
    doneMicros = new long[phases.size()];
    startedMicros = new long[phases.size()];
    java.util.Arrays.fill(startedMicros, -1);
    startedMicros[0] = 0;
  }

  /** Moves to a moment; the phase gets the time that passed if the clock was {@code running}. */
  void advance(long toMicros, boolean running) {
    if (running) {
      doneMicros[index] += toMicros - atMicros;
    }
    atMicros = toMicros;
  }

  boolean phaseOver() {
    return doneMicros[index] >= plannedMicros(index);
  }

  boolean lastPhase() {
    return index == phases.size() - 1;
  }

  /**
   * Begins the next phase, which gets the time by which the last one overran; one that was left
   * early keeps what it had.
   */
  Phase next() {
    long over = Math.max(0, doneMicros[index] - plannedMicros(index));
    doneMicros[index] -= over;
    index++;
    startedMicros[index] = atMicros;
    doneMicros[index] = over;
    return phases.get(index);
  }

  Phase phase() {
    return phases.get(index);
  }

  int index() {
    return index;
  }

  double doneSeconds() {
    return doneMicros[index] / 1e6;
  }

  List<PhaseProgress> progress() {
    List<PhaseProgress> all = new ArrayList<>(phases.size());
    for (int i = 0; i < phases.size(); i++) {
      double done = Math.min(doneMicros[i] / 1e6, phases.get(i).plannedSeconds());
      all.add(new PhaseProgress(phases.get(i), done, startedMicros[i]));
    }
    return List.copyOf(all);
  }

  private long plannedMicros(int phase) {
    return Math.round(phases.get(phase).plannedSeconds() * 1e6);
  }
}
