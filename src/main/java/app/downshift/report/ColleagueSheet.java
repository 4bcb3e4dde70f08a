package app.downshift.report;

import app.downshift.evidence.Difference;
import app.downshift.evidence.Metric;
import app.downshift.evidence.Segment;
import app.downshift.evidence.SessionEvidence;
import app.downshift.evidence.SessionEvidence.RatedChange;
import app.downshift.evidence.UsualDrift;
import app.downshift.hrv.Figures;
import app.downshift.session.Rating;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One session for somebody who knows the figures. */
final class ColleagueSheet {
  private static final double LETTERS = 8;
  private static final double TABLE = 8.5;
  private static final int MOST_NOTES = 12;

  private final SessionFacts facts;
  private final Phrases words;
  private final Telling telling;
  private final Methods methods;

  ColleagueSheet(SessionFacts facts, Phrases words, String version) {
    this.facts = facts;
    this.words = words;
    telling = new Telling(words);
    methods = new Methods(facts, words, version);
  }

  void on(Paper paper) throws IOException {
    paper.text(Style.SMALL_TITLE, words.text("title.session.COLLEAGUE"));
    paper.text(Style.SMALL, telling.whoAndWhen(facts));
    paper.space(4);
    paper.panel(Style.SMALL_LEAD, lead());
    evidence(paper);
    figures(paper);
    paper.keep(150);
    paper.text(Style.SMALL_HEADING, words.text("heading.tachogram"));
    String tachogramNote = words.text("tachogram.note");
    var charts = new SessionCharts(facts, words);
    paper.chart(
        words.text(
            "instead.tachogram",
            facts.marked().size(),
            facts.marked().marked(),
            methods.intervals()),
        Math.max(130, Math.min(230, paper.left() - paper.height(Style.NOTE, tachogramNote) - 8)),
        LETTERS,
        charts.tachogram());
    paper.text(Style.NOTE, tachogramNote);
    spectra(paper);
    paper.keep(180);
    paper.text(Style.SMALL_HEADING, words.text("heading.methods"));
    paper.table(Table.named(methods.rows(), 0.19), TABLE);
    notes(paper);
    paper.text(Style.SMALL_HEADING, words.text("heading.limits"));
    paper.text(
        Style.SMALL,
        words.text("limit.one")
            + " "
            + words.text("limit.beside.colleague")
            + " "
            + words.text("limit.device"));
    paper.text(Style.SMALL_HEADING, words.text("heading.references"));
    paper.text(Style.NOTE, words.text("references"));
  }

  private List<String> lead() {
    List<String> said = new ArrayList<>();
    said.add(telling.verdict(facts));
    if (facts.irregular()) {
      said.add(words.text("rhythm.advice"));
    }
    if (facts.poor()) {
      said.add(words.text("signal.note"));
    }
    if (facts.plan().simulated()) {
      said.add(words.text("simulated"));
    }
    return said;
  }

  private void evidence(Paper paper) throws IOException {
    SessionEvidence evidence = facts.evidence();
    paper.text(Style.SMALL_HEADING, words.text("heading.evidence"));
    if (evidence.pre().isEmpty() || evidence.post().isEmpty()) {
      paper.text(Style.SMALL, words.text("evidence.none"));
      if (!evidence.ratings().isEmpty()) {
        paper.table(ratings(), TABLE);
      }
      return;
    }
    Segment pre = evidence.pre().get();
    Segment post = evidence.post().get();
    List<List<String>> rows = new ArrayList<>();
    rows.add(judged("figure.rate", Metric.HR, 1));
    rows.add(judged("figure.lnrmssd", Metric.LN_RMSSD, 2));
    rows.add(plain("figure.lnhf", pre.lnHf(), post.lnHf(), 2));
    rows.add(plain("figure.breathing", pre.breathingPerMinute(), post.breathingPerMinute(), 1));
    for (Rating.Scale scale : Rating.Scale.values()) {
      RatedChange change = evidence.ratings().get(scale);
      if (change != null) {
        rows.add(
            List.of(
                words.text("rating.of", words.text("rating." + scale.word())),
                words.number(change.before(), 0),
                words.number(change.after(), 0),
                words.signed(change.value(), 0),
                "",
                ""));
      }
    }
    paper.table(
        new Table(
            new double[] {0.34, 0.11, 0.11, 0.13, 0.15, 0.16},
            head("before", "after", "change", "measured", "drift"),
            rows,
            1),
        TABLE);
    paper.text(
        Style.NOTE,
        words.text(
            "evidence.note",
            words.clock(pre.toSeconds() - pre.fromSeconds()),
            words.clock(post.toSeconds() - post.fromSeconds()),
            words.number(100 * pre.cleanShare(), 0),
            words.number(100 * post.cleanShare(), 0)));
  }

  private Table ratings() {
    List<List<String>> rows = new ArrayList<>();
    for (Rating.Scale scale : Rating.Scale.values()) {
      RatedChange change = facts.evidence().ratings().get(scale);
      if (change != null) {
        rows.add(
            List.of(
                words.text("rating.of", words.text("rating." + scale.word())),
                words.number(change.before(), 0),
                words.number(change.after(), 0),
                words.signed(change.value(), 0)));
      }
    }
    return new Table(new double[] {0.4, 0.2, 0.2, 0.2}, head("before", "after", "change"), rows, 1);
  }

