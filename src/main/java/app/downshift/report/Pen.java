package app.downshift.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.function.DoubleFunction;

/** Draws into a place of a page; lengths in points, y downwards. */
final class Pen {
  private static final int MOST_TICKS = 7;

  private final Graphics2D g;
  private final Letters letters;
  private final double width;
  private final double height;
  private final double size;

  /** Which point of the words stands at x. */
  enum Anchor {
    LEFT(0),
    MIDDLE(0.5),
    RIGHT(1);

    private final double share;

    Anchor(double share) {
      this.share = share;
    }
  }

  /**
   * @param size of letters
   */
  Pen(Graphics2D g, Letters letters, double width, double height, double size) {
    this.g = g;
    this.letters = letters;
    this.width = width;
    this.height = height;
    this.size = size;
  }

  double width() {
    return width;
  }

  double height() {
    return height;
  }

  double size() {
    return size;
  }

  double width(String words) {
    return letters.regular().width(words, size);
  }

  void text(String words, double x, double baseline, Anchor anchor, Color colour) {
    text(words, x, baseline, anchor, colour, letters.regular());
  }

  void strong(String words, double x, double baseline, Anchor anchor, Color colour) {
    text(words, x, baseline, anchor, colour, letters.semibold());
  }

  private void text(
      String words, double x, double baseline, Anchor anchor, Color colour, Inter weight) {
    g.setColor(colour);
    g.setFont(weight.awt().deriveFont((float) size));
    double left = x - anchor.share * weight.width(words, size);
    g.drawString(words, (float) left, (float) baseline);
  }

  void line(double x1, double y1, double x2, double y2, Color colour, double thick) {
    draw(new Line2D.Double(x1, y1, x2, y2), colour, stroke(thick));
  }

  void box(double x, double y, double wide, double high, Color colour) {
    g.setColor(colour);
    g.fill(new Rectangle2D.Double(x, y, wide, high));
  }

  void disc(double x, double y, double radius, Color colour) {
    g.setColor(colour);
    g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
  }

  /** White inside, so that lines behind it do not shine through. */
  void ring(double x, double y, double radius, Color colour) {
    disc(x, y, radius, Ink.WHITE);
    draw(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), colour, stroke(1.3));
  }

  void cross(double x, double y, double reach, Color colour) {
    line(x - reach, y - reach, x + reach, y + reach, colour, 1.1);
    line(x - reach, y + reach, x + reach, y - reach, colour, 1.1);
  }

  /** A line through points; where one of them is NaN it is broken. */
  void curve(double[] x, double[] y, Color colour, double thick) {
    var path = new Path2D.Double();
    boolean pen = false;
    for (int i = 0; i < x.length; i++) {
      boolean known = !Double.isNaN(x[i]) && !Double.isNaN(y[i]);
      if (known && pen) {
        path.lineTo(x[i], y[i]);
      } else if (known) {
        path.moveTo(x[i], y[i]);
      }
      pen = known;
    }
    draw(path, colour, stroke(thick));
  }

  /** Quiet lines at round values of an axis, which {@code said} tells at their left. */
  void grid(Axis axis, Axis across, DoubleFunction<String> said) {
    int most = (int) Math.max(2, Math.abs(axis.end() - axis.start()) / (1.8 * size));
    for (double tick : axis.ticks(Math.min(MOST_TICKS, most))) {
      double y = axis.at(tick);
      line(across.start(), y, across.end(), y, Ink.LINE, 0.5);
      text(said.apply(tick), across.start() - 4, y + 0.36 * size, Anchor.RIGHT, Ink.SECONDARY);
    }
  }

  private void draw(Shape shape, Color colour, BasicStroke stroke) {
    g.setColor(colour);
    g.setStroke(stroke);
    g.draw(shape);
  }

  private static BasicStroke stroke(double thick) {
    return new BasicStroke((float) thick, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }
}
