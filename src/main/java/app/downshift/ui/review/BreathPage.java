package app.downshift.ui.review;

import app.downshift.breath.BreathPattern;
import app.downshift.evidence.PhaseFigures;
import app.downshift.evidence.SessionReview;
import app.downshift.session.Phase;
import app.downshift.ui.chart.BreathPanel;
import app.downshift.ui.chart.DensityPanel;
import app.downshift.ui.chart.PhaseNames;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Prose;
import app.downshift.ui.theme.Segments;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import java.io.Serial;
import java.util.List;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** One phase from near: where its power lies, and its breaths laid on one another. */
final class BreathPage extends JPanel {
  @Serial private static final long serialVersionUID = 1;

  private final transient Words words;
  private final DensityPanel density;
  private final BreathPanel breaths;
  private final Text powers = new Text("", Type.REGULAR.of(12), Palette::secondary);
  private final Text extent = new Text("", Type.REGULAR.of(12), Palette::secondary);
  private final JPanel choice = new JPanel(new MigLayout("insets 0, gap 0"));
  private transient List<PhaseFigures> phases = List.of();
  private int phase = -1;

  BreathPage(Words words) {
    super(
        new MigLayout(
            "insets 0, gap 16 0, fill", "[grow,fill,sg][grow,fill,sg]", "[]8[grow,fill]"));
    this.words = words;
    density = new DensityPanel(words);
    breaths = new BreathPanel(words);
    setOpaque(false);
    choice.setOpaque(false);
    add(choice, "cell 0 0, span, growx 0");
    add(card("review.spectrum", powers, density, "review.spectrum.note"), "cell 0 1, grow, wmin 0");
    add(card("review.average", extent, breaths, "review.average.note"), "cell 1 1, grow, wmin 0");
  }

  private Card card(String title, Text beside, JPanel chart, String note) {
    Card card =
        new Card(
            new MigLayout(
                "insets 14 14 8 6, gap 0, fill, wrap 1", "[grow,fill]", "[]2[grow,fill]2[]"));
    card.add(
        new Text(words.text(title), Type.SEMIBOLD.of(14), Palette::text),
        "split 2, gapleft 8, growx 0");
    card.add(beside, "gapleft push, gapright 16, growx 0");
    card.add(chart, "grow, wmin 0, hmin 60");
    card.add(
        new Prose(words.text(note), Type.REGULAR.of(11), Palette::faint),
        "growx, wmin 0, gapleft 8, gapright 16");
    return card;
  }

  void show(SessionReview review) {
    assert Edt.here() : Edt.who();
    phases = review.phases();
    if (phase < 0 || phase >= phases.size()) {
      phase = firstPaced();
    }
    choice.removeAll();
    if (phases.size() > 1) {
      Segments segments =
          new Segments(
              words.text("review.byPhase"),
              phases.stream().map(each -> PhaseNames.title(words, each.phase())).toList(),
              this::choose);
      segments.select(phase);
      choice.add(segments.low());
    }
    look();
  }

  /** The phase that is looked at on another page of the same recording. */
  void like(BreathPage before) {
    phase = before.phase;
  }

  private int firstPaced() {
    for (int p = 0; p < phases.size(); p++) {
      if (phases.get(p).paced()) {
        return p;
      }
    }
    return 0;
  }

  private void choose(int index) {
    phase = index;
    look();
  }

  private void look() {
    if (phases.isEmpty()) {
      return;
    }
    PhaseFigures shown = phases.get(phase);
    density.show(shown.density(), shown.pacePerMinute());
    powers.setText(
        words.text(
            "review.powers",
            words.number(shown.lfMillis2(), 0),
            words.number(shown.hfMillis2(), 0)));
    breaths.show(
        shown.average(),
        inhale(shown.phase()),
        words.text(shown.paced() ? "review.withheld" : "review.average.none"));
    boolean any = shown.average().breaths() > 0;
    extent.setText(
        any
            ? words.text(
                "review.average.extent",
                words.number(shown.average().peakToTroughBpm(), 1),
                shown.average().breaths())
            : "");
    revalidate();
    repaint();
  }

  private static double inhale(Phase phase) {
    if (phase.kind() instanceof Phase.Paced paced) {
      BreathPattern pattern = paced.pattern();
      return pattern.inhale();
    }
    return 0.5;
  }
}
