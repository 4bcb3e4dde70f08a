package app.downshift.beat;

import app.downshift.beat.LabelledRhythms.Recording;
import app.downshift.beat.RhythmGate.Rhythm;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Prints what the rhythm gate says of every recording in the shared folder, by labelled rhythm, or
 * of the folders given. {@code java -cp target/classes:target/test-classes
 * app.downshift.beat.RhythmGateTable afdb mitdb}
 */
final class RhythmGateTable {
  private RhythmGateTable() {}

  public static void main(String[] folders) {
    System.out.println(
        "| recording | rhythm | windows | irregular | regular | unknown | poor | withheld | file |");
    System.out.println("|---|---|---|---|---|---|---|---|---|");
    List<Recording> all =
        LabelledRhythms.of(folders.length > 0 ? folders : LabelledRhythms.folders());
    all.forEach(RhythmGateTable::print);
    MadeRhythms.all(1)
        .forEach(
            (name, rr) -> {
              String[] none = new String[rr.length];
              Arrays.fill(none, LabelledRhythms.UNLABELLED);
              print(new Recording(name, rr, none));
            });
    cost(all);
  }

  private static void print(Recording recording) {
    RrSeries marked = BeatTests.mark(recording.series());
    RhythmShare share = RhythmShare.of(marked);
    boolean poor =
        share.disturbed()
            || SignalQuality.Band.of(SignalQuality.share(marked)) == SignalQuality.Band.POOR;
    String verdict = share.verdict().word() + (poor ? ", poor" : "");
    var tallies = GateTally.of(recording);
    if (tallies.isEmpty()) {
      System.out.printf(
          "| %s | %s | 0 | – | – | – | – | – | %s |%n",
          recording.name(), recording.rhythms()[0], verdict);
    }
    tallies.forEach(
        (label, tally) ->
            System.out.printf(
                Locale.ROOT,
                "| %s | %s | %d | %.1f | %.1f | %.1f | %.1f | %.1f | %s |%n",
                recording.name(),
                label,
                tally.answers(),
                100 * tally.irregular(),
                100 * tally.regular(),
                100 * tally.unknown(),
                100 * tally.poor(),
                100 * tally.withheld(),
                verdict));
  }

  private static void cost(List<Recording> all) {
    for (boolean warm : new boolean[] {false, true}) {
      long beats = 0;
      int irregular = 0;
      long began = System.nanoTime();
      for (Recording each : all) {
        RhythmGate gate = new RhythmGate();
        for (double rr : each.rrMillis()) {
          gate.accept(rr, false);
          irregular += gate.rhythm() == Rhythm.IRREGULAR ? 1 : 0;
          beats++;
        }
      }
      double micros = (System.nanoTime() - began) / 1000.0 / Math.max(1, beats);
      System.out.printf(
          Locale.ROOT,
          "%n%d beats, %d irregular, %.2f µs a beat%s",
          beats,
          irregular,
          micros,
          warm ? "\n" : " cold");
    }
  }
}
