package app.downshift.ui.theme;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.io.Serial;
import java.util.function.Function;
import javax.swing.JLabel;

/**
 * One line of text in a weight, a size and a colour of the look. Measured and painted with
 * fractional widths, so that it looks the same at every scale of the screen.
 */
public final class Text extends JLabel {
  @Serial private static final long serialVersionUID = 1;

  private transient Function<Palette, Color> colour;

  public Text(String words, Font font, Function<Palette, Color> colour) {
    super(words);
    this.colour = colour;
    setFont(font);
  }

  /** Changes the colour. */
  public void colour(Function<Palette, Color> next) {
    assert Edt.here() : Edt.who();
    colour = next;
    repaint();
  }

  @Override
  public Dimension getPreferredSize() {
    FontMetrics metrics = getFontMetrics(getFont());
    return Zoom.size(Type.width(getText(), getFont()), metrics.getAscent() + metrics.getDescent());
  }

  /** Never less than the words: layouts give way in their gaps. */
  @Override
  public Dimension getMinimumSize() {
    return getPreferredSize();
  }

  @Override
  public int getBaseline(int width, int height) {
    return Zoom.px(baseline(height / Zoom.factor()));
  }

  private double baseline(double height) {
    FontMetrics metrics = getFontMetrics(getFont());
    return Math.floor((height - metrics.getAscent() - metrics.getDescent()) / 2)
        + metrics.getAscent();
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = Zoom.graphics(graphics);
    g.setFont(getFont());
    g.setColor(colour.apply(Palette.current()));
    Type.write(g, getText(), 0, baseline(Zoom.height(this)));
    g.dispose();
  }
}
