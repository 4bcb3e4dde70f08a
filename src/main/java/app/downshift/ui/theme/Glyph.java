package app.downshift.ui.theme;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** The few signs on buttons, drawn on a square of 16 by 16. */
public enum Glyph {
  SETTINGS,
  START,
  BACK,
  FORWARD,
  END;

  /** The side of the square. */
  public static final int SIZE = 16;

  /** Draws the sign at the origin in the colour that is set. */
  void paint(Graphics2D g) {
    switch (this) {
      case SETTINGS -> sliders(g);
      case START -> {
        g.fill(new Rectangle2D.Double(3, 3.5, 2, 9));
        triangle(g, 13, 6);
      }
      case BACK -> triangle(g, 11.5, 4.5);
      case FORWARD -> triangle(g, 4.5, 11.5);
      case END -> {
        triangle(g, 3, 10);
        g.fill(new Rectangle2D.Double(11, 3.5, 2, 9));
      }
    }
  }

  private static void triangle(Graphics2D g, double baseX, double tipX) {
    Path2D shape = new Path2D.Double();
    shape.moveTo(baseX, 3.5);
    shape.lineTo(tipX, 8);
    shape.lineTo(baseX, 12.5);
    shape.closePath();
    g.fill(shape);
  }

  private static void sliders(Graphics2D g) {
    g.setStroke(new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    double[] knobs = {10.5, 5, 9};
    for (int row = 0; row < knobs.length; row++) {
      double y = 3.5 + 4.5 * row;
      g.draw(new Line2D.Double(1.5, y, 14.5, y));
      g.fill(new Ellipse2D.Double(knobs[row] - 2.2, y - 2.2, 4.4, 4.4));
    }
  }
}
