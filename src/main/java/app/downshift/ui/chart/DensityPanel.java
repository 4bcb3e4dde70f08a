package app.downshift.ui.chart;

import app.downshift.hrv.Spectrum;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.awt.BasicStroke;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Path2D;
import java.io.Serial;
import javax.swing.JPanel;

/**
 * Where the power of one phase lies, by Lomb, from nought to 24 per minute (0.4 Hz). It stands
 * still, so it is painted where it is shown.
 */
public final class DensityPanel extends JPanel {
  @Serial private static final long serialVersionUID = 1;
  private static final Scale ACROSS = new Scale(0, 24, 4);
  private static final double LEAST_SHOWN = 4;

  private final transient Words words;
  private transient Spectrum density = Spectrum.UNDEFINED;
  private double pacePerMinute = Double.NaN;

  public DensityPanel(Words words) {
    this.words = words;
    setOpaque(false);
    getAccessibleContext().setAccessibleName(words.text("review.spectrum"));
  }

  /**
   * Shows the spectrum of another phase.
   *
   * @param pacePerMinute where the pacer was last, NaN without one
   */
  public void show(Spectrum next, double pacePerMinute) {
    assert Edt.here() : Edt.who();
    density = next;
    this.pacePerMinute = pacePerMinute;
    repaint();
  }

  @Override
  public Dimension getPreferredSize() {
    return Zoom.size(240, 120);
  }

  @Override
  public Dimension getMinimumSize() {
    return Zoom.size(120, 60);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Palette palette = Palette.current();
    Graphics2D g = Zoom.graphics(graphics);
    Rectangle plot = Frames.plot(this);
    double most = 0;
    for (int k = 0; k < density.size(); k++) {
      most = Math.max(most, density.hz(k) <= 0.4 ? density.density(k) / 1000 : 0);
    }
    Scale up = Scale.fromNought(most * 1.05, LEAST_SHOWN, Axes.fewIntervals(plot, 4));
    Axes axes = new Axes(g, plot, palette, words, ACROSS, up);
    axes.levels();
    for (int i = 0; i < ACROSS.ticks(); i++) {
      String label = words.number(ACROSS.tick(i), 0);
      axes.below(
          ACROSS.tick(i), i == ACROSS.ticks() - 1 ? words.text("chart.perMinute", label) : label);
    }
    if (density.size() == 0) {
      axes.write(
          words.text("review.withheld"),
          plot.getCenterX(),
          plot.getCenterY(),
          0.5,
          palette.secondary());
    } else {
      Path2D line = line(axes);
      Path2D area = new Path2D.Double(line);
      area.lineTo(axes.x(ACROSS.high()), axes.y(0));
      area.lineTo(axes.x(0), axes.y(0));
      area.closePath();
      g.clip(plot);
      g.setColor(Palette.mix(palette.blue(), palette.surface(), 0.2));
      g.fill(area);
      g.setColor(palette.blue());
      g.setStroke(new BasicStroke(1.4f));
      g.draw(line);
      g.setClip(null);
    }
    if (!Double.isNaN(pacePerMinute)) {
      axes.dashedDown(pacePerMinute);
      axes.write(
          words.text("chart.pacerAt", words.number(pacePerMinute, 1)),
          axes.x(pacePerMinute) + 8,
          plot.y + Type.px(11),
          0,
          palette.secondary());
    }
    g.dispose();
  }

  private Path2D line(Axes axes) {
    Path2D path = new Path2D.Double();
    for (int k = 0; k < density.size() && density.hz(k) * 60 <= ACROSS.high(); k++) {
      double x = axes.x(density.hz(k) * 60);
      double y = axes.yInside(density.density(k) / 1000);
      if (k == 0) {
        path.moveTo(x, y);
      } else {
        path.lineTo(x, y);
      }
    }
    return path;
  }
}
