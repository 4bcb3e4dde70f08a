package app.downshift.ui.home;

import app.downshift.ui.Desk;
import app.downshift.ui.Room;
import app.downshift.ui.theme.ActionButton;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Prose;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import java.awt.Graphics;
import java.awt.event.ActionEvent;
import java.io.Serial;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;

/**
 * What to read once, before the first session: whom it is not for without asking, and what cannot
 * wait.
 */
public final class CautionScreen extends JPanel implements Room {
  @Serial private static final long serialVersionUID = 1;
  private static final int ASK_FIRST = 7;
  private static final int SEE_NOW = 5;

  private final transient Runnable accepted;
  private final transient Runnable back;
  private final ActionButton accept;

  /**
   * @param accepted called when the person has read it
   * @param back called when the person would rather not go on
   */
  public CautionScreen(Words words, Runnable accepted, Runnable back) {
    super(new MigLayout("insets 24, fill", "[center]", "[center]"));
    this.accepted = accepted;
    this.back = back;
    accept = new ActionButton(words.text("caution.accept"), "", accepted).leading();
    ActionButton returns =
        new ActionButton(words.text("caution.back"), words.text("action.key.escape"), back);
    Card card = new Card(new MigLayout("insets 36 40 32 40, gap 40 0, wrap 2", "[300!][300!]"));
    card.add(new Text(words.text("caution.title"), Type.SEMIBOLD.of(24), Palette::text), "span");
    card.add(
        new Prose(words.text("caution.lead"), Type.REGULAR.of(15), Palette::secondary),
        "span, growx, wmin 0, gaptop 8");
    card.add(list(words, "caution.ask", ASK_FIRST, Palette::amber), "top, grow, gaptop 28");
    card.add(list(words, "caution.now", SEE_NOW, Palette::coral), "top, grow, gaptop 28");
    card.add(
        new Prose(
            words.text("caution.stop") + " " + words.text("app.notMedical"),
            Type.REGULAR.of(13),
            Palette::secondary),
        "span, growx, wmin 0, gaptop 28");
    card.add(returns, "span, split 2, gaptop 24");
    card.add(accept, "gapleft push, gaptop 24");
    add(card);
    getInputMap(WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(KeyStroke.getKeyStroke("ESCAPE"), "back");
    getActionMap()
        .put(
            "back",
            new AbstractAction() {
              @Serial private static final long serialVersionUID = 1;

              @Override
              public void actionPerformed(ActionEvent event) {
                back.run();
              }
            });
    getAccessibleContext().setAccessibleName(words.text("caution.title"));
  }

  @Override
  public JComponent component() {
    return this;
  }

  @Override
  public CautionScreen again(Words spoken, Desk.Preferences looks) {
    return new CautionScreen(spoken, accepted, back);
  }

  /** Puts the keyboard on the clear button. */
  @Override
  public void takeFocus() {
    accept.requestFocusInWindow();
  }

  private static JComponent list(
      Words words,
      String key,
      int count,
      java.util.function.Function<Palette, java.awt.Color> colour) {
    JPanel list = new JPanel(new MigLayout("insets 0, gap 0, fillx, wrap 2", "[14!][grow]"));
    list.setOpaque(false);
    list.add(
        new Prose(words.text(key), Type.SEMIBOLD.of(14), Palette::text),
        "span, growx, wmin 0, gapbottom 6");
    for (int i = 1; i <= count; i++) {
      list.add(new Text("•", Type.SEMIBOLD.of(14), colour), "top, gaptop 6");
      list.add(
          new Prose(words.text(key + "." + i), Type.REGULAR.of(14), Palette::text),
          "growx, wmin 0, gaptop 6");
    }
    return list;
  }

  @Override
  protected void paintComponent(Graphics g) {
    g.setColor(Palette.current().background());
    g.fillRect(0, 0, getWidth(), getHeight());
  }
}
