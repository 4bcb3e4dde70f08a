package app.downshift.ui.review;

import app.downshift.evidence.PhaseFigures;
import app.downshift.evidence.SessionReview;
import app.downshift.ui.chart.PhaseNames;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/**
 * The figures of each phase side by side, and after against before where that says something. Of a
 * second recording the same figures stand behind, in its colour.
 */
final class PhaseTable extends Card {
  @Serial private static final long serialVersionUID = 1;

  /** With more phases than this the first and the last ones are shown. */
  private static final int MOST_PHASES = 4;

  private final transient Words words;
  private JPanel grid = new JPanel();
  private transient List<Component> firsts = List.of();

  PhaseTable(Words words) {
    super(new MigLayout("insets 12 22 8 22, gap 0, fill", "[grow,fill]", "[]4[grow,fill]"));
    this.words = words;
    getAccessibleContext().setAccessibleName(words.text("review.byPhase"));
  }

  void show(SessionReview review, @Nullable SessionReview other) {
    assert Edt.here() : Edt.who();
    removeAll();
    add(
        new Text(words.text("review.byPhase"), Type.SEMIBOLD.of(14), Palette::text),
        "cell 0 0, split 2, growx 0");
    String note = review.evidence().comparable() ? "review.change.note" : "review.change.none";
    add(
        new Text(words.text(note), Type.REGULAR.of(11), Palette::faint),
        "cell 0 0, gapleft push, growx 0");
    grid = grid(review, other);
    add(grid, "cell 0 1, grow");
    revalidate();
    repaint();
  }

  private JPanel grid(SessionReview review, @Nullable SessionReview other) {
    List<PhaseFigures> shown = shown(review.phases());
    int columns = shown.size() + 2;
    JPanel table =
        new JPanel(
            new MigLayout(
                "insets 0, gap 8 0, fill, hidemode 3",
                "[grow 140]" + "[grow 100]".repeat(shown.size()) + "[grow 60]",
                "[grow,fill]")) {
          @Serial private static final long serialVersionUID = 1;

          @Override
          protected void paintComponent(Graphics graphics) {
            Graphics2D g = Zoom.graphics(graphics);
            g.setColor(Palette.current().line());
            for (Component first : firsts) {
              double y = first.getY() / Zoom.factor() - 0.5;
              g.draw(new Line2D.Double(0, y, Zoom.width(this), y));
            }
            g.dispose();
          }
        };
    table.setOpaque(false);
    for (int p = 0; p < shown.size(); p++) {
      String name = PhaseNames.title(words, shown.get(p).phase());
      table.add(text(name, 12, false), "cell " + (p + 1) + " 0");
    }
    Optional<PhaseFigures> before = rest(review, true);
    Optional<PhaseFigures> after = rest(review, false);
    boolean judged = review.evidence().comparable() && before.isPresent() && after.isPresent();
    table.add(
        text(judged ? words.text("review.change") : "", 12, false), "cell " + (columns - 1) + " 0");
    List<Component> starts = new ArrayList<>();
    int row = 1;
    for (Figure figure : Figure.values()) {
      Text name =
          new Text(
              words.text("review.figure." + figure.name().toLowerCase(java.util.Locale.ROOT)),
              Type.REGULAR.of(13),
              Palette::text);
      starts.add(name);
      table.add(name, "cell 0 " + row + ", growy");
      for (int p = 0; p < shown.size(); p++) {
        String cell = "cell " + (p + 1) + " " + row;
        String says = figure.says(shown.get(p), words);
        boolean bare = says.equals(words.text("review.notCompared"));
        table.add(text(says, bare ? 11 : 13, !bare), cell + (other == null ? "" : ", split 2"));
        if (other != null) {
          String beside = bare ? "" : beside(figure, other, review.phases().indexOf(shown.get(p)));
          table.add(new Text(beside, Type.REGULAR.of(12), Palette::blue), cell + ", gapleft 6");
        }
      }
      if (judged) {
        table.add(
            new Text(
                figure.change(before.get(), after.get(), words),
                Type.SEMIBOLD.of(13),
                Palette::teal),
            "cell " + (columns - 1) + " " + row);
      }
      row++;
    }
    firsts = starts;
    return table;
  }

  /** The same figure of the same place in the other recording, where that is the same kind. */
  private String beside(Figure figure, SessionReview other, int phase) {
    return phase < other.phases().size() ? figure.says(other.phases().get(phase), words) : "";
  }

  private static List<PhaseFigures> shown(List<PhaseFigures> phases) {
    if (phases.size() <= MOST_PHASES) {
      return phases;
    }
    List<PhaseFigures> few = new ArrayList<>(phases.subList(0, MOST_PHASES - 1));
    few.add(phases.get(phases.size() - 1));
    return few;
  }

  private static Optional<PhaseFigures> rest(SessionReview review, boolean first) {
    List<PhaseFigures> phases = review.phases();
    return phases.isEmpty()
        ? Optional.empty()
        : Optional.of(phases.get(first ? 0 : phases.size() - 1)).filter(PhaseFigures::rest);
  }

  private static Text text(String words, int size, boolean strong) {
    return new Text(words, Type.REGULAR.of(size), strong ? Palette::text : Palette::secondary);
  }
}
