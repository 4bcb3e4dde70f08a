package app.downshift.ui.evidence;

import app.downshift.evidence.TrialStanding;
import app.downshift.ui.theme.ActionButton;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Prose;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import java.io.Serial;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/**
 * The offer to breathe or to sit quietly, whichever the lot says: nothing on it tells which of the
 * two comes next, and it does not know.
 */
public final class TrialOffer extends Card {
  @Serial private static final long serialVersionUID = 1;

  private final transient Words words;
  private final TrialCard card;
  private final Prose lots = new Prose("", Type.REGULAR.of(13), Palette::secondary);
  private final Prose notice = new Prose("", Type.SEMIBOLD.of(13), Palette::text);
  private final ActionButton start;

  /**
   * @param begin called when a person wants to begin: the lot is drawn then, and not before
   * @param back called when the person would rather not
   */
  public TrialOffer(Words words, Runnable begin, Runnable back) {
    super(
        new MigLayout(
            "insets 28 32 24 32, gap 0, fill, hidemode 3",
            "[grow,fill]",
            "[]4[]12[]8[]10[]12[grow,fill]12[]"));
    this.words = words;
    card = new TrialCard(words, false);
    start = new ActionButton(words.text("choose.start"), words.text("home.enter"), begin).leading();
    add(new Text(words.text("trial.offer"), Type.SEMIBOLD.of(20), Palette::text), "cell 0 0");
    add(
        new Text(words.text("trial.offer.length"), Type.REGULAR.of(13), Palette::secondary),
        "cell 0 1");
    add(
        new Prose(words.text("trial.offer.why"), Type.REGULAR.of(14), Palette::text),
        "cell 0 2, wmin 0");
    add(
        new Prose(words.text("trial.offer.rule"), Type.REGULAR.of(13), Palette::secondary),
        "cell 0 3, wmin 0");
    JPanel said = new JPanel(new MigLayout("insets 0, gap 0 6, fillx, wrap 1, hidemode 3"));
    said.setOpaque(false);
    said.add(lots, "growx, wmin 0");
    said.add(notice, "growx, wmin 0");
    add(said, "cell 0 4, wmin 0");
    add(card, "cell 0 5, grow, wmin 0, hmin 0");
    JPanel buttons = new JPanel(new MigLayout("insets 0, gap 12, fillx", "[]push[fill]"));
    buttons.setOpaque(false);
    buttons.add(new ActionButton(words.text("choose.back"), words.text("action.key.escape"), back));
    buttons.add(start, "width %d::".formatted(Type.px(200)));
    add(buttons, "cell 0 6");
    notice.setVisible(false);
    getAccessibleContext().setAccessibleName(words.text("trial.offer"));
  }

  /** How far it has come. */
  public void show(TrialStanding standing) {
    assert Edt.here() : Edt.who();
    card.show(standing.many());
    lots.say(TrialWords.lots(standing, words));
    revalidate();
    repaint();
  }

  /** Says why it cannot begin now; empty for nothing. */
  public void say(String what) {
    assert Edt.here() : Edt.who();
    notice.say(what);
    notice.setVisible(!what.isEmpty());
    revalidate();
    repaint();
  }

  /** Lets nobody press twice while a lot is on its way. */
  public void busy(boolean busy) {
    start.setEnabled(!busy);
  }

  /** Puts the keyboard on the button that begins. */
  public void takeFocus() {
    start.requestFocusInWindow();
  }
}
