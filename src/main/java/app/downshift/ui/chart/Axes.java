package app.downshift.ui.chart;

import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;

/**
 * The frame around the curves of one painting: level lines, labels, and where a value lies in
 * pixels. XChart's own axes leave out the ticks at both ends and start at another place for every
 * width of label; three charts above each other have to share their edges.
 */
final class Axes {
  private static final float[] DASH = {4, 4};
  private static final int STEP_PIXELS = 19;
  private static final int LABEL_GAP = 10;

  /** How much of what lies behind words is covered. */
  private static final double VEIL = 0.78;

  private final Graphics2D g;
  private final Rectangle plot;
  private final Palette palette;
  private final Words words;
  private final Scale across;
  private final Scale up;

  Axes(Graphics2D g, Rectangle plot, Palette palette, Words words, Scale across, Scale up) {
    this.g = g;
    this.plot = plot;
    this.palette = palette;
    this.words = words;
    this.across = across;
    this.up = up;
  }

  /** What labels are set in. */
  static Font label() {
    return Type.REGULAR.of(11);
  }

  /** How many steps of a scale stay apart in a plot, at most {@code most}. */
  static int intervals(Rectangle plot, int most) {
    return Math.max(2, Math.min(most, plot.height / Type.px(STEP_PIXELS)));
  }

  /**
   * The same for a scale that only has to tell large from small: in a low plot its two ends are
   * enough.
   */
  static int fewIntervals(Rectangle plot, int most) {
    return plot.height < 2 * Type.px(STEP_PIXELS) ? 1 : intervals(plot, most);
  }

  double x(double value) {
    return plot.x + across.at(value) * plot.width;
  }

  double y(double value) {
    return plot.y + (1 - up.at(value)) * plot.height;
  }

  /** The same, but never outside the plot. */
  double yInside(double value) {
    return Math.max(plot.y, Math.min(plot.y + plot.height, y(value)));
  }

  /** Level lines and the numbers to their left. */
  void levels() {
    g.setFont(label());
    FontMetrics metrics = g.getFontMetrics();
    for (int i = 0; i < up.ticks(); i++) {
      double y = y(up.tick(i));
      g.setColor(Palette.mix(palette.line(), palette.surface(), 0.7));
      g.setStroke(new BasicStroke(1));
      g.draw(new Line2D.Double(plot.x, y, plot.x + plot.width, y));
      String label = words.number(up.tick(i), 0);
      g.setColor(palette.faint());
      g.drawString(
          label,
          plot.x - LABEL_GAP - metrics.stringWidth(label),
          (float) (y + metrics.getAscent() / 2.0 - 1.5));
    }
  }

  /** A word below the plot, centred at a value, kept inside the picture. */
  void below(double value, String label) {
    g.setFont(label());
    g.setColor(palette.faint());
    float width = g.getFontMetrics().stringWidth(label);
    float left = (float) x(value) - width / 2;
    float limit = plot.x + plot.width + LABEL_GAP - width;
    g.drawString(label, Math.min(left, limit), plot.y + plot.height + 20);
  }

  /** A word inside the picture; {@code anchor} 0 begins, 0.5 centres and 1 ends it at {@code x}. */
  void write(String label, double x, double y, double anchor, Color colour) {
    write(label, x, y, anchor, colour, palette.surface());
  }

  /** The same on another ground than that of the card. */
  void write(String label, double x, double y, double anchor, Color colour, Color ground) {
    g.setFont(label());
    g.setColor(colour);
    double width = g.getFontMetrics().stringWidth(label);
    double left =
        Math.max(plot.x + 2, Math.min(x - anchor * width, plot.x + plot.width - width - 2));
    onVeil(g, ground, label, left, y);
  }

  /** Writes in the colour that is set, on a veil that keeps lines behind the words apart. */
  static void onVeil(Graphics2D g, Color ground, String label, double x, double baseline) {
    Color ink = g.getColor();
    FontMetrics metrics = g.getFontMetrics();
    g.setColor(Palette.fade(ground, VEIL));
    g.fill(
        new RoundRectangle2D.Double(
            x - 3,
            baseline - metrics.getAscent() + 1,
            metrics.stringWidth(label) + 6.0,
            metrics.getAscent() + metrics.getDescent(),
            6,
            6));
    g.setColor(ink);
    g.drawString(label, (float) x, (float) baseline);
  }

  void dashedDown(double value) {
    dashed(new Line2D.Double(x(value), plot.y, x(value), plot.y + plot.height), palette.faint());
  }

  void dashedAcross(double value) {
    dashed(new Line2D.Double(plot.x, y(value), plot.x + plot.width, y(value)), palette.secondary());
  }

  private void dashed(Line2D line, Color colour) {
    g.setColor(colour);
    g.setStroke(new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, DASH, 0));
    g.draw(line);
  }
}