  private List<String> head(String... columns) {
    List<String> head = new ArrayList<>();
    head.add("");
    for (String column : columns) {
      head.add(words.text("column." + column));
    }
    return head;
  }

  private List<String> judged(String key, Metric metric, int decimals) {
    Difference difference = facts.evidence().difference(metric);
    UsualDrift drift = facts.usual().get(metric);
    String measured = words.number((difference.high() - difference.low()) / 2, decimals);
    return List.of(
        words.text(key),
        words.number(difference.pre(), decimals),
        words.number(difference.post(), decimals),
        words.signed(difference.value(), decimals),
        difference.known() ? "± " + measured : Phrases.ABSENT,
        "± "
            + words.number(drift == null ? Double.NaN : drift.limit() * drift.typical(), decimals));
  }

  private List<String> plain(String key, double pre, double post, int decimals) {
    return List.of(
        words.text(key),
        words.number(pre, decimals),
        words.number(post, decimals),
        words.signed(post - pre, decimals),
        "",
        "");
  }

  private void figures(Paper paper) throws IOException {
    paper.text(Style.SMALL_HEADING, words.text("heading.figures"));
    List<List<String>> rows = new ArrayList<>();
    for (PhaseFacts phase : facts.phases()) {
      rows.add(row(phase));
    }
    paper.table(
        new Table(
            new double[] {0.18, 0.085, 0.085, 0.085, 0.095, 0.085, 0.085, 0.095, 0.095, 0.11},
            List.of(
                words.text("column.phase"),
                words.text("column.length"),
                words.text("column.clean"),
                words.text("column.rate"),
                words.text("column.rmssd"),
                words.text("column.sdnn"),
                words.text("column.pnn50"),
                words.text("column.lf"),
                words.text("column.hf"),
                words.text("column.breathing")),
            rows,
            1),
        TABLE);
    List<String> notes = new ArrayList<>();
    notes.add(words.text("figures.note"));
    if (facts.phases().stream().anyMatch(PhaseFacts::paced)) {
      notes.add(words.text("figures.paced"));
    }
    if (facts.phases().stream().anyMatch(phase -> !phase.paced() && !phase.rest())) {
      notes.add(words.text("figures.active"));
    }
    if (facts.phases().stream().anyMatch(phase -> phase.sound().poorForBeatsOutOfPlace())) {
      notes.add(words.text("figures.disturbed"));
    }
    paper.text(Style.NOTE, String.join(" ", notes));
  }

  private List<String> row(PhaseFacts phase) {
    Figures figures = phase.figures();
    boolean rate = phase.sound().rateShown();
    boolean all = phase.sound().variabilityShown();
    String sign = phase.paced() ? " †" : phase.rest() ? "" : " ‡";
    return List.of(
        title(phase) + sign,
        words.clock(phase.seconds()),
        words.number(100 * phase.sound().cleanShare(), 1),
        shown(rate, figures.time().heartRatePerMinute(), 1),
        shown(all, figures.time().rmssdMillis(), 1),
        shown(all, figures.time().sdnnMillis(), 1),
        shown(all, figures.time().pnn50Percent(), 1),
        shown(all, figures.lomb().lfMillis2(), 0),
        shown(all, figures.lomb().hfMillis2(), 0),
        shown(all, figures.breathing().ratePerMinute(), 1));
  }

  private String shown(boolean may, double value, int decimals) {
    return words.number(may ? value : Double.NaN, decimals);
  }

  private void spectra(Paper paper) throws IOException {
    var charts = new SpectrumCharts(facts, words);
    List<PhaseFacts> shown = charts.shown();
    paper.keep(shown.isEmpty() ? 0 : 155);
    paper.text(Style.SMALL_HEADING, words.text("heading.spectra"));
    if (shown.isEmpty()) {
      paper.text(Style.SMALL, words.text("spectra.none"));
      return;
    }
    List<String> each =
        shown.stream()
            .map(
                phase ->
                    words.text(
                        "instead.spectrum",
                        title(phase),
                        words.number(phase.figures().lomb().lfMillis2(), 0),
                        words.number(phase.figures().lomb().hfMillis2(), 0)))
            .toList();
    paper.chart(String.join("; ", each), 140, LETTERS, charts.of(shown));
    paper.text(
        Style.NOTE,
        shown.size() < facts.phases().size()
            ? words.text("spectra.note") + " " + words.text("spectra.fewer")
            : words.text("spectra.note"));
  }

  private void notes(Paper paper) throws IOException {
    if (facts.notes().isEmpty()) {
      return;
    }
    paper.text(Style.SMALL_HEADING, words.text("heading.notes"));
    List<String> each =
        facts.notes().stream()
            .limit(MOST_NOTES)
            .map(note -> words.clock(note.seconds()) + "  " + note.text())
            .toList();
    paper.bullets(Style.SMALL, each);
    if (facts.notes().size() > MOST_NOTES) {
      paper.text(Style.NOTE, words.text("notes.more", facts.notes().size() - MOST_NOTES));
    }
  }

  private String title(PhaseFacts phase) {
    return words.title(facts.plan().protocol(), phase.phase());
  }
}
