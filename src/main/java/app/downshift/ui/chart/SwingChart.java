package app.downshift.ui.chart;

import app.downshift.session.Snapshot;
import app.downshift.session.Snapshot.Baseline;
import app.downshift.session.Snapshot.SwingBar;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Words;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.RoundRectangle2D;
import java.util.List;

/**
 * The swing of the heart rate, one bar for every paced breath; grey where the signal was too poor.
 */
public final class SwingChart implements Drawing {
  private static final int FEWEST_PLACES = 40;
  private static final int MOST_PLACES = 90;
  private static final double WORD = 56;
  private static final double CORNER = 6;

  private final Words words;

  public SwingChart(Words words) {
    this.words = words;
  }

  @Override
  public void paint(
      Graphics2D g, Rectangle plot, Snapshot snapshot, long nowMicros, Palette palette) {
    List<SwingBar> all = snapshot.swings();
    List<SwingBar> bars = all.subList(Math.max(0, all.size() - MOST_PLACES), all.size());
    double baseline = snapshot.baseline().map(Baseline::swingBpm).orElse(Double.NaN);
    Scale up = Scale.fromNought(most(bars, baseline) * 1.15, 10, Axes.fewIntervals(plot, 4));
    Scale across = across(plot, bars.size());
    Axes axes = new Axes(g, plot, palette, words, across, up);
    axes.levels();
    bars(g, axes, bars, palette);
    if (!Double.isNaN(baseline)) {
      axes.dashedAcross(baseline);
      axes.write(
          words.text("chart.baseline"),
          plot.getMaxX(),
          axes.y(baseline) - 5,
          1,
          palette.secondary());
    }
    if (bars.isEmpty()) {
      axes.write(
          words.text("chart.noBreaths"),
          plot.getCenterX(),
          plot.getCenterY(),
          0.5,
          palette.secondary());
      return;
    }
    labels(g, plot, bars, all.size() > bars.size(), palette);
  }

  /** One place a breath, and room for the word at the right end of the baseline. */
  private static Scale across(Rectangle plot, int breaths) {
    double places = Math.max(FEWEST_PLACES, breaths);
    return new Scale(0, places * plot.width / (plot.width - WORD), places);
  }

  private static void bars(Graphics2D g, Axes axes, List<SwingBar> bars, Palette palette) {
    double floor = axes.y(0);
    double place = axes.x(1) - axes.x(0);
    double width = Math.max(2, place * 0.74);
    double corner = Math.min(CORNER, width / 2);
    double lastKnown = Double.NaN;
    for (int i = 0; i < bars.size(); i++) {
      double bpm = bars.get(i).bpm();
      boolean known = !Double.isNaN(bpm);
      lastKnown = known ? bpm : lastKnown;
      // A grey bar says that there was a breath; its height is that of the breath before and means
      // nothing.
      double shown = known ? bpm : Double.isNaN(lastKnown) ? 2 : lastKnown;
      double top = Math.min(axes.y(shown), floor - 2);
      g.setColor(
          known
              ? Palette.mix(palette.teal(), palette.surface(), 0.85)
              : Palette.mix(palette.faint(), palette.surface(), 0.45));
      g.fill(
          new RoundRectangle2D.Double(
              axes.x(i) + (place - width) / 2, top, width, floor - top, corner, corner));
    }
  }

  private void labels(
      Graphics2D g, Rectangle plot, List<SwingBar> bars, boolean cut, Palette palette) {
    g.setFont(Axes.label());
    g.setColor(palette.faint());
    float baseline = plot.y + plot.height + 20f;
    String first = words.text(cut ? "chart.earlierBreaths" : "chart.firstBreath");
    g.drawString(first, plot.x, baseline);
    String now = words.text("chart.now");
    g.drawString(now, (float) plot.getMaxX() - g.getFontMetrics().stringWidth(now), baseline);
    if (bars.stream().anyMatch(bar -> Double.isNaN(bar.bpm()))) {
      String grey = words.text("chart.grey");
      int width = g.getFontMetrics().stringWidth(grey);
      int beside = g.getFontMetrics().stringWidth(first) + 10;
      if (width + 2 * beside <= plot.width) {
        g.drawString(grey, (float) plot.getCenterX() - width / 2f, baseline);
      }
    }
  }

  private static double most(List<SwingBar> bars, double baseline) {
    double most = Double.isNaN(baseline) ? 0 : baseline;
    for (SwingBar bar : bars) {
      most = Math.max(most, Double.isNaN(bar.bpm()) ? 0 : bar.bpm());
    }
    return most;
  }
}
