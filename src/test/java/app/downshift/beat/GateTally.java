package app.downshift.beat;

import app.downshift.beat.LabelledRhythms.Recording;
import app.downshift.beat.RhythmGate.Rhythm;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the gate and the signal say after every interval, as a session would hear them, sorted by
 * the label of the window: the one rhythm that all 64 intervals share, or {@link #MIXED}.
 */
final class GateTally {
  static final String MIXED = "mixed";

  private int answers;
  private int irregular;
  private int unknown;
  private int poor;
  private int irregularNotPoor;
  private int withheld;

  private GateTally() {}

  /** Of windows filled with 64 usable intervals; those before are not counted. */
  static Map<String, GateTally> of(Recording recording) {
    Map<String, GateTally> all = new LinkedHashMap<>();
    RhythmGate gate = new RhythmGate();
    LiveMarks marks = new LiveMarks();
    SignalQuality signal = new SignalQuality();
    double at = 0;
    int since = 0;
    String label = "";
    int same = 0;
    for (int i = 0; i < recording.rrMillis().length; i++) {
      double rr = recording.rrMillis()[i];
      gate.accept(rr, false);
      at += rr > 0 ? rr : 0;
      signal.accept(at, rr);
      for (LiveMarks.Decision each : marks.accept(rr, false)) {
        signal.decided(each.beatIndex(), each.marks());
        if (RrSeries.isInterval(recording.rrMillis()[each.beatIndex()])) {
          gate.decided(each.marks());
        }
      }
      since += RrSeries.isInterval(rr) ? 1 : 0;
      same = recording.rhythms()[i].equals(label) ? same + 1 : 1;
      label = recording.rhythms()[i];
      if (since >= RhythmGate.BEATS) {
        all.computeIfAbsent(same >= RhythmGate.BEATS ? label : MIXED, key -> new GateTally())
            .count(gate, gate.latelyDisturbed() || signal.band(at) == SignalQuality.Band.POOR);
      }
    }
    return all;
  }

  private void count(RhythmGate gate, boolean tooPoor) {
    boolean tripped = gate.rhythm() == Rhythm.IRREGULAR;
    answers++;
    irregular += tripped ? 1 : 0;
    unknown += gate.rhythm() == Rhythm.UNKNOWN ? 1 : 0;
    poor += tooPoor ? 1 : 0;
    irregularNotPoor += tripped && !tooPoor ? 1 : 0;
    withheld += tooPoor || gate.lately() != Rhythm.REGULAR ? 1 : 0;
  }

  int answers() {
    return answers;
  }

  double irregular() {
    return (double) irregular / answers;
  }

  double unknown() {
    return (double) unknown / answers;
  }

  double regular() {
    return 1 - irregular() - unknown();
  }

  /** Share in which the signal is too poor, by its marks or by beats out of place. */
  double poor() {
    return (double) poor / answers;
  }

  double irregularNotPoor() {
    return (double) irregularNotPoor / answers;
  }

  /** Share in which figures of variability are not shown, for whatever reason. */
  double withheld() {
    return (double) withheld / answers;
  }
}
