package app.downshift.ui.theme;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.io.Serial;
import java.util.function.Function;
import javax.swing.JLabel;

/** One line of text in a weight, a size and a colour of the look. */
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
    colour = next;
    repaint();
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    setForeground(colour.apply(Palette.current()));
    Graphics2D g = Card.smooth(graphics);
    super.paintComponent(g);
    g.dispose();
  }
}
