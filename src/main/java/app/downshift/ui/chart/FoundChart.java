package app.downshift.ui.chart;

import app.downshift.breath.resonance.RateScore;
import app.downshift.breath.resonance.Verdict;
import app.downshift.session.Practice;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.awt.BasicStroke;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.Serial;
import java.util.List;
import javax.swing.JPanel;

/**
 * What a search for the pace rests on: the swing at each rate with its 95 % interval, the curve
 * that was laid through them, and as a band between which rates the largest swing lies.
 */
public final class FoundChart extends JPanel {
  @Serial private static final long serialVersionUID = 1;

  private static final double TWO_SIDED_95 = 1.96;
  private static final double BESIDE_PER_MINUTE = 0.25;
  private static final double TICK_PER_MINUTE = 0.5;
  private static final double LEAST_BPM = 4;
  private static final double DOT = 3.5;

  private final transient Words words;
  private final transient Practice.Search search;
  private final transient List<RateScore> heard;

  /**
   * @param says the verdict in words, for those who hear the chart
   */
  public FoundChart(Words words, Practice.Search search, String says) {
    this.words = words;
    this.search = search;
    heard = search.scores().stream().filter(RateScore::usable).toList();
    setOpaque(false);
    getAccessibleContext().setAccessibleName(words.text("found.chart"));
    getAccessibleContext().setAccessibleDescription(spoken(says));
  }

  private String spoken(String says) {
    var all = new StringBuilder(says);
    for (RateScore score : heard) {
      all.append(' ')
          .append(
              words.text(
                  "found.chart.rate",
                  words.brief(score.perMinute(), 2),
                  words.number(score.heart().swingBpm(), 1),
                  words.number(TWO_SIDED_95 * score.heart().errorBpm(), 1)));
    }
    return all.toString();
  }

  /** Whether there is anything to draw. */
  public boolean tells() {
    return !heard.isEmpty();
  }

  @Override
  public Dimension getMinimumSize() {
    return Zoom.size(160, Type.px(76));
  }

  @Override
  public Dimension getPreferredSize() {
    return Zoom.size(320, Type.px(180));
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    if (heard.isEmpty()) {
      return;
    }
    Palette palette = Palette.current();
    Graphics2D g = Zoom.graphics(graphics);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    int left = Type.px(34);
    int above = Type.px(20);
    int below = Type.px(24);
    var plot =
        new Rectangle(
            left,
            above,
            (int) Zoom.width(this) - left - Type.px(10),
            (int) Zoom.height(this) - above - below);
    if (plot.width <= 0 || plot.height <= 0) {
      g.dispose();
      return;
    }
    double slowest = heard.stream().mapToDouble(RateScore::perMinute).min().orElseThrow();
    double fastest = heard.stream().mapToDouble(RateScore::perMinute).max().orElseThrow();
    double most = heard.stream().mapToDouble(FoundChart::upper).max().orElseThrow();
    var across =
        new Scale(slowest - BESIDE_PER_MINUTE, fastest + BESIDE_PER_MINUTE, TICK_PER_MINUTE);
    Scale up = Scale.fromNought(most, LEAST_BPM, Axes.fewIntervals(plot, 4));
    Axes axes = new Axes(g, plot, palette, words, across, up);
    g.setFont(Axes.label());
    g.setColor(palette.secondary());
    String whole = words.text("found.chart.title");
    boolean fits = Type.width(whole, Axes.label()) <= Zoom.width(this);
    Type.write(g, fits ? whole : words.text("found.chart.brief"), 0, Type.px(11));
    band(g, axes, plot, palette);
    axes.levels();
    rates(axes, across);
    curve(g, axes, palette);
    dots(g, axes, palette);
    g.dispose();
  }

  private static double upper(RateScore score) {
    return score.heart().swingBpm() + TWO_SIDED_95 * score.heart().errorBpm();
  }

  private void rates(Axes axes, Scale across) {
    double first = Math.ceil(across.low() / TICK_PER_MINUTE) * TICK_PER_MINUTE;
    for (double rate = first; rate <= across.high(); rate += TICK_PER_MINUTE) {
      boolean last = rate + TICK_PER_MINUTE > across.high();
      String label = words.number(rate, 1);
      axes.below(rate, last ? words.text("chart.perMinute", label) : label);
    }
  }

  /** Between which rates the largest swing lies, and where it is named, the rate itself. */
  private void band(Graphics2D g, Axes axes, Rectangle plot, Palette palette) {
    Verdict verdict = search.verdict().orElse(null);
    if (verdict instanceof Verdict.Found found) {
      band(g, axes, plot, palette, found.low(), found.high());
      axes.dashedDown(found.perMinute());
    } else if (verdict instanceof Verdict.AnythingFrom any
        && any.why() == Verdict.AnythingFrom.Why.CLOSE_TOGETHER) {
      band(g, axes, plot, palette, any.low(), any.high());
    } else if (verdict instanceof Verdict.AtOrBeyondEdge edge) {
      boolean slow = edge.which() == Verdict.AtOrBeyondEdge.Edge.SLOWEST;
      double beyond = edge.edgePerMinute() + (slow ? -BESIDE_PER_MINUTE : BESIDE_PER_MINUTE);
      band(
          g,
          axes,
          plot,
          palette,
          Math.min(beyond, edge.innermost()),
          Math.max(beyond, edge.innermost()));
    }
  }

  private static void band(
      Graphics2D g, Axes axes, Rectangle plot, Palette palette, double low, double high) {
    g.setColor(Palette.fade(palette.teal(), 0.16));
    double from = axes.x(low);
    g.fill(new Rectangle2D.Double(from, plot.y, Math.max(2, axes.x(high) - from), plot.height));
  }

  private void curve(Graphics2D g, Axes axes, Palette palette) {
    Path2D path = new Path2D.Double();
    boolean begun = false;
    for (var point : search.curve()) {
      double x = axes.x(point.perMinute());
      double y = axes.yInside(point.swingBpm());
      if (begun) {
        path.lineTo(x, y);
      } else {
        path.moveTo(x, y);
        begun = true;
      }
    }
    g.setColor(palette.teal());
    g.setStroke(new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(path);
  }

  private void dots(Graphics2D g, Axes axes, Palette palette) {
    g.setStroke(new BasicStroke(1.4f));
    for (RateScore score : heard) {
      double swing = score.heart().swingBpm();
      double half = TWO_SIDED_95 * score.heart().errorBpm();
      double x = axes.x(score.perMinute());
      g.setColor(Palette.mix(palette.blue(), palette.surface(), 0.6));
      g.draw(new Line2D.Double(x, axes.yInside(swing - half), x, axes.yInside(swing + half)));
      g.setColor(palette.blue());
      g.fill(new Ellipse2D.Double(x - DOT, axes.y(swing) - DOT, 2 * DOT, 2 * DOT));
    }
  }
}
