package app.downshift.ui.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/**
 * Draws the heart rate of a part of a recording: from beat to beat where there is room, otherwise
 * for each pixel how low and high it goes.
 *
 * @param pixels of the screen for one of the picture's lengths
 */
record RateLine(Graphics2D g, Axes axes, TimeView view, double pixels) {
  /** More beats than this for each pixel of the screen are drawn as one upright line. */
  private static final double DENSE = 1.5;

  private static final int FEW = 200;

  /** So far apart, in lengths of the design, single beats are dots. */
  private static final double APART = 12;

  private static final float[] DOTS = {1.5f, 3.5f};

  void draw(HeartTrack of, Color colour, float width) {
    int first = Math.max(0, of.firstAfter(view.from()) - 1);
    int last = Math.min(of.size(), of.firstAfter(view.to()) + 1);
    double wide = axes.x(view.to()) - axes.x(view.from());
    g.setColor(colour);
    if (last - first > DENSE * wide * pixels) {
      columns(of, first, last, wide * pixels);
      return;
    }
    // Round joins cost half of the painting and show only where beats stand far apart.
    int join = last - first < FEW ? BasicStroke.JOIN_ROUND : BasicStroke.JOIN_BEVEL;
    g.setStroke(new BasicStroke(width, BasicStroke.CAP_BUTT, join));
    line(of, first, last);
    if ((last - first) * APART < wide) {
      dots(of, first, last);
    }
  }

  /** One upright line for each pixel, from the lowest to the highest, joined to its neighbour. */
  private void columns(HeartTrack of, int first, int last, double columns) {
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
    double wide = 1 / pixels;
    double left = axes.x(view.from());
    int at = first;
    double lastTop = Double.NaN;
    double lastFoot = Double.NaN;
    for (int column = 0; column < columns && at < last; column++) {
      int next = Math.min(last, of.firstAfter(view.from() + (column + 1) / columns * view.span()));
      if (next <= at) {
        continue;
      }
      double low = of.lowest(at, next);
      if (!Double.isNaN(low)) {
        double top = axes.yInside(of.highest(at, next));
        double foot = axes.yInside(low);
        boolean joined = of.follows(at) && !Double.isNaN(lastTop);
        double upper = joined ? Math.min(top, lastFoot) : top;
        double lower = joined ? Math.max(foot, lastTop) : foot;
        g.fill(
            new Rectangle2D.Double(
                left + column * wide, upper, wide, Math.max(wide, lower - upper)));
        lastTop = top;
        lastFoot = foot;
      } else {
        lastTop = Double.NaN;
      }
      at = next;
    }
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
  }

  /** From beat to beat; where doubtful ones lie between, dashed across them. */
  private void line(HeartTrack of, int first, int last) {
    Path2D path = new Path2D.Double();
    Path2D across = new Path2D.Double();
    int before = -1;
    boolean whole = true;
    for (int i = first; i < last; i++) {
      whole &= of.follows(i);
      if (!of.counts(i)) {
        continue;
      }
      double x = axes.x(of.seconds(i));
      double y = axes.yInside(of.bpm(i));
      if (before == i - 1 && before >= 0 && of.follows(i)) {
        path.lineTo(x, y);
      } else {
        if (before >= 0 && whole) {
          across.moveTo(axes.x(of.seconds(before)), axes.yInside(of.bpm(before)));
          across.lineTo(x, y);
        }
        path.moveTo(x, y);
      }
      before = i;
      whole = true;
    }
    g.draw(path);
    g.setStroke(new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, DOTS, 0));
    g.draw(across);
  }

  private void dots(HeartTrack of, int first, int last) {
    double radius = 2.4;
    for (int i = first; i < last; i++) {
      if (of.counts(i)) {
        double x = axes.x(of.seconds(i));
        double y = axes.yInside(of.bpm(i));
        g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
      }
    }
  }
}
