package app.downshift.ui.live;

import app.downshift.ui.theme.Palette;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;

/** A vessel that fills with the breath in and empties with the breath out. */
final class BarShape implements PacerShape {
  private static final double DESIGN_HEIGHT = 460;
  private static final double SHARE_OF_WIDTH = 0.2;
  private static final double WIDEST = 116;
  private static final double CENTRE = 0.27;
  private static final double WORDS = 0.67;

  @Override
  public void paint(Graphics2D g, Palette palette, double width, double height, Breath breath) {
    double scale = Math.min(width, height) / DESIGN_HEIGHT;
    double wide = Math.min(WIDEST * Math.max(0.6, scale), width * SHARE_OF_WIDTH);
    double top = 10;
    double high = height - 2 * top;
    double left = width * CENTRE - wide / 2;
    var vessel = new RoundRectangle2D.Double(left, top, wide, high, wide, wide);
    boolean followed = breath.pacer().isPresent();
    double level = top + high * (1 - (0.06 + 0.9 * breath.depthIn(0)));
    Color empty = Palette.mix(palette.line(), palette.surface(), 0.6);
    double light = followed ? 1 : 0.4;
    float share = (float) ((level - top) / high);
    g.setPaint(
        new LinearGradientPaint(
            0,
            (float) top,
            0,
            (float) (top + high),
            new float[] {0, share, share + 0.002f, 1},
            new Color[] {
              empty,
              empty,
              Palette.mix(palette.teal(), palette.surface(), light),
              Palette.mix(palette.glow(), palette.surface(), light)
            }));
    g.fill(vessel);
    if (followed) {
      g.setColor(palette.teal());
      g.setStroke(new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      g.draw(new Line2D.Double(left - 14, level, left + wide + 14, level));
    }
    breath.write(
        g, width * WORDS, height / 2 - 4 * scale, scale, width * (1 - WORDS) * 2, palette.text());
  }
}
