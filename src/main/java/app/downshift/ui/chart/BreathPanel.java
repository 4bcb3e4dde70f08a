package app.downshift.ui.chart;

import app.downshift.hrv.BreathAverage;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.awt.BasicStroke;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.Serial;
import javax.swing.JPanel;

/**
 * The heart rate of the breaths of one phase laid on one another, from inhale to inhale, and how
 * much single breaths scatter around their mean. It stands still, so it is painted where it is
 * shown.
 */
public final class BreathPanel extends JPanel {
  @Serial private static final long serialVersionUID = 1;
  private static final double NARROWEST = 6;

  private final transient Words words;
  private transient BreathAverage average = BreathAverage.NONE;
  private double inhaleShare = 0.4;
  private String without = "";

  public BreathPanel(Words words) {
    this.words = words;
    setOpaque(false);
    getAccessibleContext().setAccessibleName(words.text("review.average"));
  }

  /**
   * Shows the breaths of another phase.
   *
   * @param inhaleShare how much of a breath is inhale
   * @param without what to say where there are none
   */
  public void show(BreathAverage next, double inhaleShare, String without) {
    assert Edt.here() : Edt.who();
    average = next;
    this.inhaleShare = inhaleShare;
    this.without = without;
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
    double[] mean = average.meanBpm();
    double[] spread = average.deviationBpm();
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < mean.length; i++) {
      double around = Double.isNaN(spread[i]) ? 0 : spread[i];
      least = Double.isNaN(mean[i]) ? least : Math.min(least, mean[i] - around);
      most = Double.isNaN(mean[i]) ? most : Math.max(most, mean[i] + around);
    }
    if (average.breaths() == 0 || least > most) {
      Axes axes = new Axes(g, plot, palette, words, new Scale(0, 1, 1), new Scale(0, 1, 1));
      axes.write(without, plot.getCenterX(), plot.getCenterY(), 0.5, palette.secondary());
      g.dispose();
      return;
    }
    Scale across = new Scale(0, mean.length, mean.length);
    Scale up = Scale.around(least, most, NARROWEST, Axes.intervals(plot, 5));
    Axes axes = new Axes(g, plot, palette, words, across, up);
    double turn = inhaleShare * mean.length;
    g.setColor(Palette.mix(palette.teal(), palette.surface(), 0.07));
    g.fill(new Rectangle2D.Double(plot.x, plot.y, axes.x(turn) - plot.x, plot.height));
    axes.levels();
    axes.below(turn / 2, words.text("review.inhale"));
    axes.below((turn + mean.length) / 2, words.text("review.exhale"));
    scatter(g, axes, mean, spread, palette);
    g.setColor(palette.coral());
    g.setStroke(new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    Path2D path = new Path2D.Double();
    boolean pen = false;
    for (int i = 0; i < mean.length; i++) {
      if (!Double.isNaN(mean[i])) {
        if (pen) {
          path.lineTo(axes.x(i + 0.5), axes.y(mean[i]));
        } else {
          path.moveTo(axes.x(i + 0.5), axes.y(mean[i]));
        }
        pen = true;
      }
    }
    g.draw(path);
    g.dispose();
  }

  private static void scatter(
      Graphics2D g, Axes axes, double[] mean, double[] spread, Palette palette) {
    g.setColor(Palette.mix(palette.coral(), palette.surface(), 0.22));
    for (int i = 0; i < mean.length; i++) {
      if (!Double.isNaN(mean[i]) && !Double.isNaN(spread[i])) {
        double top = axes.yInside(mean[i] + spread[i]);
        double foot = axes.yInside(mean[i] - spread[i]);
        double left = axes.x(i) + 1;
        g.fill(new Rectangle2D.Double(left, top, axes.x(i + 1) - left, foot - top));
      }
    }
  }
}
