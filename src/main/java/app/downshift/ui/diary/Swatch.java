package app.downshift.ui.diary;

import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Zoom;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;
import java.io.Serial;
import java.util.function.Function;
import javax.swing.JPanel;

/** A sample of a bar with what it stands for. */
final class Swatch extends JPanel {
  @Serial private static final long serialVersionUID = 1;
  private static final int SIDE = 12;
  private static final int GAP = 6;

  private final String words;
  private final transient Function<Palette, Color> colour;
  private final boolean hatched;
  private final Font font = Type.REGULAR.of(12);

  Swatch(String words, Function<Palette, Color> colour, boolean hatched) {
    this.words = words;
    this.colour = colour;
    this.hatched = hatched;
    setOpaque(false);
    getAccessibleContext().setAccessibleName(words);
  }

  @Override
  public Dimension getPreferredSize() {
    FontMetrics metrics = getFontMetrics(font);
    return Zoom.size(
        SIDE + GAP + Type.width(words, font), metrics.getAscent() + metrics.getDescent());
  }

  @Override
  public Dimension getMinimumSize() {
    return getPreferredSize();
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Palette palette = Palette.current();
    Graphics2D g = Zoom.graphics(graphics);
    double height = Zoom.height(this);
    WeekBars.fill(
        g,
        new RoundRectangle2D.Double(0, (height - SIDE) / 2, SIDE, SIDE, 4, 4),
        Palette.mix(colour.apply(palette), palette.surface(), 0.72),
        hatched,
        palette);
    g.setFont(font);
    g.setColor(palette.secondary());
    FontMetrics metrics = g.getFontMetrics();
    Type.write(
        g,
        words,
        SIDE + GAP,
        Math.floor((height - metrics.getAscent() - metrics.getDescent()) / 2)
            + metrics.getAscent());
    g.dispose();
  }
}
