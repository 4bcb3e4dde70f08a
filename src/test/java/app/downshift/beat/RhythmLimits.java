package app.downshift.beat;

import app.downshift.beat.LabelledRhythms.Recording;
import app.downshift.beat.RhythmGate.Limits;
import app.downshift.beat.RhythmGate.Rhythm;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the limits of the rhythm gate are worth: sensitivity and specificity over windows, mean of
 * the recordings, for a grid of limits; and, one person left out at a time, of the best limits on
 * all others for the one left out. Takes about half a minute.
 */
final class RhythmLimits {
  private static final String[] HEALTHY = {
    "physionet-meditation",
    "crnl-airflow",
    "gudb-annotations",
    "byb-breathing",
    "ble-strap-granger",
    "h10-welltory",
    "neurokit-bio",
    "polar-hrm-bartels",
    "polar-msentropy"
  };

  private RhythmLimits() {}

  /** Share of right answers of one recording, or NaN where it has no windows of the kind. */
  private record Score(Recording recording, double sensitivity, double specificity) {
    /** Pieces of one recording are one person, and so are 201 and 202. */
    String person() {
      return recording.name().split("_", 2)[0].replace("mitdb/202", "mitdb/201");
    }
  }

  private record Tried(Limits limits, List<Score> scores) {
    double worth(String without) {
      return mean(scores.stream().filter(s -> !s.person().equals(without)).toList(), true)
          + mean(scores.stream().filter(s -> !s.person().equals(without)).toList(), false);
    }

    double mean(boolean sensitivity) {
      return mean(scores, sensitivity);
    }

    static double mean(List<Score> some, boolean sensitivity) {
      return some.stream()
          .mapToDouble(s -> sensitivity ? s.sensitivity : s.specificity)
          .filter(value -> !Double.isNaN(value))
          .average()
          .orElse(Double.NaN);
    }
  }

  public static void main(String[] none) {
    List<Recording> recordings =
        new ArrayList<>(LabelledRhythms.of("afdb", "mitdb", "cinc2017-af"));
    recordings.addAll(LabelledRhythms.of(HEALTHY));
    List<Tried> tried = new ArrayList<>();
    for (double step : new double[] {0.07, 0.08, 0.09, 0.10, 0.11, 0.12}) {
      for (double prediction : new double[] {0.065, 0.075, 0.085, 0.095}) {
        for (double healed : new double[] {0.06, 0.07, 0.08}) {
          Limits limits = new Limits(step, prediction, healed);
          Tried one =
              new Tried(limits, recordings.stream().map(each -> score(each, limits)).toList());
          tried.add(one);
          System.out.printf(
              Locale.ROOT,
              "%.3f %.3f %.3f  sensitivity %.4f specificity %.4f%n",
              step,
              prediction,
              healed,
              one.mean(true),
              one.mean(false));
        }
      }
    }
    leaveOneOut(tried);
  }

  private static void leaveOneOut(List<Tried> tried) {
    List<Score> left = new ArrayList<>();
    for (String person : tried.get(0).scores.stream().map(Score::person).distinct().toList()) {
      Tried best = tried.get(0);
      for (Tried each : tried) {
        best = each.worth(person) > best.worth(person) ? each : best;
      }
      List<Score> own =
          best.scores.stream().filter(score -> score.person().equals(person)).toList();
      left.addAll(own);
      System.out.println(
          "without "
              + person
              + ": "
              + best.limits
              + own.stream()
                  .map(s -> String.format(Locale.ROOT, " %.3f/%.3f", s.sensitivity, s.specificity))
                  .toList());
    }
    System.out.printf(
        Locale.ROOT,
        "left out: sensitivity %.4f specificity %.4f%n",
        Tried.mean(left, true),
        Tried.mean(left, false));
  }

  /**
   * Fibrillation against what is surely none: unlabelled recordings of healthy people, and windows
   * labelled as normal rhythm, dense ectopic beats among them.
   */
  private static Score score(Recording recording, Limits limits) {
    RhythmGate gate = new RhythmGate(limits);
    int[] right = new int[2];
    int[] all = new int[2];
    String label = "";
    int same = 0;
    for (int i = 0; i < recording.rrMillis().length; i++) {
      gate.accept(recording.rrMillis()[i], false);
      same = recording.rhythms()[i].equals(label) ? same + 1 : 1;
      label = recording.rhythms()[i];
      boolean fibrillates = label.equals(LabelledRhythms.FIBRILLATION);
      boolean none = label.equals("N") || label.equals(LabelledRhythms.UNLABELLED);
      if (same >= RhythmGate.BEATS && (fibrillates || none)) {
        int kind = fibrillates ? 0 : 1;
        all[kind]++;
        right[kind] += (gate.rhythm() == Rhythm.IRREGULAR) == fibrillates ? 1 : 0;
      }
    }
    return new Score(recording, (double) right[0] / all[0], (double) right[1] / all[1]);
  }
}
