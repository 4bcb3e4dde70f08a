package app.downshift.session;

import app.downshift.breath.BreathPattern;
import app.downshift.breath.PacePlan;
import java.util.List;

/**
 * One part of a protocol: what it is called, how long it lasts, and what the person does.
 *
 * @param name the word of files
 * @param plannedSeconds its length; with a condition, the longest it can get
 * @param title what people call it; where there is none, its name
 * @param instruction what the person is told
 * @param until what ends it
 */
public record Phase(
    String name,
    double plannedSeconds,
    Kind kind,
    Wording title,
    Wording instruction,
    Until until) {
  /** The longest a phase may be planned, in seconds. */
  public static final double LONGEST_SECONDS = 7200;

  public Phase {
    if (name.isBlank() || !(plannedSeconds >= 1 && plannedSeconds <= LONGEST_SECONDS)) {
      throw new IllegalArgumentException(
          "a phase needs a name and a length of 1 second to 2 hours");
    }
    if (until == Until.IN_STEP_AND_STEADY && !kind.word().equals(Paced.WORD)) {
      throw new IllegalArgumentException("only breathing with the pacer can be in step");
    }
  }

  /** A phase without words that ends by the clock. */
  public Phase(String name, double plannedSeconds, Kind kind) {
    this(name, plannedSeconds, kind, Wording.NONE, Wording.NONE, Until.TIME_IS_UP);
  }

  /** The same phase with another length. */
  public Phase lasting(double seconds) {
    return new Phase(name, seconds, kind.lasting(seconds), title, instruction, until);
  }

  /** The same phase, done otherwise. */
  public Phase doing(Kind other) {
    return new Phase(name, plannedSeconds, other, title, instruction, until);
  }

  /** What ends a phase. */
  public enum Until {
    TIME_IS_UP,
    /**
     * In step at 0.7 or more over the last six breaths, and a steady heart rate, as {@link
     * Steadiness} says; at the latest when its time is up.
     */
    IN_STEP_AND_STEADY
  }

  /** What the person does. */
  public sealed interface Kind {
    /** The word of session files. */
    String word();

    /** The same for a phase of another length. */
    default Kind lasting(double seconds) {
      return this;
    }
  }

  /** Breathing as it comes, sitting still: a time to measure. The pacer is hidden. */
  public record OwnPace() implements Kind {
    @Override
    public String word() {
      return "own-pace";
    }
  }

  /** Doing and breathing as one likes: not a time to measure. The pacer is hidden. */
  public record Free() implements Kind {
    @Override
    public String word() {
      return "free";
    }
  }

  /**
   * Breathing with the pacer.
   *
   * @param adaptive whether the pace follows the swing from the start; experimental
   */
  public record Paced(PacePlan plan, BreathPattern pattern, boolean adaptive) implements Kind {
    static final String WORD = "paced";

    public Paced {
      if (adaptive && plan.compares()) {
        throw new IllegalArgumentException("rates that are compared cannot adapt");
      }
    }

    public Paced(PacePlan plan, BreathPattern pattern) {
      this(plan, pattern, false);
    }

    /** Steady paces and glides are {@code paced} in session files, as they always were. */
    @Override
    public String word() {
      return plan.compares() ? plan.word() : WORD;
    }

    @Override
    public Kind lasting(double seconds) {
      return new Paced(plan.lasting(seconds), pattern, adaptive);
    }
  }

  /**
   * Taking one number away from another, again and again, by heart; the pacer is hidden. At regular
   * times it begins anew with another number, so that nobody is lost.
   *
   * @param startNumber the largest number begun with; the others are drawn from the seed
   * @param step what is taken away
   * @param everySeconds how long until it begins anew
   */
  public record Stressor(int startNumber, int step, double everySeconds) implements Kind {
    public Stressor {
      if (startNumber < 300
          || startNumber > 9999
          || step < 2
          || step > 99
          || !(everySeconds >= 10 && everySeconds <= 600)) {
        throw new IllegalArgumentException(
            "a subtraction starts at 300 to 9999, takes away 2 to 99, and begins anew every 10 to 600 s");
      }
    }

    @Override
    public String word() {
      return "stressor";
    }
  }

  /**
   * A graded movement or a block of strength; a key marks the start and the end of each set.
   *
   * @param sets how many are planned
   */
  public record Movement(int sets) implements Kind {
    public Movement {
      if (sets < 1 || sets > 20) {
        throw new IllegalArgumentException("a movement has 1 to 20 sets");
      }
    }

    @Override
    public String word() {
      return "movement";
    }
  }

  /**
   * Somebody's hands at work; keys put marks with texts known before.
   *
   * @param markers the texts, in the order of the keys 1 to 9
   */
  public record HandsOn(List<Wording> markers) implements Kind {
    /** There are nine keys. */
    public static final int MOST_MARKERS = 9;

    public HandsOn {
      markers = List.copyOf(markers);
      if (markers.isEmpty() || markers.size() > MOST_MARKERS) {
        throw new IllegalArgumentException("there are 1 to 9 keys for marks");
      }
    }

    @Override
    public String word() {
      return "hands-on";
    }
  }

  /** Hands on belly and chest, to feel where the breath goes, at one's own pace. */
  public record Coaching() implements Kind {
    @Override
    public String word() {
      return "coaching";
    }
  }
}
