package app.downshift.ui.theme;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.io.Serial;
import javax.swing.AbstractButton;
import javax.swing.BorderFactory;
import javax.swing.InputMap;
import javax.swing.JButton;
import javax.swing.KeyStroke;

/**
 * A wide button: what it does on the left, its key on the right. A click leaves the keyboard focus
 * alone.
 */
public final class ActionButton extends JButton {
  @Serial private static final long serialVersionUID = 1;
  private static final int ARC = 20;
  private static final int PADDING = 16;
  private static final int GAP = 8;
  private static final int TIGHT = 8;

  private final Font hint = Type.REGULAR.of(11);
  private final String key;
  private boolean leading;
  private boolean low;
  private boolean shrinking;
  private String alsoShown = "";

  /**
   * @param key the name of its key, or empty
   */
  public ActionButton(String words, String key, Runnable action) {
    super(words);
    this.key = key;
    setFont(Type.REGULAR.of(14));
    setContentAreaFilled(false);
    setBorder(BorderFactory.createEmptyBorder());
    setOpaque(false);
    setRequestFocusEnabled(false);
    setRolloverEnabled(true);
    addActionListener(event -> action.run());
    pressedByEnter(this);
    if (!key.isEmpty()) {
      getAccessibleContext().setAccessibleDescription(key);
    }
  }

  /** Lets Enter press a button that has the focus, as Space does. */
  public static void pressedByEnter(AbstractButton button) {
    InputMap keys = button.getInputMap(WHEN_FOCUSED);
    keys.put(KeyStroke.getKeyStroke("ENTER"), "pressed");
    keys.put(KeyStroke.getKeyStroke("released ENTER"), "released");
  }

  /** Makes it the one that is meant to be pressed. */
  public ActionButton leading() {
    leading = true;
    return this;
  }

  /**
   * For a row that is filled: it needs no more than its words, and where room is short its edges go
   * first, then the name of its key.
   */
  public ActionButton shrinking() {
    shrinking = true;
    return this;
  }

  /** Makes it lower, for the second row of a group. */
  public ActionButton low() {
    low = true;
    return this;
  }

  /** Keeps room for words it does not show now, so that nothing moves when it does. */
  public ActionButton roomFor(String other) {
    alsoShown = other;
    return this;
  }

  @Override
  public Dimension getPreferredSize() {
    int words = Math.max(Type.width(getText(), getFont()), Type.width(alsoShown, getFont()));
    int beside = key.isEmpty() ? 0 : GAP + Type.width(key, hint);
    int width = shrinking ? 2 * TIGHT + words : 2 * PADDING + words + beside;
    return Zoom.size(width, Type.px(low ? 36 : 44));
  }

  @Override
  public Dimension getMinimumSize() {
    return getPreferredSize();
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Palette palette = Palette.current();
    Graphics2D g = Zoom.graphics(graphics);
    g.setColor(ground(palette));
    g.fill(Card.plate(this, ARC));
    if (isFocusOwner()) {
      g.setColor(leading ? palette.background() : palette.teal());
      g.setStroke(new BasicStroke(2));
      g.draw(Card.ring(this, leading ? 3 : 1, ARC));
    }
    g.setFont(getFont());
    FontMetrics metrics = g.getFontMetrics();
    double width = Zoom.width(this);
    double baseline =
        Math.floor((Zoom.height(this) - metrics.getHeight()) / 2) + metrics.getAscent();
    g.setColor(ink(palette));
    int words = Type.width(getText(), getFont());
    double beside = Type.width(key, hint);
    double edge = Math.min(PADDING, Math.floor((width - words - GAP - beside) / 2));
    boolean both = !key.isEmpty() && edge >= TIGHT;
    Type.write(g, getText(), both ? edge : (width - words) / 2, baseline);
    if (both) {
      g.setFont(hint);
      g.setColor(leading ? ink(palette) : palette.secondary());
      Type.write(g, key, width - edge + (edge == PADDING ? 2 : 0) - beside, baseline);
    }
    g.dispose();
  }

  private Color ink(Palette palette) {
    return !isEnabled() ? palette.secondary() : leading ? palette.background() : palette.text();
  }

  private Color ground(Palette palette) {
    if (!isEnabled()) {
      return palette.surface();
    }
    Color ground = leading ? palette.teal() : palette.raised();
    if (getModel().isPressed()) {
      return Palette.mix(palette.background(), ground, 0.25);
    }
    return getModel().isRollover() ? Palette.mix(palette.text(), ground, 0.08) : ground;
  }
}
