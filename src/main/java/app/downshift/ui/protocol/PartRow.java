package app.downshift.ui.protocol;

import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Zoom;
import java.awt.BasicStroke;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.io.Serial;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListCellRenderer;

/** A part of a protocol in the list of the editor. */
final class PartRow extends JPanel implements ListCellRenderer<String> {
  @Serial private static final long serialVersionUID = 1;
  private static final int ARC = 14;
  private static final int SIDE = 10;
  private static final double CHOSEN = 0.22;

  private final Font font = Type.REGULAR.of(14);
  private String part = "";
  private boolean chosen;
  private boolean focused;

  PartRow() {
    setOpaque(false);
  }

  @Override
  public Component getListCellRendererComponent(
      JList<? extends String> list, String value, int index, boolean selected, boolean focus) {
    part = value;
    chosen = selected;
    focused = focus && list.isFocusOwner();
    getAccessibleContext().setAccessibleName(value);
    return this;
  }

  @Override
  public Dimension getPreferredSize() {
    return Zoom.size(2 * SIDE + Type.width(part, font), Type.px(34));
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Palette palette = Palette.current();
    Graphics2D g = Zoom.graphics(graphics);
    if (chosen) {
      g.setColor(Palette.mix(palette.teal(), palette.surface(), CHOSEN));
      g.fill(Card.plate(this, ARC));
    }
    if (focused) {
      g.setColor(palette.teal());
      g.setStroke(new BasicStroke(2));
      g.draw(Card.ring(this, 1, ARC));
    }
    g.setFont(font);
    g.setColor(palette.text());
    FontMetrics metrics = g.getFontMetrics();
    Type.write(
        g,
        part,
        SIDE,
        Math.floor((Zoom.height(this) - metrics.getHeight()) / 2) + metrics.getAscent());
    g.dispose();
  }
}
