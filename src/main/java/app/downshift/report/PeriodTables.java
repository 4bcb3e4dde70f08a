package app.downshift.report;

import app.downshift.evidence.ManySessions;
import app.downshift.evidence.MeanEffect;
import app.downshift.evidence.Metric;
import app.downshift.evidence.SessionEvidence;
import app.downshift.evidence.SessionEvidence.RatedChange;
import app.downshift.session.Rating;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every effect of a period with its numbers, and every session. */
final class PeriodTables {
  private static final double LETTERS = 8.5;

  private final List<SessionEvidence> sessions;
  private final ManySessions many;
  private final Phrases words;

  PeriodTables(List<SessionEvidence> sessions, ManySessions many, Phrases words) {
    this.sessions = List.copyOf(sessions);
    this.many = many;
    this.words = words;
  }

  /** Writes both. */
  void on(Paper paper) throws IOException {
    paper.keep(80);
    paper.text(Style.SMALL_HEADING, words.text("heading.effects.table"));
    List<List<String>> rows = new ArrayList<>();
    rows.add(row(words.text("figure.rate"), many.effect(Metric.HR), 1));
    rows.add(row(words.text("figure.lnrmssd"), many.effect(Metric.LN_RMSSD), 2));
    for (Map.Entry<Rating.Scale, MeanEffect> rated : new TreeMap<>(many.ratings()).entrySet()) {
      if (rated.getValue().breathing() > 0 && rated.getValue().quiet() > 0) {
        rows.add(
            row(
                words.text("rating.of", words.text("rating." + rated.getKey().word())),
                rated.getValue(),
                1));
      }
    }
    paper.table(
        new Table(
            new double[] {0.26, 0.11, 0.10, 0.14, 0.17, 0.08, 0.14},
            List.of(
                "",
                words.text("column.breathed"),
                words.text("column.quiet"),
                words.text("column.difference"),
                words.text("column.interval"),
                "p",
                words.text("column.claim")),
            rows,
            1),
        LETTERS);
    paper.keep(80);
    paper.text(Style.SMALL_HEADING, words.text("heading.sessions"));
    List<List<String>> each = sessions.stream().map(this::row).toList();
    paper.table(
        new Table(
            new double[] {0.19, 0.11, 0.26, 0.12, 0.12, 0.20},
            List.of(
                words.text("column.when"),
                words.text("column.kind"),
                words.text("column.verdict"),
                words.text("column.rate.change"),
                words.text("column.rmssd.change"),
                words.text("column.ratings")),
            each,
            3),
        LETTERS);
    paper.text(Style.NOTE, words.text("sessions.note"));
  }

  private List<String> row(String name, MeanEffect effect, int decimals) {
    return List.of(
        name,
        words.brief(effect.breathing(), 0),
        words.brief(effect.quiet(), 0),
        words.signed(effect.difference(), decimals),
        Double.isNaN(effect.low())
            ? Phrases.ABSENT
            : words.text(
                "interval",
                words.signed(effect.low(), decimals),
                words.signed(effect.high(), decimals)),
        effect.p() < 0.0005 ? words.text("p.small") : words.number(effect.p(), 3),
        words.text(effect.claim() ? "claim.yes" : "claim.no"));
  }

  private List<String> row(SessionEvidence session) {
    List<String> ratings = new ArrayList<>();
    for (Rating.Scale scale : Rating.Scale.values()) {
      RatedChange change = session.ratings().get(scale);
      ratings.add(change == null ? Phrases.ABSENT : change.before() + "→" + change.after());
    }
    boolean shown = session.comparable();
    return List.of(
        words.moment(session.started()),
        words.text("kind." + Telling.word(session.kind())),
        words.text("short." + session.against(many.usual()).word()),
        words.signed(shown ? session.difference(Metric.HR).value() : Double.NaN, 1),
        words.signed(shown ? session.difference(Metric.LN_RMSSD).value() : Double.NaN, 2),
        String.join(", ", ratings));
  }
}
