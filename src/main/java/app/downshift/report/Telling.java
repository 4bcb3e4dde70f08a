package app.downshift.report;

import app.downshift.breath.PacePlan;
import app.downshift.evidence.SessionEvidence;
import app.downshift.evidence.Verdict;
import app.downshift.report.SessionFacts.Led;
import app.downshift.session.Phase;
import java.util.List;
import java.util.Locale;

/**
 * Sentences that more than one page needs. None of them joins a figure to how somebody feels, or
 * promises anything.
 */
final class Telling {
  private final Phrases words;

  Telling(Phrases words) {
    this.words = words;
  }

  /** Who and when, under the title. */
  String whoAndWhen(SessionFacts facts) {
    return words.text(
        "who.when", client(facts.plan().client()), words.moment(facts.plan().started()));
  }

  String client(String client) {
    return client.isBlank() ? words.text("client.nobody") : words.text("client", client.strip());
  }

  /** What the session says of before against after. */
  String verdict(SessionFacts facts) {
    SessionEvidence session = facts.evidence();
    Verdict verdict = session.against(facts.usual());
    return verdict == Verdict.POOR || verdict == Verdict.NOT_COMPARABLE
        ? words.text("obstacle." + word(session.obstacle().orElseThrow()))
        : words.text((facts.quietSessions() > 0 ? "verdict.own." : "verdict.") + verdict.word());
  }

  /** What the person did in a phase. */
  String did(PhaseFacts phase, List<Led> paces) {
    String length = words.length(phase.seconds());
    if (!(phase.phase().kind() instanceof Phase.Paced paced)) {
      return words.text("did." + phase.phase().kind().word(), length);
    }
    List<Led> here =
        paces.stream()
            .filter(led -> led.fromSeconds() >= phase.fromSeconds() - 1e-3)
            .filter(led -> led.fromSeconds() < phase.toSeconds())
            .toList();
    if (paced.plan().compares()) {
      return words.text("did.compares", length);
    }
    if (here.isEmpty()) {
      return words.text("did.paced", length, words.brief(paced.plan().targetPerMinute(), 1));
    }
    double first = here.get(0).perMinuteAt(here.get(0).fromSeconds());
    Led led = here.get(here.size() - 1);
    double last = led.perMinuteAt(Math.max(led.fromSeconds(), led.toSeconds() - 0.5));
    String from = words.brief(first, 1);
    String to = words.brief(last, 1);
    return from.equals(to) || paced.plan() instanceof PacePlan.Own
        ? words.text("did.paced", length, to)
        : words.text("did.glide", length, from, to);
  }

  /** A constant as keys name it. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
