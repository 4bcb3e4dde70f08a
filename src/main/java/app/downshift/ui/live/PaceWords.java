package app.downshift.ui.live;

import app.downshift.breath.BreathPattern;
import app.downshift.breath.PacePlan;
import app.downshift.breath.Pacer;
import app.downshift.session.Phase;
import app.downshift.session.Practice;
import app.downshift.session.SessionState;
import app.downshift.session.Snapshot;
import app.downshift.ui.chart.PhaseNames;
import app.downshift.ui.theme.Words;
import java.util.Optional;

/**
 * The lines below the pacer: rate, strokes and manner while it is there, one sentence at the own
 * pace.
 */
public record PaceWords(String rate, String strokes, String manner, String ownPace) {
  /** In step from here on, as a phase that waits for it counts. */
  private static final double IN_STEP = 0.7;

  /** What there is to say at a moment. */
  public static PaceWords of(Snapshot snapshot, long nowMicros, Words words) {
    if (snapshot.pacer().isEmpty()) {
      return ownPace(snapshot, words);
    }
    Pacer pacer = snapshot.pacer().get();
    long at = snapshot.frozenAtMicros() >= 0 ? snapshot.frozenAtMicros() : nowMicros;
    double perMinute = pacer.perMinuteAt(at);
    BreathPattern pattern = pacer.patternAt(pacer.cyclesAt(at));
    double cycleSeconds = 60 / perMinute;
    String strokes =
        words.text(
            "pacer.strokes",
            words.number(pattern.inhale() * cycleSeconds, 1),
            words.number(pattern.exhale() * cycleSeconds, 1));
    return new PaceWords(
        words.text("pacer.rate", words.number(perMinute, 1)),
        until(snapshot, words)
            .or(() -> step(snapshot, words))
            .orElseGet(() -> strokes + glide(snapshot, pacer, at, words)),
        words.text(adapts(snapshot) ? "pacer.adapts" : "pacer.softly"),
        "");
  }

  private static boolean adapts(Snapshot snapshot) {
    return snapshot.practice().notices().contains(Practice.Notice.ADAPTIVE_IS_AN_EXPERIMENT);
  }

  /** What the phase waits for. */
  private static Optional<String> until(Snapshot snapshot, Words words) {
    if (snapshot.current().phase().until() != Phase.Until.IN_STEP_AND_STEADY) {
      return Optional.empty();
    }
    double inStep = snapshot.figures().inStep().orNaN();
    return Optional.of(
        inStep >= IN_STEP
            ? words.text("pacer.until.steady", words.number(inStep, 2))
            : words.text("pacer.until.step", words.number(IN_STEP, 1), words.number(inStep, 2)));
  }

  /** Which of the rates that are compared it is. */
  private static Optional<String> step(Snapshot snapshot, Words words) {
    boolean slides =
        snapshot.current().phase().kind() instanceof Phase.Paced paced
            && paced.plan() instanceof PacePlan.Sliding;
    return snapshot
        .practice()
        .step()
        .map(step -> words.text(slides ? "pacer.slide" : "pacer.step", step.number(), step.of()));
  }

  private static String glide(Snapshot snapshot, Pacer pacer, long at, Words words) {
    if (!(snapshot.current().phase().kind() instanceof Phase.Paced paced
        && paced.plan() instanceof PacePlan.Glide plan)) {
      return "";
    }
    if (plan.targetPerMinute() != pacer.targetPerMinute()
        || plan.startPerMinute() == plan.targetPerMinute()) {
      return "";
    }
    String from = words.brief(plan.startPerMinute(), 1);
    return " · "
        + (pacer.glidingAt(at)
            ? words.text("pacer.gliding", from, words.brief(plan.targetPerMinute(), 1))
            : words.text("pacer.glided", from));
  }

  private static PaceWords ownPace(Snapshot snapshot, Words words) {
    if (snapshot.state() instanceof SessionState.Finishing
        || snapshot.state() instanceof SessionState.Ended) {
      return new PaceWords("", "", "", "");
    }
    if (!snapshot.instruction().isEmpty()) {
      return new PaceWords(
          "", "", "", PhaseNames.title(words, snapshot.current().phase())); // it stands below
    }
    return switch (snapshot.current().phase().name()) {
      case "baseline" -> new PaceWords("", "", "", words.text("pacer.own.baseline"));
      case "recover" -> new PaceWords("", "", "", words.text("pacer.own.recover"));
      default -> {
        String key = "pacer.kind." + snapshot.current().phase().kind().word();
        yield new PaceWords("", "", "", words.text(words.has(key) ? key : "pacer.own.else"));
      }
    };
  }
}
