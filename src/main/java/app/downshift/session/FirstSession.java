package app.downshift.session;

import app.downshift.breath.PacePlan;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Whether a protocol suits somebody's first session: at most ten minutes with the pacer, no search
 * for a pace, no holds. A third of those who breathe slowly for the first time breathe too much.
 *
 * @param pacedSeconds how long the pacer leads
 * @param reasons why not; empty when it suits
 */
public record FirstSession(double pacedSeconds, Set<Reason> reasons) {
  /** The longest a first session is paced, in seconds. */
  public static final double MOST_PACED_SECONDS = 600;

  public FirstSession {
    reasons = reasons.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(reasons));
  }

  /** Why a protocol is not for a first session. */
  public enum Reason {
    /** More than ten minutes with the pacer. */
    LONG,
    /** It looks for a pace in steps. */
    STEPPED,
    /** It looks for a pace by sliding. */
    SLIDING,
    /** The breath is held. */
    HOLDS,
    /** The pace changes by itself, which is an experiment. */
    ADAPTIVE
  }

  /** Whether it suits. */
  public boolean suits() {
    return reasons.isEmpty();
  }

  static FirstSession of(Protocol protocol) {
    double paced = 0;
    Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    for (Phase phase : protocol.phases()) {
      if (phase.kind() instanceof Phase.Paced guided) {
        paced += phase.plannedSeconds();
        if (guided.plan() instanceof PacePlan.Stepped) {
          reasons.add(Reason.STEPPED);
        } else if (guided.plan() instanceof PacePlan.Sliding) {
          reasons.add(Reason.SLIDING);
        }
        if (guided.pattern().holds()) {
          reasons.add(Reason.HOLDS);
        }
        if (guided.adaptive()) {
          reasons.add(Reason.ADAPTIVE);
        }
      }
    }
    if (paced > MOST_PACED_SECONDS) {
      reasons.add(Reason.LONG);
    }
    return new FirstSession(paced, reasons);
  }
}
