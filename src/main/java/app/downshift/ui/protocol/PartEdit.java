package app.downshift.ui.protocol;

import app.downshift.breath.PacePlan;
import app.downshift.session.Phase;
import app.downshift.session.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.IntSupplier;

/** How the chosen part of a draft is changed; what no protocol can be is refused. */
final class PartEdit {
  private final Draft draft;
  private final IntSupplier part;
  private final BiPredicate<Protocol, Object> change;

  /**
   * @param part the chosen part: 0 is the protocol itself, then its phases
   * @param change takes over a protocol, or refuses; one thing touched again is one change
   */
  PartEdit(Draft draft, IntSupplier part, BiPredicate<Protocol, Object> change) {
    this.draft = draft;
    this.part = part;
    this.change = change;
  }

  Protocol now() {
    return draft.now();
  }

  boolean change(Protocol next, Object what) {
    return change.test(next, what);
  }

  Protocol with(List<Phase> phases) {
    Protocol now = draft.now();
    return new Protocol(now.name(), now.title(), now.purpose(), now.asks(), phases);
  }

  /** Changes the chosen phase; what no phase can be is refused. */
  boolean phase(Function<Phase, Phase> edit, Object what) {
    int index = part.getAsInt() - 1;
    try {
      List<Phase> phases = new ArrayList<>(draft.now().phases());
      phases.set(index, edit.apply(phases.get(index)));
      return change(with(phases), index + " " + what);
    } catch (IllegalArgumentException refused) {
      return false;
    }
  }

  boolean kind(Function<Phase.Kind, Phase.Kind> edit, Object what) {
    return phase(phase -> Kinds.with(phase, edit.apply(phase.kind())), what);
  }

  boolean plan(Function<PacePlan, PacePlan> edit, Object what) {
    return kind(
        kind -> {
          Phase.Paced paced = (Phase.Paced) kind;
          return new Phase.Paced(edit.apply(paced.plan()), paced.pattern(), paced.adaptive());
        },
        what);
  }
}
