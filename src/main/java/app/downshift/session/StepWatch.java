package app.downshift.session;

import app.downshift.breath.PacePlan;
import app.downshift.breath.Pacer;
import app.downshift.session.Practice.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which of the rates that are compared runs when. The pacer knows its own legs; this tells when one
 * begins and ends, and which parts may be looked at.
 */
final class StepWatch {
  private final Consumer<SessionEvent> told;
  private List<Step> over = List.of(); // immutable, so that snapshots share it
  private final List<Step> planned = new ArrayList<>();
  private Optional<Step> now = Optional.empty();
  private double discardSeconds;
  private int of;
  private boolean standing;

  StepWatch(Consumer<SessionEvent> told) {
    this.told = told;
  }

  /** A phase began; {@code pacer} runs {@code plan}. */
  void begin(PacePlan plan, Pacer pacer, long nowMicros) {
    abandon(nowMicros);
    if (!plan.compares()) {
      return;
    }
    discardSeconds = plan.discardSeconds();
    of = pacer.legs().size() + 1;
    long lastFrom = of == 1 ? pacer.fromMicros() : pacer.legMicros(of - 2);
    lay(pacer, 1, lastFrom + Math.round(plan.lastSeconds() * 1e6), discardSeconds);
  }

  /** The pacer stands still: what was under way is cut. */
  void pause(long nowMicros) {
    standing = true;
    now.ifPresent(step -> planned.add(0, step));
    now.ifPresent(step -> end(step.cutAt(nowMicros), nowMicros));
  }

  /** Time goes on where there is no pacer. */
  void resume() {
    standing = false;
  }

  /** The pacer goes on; it takes a while, or a breath, to be back in it. */
  void resume(Pacer pacer, long pausedMicros, long nowMicros) {
    resume();
    if (planned.isEmpty()) {
      return;
    }
    long end = planned.get(planned.size() - 1).toMicros() + nowMicros - pausedMicros;
    int number = planned.get(0).number();
    planned.clear();
    lay(pacer, number, end, Math.max(discardSeconds, 60 / pacer.perMinuteAt(nowMicros)));
  }

  /** The plan was left. */
  void abandon(long nowMicros) {
    planned.clear();
    now.ifPresent(
        step -> end(nowMicros < step.toMicros() ? step.cutAt(nowMicros) : step, nowMicros));
  }

  void tick(long nowMicros) {
    if (standing) {
      return;
    }
    while (due(nowMicros)) {
      if (now.isPresent()) {
        end(now.get(), nowMicros);
      } else {
        Step next = planned.remove(0);
        now = Optional.of(next);
        told.accept(new SessionEvent.StepBegan(nowMicros, next));
      }
    }
  }

  private boolean due(long nowMicros) {
    return now.map(step -> nowMicros >= step.toMicros())
        .orElseGet(() -> !planned.isEmpty() && nowMicros >= planned.get(0).fromMicros());
  }

  Optional<Step> now() {
    return now;
  }

  List<Step> over() {
    return over;
  }

  private void end(Step step, long nowMicros) {
    now = Optional.empty();
    over = Stream.concat(over.stream(), Stream.of(step)).collect(Collectors.toUnmodifiableList());
    told.accept(new SessionEvent.StepEnded(nowMicros, step));
  }

  private void lay(Pacer pacer, int first, long endMicros, double settleFirstSeconds) {
    for (int i = 0; i <= pacer.legs().size(); i++) {
      long from = i == 0 ? pacer.fromMicros() : pacer.legMicros(i - 1);
      long to = i == pacer.legs().size() ? endMicros : pacer.legMicros(i);
      double settle = i == 0 ? settleFirstSeconds : discardSeconds;
      long scored = Math.min(to, from + Math.round(settle * 1e6));
      double perMinute = pacer.perMinuteAt(from + 1);
      planned.add(new Step(first + i, of, perMinute, from, scored, to, true));
    }
  }
}
