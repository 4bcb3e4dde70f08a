package app.downshift.ui.protocol;

import app.downshift.breath.BreathPattern;
import app.downshift.breath.PacePlan;
import app.downshift.session.Phase;
import app.downshift.session.Wording;
import java.util.List;

/** The kinds of phase to choose from, and what each begins with. */
final class Kinds {
  /** The words of their keys, in the order in which they are offered. */
  static final List<String> WORDS =
      List.of(
          "own-pace",
          "paced",
          "own",
          "glide",
          "stepped",
          "sliding",
          "stressor",
          "free",
          "movement",
          "hands-on",
          "coaching");

  private static final double USUAL = 6;
  private static final double AT_EASE = 12;
  private static final double SHORTEST_UNTIL = 60;

  private Kinds() {}

  static String word(Phase.Kind kind) {
    if (kind instanceof Phase.Paced paced) {
      return paced.plan() instanceof PacePlan.Own ? "own" : paced.plan().word();
    }
    return kind.word();
  }

  /** A phase of another kind, with all that it shares with this one. */
  static Phase turned(Phase phase, String word, String marker) {
    BreathPattern pattern =
        phase.kind() instanceof Phase.Paced paced ? paced.pattern() : BreathPattern.LONG_EXHALE;
    return with(
        phase,
        switch (word) {
          case "paced" -> new Phase.Paced(new PacePlan.Steady(USUAL), pattern);
          case "own" -> new Phase.Paced(new PacePlan.Own(13, false), pattern);
          case "glide" -> new Phase.Paced(new PacePlan.Glide(AT_EASE, USUAL), pattern);
          case "stepped" ->
              new Phase.Paced(
                  new PacePlan.Stepped(List.of(6.5, 6.0, 5.5, 5.0, 4.5), 120, 30, true, 1),
                  pattern);
          case "sliding" -> new Phase.Paced(new PacePlan.Sliding(78, 6.75, 4.25), pattern);
          case "stressor" -> new Phase.Stressor(1022, 7, 30);
          case "free" -> new Phase.Free();
          case "movement" -> new Phase.Movement(3);
          case "hands-on" -> new Phase.HandsOn(List.of(Wording.of(marker)));
          case "coaching" -> new Phase.Coaching();
          default -> new Phase.OwnPace();
        });
  }

  /** The phase doing this; a search for a pace says itself how long it takes. */
  static Phase with(Phase phase, Phase.Kind kind) {
    boolean follows = kind instanceof Phase.Paced paced && !paced.plan().compares();
    double seconds = phase.plannedSeconds();
    if (kind instanceof Phase.Paced paced && paced.plan() instanceof PacePlan.Stepped stepped) {
      seconds = stepped.seconds();
    } else if (kind instanceof Phase.Paced paced
        && paced.plan() instanceof PacePlan.Sliding sliding) {
      seconds = sliding.seconds();
    }
    return new Phase(
        phase.name(),
        seconds,
        kind,
        phase.title(),
        phase.instruction(),
        follows ? phase.until() : Phase.Until.TIME_IS_UP);
  }

  /** With another end. */
  static Phase until(Phase phase, boolean settled) {
    return new Phase(
        phase.name(),
        settled ? Math.max(SHORTEST_UNTIL, phase.plannedSeconds()) : phase.plannedSeconds(),
        phase.kind(),
        phase.title(),
        phase.instruction(),
        settled ? Phase.Until.IN_STEP_AND_STEADY : Phase.Until.TIME_IS_UP);
  }
}
