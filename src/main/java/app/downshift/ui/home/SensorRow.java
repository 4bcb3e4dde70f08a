package app.downshift.ui.home;

import app.downshift.ui.theme.ActionButton;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Zoom;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.io.Serial;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JToggleButton;
import javax.swing.KeyStroke;

/**
 * One of several things to choose: what it is called, what is to be known of it, and on the right
 * how strong its signal is, in bars and in a word. A dot in a ring says that it is chosen.
 */
final class SensorRow extends JToggleButton {
  /** As many bars as the strongest signal has. */
  static final int BARS = 4;

  /** There is no signal to be shown. */
  static final int NO_BARS = -1;

  @Serial private static final long serialVersionUID = 1;
  private static final int ARC = 16;
  private static final int LEFT = 42;
  private static final int RIGHT = 16;
  private static final int GAP = 16;
  private static final int DOT = 8;
  private static final int RING = 16;
  private static final int BAR = 4;
  private static final int BAR_STEP = 7;
  private static final double CHOSEN = 0.22;

  private final Font large = Type.REGULAR.of(14);
  private final Font small = Type.REGULAR.of(12);
  private String detail = "";
  private String strength = "";
  private int bars = NO_BARS;

  SensorRow(String title, Runnable chosen) {
    super(title);
    setContentAreaFilled(false);
    setBorder(BorderFactory.createEmptyBorder());
    setOpaque(false);
    setRolloverEnabled(true);
    addActionListener(event -> chosen.run());
    ActionButton.pressedByEnter(this);
    for (String key : List.of("UP", "DOWN")) { // Swing would look for the next of a button group
      getInputMap(WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(KeyStroke.getKeyStroke(key), "none");
    }
    name();
  }

  /** Says what it is called and what is to be known of it. */
  void say(String title, String nextDetail) {
    assert Edt.here() : Edt.who();
    if (!title.equals(getText()) || !nextDetail.equals(detail)) {
      setText(title);
      detail = nextDetail;
      changed();
    }
  }

  /**
   * Shows how strong its signal is.
   *
   * @param nextBars 0 to {@link #BARS}, or {@link #NO_BARS}
   * @param word the same in words
   */
  void strength(int nextBars, String word) {
    assert Edt.here() : Edt.who();
    if (nextBars != bars || !word.equals(strength)) {
      bars = nextBars;
      strength = word;
      changed();
    }
  }

  private void changed() {
    name();
    revalidate();
    repaint();
  }

  private void name() {
    getAccessibleContext().setAccessibleName(getText());
    getAccessibleContext().setAccessibleDescription((detail + " " + strength).strip());
  }

  @Override
  public Dimension getPreferredSize() {
    int words = Math.max(Type.width(getText(), large), Type.width(detail, small));
    return Zoom.size(LEFT + words + right() + RIGHT, Type.px(50));
  }

  @Override
  public Dimension getMinimumSize() {
    return getPreferredSize();
  }

  /** How much the strength takes on the right. */
  private int right() {
    int word = strength.isEmpty() ? 0 : GAP + Type.width(strength, small);
    return word + (bars == NO_BARS ? 0 : GAP + BARS * BAR_STEP);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Palette palette = Palette.current();
    Graphics2D g = Zoom.graphics(graphics);
    double height = Zoom.height(this);
    Color ground = ground(palette);
    g.setColor(ground);
    g.fill(Card.plate(this, ARC));
    if (isFocusOwner()) {
      g.setColor(palette.teal());
      g.setStroke(new BasicStroke(2));
      g.draw(Card.ring(this, 1, ARC));
    }
    ring(g, palette, height);
    g.setFont(large);
    FontMetrics metrics = g.getFontMetrics();
    double line = Type.px(19);
    double first =
        Math.floor((height - (detail.isEmpty() ? 1 : 2) * line) / 2)
            + (line - metrics.getHeight()) / 2
            + metrics.getAscent();
    g.setColor(isEnabled() ? palette.text() : palette.secondary());
    Type.write(g, getText(), LEFT, first);
    g.setFont(small);
    g.setColor(palette.secondary());
    Type.write(g, detail, LEFT, first + line);
    strength(g, palette, ground, height);
    g.dispose();
  }

  private void ring(Graphics2D g, Palette palette, double height) {
    g.setColor(isSelected() ? palette.teal() : palette.faint());
    g.setStroke(new BasicStroke(1.6f));
    g.draw(new Ellipse2D.Double(14, (height - RING) / 2, RING, RING));
    if (isSelected()) {
      g.fill(new Ellipse2D.Double(14 + (RING - DOT) / 2.0, (height - DOT) / 2, DOT, DOT));
    }
  }

  private void strength(Graphics2D g, Palette palette, Color ground, double height) {
    double at = Zoom.width(this) - RIGHT;
    if (bars != NO_BARS) {
      at -= BARS * BAR_STEP;
      double foot = height / 2 + 8;
      for (int i = 0; i < BARS; i++) {
        double high = 4 + 4 * i;
        g.setColor(i < bars ? palette.text() : Palette.mix(palette.faint(), ground, 0.35));
        g.fill(new RoundRectangle2D.Double(at + i * BAR_STEP + 3, foot - high, BAR, high, 2, 2));
      }
      at -= GAP / 2.0;
    }
    g.setFont(small);
    g.setColor(palette.secondary());
    FontMetrics metrics = g.getFontMetrics();
    Type.write(
        g,
        strength,
        at - Type.width(strength, small),
        Math.floor((height - metrics.getHeight()) / 2) + metrics.getAscent());
  }

  private Color ground(Palette palette) {
    Color ground =
        isSelected() ? Palette.mix(palette.teal(), palette.surface(), CHOSEN) : palette.raised();
    return getModel().isRollover() && isEnabled()
        ? Palette.mix(palette.text(), ground, 0.06)
        : ground;
  }
}
