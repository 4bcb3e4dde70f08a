package app.downshift.ui.theme;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GridLayout;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JToggleButton;

/**
 * A few choices side by side, one of which holds. There is no {@code ButtonGroup} behind them: in
 * one, Tab reaches the selected button only.
 */
public final class Segments extends JPanel {
  @Serial private static final long serialVersionUID = 1;
  private static final int ARC = 16;
  private static final int PADDING = 8;
  private static final int USUAL_HEIGHT = 36;
  private static final int LOW_HEIGHT = 30;

  private final transient List<Segment> segments = new ArrayList<>();

  /**
   * @param name what is chosen, for screen readers
   * @param chosen called with the index of what a person chose
   */
  public Segments(String name, List<String> choices, IntConsumer chosen) {
    super(new GridLayout(1, choices.size(), Zoom.px(4), 0));
    setOpaque(false);
    for (int i = 0; i < choices.size(); i++) {
      int index = i;
      Segment segment = new Segment(choices.get(i));
      segment.addActionListener(
          event -> {
            select(index);
            chosen.accept(index);
          });
      segment.getAccessibleContext().setAccessibleName(name + " " + choices.get(i));
      segments.add(segment);
      add(segment);
    }
    getAccessibleContext().setAccessibleName(name);
  }

  /** Makes them lower, for a row between others. */
  public Segments low() {
    segments.forEach(segment -> segment.high = LOW_HEIGHT);
    return this;
  }

  /** Shows what holds, without calling anybody. */
  public void select(int index) {
    assert Edt.here() : Edt.who();
    for (int i = 0; i < segments.size(); i++) {
      segments.get(i).setSelected(i == index);
    }
  }

  /** Puts the keyboard on what holds. */
  public void takeFocus() {
    segments.stream()
        .filter(Segment::isSelected)
        .findFirst()
        .ifPresent(Segment::requestFocusInWindow);
  }

  private static final class Segment extends JToggleButton {
    @Serial private static final long serialVersionUID = 1;

    private final Font regular = Type.REGULAR.of(13);
    private int high = USUAL_HEIGHT;

    Segment(String words) {
      super(words);
      setFont(regular);
      setContentAreaFilled(false);
      setBorder(BorderFactory.createEmptyBorder());
      setOpaque(false);
      setRequestFocusEnabled(false);
      setRolloverEnabled(true);
      ActionButton.pressedByEnter(this);
    }

    @Override
    public Dimension getPreferredSize() {
      return Zoom.size(2 * PADDING + Type.width(getText(), regular), Type.px(high));
    }

    @Override
    public Dimension getMinimumSize() {
      return getPreferredSize();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
      Palette palette = Palette.current();
      Graphics2D g = Zoom.graphics(graphics);
      Color ground = isSelected() ? palette.teal() : palette.raised();
      g.setColor(getModel().isRollover() ? Palette.mix(palette.text(), ground, 0.08) : ground);
      g.fill(Card.plate(this, ARC));
      if (isFocusOwner()) {
        g.setColor(isSelected() ? palette.background() : palette.teal());
        g.setStroke(new BasicStroke(2));
        g.draw(Card.ring(this, isSelected() ? 3 : 1, ARC));
      }
      g.setFont(regular);
      FontMetrics metrics = g.getFontMetrics();
      g.setColor(isSelected() ? palette.background() : palette.text());
      Type.write(
          g,
          getText(),
          (Zoom.width(this) - Type.width(getText(), regular)) / 2,
          Math.floor((Zoom.height(this) - metrics.getHeight()) / 2) + metrics.getAscent());
      g.dispose();
    }
  }
}
