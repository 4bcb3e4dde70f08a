package app.downshift.ui.diary;

import app.downshift.ui.theme.ActionButton;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.io.Serial;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JToggleButton;

/** A plain heading that folds something out below: an arrow to the right, or down when open. */
final class Fold extends JToggleButton {
  @Serial private static final long serialVersionUID = 1;
  private static final int ARROW = 22;
  private static final int EDGE = 12;

  private final JComponent content;
  private final transient Words words;

  /**
   * @param content what is folded; it is shown and hidden, and placed by somebody else
   * @param opened called when it was folded out
   */
  Fold(Words words, String heading, JComponent content, Runnable opened) {
    super(heading);
    this.content = content;
    this.words = words;
    setFont(Type.REGULAR.of(13));
    setContentAreaFilled(false);
    setBorder(BorderFactory.createEmptyBorder());
    setOpaque(false);
    setRequestFocusEnabled(false);
    setRolloverEnabled(true);
    ActionButton.pressedByEnter(this);
    content.setVisible(false);
    addItemListener(
        event -> {
          content.setVisible(isSelected());
          told();
          if (isSelected()) {
            opened.run();
          }
        });
    told();
  }

  private void told() {
    getAccessibleContext()
        .setAccessibleDescription(words.text(isSelected() ? "checkin.open" : "checkin.folded"));
  }

  /** What is folded. */
  JComponent content() {
    return content;
  }

  @Override
  public Dimension getPreferredSize() {
    return Zoom.size(ARROW + EDGE + Type.width(getText(), getFont()), Type.px(36));
  }

  @Override
  public Dimension getMinimumSize() {
    return getPreferredSize();
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Palette palette = Palette.current();
    Graphics2D g = Zoom.graphics(graphics);
    Color ground = isSelected() ? palette.raised() : palette.surface();
    g.setColor(getModel().isRollover() ? Palette.mix(palette.text(), ground, 0.08) : ground);
    g.fill(Card.plate(this, 16));
    if (isFocusOwner()) {
      g.setColor(palette.teal());
      g.setStroke(new BasicStroke(2));
      g.draw(Card.ring(this, 1, 16));
    }
    double middle = Zoom.height(this) / 2;
    Path2D arrow = new Path2D.Double();
    if (isSelected()) {
      arrow.moveTo(8, middle - 2);
      arrow.lineTo(12, middle + 2);
      arrow.lineTo(16, middle - 2);
    } else {
      arrow.moveTo(10, middle - 4);
      arrow.lineTo(14, middle);
      arrow.lineTo(10, middle + 4);
    }
    g.setColor(palette.secondary());
    g.setStroke(new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(arrow);
    g.setFont(getFont());
    g.setColor(palette.text());
    FontMetrics metrics = g.getFontMetrics();
    Type.write(
        g,
        getText(),
        ARROW,
        Math.floor((Zoom.height(this) - metrics.getHeight()) / 2) + metrics.getAscent());
    g.dispose();
  }
}
