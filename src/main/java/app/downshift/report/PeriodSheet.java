package app.downshift.report;

import app.downshift.evidence.ManySessions;
import app.downshift.evidence.MeanEffect;
import app.downshift.evidence.Metric;
import app.downshift.evidence.SessionEvidence;
import app.downshift.evidence.SessionEvidence.Kind;
import app.downshift.evidence.SessionEvidence.RatedChange;
import app.downshift.report.PeriodCharts.Effect;
import app.downshift.session.Rating;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Several sessions of one client: what breathing did beyond sitting quietly, as far as known. */
final class PeriodSheet {
  /** The effect whose chances are told. */
  private static final double EXAMPLE_FACTOR = 1.3;

  private final List<SessionEvidence> sessions;
  private final boolean simulated;
  private final Phrases words;
  private final Telling telling;
  private final boolean plain;
  private final ManySessions many;
  private final PeriodCharts charts;

  PeriodSheet(List<SessionEvidence> sessions, boolean simulated, Phrases words, Reader reader) {
    this.sessions = List.copyOf(sessions);
    this.simulated = simulated;
    this.words = words;
    plain = reader == Reader.CLIENT;
    telling = new Telling(words);
    many = ManySessions.of(sessions);
    charts = new PeriodCharts(this.sessions, words);
  }

  void on(Paper paper) throws IOException {
    paper.text(
        plain ? Style.TITLE : Style.SMALL_TITLE,
        words.text(plain ? "title.period.CLIENT" : "title.period.COLLEAGUE"));
    paper.text(
        plain ? Style.SUBTITLE : Style.SMALL,
        words.text(
            "who.period",
            telling.client(sessions.get(0).client()),
            words.day(sessions.get(0).started()),
            words.day(sessions.get(sessions.size() - 1).started())));
    paper.text(body(), counts());
    paper.space(6);
    paper.panel(plain ? Style.LEAD : Style.SMALL_LEAD, lead());
    paper.text(heading(), words.text("heading.effect"));
    List<Effect> effects = effects();
    double row = plain ? 25 : 15;
    paper.chart(instead(effects), row * effects.size(), letters(), charts.effects(effects));
    paper.text(note(), words.text(plain ? "effect.note" : "effect.note.colleague"));
    strips(paper);
    if (!plain) {
      new PeriodTables(sessions, many, words).on(paper);
    }
    paper.text(heading(), words.text("heading.limits"));
    List<String> limits =
        List.of(
            words.text("limit.many"),
            words.text(plain ? "limit.beside" : "limit.beside.colleague"),
            words.text("limit.device"));
    if (plain) {
      paper.bullets(Style.BODY, limits);
    } else {
      paper.text(Style.SMALL, String.join(" ", limits));
      paper.text(heading(), words.text("heading.references"));
      paper.text(Style.NOTE, words.text("references.period"));
    }
  }

  private double letters() {
    return plain ? 12 : 8;
  }

  private Style heading() {
    return plain ? Style.HEADING : Style.SMALL_HEADING;
  }

  private Style body() {
    return plain ? Style.BODY : Style.SMALL;
  }

  private Style note() {
    return plain ? Style.BODY : Style.NOTE;
  }

  private long count(Kind kind) {
    return sessions.stream().filter(session -> session.kind() == kind).count();
  }

  private String counts() {
    var said = new StringBuilder();
    said.append(
        words.text(
            "period.counts",
            sessions.size(),
            (int) count(Kind.BREATHING),
            (int) count(Kind.QUIET)));
    if (count(Kind.OTHER) > 0) {
      said.append(' ').append(words.text("period.others", (int) count(Kind.OTHER)));
    }
    if (many.unjudged() > 0) {
      said.append(' ').append(words.text("period.unjudged", many.unjudged()));
    }
    if (simulated) {
      said.append(' ').append(words.text("simulated.some"));
    }
    return said.toString();
  }

  private List<String> lead() {
    MeanEffect rate = many.effect(Metric.HR);
    MeanEffect rmssd = many.effect(Metric.LN_RMSSD);
    List<String> said = new ArrayList<>();
    if (rate.claim()) {
      said.add(
          words.text(
              rate.difference() < 0 ? "claim.rate.lower" : "claim.rate.higher",
              words.number(Math.abs(rate.difference()), 1)));
    }
    if (rmssd.claim()) {
      said.add(
          words.text(
              rmssd.difference() > 0 ? "claim.rmssd.higher" : "claim.rmssd.lower",
              words.number(Math.abs(percent(rmssd.difference())), 0)));
    }
    if (said.isEmpty()) {
      said.add(
          rate.neededBreathing() + rate.neededQuiet() > 0
              ? words.text("claim.few", rate.neededBreathing(), rate.neededQuiet())
              : words.text("claim.none"));
    }
    double ratio = Math.log(EXAMPLE_FACTOR);
    double prior = Metric.LN_RMSSD.priorEffect();
    said.add(
        words.text(
            plain ? "power.plain" : "power",
            words.number(100 * rmssd.power(ratio, 8, prior), 0),
            words.number(100 * rmssd.power(ratio, 16, prior), 0)));
    return said;
  }

