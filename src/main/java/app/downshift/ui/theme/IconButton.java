package app.downshift.ui.theme;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.io.Serial;
import javax.swing.BorderFactory;
import javax.swing.JButton;

/**
 * A small button with a sign and its key; what it does is its name for screen readers and its tip.
 */
public final class IconButton extends JButton {
  @Serial private static final long serialVersionUID = 1;
  private static final int ARC = 16;
  private static final int PADDING = 8;
  private static final int GAP = 5;

  private final Glyph glyph;
  private final String key;
  private boolean quiet;
  private final Font hint = Type.REGULAR.of(11);

  public IconButton(Glyph glyph, String name, String key, Runnable action) {
    this.glyph = glyph;
    this.key = key;
    setContentAreaFilled(false);
    setBorder(BorderFactory.createEmptyBorder());
    setOpaque(false);
    setRequestFocusEnabled(false);
    setRolloverEnabled(true);
    setToolTipText(name);
    addActionListener(event -> action.run());
    ActionButton.pressedByEnter(this);
    getAccessibleContext().setAccessibleName(name);
    getAccessibleContext().setAccessibleDescription(key);
  }

  /** Lets it stand without a ground until the pointer or the keyboard is on it. */
  public IconButton quiet() {
    quiet = true;
    return this;
  }

  @Override
  public Dimension getPreferredSize() {
    return Zoom.size(
        2 * PADDING + Type.px(Glyph.SIZE) + (key.isEmpty() ? 0 : GAP + Type.width(key, hint)),
        Type.px(36));
  }

  @Override
  public Dimension getMinimumSize() {
    return getPreferredSize();
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Palette palette = Palette.current();
    Graphics2D g = Zoom.graphics(graphics);
    if (!quiet || getModel().isRollover() || isFocusOwner()) {
      g.setColor(ground(palette));
      g.fill(Card.plate(this, ARC));
    }
    if (isFocusOwner()) {
      g.setColor(palette.teal());
      g.setStroke(new BasicStroke(2));
      g.draw(Card.ring(this, 1, ARC));
    }
    double size = Type.px(Glyph.SIZE);
    double height = Zoom.height(this);
    double beside = key.isEmpty() ? 0 : GAP + Type.width(key, hint);
    double left = (Zoom.width(this) - size - beside) / 2;
    g.setFont(hint);
    g.setColor(palette.secondary());
    FontMetrics metrics = g.getFontMetrics();
    g.drawString(
        key,
        (float) (left + size + GAP),
        (float) (Math.floor((height - metrics.getHeight()) / 2) + metrics.getAscent()));
    g.setColor(quiet ? palette.secondary() : palette.text());
    g.translate(left, (height - size) / 2);
    g.scale(size / Glyph.SIZE, size / Glyph.SIZE);
    glyph.paint(g);
    g.dispose();
  }

  private Color ground(Palette palette) {
    Color ground = palette.raised();
    if (getModel().isPressed()) {
      return Palette.mix(palette.background(), ground, 0.25);
    }
    return getModel().isRollover() ? Palette.mix(palette.text(), ground, 0.08) : ground;
  }
}
