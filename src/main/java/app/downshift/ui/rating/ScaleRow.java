package app.downshift.ui.rating;

import app.downshift.session.Rating;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import java.io.Serial;
import java.util.OptionalInt;
import javax.accessibility.Accessible;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;

/**
 * The numbers 0 to 10 in a row, one of which may be chosen: by a press, by its digits (1 and 0 for
 * ten), or by Left and Right; Delete takes it back. Up and Down go to the row before and after.
 * What was chosen another time may be hinted at; it is never chosen by itself.
 */
public final class ScaleRow extends JComponent implements Accessible {
  /** No choice. */
  public static final int NONE = -1;

  @Serial private static final long serialVersionUID = 1;
  private static final int GAP = 3;
  private static final int ARC = 12;
  private static final double PASSED = 0.25;
  private static final double HINT = 14;

  private final transient Words words;
  private final String title;
  private final Font digits = Type.REGULAR.of(14);
  private int value = NONE;
  private int lastTime = NONE;

  /** Whether a 1 was typed last, which a 0 makes a ten. */
  private boolean oneTyped;

  /**
   * @param title what is asked, for screen readers
   */
  public ScaleRow(Words words, String title) {
    this.words = words;
    this.title = title;
    setFocusable(true);
    addMouseListener(
        new MouseAdapter() {
          @Override
          public void mousePressed(MouseEvent event) {
            requestFocusInWindow();
            choose(Math.min(Rating.MOST, event.getX() * (Rating.MOST + 1) / getWidth()));
          }
        });
    addFocusListener(
        new FocusAdapter() {
          @Override
          public void focusGained(FocusEvent event) {
            oneTyped = false;
            repaint();
          }

          @Override
          public void focusLost(FocusEvent event) {
            repaint();
          }
        });
    addKeyListener(
        new KeyAdapter() {
          @Override
          public void keyTyped(KeyEvent event) {
            typed(event.getKeyChar());
          }

          @Override
          public void keyPressed(KeyEvent event) {
            pressed(event);
          }
        });
    named();
  }

  /** What was chosen. */
  public OptionalInt value() {
    return value == NONE ? OptionalInt.empty() : OptionalInt.of(value);
  }

  /** Shows a choice, or {@link #NONE}. */
  public void choose(int next) {
    assert Edt.here() : Edt.who();
    value = next;
    oneTyped = false;
    named();
    repaint();
  }

  /** Hints faintly at what was chosen another time. */
  public ScaleRow hint(OptionalInt last) {
    assert Edt.here() : Edt.who();
    lastTime = last.orElse(NONE);
    getAccessibleContext()
        .setAccessibleDescription(
            lastTime == NONE ? "" : words.text("checkin.lastTime", words.count(lastTime)));
    repaint();
    return this;
  }

  private void typed(char sign) {
    if (sign < '0' || sign > '9') {
      return;
    }
    boolean ten = sign == '0' && oneTyped;
    choose(ten ? Rating.MOST : sign - '0');
    oneTyped = sign == '1';
  }

  private void pressed(KeyEvent event) {
    switch (event.getKeyCode()) {
      case KeyEvent.VK_LEFT -> choose(Math.max(0, value - 1));
      case KeyEvent.VK_RIGHT -> choose(Math.min(Rating.MOST, value + 1));
      case KeyEvent.VK_DELETE, KeyEvent.VK_BACK_SPACE -> choose(NONE);
      case KeyEvent.VK_DOWN -> transferFocus();
      case KeyEvent.VK_UP -> transferFocusBackward();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void named() {
    getAccessibleContext()
        .setAccessibleName(
            value == NONE
                ? words.text("rating.scale.none", title)
                : words.text("rating.scale.value", title, value));
  }

  @Override
  public AccessibleContext getAccessibleContext() {
    if (accessibleContext == null) {
      accessibleContext =
          new AccessibleJComponent() {
            @Serial private static final long serialVersionUID = 1;

            @Override
            public AccessibleRole getAccessibleRole() {
              return AccessibleRole.SLIDER;
            }
          };
    }
    return accessibleContext;
  }

  @Override
  public Dimension getPreferredSize() {
    return Zoom.size((Rating.MOST + 1) * Type.px(36), Type.px(38));
  }

  @Override
  public Dimension getMinimumSize() {
    return Zoom.size((Rating.MOST + 1) * (Type.width("10", digits) + 2 * GAP), Type.px(38));
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Palette palette = Palette.current();
    Graphics2D g = Zoom.graphics(graphics);
    double step = Zoom.width(this) / (Rating.MOST + 1);
    double height = Zoom.height(this);
    g.setFont(digits);
    FontMetrics metrics = g.getFontMetrics();
    double baseline = Math.floor((height - metrics.getHeight()) / 2) + metrics.getAscent();
    for (int number = 0; number <= Rating.MOST; number++) {
      double x = number * step + GAP / 2.0;
      g.setColor(ground(palette, number));
      g.fill(new RoundRectangle2D.Double(x, 2, step - GAP, height - 4, ARC, ARC));
      g.setColor(number == value ? palette.background() : palette.text());
      String label = words.count(number);
      Type.write(g, label, x + (step - GAP - Type.width(label, digits)) / 2, baseline);
      if (number == lastTime) {
        double half = Math.min(HINT, step - GAP - ARC) / 2;
        g.setStroke(new BasicStroke(2));
        g.setColor(number == value ? palette.background() : palette.faint());
        double middle = x + (step - GAP) / 2;
        g.draw(new Line2D.Double(middle - half, height - 7, middle + half, height - 7));
      }
    }
    if (isFocusOwner()) {
      g.setColor(palette.teal());
      g.setStroke(new BasicStroke(2));
      g.draw(Card.ring(this, 1, ARC + 4.0));
    }
    g.dispose();
  }

  private Color ground(Palette palette, int number) {
    if (number == value) {
      return palette.teal();
    }
    return number < value
        ? Palette.mix(palette.teal(), palette.raised(), PASSED)
        : palette.raised();
  }
}
