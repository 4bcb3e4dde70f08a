package app.downshift.report;

import app.downshift.evidence.Difference;
import app.downshift.evidence.Metric;
import app.downshift.session.Rating;
import app.downshift.session.SessionState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One session on one page, for the person who breathed. */
final class ClientSheet {
  private static final double LETTERS = 12;

  /** Sessions of many phases are not told one by one. */
  private static final int MOST_PHASES = 4;

  private static final double TALLEST_CHART = 235;
  private static final double LOWEST_CHART = 120;
  private static final double RATING_ROW = 20;

  private final SessionFacts facts;
  private final Phrases words;
  private final Telling telling;

  ClientSheet(SessionFacts facts, Phrases words) {
    this.facts = facts;
    this.words = words;
    telling = new Telling(words);
  }

  void on(Paper paper) throws IOException {
    paper.text(Style.TITLE, words.text("title.session.CLIENT"));
    paper.text(Style.SUBTITLE, telling.whoAndWhen(facts));
    paper.text(Style.HEADING, words.text("heading.did"));
    did(paper);
    paper.space(8);
    paper.panel(Style.LEAD, verdict());
    paper.text(Style.HEADING, words.text("heading.rate"));
    List<Rating.Scale> rated = rated();
    boolean shown = Arrays.stream(facts.heartRate().values()).anyMatch(v -> !Double.isNaN(v));
    String note = words.text(facts.paces().isEmpty() ? "rate.note" : "rate.note.paced");
    List<String> limits =
        List.of(
            words.text("limit.one"),
            words.text(rated.isEmpty() ? "limit.rest" : "limit.beside"),
            words.text("limit.device"));
    String noLimits = words.text("heading.limits");
    double below =
        6
            + (shown ? paper.height(Style.BODY, note) : 0)
            + (rated.isEmpty()
                ? 0
                : paper.height(Style.HEADING, words.text("heading.ratings"))
                    + 6
                    + RATING_ROW * (rated.size() + 1))
            + paper.height(Style.HEADING, noLimits)
            + paper.height(Style.BODY, limits);
    double chart =
        Math.max(LOWEST_CHART, Math.min(TALLEST_CHART, Math.floor(paper.left() - below - 1)));
    var charts = new SessionCharts(facts, words);
    paper.chart(rateInstead(), chart, LETTERS, charts.heartRate());
    if (shown) {
      paper.text(Style.BODY, note);
    }
    if (!rated.isEmpty()) {
      paper.text(Style.HEADING, words.text("heading.ratings"));
      double high = RATING_ROW * (rated.size() + 1);
      paper.chart(ratingsInstead(rated), high, LETTERS, charts.ratings(rated));
    }
    paper.text(Style.HEADING, noLimits);
    paper.bullets(Style.BODY, limits);
  }

  private void did(Paper paper) throws IOException {
    List<PhaseFacts> phases = facts.phases();
    var done = new StringBuilder();
    done.append(
        words.text(
            "did.whole", words.title(facts.plan().protocol()), words.length(facts.seconds())));
    if (phases.isEmpty()) {
      done.append('.');
    } else if (phases.size() <= MOST_PHASES) {
      List<String> each = phases.stream().map(phase -> telling.did(phase, facts.paces())).toList();
      done.append(words.text("did.parts", String.join("; ", each)));
    } else {
      done.append(words.text("did.many", phases.size()));
    }
    if (facts.ending().filter(why -> why == SessionState.Why.COMPLETE).isEmpty()) {
      done.append(' ').append(words.text("did.ended"));
    }
    if (facts.plan().simulated()) {
      done.append(' ').append(words.text("simulated"));
    }
    paper.text(Style.BODY, done.toString());
  }

  private List<String> verdict() {
    List<String> said = new ArrayList<>();
    said.add(telling.verdict(facts));
    Difference rate = facts.evidence().difference(Metric.HR);
    if (facts.evidence().comparable() && rate.known()) {
      said.add(words.text("rest.rate", words.number(rate.pre(), 0), words.number(rate.post(), 0)));
      said.add(words.text("drift.learned", facts.quietSessions()));
    }
    if (facts.irregular()) {
      said.add(words.text("rhythm.advice"));
    }
    if (facts.poor()) {
      said.add(words.text("signal.note"));
    }
    return said;
  }

  private List<Rating.Scale> rated() {
    return Arrays.stream(Rating.Scale.values())
        .filter(scale -> facts.before().containsKey(scale) || facts.after().containsKey(scale))
        .toList();
  }

  private String rateInstead() {
    double[] shown =
        Arrays.stream(facts.heartRate().values()).filter(v -> !Double.isNaN(v)).toArray();
    if (shown.length == 0) {
      return words.text("instead.rate.none");
    }
    return words.text(
        "instead.rate",
        words.number(Arrays.stream(shown).min().orElseThrow(), 0),
        words.number(Arrays.stream(shown).max().orElseThrow(), 0));
  }

  private String ratingsInstead(List<Rating.Scale> rated) {
    List<String> each = new ArrayList<>();
    for (Rating.Scale scale : rated) {
      Integer before = facts.before().get(scale);
      Integer after = facts.after().get(scale);
      each.add(
          words.text(
              "instead.rating",
              words.text("rating." + scale.word()),
              before == null ? Phrases.ABSENT : before,
              after == null ? Phrases.ABSENT : after));
    }
    return String.join("; ", each);
  }
}
