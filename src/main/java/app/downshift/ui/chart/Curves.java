package app.downshift.ui.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The curves of one painting, drawn by XChart into the plot of {@link Axes}. Line colours stay
 * opaque and markers off: translucent lines show a dot at every vertex, and markers cost more than
 * all else.
 */
final class Curves {
  private static final Color CLEAR = new Color(0, true);
  private static final BasicStroke DASHES =
      new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {4, 4}, 0);

  private final Rectangle plot;
  private final Scale across;
  private final Scale up;
  private final XYChart chart;
  private final List<Dashed> dashed = new ArrayList<>();
  private int count;

  private record Dashed(Path2D path, Color colour) {}

  Curves(Rectangle plot, Scale across, Scale up) {
    this.plot = plot;
    this.across = across;
    this.up = up;
    chart = new XYChart(plot.width, plot.height);
    XYStyler styler = chart.getStyler();
    styler.setBaseFont(new Font(Font.SANS_SERIF, Font.PLAIN, 10));
    styler.setChartBackgroundColor(CLEAR).setPlotBackgroundColor(CLEAR).setPlotBorderVisible(false);
    styler.setChartPadding(0).setLegendVisible(false).setChartTitleVisible(false);
    styler.setPlotContentSize(1);
    styler.setPlotMargin(0).setAxisTitlesVisible(false).setAxisTicksVisible(false);
    styler.setPlotGridLinesVisible(false).setPlotTicksMarksVisible(false);
    styler.setXAxisMin(across.low()).setXAxisMax(across.high());
    styler.setYAxisMin(up.low()).setYAxisMax(up.high());
    styler.setAntiAlias(true);
  }

  /** A line, broken wherever {@code y} is NaN. */
  void line(double[] x, double[] y, Color colour, float width) {
    add(x, y, colour, new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
  }

  /**
   * A thin dashed line for what may not be compared. XChart strokes every step between two points
   * anew, which would make it solid; so it is one path, painted below the other curves.
   */
  void dashed(double[] x, double[] y, Color colour) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i < x.length; i++) {
      if (!Double.isNaN(y[i])) {
        double right = across.at(x[i]) * plot.width;
        double down = (1 - up.at(y[i])) * plot.height;
        if (i == 0 || Double.isNaN(y[i - 1])) {
          path.moveTo(right, down);
        } else {
          path.lineTo(right, down);
        }
      }
    }
    dashed.add(new Dashed(path, colour));
  }

  /** A wave filled down to the lower edge. */
  void area(double[] x, double[] y, Color edge, Color fill) {
    add(x, y, edge, new BasicStroke(1))
        .ifPresent(
            series -> {
              series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Area);
              series.setFillColor(fill);
            });
  }

  void paint(Graphics2D g) {
    Graphics2D inside = (Graphics2D) g.create(plot.x, plot.y, plot.width + 1, plot.height + 1);
    inside.setStroke(DASHES);
    for (Dashed line : dashed) {
      inside.setColor(line.colour);
      inside.draw(line.path);
    }
    if (count > 0) {
      chart.paint(inside, plot.width, plot.height);
    }
    inside.dispose();
  }

  private Optional<XYSeries> add(double[] x, double[] y, Color colour, BasicStroke stroke) {
    if (!hasPoints(y)) {
      return Optional.empty(); // XChart finds no range in a series of nothing
    }
    XYSeries series = chart.addSeries("curve " + count++, x, y);
    series.setMarker(SeriesMarkers.NONE);
    series.setLineStyle(stroke);
    series.setLineColor(colour);
    return Optional.of(series);
  }

  private static boolean hasPoints(double[] y) {
    for (double value : y) {
      if (!Double.isNaN(value)) {
        return true;
      }
    }
    return false;
  }
}
