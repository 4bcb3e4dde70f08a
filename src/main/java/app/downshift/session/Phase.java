package app.downshift.session;

import app.downshift.breath.BreathPattern;
import app.downshift.breath.PacePlan;

/**
 * One part of a protocol: what it is called, how long it is planned to last, and what the person
 * does.
 */
public record Phase(String name, double plannedSeconds, Kind kind) {
  public Phase {
    if (name.isBlank() || !(plannedSeconds >= 1 && plannedSeconds <= 7200)) {
      throw new IllegalArgumentException(
          "a phase needs a name and a length of 1 second to 2 hours");
    }
  }

  /** The same phase with another length. */
  public Phase lasting(double seconds) {
    return new Phase(name, seconds, kind);
  }

  /** What the person does. */
  public sealed interface Kind {
    /** The word of session files. */
    String word();
  }

  /** Breathing as it comes; the pacer is hidden. */
  public record OwnPace() implements Kind {
    @Override
    public String word() {
      return "own-pace";
    }
  }

  /** Breathing with the pacer. */
  public record Paced(PacePlan plan, BreathPattern pattern) implements Kind {
    @Override
    public String word() {
      return "paced";
    }
  }
}
