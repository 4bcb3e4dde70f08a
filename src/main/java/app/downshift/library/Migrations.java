package app.downshift.library;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes lines of older formats into those of this one, step by step, while they are read. Files are
 * never rewritten for it.
 */
final class Migrations {
  /** The format that this version writes. */
  static final int FORMAT = 1;

  /** From one format to the next. */
  interface Step {
    /** The format it reads; it makes the next higher one. */
    int from();

    ObjectNode next(ObjectNode line);
  }

  private final List<Step> steps;

  Migrations(List<Step> steps) {
    this.steps = List.copyOf(steps);
  }

  /** Those that ship: format 1 is the first. */
  static Migrations shipped() {
    return new Migrations(List.of());
  }

  /** The line in the format of today; empty when no way leads there. */
  Optional<ObjectNode> today(int format, ObjectNode line) {
    ObjectNode now = line;
    for (int at = format; at < FORMAT; at++) {
      int from = at;
      Optional<Step> step = steps.stream().filter(each -> each.from() == from).findFirst();
      if (step.isEmpty()) {
        return Optional.empty();
      }
      now = step.get().next(now);
    }
    return format > FORMAT ? Optional.empty() : Optional.of(now);
  }
}
