package app.downshift.session;

import app.downshift.beat.Marks;
import app.downshift.breath.BreathPattern;
import java.util.Set;

/** What a person asks of a running session. */
public sealed interface Command {
  /** The word of session files. */
  String word();

  /** Stops the phase clock and freezes the pacer; beats are recorded on. */
  record Pause() implements Command {
    @Override
    public String word() {
      return "pause";
    }
  }

  /** Goes on where the pause began, with the pacer in the same phase. */
  record Resume() implements Command {
    @Override
    public String word() {
      return "resume";
    }
  }

  /**
   * Puts a note at the moment it is about, which lies before the command when it takes time to
   * write.
   *
   * @param noticedMicros session time of that moment; later than the command means its own time
   */
  record AddMarker(String text, long noticedMicros) implements Command {
    public AddMarker {
      noticedMicros = Math.max(0, noticedMicros);
    }

    /** Of the moment at which the command is taken. */
    public AddMarker(String text) {
      this(text, Long.MAX_VALUE);
    }

    /** The moment of the note of a command that is taken at {@code takenMicros}. */
    public long momentMicros(long takenMicros) {
      return Math.min(noticedMicros, takenMicros);
    }

    @Override
    public String word() {
      return "marker";
    }
  }

  /**
   * Another pace, from this moment and without a jump; the pattern from the next inhale, but holds
   * only where there are some already. Rates that were to be compared end with it.
   */
  record ChangePace(double perMinute, BreathPattern pattern) implements Command {
    @Override
    public String word() {
      return "pace";
    }
  }

  /**
   * Another division of the breath, from the next inhale, at the pace that is planned. Holds are
   * refused, and that is told, unless the phase has them or they are acknowledged.
   *
   * @param acknowledged the person was told what holds are and wants them
   */
  record ChangePattern(BreathPattern pattern, boolean acknowledged) implements Command {
    @Override
    public String word() {
      return "pattern";
    }
  }

  /** Lets the pace follow the swing, or no longer; an experiment, off unless asked for. */
  record Adapt(boolean on) implements Command {
    @Override
    public String word() {
      return "adapt";
    }
  }

  /** Ends the phase under way and begins the next; after the last one the session is over. */
  record SkipPhase() implements Command {
    @Override
    public String word() {
      return "skip";
    }
  }

  /** The key of a movement: a set begins, or the one under way ends. */
  record MarkSet() implements Command {
    @Override
    public String word() {
      return "set";
    }
  }

  /** What a person says of themselves; nothing in it means they would rather not. */
  record Rate(Rating rating) implements Command {
    @Override
    public String word() {
      return "rating";
    }
  }

  /** The answer to a symptom check; empty when all is well. */
  record AnswerSymptoms(Set<Symptom> symptoms, Wish wish) implements Command {
    public AnswerSymptoms {
      symptoms = Set.copyOf(symptoms);
    }

    @Override
    public String word() {
      return "symptoms";
    }
  }

  /**
   * A person's word on the marks of an earlier beat. Figures follow from now on; what was drawn
   * before stays. Said of a beat that is not decided yet, or has no marks, it changes nothing.
   *
   * @param beatMicros when that beat was, as the session placed it
   */
  record RuleOnMarks(long beatMicros, Marks.Ruling ruling) implements Command {
    @Override
    public String word() {
      return "mark";
    }
  }

  /** Ends the session now. */
  record Stop() implements Command {
    @Override
    public String word() {
      return "stop";
    }
  }

  /** Signs of breathing too much. */
  enum Symptom {
    DIZZY,
    TINGLING,
    SHORT_OF_BREATH,
    PANIC
  }

  /** What to do after a symptom check; {@code NOT_ASKED} where nobody was there to answer. */
  enum Wish {
    GO_ON,
    RAISE_RATE,
    STOP,
    NOT_ASKED
  }
}
