package app.downshift.ui.chart;

import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Zoom;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.io.Serial;
import java.util.function.Function;
import javax.swing.JPanel;

/** One figure of several sessions, oldest first: a dot each, joined where neighbours are known. */
public final class TrendLine extends JPanel {
  @Serial private static final long serialVersionUID = 1;
  private static final double DOT = 3;

  private final double[] values;
  private final transient Function<Palette, Color> colour;
  private final double least;

  /**
   * @param values NaN where nothing is known
   * @param least the narrowest range, so that small changes look small
   */
  public TrendLine(double[] values, double least, Function<Palette, Color> colour) {
    this.values = values.clone();
    this.least = least;
    this.colour = colour;
    setOpaque(false);
  }

  @Override
  public Dimension getPreferredSize() {
    return Zoom.size(120, 44);
  }

  @Override
  public Dimension getMinimumSize() {
    return Zoom.size(60, 12);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      low = Double.isNaN(value) ? low : Math.min(low, value);
      high = Double.isNaN(value) ? high : Math.max(high, value);
    }
    if (low > high) {
      return;
    }
    double middle = (low + high) / 2;
    double half = Math.max(least, high - low) / 2;
    Graphics2D g = Zoom.graphics(graphics);
    g.setColor(colour.apply(Palette.current()));
    g.setStroke(new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    double wide = Zoom.width(this) - 2 * DOT - 2;
    double tall = Zoom.height(this) - 2 * DOT - 2;
    Path2D path = new Path2D.Double();
    boolean pen = false;
    for (int i = 0; i < values.length; i++) {
      if (Double.isNaN(values[i])) {
        pen = false;
        continue;
      }
      double x = DOT + 1 + (values.length == 1 ? 1 : wide * i / (values.length - 1));
      double y = DOT + 1 + tall * (middle + half - values[i]) / (2 * half);
      if (pen) {
        path.lineTo(x, y);
      } else {
        path.moveTo(x, y);
      }
      pen = true;
      g.fill(new Ellipse2D.Double(x - DOT, y - DOT, 2 * DOT, 2 * DOT));
    }
    g.draw(path);
    g.dispose();
  }
}
