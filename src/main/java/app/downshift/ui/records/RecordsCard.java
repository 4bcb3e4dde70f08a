package app.downshift.ui.records;

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
import java.io.Serial;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;

/** The sheet of a small card about the records: a title, what fills it, what came of it. */
final class RecordsCard extends Card {
  static final int WIDE = 480;

  @Serial private static final long serialVersionUID = 1;

  private final JPanel body =
      new JPanel(new MigLayout("insets 0, gap 12 8, fillx, hidemode 3, wrap 2", "[][grow,fill]"));
  private final Prose status = new Prose("", Type.REGULAR.of(13), Palette::text);

  RecordsCard(String title, Runnable close) {
    super(
        new MigLayout(
            "insets 22 26 22 26, gap 0 12, wrap 1, hidemode 3", "[" + Type.px(WIDE) + "!,fill]"));
    body.setOpaque(false);
    add(new Text(title, Type.SEMIBOLD.of(18), Palette::text));
    add(body, "wmin 0");
    add(status, "wmin 0");
    status.setVisible(false);
    Keys.bindInside(this, KeyStroke.getKeyStroke("ESCAPE"), close);
    setFocusCycleRoot(true);
    getAccessibleContext().setAccessibleName(title);
  }

  /** Takes away what fills it. */
  void empty() {
    body.removeAll();
  }

  void prose(String says) {
    body.add(new Prose(says, Type.REGULAR.of(13), Palette::secondary), "span, growx, wmin 0");
  }

  void heading(String says) {
    body.add(new Text(says, Type.SEMIBOLD.of(14), Palette::text), "span, gaptop 8");
  }

  void row(String label, JComponent field) {
    Text text = new Text(label, Type.REGULAR.of(13), Palette::secondary);
    text.setLabelFor(field);
    field.setFont(Zoom.font(Type.REGULAR.of(14)));
    if (field.getAccessibleContext().getAccessibleName() == null
        || field instanceof javax.swing.text.JTextComponent) {
      field.getAccessibleContext().setAccessibleName(label);
    }
    body.add(text);
    body.add(field, "growx, wmin 0");
  }

  void wide(JComponent component) {
    body.add(component, "span, growx, wmin 0");
  }

  void buttons(ActionButton... buttons) {
    JPanel row = new JPanel(new MigLayout("insets 0, gap 10, fillx", ""));
    row.setOpaque(false);
    for (ActionButton each : buttons) {
      row.add(each, "growx, pushx, sg");
    }
    body.add(row, "span, growx, wmin 0, gaptop 4");
  }

  /** Says what came of it; empty for nothing. */
  void say(String words) {
    status.say(words);
    status.setVisible(!words.isEmpty());
    resized();
  }

  String said() {
    return status.getText();
  }

  /** It wants another size now. */
  void resized() {
    revalidate();
    firePropertyChange(SmallCard.RESIZED, false, true);
    repaint();
  }

  /** A card's last button, which puts it away. */
  static ActionButton closing(Words words, Runnable close) {
    return new ActionButton(words.text("settings.done"), words.text("action.key.escape"), close);
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
