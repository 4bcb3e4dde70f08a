package app.downshift.ui.review;

import app.downshift.evidence.PhaseFigures;
import app.downshift.ui.theme.Words;

/** The rows of the table of phases: what is shown, how exactly, and how two rests are compared. */
enum Figure {
  HEART_RATE(1, false),
  RMSSD(0, true),
  SDNN(0, false),
  SWING(1, false),
  IN_STEP(2, false),
  BREATHING(1, false),
  CLEAN(1, false);

  private final int decimals;
  private final boolean ratio;

  Figure(int decimals, boolean ratio) {
    this.decimals = decimals;
    this.ratio = ratio;
  }

  double of(PhaseFigures phase) {
    return switch (this) {
      case HEART_RATE -> phase.heartRateBpm();
      case RMSSD -> phase.rmssdMillis();
      case SDNN -> phase.sdnnMillis();
      case SWING -> phase.swingBpm();
      case IN_STEP -> phase.inStep();
      case BREATHING -> phase.breathingPerMinute();
      case CLEAN -> 100 * phase.cleanShare();
    };
  }

  /** The pace alone moves these, so that they say nothing beside a rest. */
  boolean movedByPace() {
    return this == RMSSD || this == SDNN;
  }

  /** A figure of a phase in words; what is withheld is a dash, what has no sense is empty. */
  String says(PhaseFigures phase, Words words) {
    if (phase.paced() && movedByPace()) {
      return words.text("review.notCompared");
    }
    if (this == IN_STEP && !phase.paced()) {
      return "";
    }
    String number = words.number(of(phase), decimals);
    return this == CLEAN ? words.text("review.percent", number) : number;
  }

  /** After against before. */
  String change(PhaseFigures before, PhaseFigures after, Words words) {
    if (this == IN_STEP || this == CLEAN) {
      return "";
    }
    double a = of(before);
    double b = of(after);
    if (Double.isNaN(a) || Double.isNaN(b)) {
      return Words.ABSENT;
    }
    return ratio
        ? words.text("review.times", words.number(b / a, 2))
        : words.signed(b - a, decimals);
  }
}
