package app.downshift.beat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is said of a beat: the {@link Mark}s that were raised, and what answered them. A mark can be
 * answered by the breathing model, which finds that the interval is only breathing, by the pause it
 * is or lies behind, or by a person, who has the last word. Nothing is erased: a mark in force
 * keeps the beat out of statistics, a cleared one stays beside it. Immutable; every value exists
 * once, so marking beats allocates nothing.
 */
public final class Marks {
  private static final Mark[] KINDS = Mark.values();
  private static final int EXPLAINED = 1 << KINDS.length;
  private static final int ACCEPTED = EXPLAINED << 1;
  private static final int UNDONE = ACCEPTED << 1;
  private static final int PAUSE = UNDONE << 1;
  private static final int RAISED = EXPLAINED - 1;

  /** Raised by comparing an interval with its neighbours: what breathing can imitate. */
  private static final int BY_NEIGHBOURS = RAISED & ~bit(Mark.RANGE) & ~bit(Mark.BREATH);

  private static final Marks[] ALL = all();

  /** No doubt about the beat. */
  public static final Marks NONE = ALL[0];

  private final short bits;
  private final short inForce;
  private final List<String> words;
  private final List<String> clearedWords;

  /** Who answered a mark. */
  public enum By {
    /** The breathing model. */
    BREATH,
    /** The interval is a lone pause, or lies behind one. */
    PAUSE,
    /** Somebody who looked at it. */
    PERSON
  }

  /** A person's word on the marks of a beat. */
  public enum Ruling {
    /** They hold, whatever the breathing model says. */
    ACCEPTED,
    /** They do not; the beat counts. */
    UNDONE,
    /** Nothing is said any more. */
    WITHDRAWN
  }

  private Marks(int bits) {
    int raised = bits & RAISED;
    int cleared = (bits & EXPLAINED) != 0 ? raised & BY_NEIGHBOURS : 0;
    cleared |= (bits & PAUSE) != 0 ? raised & ~bit(Mark.RANGE) : 0;
    cleared = (bits & ACCEPTED) != 0 ? 0 : (bits & UNDONE) != 0 ? raised : cleared;
    this.bits = (short) bits;
    inForce = (short) (raised & ~cleared);
    words = words(inForce);
    clearedWords = words(cleared);
  }

  /** Exactly these marks, unanswered. */
  public static Marks of(Mark... marks) {
    Marks set = NONE;
    for (Mark mark : marks) {
      set = set.with(mark);
    }
    return set;
  }

  /**
   * What the plausibility of a single interval says: {@code RANGE} below 300 or above 2000 ms, and
   * for NaN.
   */
  public static Marks ofRange(double rrMillis) {
    return rrMillis >= 300 && rrMillis <= 2000 ? NONE : of(Mark.RANGE);
  }

  /** Raises a mark. */
  public Marks with(Mark mark) {
    return ALL[bits | bit(mark)];
  }

  /**
   * The breathing model explains the interval: marks that only compare it with its neighbours hold
   * no longer. {@code range}, and the model's own {@code breath}, are not touched.
   */
  public Marks explained() {
    return ALL[bits | EXPLAINED];
  }

  /** The heart paused once and went on as before: only {@code range} holds still. */
  public Marks ofPause() {
    return ALL[bits | PAUSE];
  }

  /** A person's word, in place of any earlier one. */
  public Marks ruled(Ruling ruling) {
    int others = bits & ~ACCEPTED & ~UNDONE;
    return ALL[
        switch (ruling) {
          case ACCEPTED -> others | ACCEPTED;
          case UNDONE -> others | UNDONE;
          case WITHDRAWN -> others;
        }];
  }

  /** These marks with the person's word, if any, that {@code other} carries. */
  public Marks ruledLike(Marks other) {
    return ALL[(bits & ~ACCEPTED & ~UNDONE) | (other.bits & (ACCEPTED | UNDONE))];
  }

  /** Whether this mark is in force. */
  public boolean has(Mark mark) {
    return (inForce & bit(mark)) != 0;
  }

  /** Whether no mark is in force: the beat counts. */
  public boolean isEmpty() {
    return inForce == 0;
  }

  /** Whether any mark was ever raised, in force or not. */
  public boolean raised() {
    return (bits & RAISED) != 0;
  }

  /** The words of files and exports for the marks in force, in the order of {@link Mark}. */
  public List<String> words() {
    return words;
  }

  /** The same for marks that were raised and do not hold. */
  public List<String> clearedWords() {
    return clearedWords;
  }

  /** Who answered the marks; empty where nobody did, or where nothing was there to answer. */
  public Optional<By> answeredBy() {
    if (!raised()) {
      return Optional.empty();
    }
    if ((bits & (ACCEPTED | UNDONE)) != 0) {
      return Optional.of(By.PERSON);
    }
    return clearedWords.isEmpty()
        ? Optional.empty()
        : Optional.of((bits & PAUSE) != 0 ? By.PAUSE : By.BREATH);
  }

  @Override
  public String toString() {
    String answer = answeredBy().map(by -> " by " + by).orElse("");
    return clearedWords.isEmpty() && answer.isEmpty()
        ? words.toString()
        : words + " cleared " + clearedWords + answer;
  }

  private static int bit(Mark mark) {
    int bit = 1;
    for (int i = 0; KINDS[i] != mark; i++) {
      bit <<= 1;
    }
    return bit;
  }

  private static List<String> words(int set) {
    List<String> found = new ArrayList<>();
    for (Mark mark : KINDS) {
      if ((set & bit(mark)) != 0) {
        found.add(mark.word());
      }
    }
    return List.copyOf(found);
  }

  private static Marks[] all() {
    Marks[] sets = new Marks[PAUSE << 1];
    for (int i = 0; i < sets.length; i++) {
      sets[i] = new Marks(i);
    }
    return sets;
  }
}
