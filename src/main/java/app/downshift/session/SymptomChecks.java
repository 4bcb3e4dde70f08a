package app.downshift.session;

import app.downshift.session.Snapshot.Prompt;
import app.downshift.session.Snapshot.Question;
import java.util.Optional;

/**
 * Asks once after two minutes of pacing, and once at the end, whether the breathing is too much.
 */
final class SymptomChecks {
  private static final double EARLY_SECONDS = 120;
  private static final long PATIENCE_MICROS = 120_000_000;

  private Optional<Prompt> open = Optional.empty();
  private boolean askedEarly;

  /** Whether it is time for the first question, after so long in a paced phase. */
  boolean earlyDue(double pacedSeconds) {
    return !askedEarly && pacedSeconds >= EARLY_SECONDS;
  }

  void open(Question question, long atMicros) {
    askedEarly = true;
    open = Optional.of(new Prompt(question, atMicros));
  }

  void close() {
    open = Optional.empty();
  }

  /** Whether nobody has answered for so long that nobody will. */
  boolean unanswered(long atMicros) {
    return open.isEmpty() || atMicros - open.get().sinceMicros() >= PATIENCE_MICROS;
  }

  Optional<Prompt> prompt() {
    return open;
  }
}
