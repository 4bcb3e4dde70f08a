package app.downshift.beat;

import java.util.ArrayList;
import java.util.List;

/**
 * An immutable set of {@link Mark}s in one byte. Every set exists once, so marking beats allocates
 * nothing.
 */
public final class Marks {
  private static final Mark[] KINDS = Mark.values();
  private static final Marks[] ALL = all();

  /** No doubt about the beat. */
  public static final Marks NONE = ALL[0];

  private final byte bits;
  private final List<String> words;

  private Marks(int bits) {
    this.bits = (byte) bits;
    List<String> found = new ArrayList<>();
    for (Mark mark : KINDS) {
      if ((bits & bit(mark)) != 0) {
        found.add(mark.word());
      }
    }
    words = List.copyOf(found);
  }

  /** The set of exactly these marks. */
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

  public Marks with(Mark mark) {
    return ALL[bits | bit(mark)];
  }

  public boolean has(Mark mark) {
    return (bits & bit(mark)) != 0;
  }

  public boolean isEmpty() {
    return bits == 0;
  }

  /** The words of files and exports, in the order of {@link Mark}. */
  public List<String> words() {
    return words;
  }

  @Override
  public String toString() {
    return words.toString();
  }

  private static int bit(Mark mark) {
    int bit = 1;
    for (int i = 0; KINDS[i] != mark; i++) {
      bit <<= 1;
    }
    return bit;
  }

  private static Marks[] all() {
    Marks[] sets = new Marks[1 << KINDS.length];
    for (int i = 0; i < sets.length; i++) {
      sets[i] = new Marks(i);
    }
    return sets;
  }
}
