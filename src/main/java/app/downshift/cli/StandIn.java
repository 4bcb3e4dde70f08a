package app.downshift.cli;

import app.downshift.session.Command;
import app.downshift.session.Phase;
import app.downshift.session.Practice;
import app.downshift.session.Rating;
import app.downshift.session.SessionState;
import app.downshift.session.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Answers where nobody sits: with what was prepared, and otherwise that nobody was asked. Beside a
 * virtual heart it also presses the keys of movements and of hands, as somebody would.
 */
public final class StandIn {
  private static final long SET_MICROS = 40_000_000;
  private static final long REST_MICROS = 90_000_000;
  private static final double FIRST_KEY_SECONDS = 20;
  private static final double BETWEEN_KEYS_SECONDS = 60;

  private final List<Rating> prepared;
  private final boolean pressesKeys;
  private int phase = -1;
  private int pressed;

  /** {@code pressesKeys} only where nothing is real. */
  public StandIn(List<Rating> prepared, boolean pressesKeys) {
    this.prepared = List.copyOf(prepared);
    this.pressesKeys = pressesKeys;
  }

  /** What is said at this moment; ratings come before the answer that ends the session. */
  public List<Command> says(Snapshot now) {
    List<Command> said = new ArrayList<>();
    now.practice()
        .due()
        .flatMap(this::rating)
        .ifPresent(rating -> said.add(new Command.Rate(rating)));
    if (now.prompt().isPresent()) {
      said.add(new Command.AnswerSymptoms(Set.of(), Command.Wish.NOT_ASKED));
    }
    if (pressesKeys && now.state() instanceof SessionState.Running) {
      press(now, said);
    }
    return said;
  }

  /** What was prepared for then. */
  Optional<Rating> rating(Rating.When when) {
    return prepared.stream().filter(rating -> rating.when() == when).findFirst();
  }

  private void press(Snapshot now, List<Command> said) {
    if (now.phase() != phase) {
      phase = now.phase();
      pressed = 0;
    }
    Phase.Kind kind = now.current().phase().kind();
    double seconds = now.current().doneSeconds();
    if (kind instanceof Phase.Movement movement) {
      move(movement, now, said);
    } else if (kind instanceof Phase.HandsOn hands
        && pressed < hands.markers().size()
        && seconds >= FIRST_KEY_SECONDS + pressed * BETWEEN_KEYS_SECONDS) {
      said.add(new Command.AddMarker(hands.markers().get(pressed).in("en")));
      pressed++;
    }
  }

  private void move(Phase.Movement movement, Snapshot now, List<Command> said) {
    List<Practice.MovementSet> sets = now.practice().sets();
    Practice.MovementSet last = sets.isEmpty() ? null : sets.get(sets.size() - 1);
    boolean moving = last != null && last.toMicros() < 0;
    boolean press;
    if (moving) {
      press = now.atMicros() - last.fromMicros() >= SET_MICROS;
    } else if (pressed >= 2 * movement.sets()) {
      press = false;
    } else if (pressed == 0) {
      press = now.current().doneSeconds() >= FIRST_KEY_SECONDS;
    } else {
      press = last != null && now.atMicros() - last.toMicros() >= REST_MICROS;
    }
    if (press) {
      said.add(new Command.MarkSet());
      pressed++;
    }
  }
}
