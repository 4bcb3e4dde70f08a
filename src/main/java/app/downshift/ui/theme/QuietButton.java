package app.downshift.ui.theme;

import java.awt.BasicStroke;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.io.Serial;
import javax.swing.BorderFactory;
import javax.swing.JButton;

/**
 * Words to press in a line of words: no ground of their own until the pointer or the keyboard is on
 * them.
 */
public final class QuietButton extends JButton {
  @Serial private static final long serialVersionUID = 1;
  private static final int ARC = 10;

  /** Left and right of its words. */
  public static final int PADDING = 4;

  private boolean plain;

  public QuietButton(String words, float size, Runnable action) {
    super(words);
    setFont(Type.REGULAR.of(size));
    setContentAreaFilled(false);
    setBorder(BorderFactory.createEmptyBorder());
    setOpaque(false);
    setRequestFocusEnabled(false);
    setRolloverEnabled(true);
    addActionListener(event -> action.run());
    ActionButton.pressedByEnter(this);
  }

  /** Sets its words in the colour of text: they stand on their own. */
  public QuietButton plain() {
    plain = true;
    return this;
  }

  @Override
  public Dimension getPreferredSize() {
    FontMetrics metrics = getFontMetrics(getFont());
    return Zoom.size(
        2 * PADDING + Type.width(getText(), getFont()),
        metrics.getAscent() + metrics.getDescent() + 2);
  }

  @Override
  public Dimension getMinimumSize() {
    return getPreferredSize();
  }

  /** Where {@link #paintComponent} writes; without this the look would guess. */
  @Override
  public int getBaseline(int width, int height) {
    return Zoom.px(baseline(height / Zoom.factor()));
  }

  private double baseline(double height) {
    FontMetrics metrics = getFontMetrics(getFont());
    return Math.floor((height - metrics.getHeight()) / 2) + metrics.getAscent();
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Palette palette = Palette.current();
    Graphics2D g = Zoom.graphics(graphics);
    boolean over = getModel().isRollover() && isEnabled();
    if (over || isFocusOwner()) {
      g.setColor(palette.raised());
      g.fill(Card.plate(this, ARC));
    }
    if (isFocusOwner()) {
      g.setColor(palette.teal());
      g.setStroke(new BasicStroke(2));
      g.draw(Card.ring(this, 1, ARC));
    }
    g.setFont(getFont());
    g.setColor(over || (plain && isEnabled()) ? palette.text() : palette.secondary());
    Type.write(g, getText(), PADDING, baseline(Zoom.height(this)));
    g.dispose();
  }
}
