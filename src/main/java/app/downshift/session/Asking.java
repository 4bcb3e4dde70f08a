package app.downshift.session;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a protocol asks a person before it begins and after it is over. */
public record Asking(Set<Rating.Item> before, Set<Rating.Item> after) {
  /** Nothing. */
  public static final Asking NOTHING = new Asking(Set.of(), Set.of());

  public Asking {
    before = ordered(before);
    after = ordered(after);
  }

  /** What is asked then. */
  public Set<Rating.Item> items(Rating.When when) {
    return when == Rating.When.BEFORE ? before : after;
  }

  private static Set<Rating.Item> ordered(Set<Rating.Item> items) {
    return items.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(items));
  }
}
