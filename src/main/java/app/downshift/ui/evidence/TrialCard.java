package app.downshift.ui.evidence;

import app.downshift.evidence.ManySessions;
import app.downshift.evidence.MeanEffect;
import app.downshift.evidence.Metric;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Prose;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import java.io.Serial;
import java.util.List;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** Breathing against sitting quietly: how many sessions, what they say, what is still missing. */
public final class TrialCard extends Card {
  @Serial private static final long serialVersionUID = 1;

  private final transient Words words;
  private final Prose sentence;
  private final Prose missing = new Prose("", Type.REGULAR.of(13), Palette::text);
  private final Prose unjudged = new Prose("", Type.REGULAR.of(12), Palette::secondary);
  private final Prose power = new Prose("", Type.REGULAR.of(12), Palette::secondary);
  private final Tally breathing;
  private final Tally quiet;
  private final JPanel table =
      new JPanel(new MigLayout("insets 0, gap 16 4, wrap 3", "[grow][][]", ""));

  /**
   * @param wide whether there is room for all axes beside what is said in words
   */
  public TrialCard(Words words, boolean wide) {
    super(
        new MigLayout(
            wide ? "insets 12 22 10 22, gap 40 0, fill" : "insets 0, gap 0, fill",
            wide ? "[grow 50,fill][grow 50,fill]" : "[grow,fill]",
            "[]6[grow,fill]"));
    this.words = words;
    sentence = new Prose(words.text("trial.counting"), Type.SEMIBOLD.of(15), Palette::text);
    breathing = new Tally(words.text("trial.breathing"), true, words);
    quiet = new Tally(words.text("trial.quiet"), false, words);
    add(
        new Text(words.text("trial.title"), Type.SEMIBOLD.of(14), Palette::text),
        "cell 0 0, growx 0");
    JPanel left =
        new JPanel(
            new MigLayout(
                "insets 0, gap 0, fillx, wrap 1, hidemode 3", "[grow,fill]", "[]8[]0[]8[]6[]6[]"));
    left.setOpaque(false);
    left.add(sentence, "growx, wmin 0");
    left.add(breathing, "growx 0");
    left.add(quiet, "growx 0");
    for (Prose each : List.of(missing, unjudged, power)) {
      left.add(each, "growx, wmin 0");
    }
    table.setOpaque(false);
    add(left, "cell 0 1, growx, wmin 0, top, growy 0");
    if (wide) {
      add(
          new Text(words.text("trial.table"), Type.REGULAR.of(12), Palette::secondary),
          "cell 1 0, growx 0");
      add(table, "cell 1 1, growx, wmin 0, top, growy 0");
    }
    getAccessibleContext().setAccessibleName(words.text("trial.title"));
  }

  /** Shows what the sessions of one client say together. */
  public void show(ManySessions many) {
    assert Edt.here() : Edt.who();
    TrialWords says = TrialWords.of(many, words);
    MeanEffect rate = many.effect(Metric.HR);
    sentence.say(says.sentence());
    breathing.show(rate.breathing());
    quiet.show(rate.quiet());
    say(missing, says.missing());
    say(unjudged, many.unjudged() > 0 ? words.text("trial.unjudged", many.unjudged()) : "");
    say(power, says.power());
    table.removeAll();
    for (TrialWords.Row row : says.rows()) {
      table.add(new Text(row.name(), Type.REGULAR.of(13), Palette::text));
      table.add(new Text(row.says(), Type.REGULAR.of(13), Palette::text));
      table.add(new Text(row.standing(), Type.REGULAR.of(12), Palette::secondary));
    }
    table.add(
        new Prose(words.text("trial.apart"), Type.REGULAR.of(12), Palette::secondary),
        "span, growx, wmin 0, gaptop 6");
    revalidate();
    repaint();
  }

  private static void say(Prose where, String what) {
    where.say(what);
    where.setVisible(!what.isEmpty());
  }
}
