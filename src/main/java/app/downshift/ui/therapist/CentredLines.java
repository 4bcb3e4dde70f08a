package app.downshift.ui.therapist;

import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Zoom;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.swing.JComponent;
import javax.swing.JLabel;

/** A sentence in as many centred lines as it takes. */
final class CentredLines extends JLabel {
  @Serial private static final long serialVersionUID = 1;

  private final transient Function<Palette, Color> colour;
  private int least = 1;

  CentredLines(Font font, Function<Palette, Color> colour) {
    super("");
    this.colour = colour;
    setFont(font);
    getAccessibleContext().setAccessibleName("");
  }

  /** Keeps room for so many lines, so that a shorter sentence moves nothing. */
  CentredLines atLeast(int lines) {
    least = lines;
    return this;
  }

  void say(String words) {
    assert Edt.here() : Edt.who();
    if (!words.equals(getText())) {
      setText(words);
      getAccessibleContext().setAccessibleName(words);
      revalidate();
      repaint();
    }
  }

  /** How high it has to be where it is so wide, both in lengths of the design. */
  double heightIn(double width) {
    FontMetrics metrics = getFontMetrics(getFont());
    return Math.max(least, lines(width).size()) * line(metrics);
  }

  private static double line(FontMetrics metrics) {
    return (metrics.getAscent() + metrics.getDescent()) * 1.15;
  }

  private List<String> lines(double width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : getText().split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && Type.width(longer, getFont()) > width) {
        lines.add(line.toString());
        line = new StringBuilder(word);
      } else {
        line = new StringBuilder(longer);
      }
    }
    if (!line.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }

  @Override
  public Dimension getPreferredSize() {
    double width = getWidth() > 0 ? Zoom.width(this) : Type.width(getText(), getFont());
    return Zoom.size(Math.min(width, 100), heightIn(Math.max(1, width)));
  }

  @Override
  public Dimension getMinimumSize() {
    return Zoom.size(20, line(getFontMetrics(getFont())));
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = Zoom.graphics(graphics);
    g.setFont(getFont());
    g.setColor(colour.apply(Palette.current()));
    double width = Zoom.width(this);
    FontMetrics metrics = g.getFontMetrics();
    double baseline = metrics.getAscent();
    for (String line : lines(width)) {
      Type.write(g, line, (width - Type.width(line, getFont())) / 2, baseline);
      baseline += line(metrics);
    }
    g.dispose();
  }

  /** Places a component, in lengths of the design. */
  static void place(JComponent part, double x, double y, double width, double height) {
    int left = Zoom.px(x);
    int top = Zoom.px(y);
    part.setBounds(left, top, Zoom.px(x + width) - left, Zoom.px(y + height) - top);
  }
}