  private List<Effect> effects() {
    List<Effect> effects = new ArrayList<>();
    MeanEffect rate = many.effect(Metric.HR);
    effects.add(
        PeriodCharts.effect(
            words.text("effect.rate"), rate, said(rate.difference(), rate.low(), rate.high(), 1)));
    MeanEffect rmssd = many.effect(Metric.LN_RMSSD);
    effects.add(
        plain
            ? new Effect(
                words.text("effect.rmssd"),
                percent(rmssd.difference()),
                percent(rmssd.low()),
                percent(rmssd.high()),
                said(percent(rmssd.difference()), percent(rmssd.low()), percent(rmssd.high()), 0))
            : PeriodCharts.effect(
                words.text("figure.lnrmssd"),
                rmssd,
                said(rmssd.difference(), rmssd.low(), rmssd.high(), 2)));
    for (Rating.Scale scale : Rating.Scale.values()) {
      MeanEffect rated = many.ratings().get(scale);
      if (rated != null && rated.breathing() > 0 && rated.quiet() > 0) {
        effects.add(
            PeriodCharts.effect(
                words.text("effect.rating", words.text("rating." + scale.word())),
                rated,
                said(rated.difference(), rated.low(), rated.high(), 1)));
      }
    }
    return effects;
  }

  private String said(double value, double low, double high, int decimals) {
    return Double.isNaN(value)
        ? words.text("effect.unknown")
        : words.text(
            "effect.said",
            words.signed(value, decimals),
            words.signed(low, decimals),
            words.signed(high, decimals));
  }

  private static double percent(double logarithm) {
    return 100 * (Math.exp(logarithm) - 1);
  }

  private static String instead(List<Effect> effects) {
    return String.join(
        "; ", effects.stream().map(effect -> effect.name() + ": " + effect.said()).toList());
  }

  private void strips(Paper paper) throws IOException {
    String note = words.text("strip.note");
    double taken =
        paper.height(heading(), words.text("heading.strip.rate")) + paper.height(note(), note) + 8;
    double high = plain ? Math.max(150, Math.min(240, paper.left() - taken)) : 80;
    strip(paper, Metric.HR, "heading.strip.rate", 0, high);
    if (!plain) {
      strip(paper, Metric.LN_RMSSD, "heading.strip.rmssd", 1, high);
    }
    paper.text(note(), note);
    List<Rating.Scale> rated =
        Arrays.stream(Rating.Scale.values())
            .filter(
                scale ->
                    sessions.stream()
                        .anyMatch(
                            session ->
                                session.kind() != Kind.OTHER
                                    && session.ratings().containsKey(scale)))
            .toList();
    if (!rated.isEmpty()) {
      double lanes = (plain ? 84 : 38) * rated.size() + 20.0;
      paper.keep(lanes);
      paper.text(heading(), words.text("heading.strip.ratings"));
      paper.chart(ratingsInstead(rated), lanes, letters(), charts.ratings(rated));
      paper.text(note(), words.text("strip.ratings.note"));
    }
  }

  private void strip(Paper paper, Metric metric, String heading, int decimals, double high)
      throws IOException {
    paper.keep(high);
    paper.text(heading(), words.text(heading));
    List<String> each =
        sessions.stream()
            .filter(session -> session.kind() != Kind.OTHER && session.comparable())
            .map(
                session ->
                    words.shortDay(session.started())
                        + " "
                        + words.signed(session.difference(metric).value(), decimals + 1))
            .toList();
    paper.chart(
        words.text(heading) + ": " + (each.isEmpty() ? Phrases.ABSENT : String.join("; ", each)),
        high,
        letters(),
        charts.strip(metric, decimals));
  }

  private String ratingsInstead(List<Rating.Scale> rated) {
    List<String> each = new ArrayList<>();
    for (Rating.Scale scale : rated) {
      for (SessionEvidence session : sessions) {
        RatedChange change = session.ratings().get(scale);
        if (change != null && session.kind() != Kind.OTHER) {
          each.add(
              words.shortDay(session.started())
                  + " "
                  + words.text(
                      "instead.rating",
                      words.text("rating." + scale.word()),
                      change.before(),
                      change.after()));
        }
      }
    }
    return String.join("; ", each);
  }
}
