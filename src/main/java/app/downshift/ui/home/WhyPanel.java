package app.downshift.ui.home;

import app.downshift.ui.SmallCard;
import app.downshift.ui.theme.ActionButton;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Keys;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Prose;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.awt.BasicStroke;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.MouseAdapter;
import java.io.Serial;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;

/** What this is for and what it is not, in a few sentences, on a card over whatever goes on. */
public final class WhyPanel extends Card implements SmallCard {
  @Serial private static final long serialVersionUID = 1;
  private static final int SECTIONS = 6;
  private static final int COLUMN = 400;

  private final transient List<String> missing;
  private final transient Runnable close;
  private final ActionButton done;

  /**
   * @param missing figures that are left out now, and why, in words; empty where nothing runs
   * @param close called when the person has read it
   */
  public WhyPanel(Words words, List<String> missing, Runnable close) {
    super(
        new MigLayout(
            "insets 24 28 20 28, gap 32 0, wrap 2", "[%1$d!][%1$d!]".formatted(Type.px(COLUMN))));
    this.missing = missing;
    this.close = close;
    add(
        new Text(words.text("why.title"), Type.SEMIBOLD.of(18), Palette::text),
        "span, gapbottom 14");
    for (int i = 1; i <= SECTIONS; i++) {
      JPanel section = new JPanel(new MigLayout("insets 0, gap 0 4, fillx, wrap 1", "[grow,fill]"));
      section.setOpaque(false);
      section.add(new Text(words.text("why." + i), Type.SEMIBOLD.of(14), Palette::text), "growx 0");
      section.add(
          new Prose(words.text("why." + i + ".text"), Type.REGULAR.of(13), Palette::secondary),
          "wmin 0, w %d!".formatted(Type.px(COLUMN)));
      add(section, "top, gapbottom 14");
    }
    if (!missing.isEmpty()) {
      add(
          new Prose(
              words.text("why.now", String.join("; ", missing)),
              Type.REGULAR.of(13),
              Palette::text),
          "span, wmin 0, w %d!, gapbottom 14".formatted(2 * Type.px(COLUMN)));
    }
    done =
        new ActionButton(words.text("why.close"), words.text("action.key.escape"), close).leading();
    add(done, "span, growx");
    Keys.bindInside(this, KeyStroke.getKeyStroke("ESCAPE"), close);
    addMouseListener(new MouseAdapter() {}); // what lies under the card is not to be pressed
    setFocusCycleRoot(true);
    getAccessibleContext().setAccessibleName(words.text("why.title"));
  }

  @Override
  public JComponent component() {
    return this;
  }

  @Override
  public SmallCard again(Words spoken) {
    return new WhyPanel(spoken, missing, close);
  }

  /** Puts the keyboard on the button. */
  @Override
  public void takeFocus() {
    done.requestFocusInWindow();
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    super.paintComponent(graphics);
    Graphics2D g = Zoom.graphics(graphics);
    g.setColor(Palette.current().faint());
    g.setStroke(new BasicStroke(1));
    g.draw(ring(this, 0.5, 2 * RADIUS));
    g.dispose();
  }
}
