package app.downshift.ui.chart;

import app.downshift.session.Phase;
import app.downshift.session.Snapshot;
import app.downshift.session.Snapshot.ResponsePoint;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Words;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The whole session against its baseline: heart rate on the left axis, RMSSD on the right. RMSSD
 * under the pacer is drawn broken and faint, because a slow deep breath changes it without any
 * change of state.
 */
public final class ResponseChart implements Drawing {
  private static final double[] TICK_SECONDS = {5, 10, 15, 30, 60, 120, 240, 300, 600, 900, 1800};
  private static final int MOST_TICKS = 6;

  private final Words words;

  public ResponseChart(Words words) {
    this.words = words;
  }

  @Override
  public void paint(
      Graphics2D g, Rectangle plot, Snapshot snapshot, long nowMicros, Palette palette) {
    Course course = Course.of(snapshot);
    List<ResponsePoint> points = snapshot.response();
    Scale across = new Scale(0, course.seconds(), tickSeconds(course.seconds()));
    Scale up = heartRange(snapshot, Axes.intervals(plot, 5));
    Scale right = rmssdRange(points, Axes.intervals(plot, 4));
    Axes axes = new Axes(g, plot, palette, words, across, up);
    shade(g, plot, axes, course, palette);
    baseline(g, plot, axes, snapshot, palette);
    axes.levels();
    times(axes, across);
    for (int i = 1; i < course.stretches().size(); i++) {
      axes.dashedDown(course.stretches().get(i).fromSeconds());
    }
    Curves heart = new Curves(plot, across, up);
    heart.line(times(points), values(points, ResponsePoint::heartRateBpm), palette.coral(), 2);
    Curves rmssd = new Curves(plot, across, right);
    rmssd.line(
        times(points),
        values(points, p -> p.paced() ? Double.NaN : p.rmssdMillis()),
        palette.teal(),
        2);
    rmssd.dashed(
        times(points),
        values(points, p -> p.paced() ? p.rmssdMillis() : Double.NaN),
        Palette.mix(palette.teal(), palette.surface(), 0.55));
    rmssd.paint(g);
    heart.paint(g);
    rmssdAxis(g, plot, points, right, palette);
    names(plot, axes, course, points, palette);
    markers(g, plot, axes, snapshot, palette);
    newest(g, axes, points, palette);
  }

  private static double tickSeconds(double seconds) {
    for (double step : TICK_SECONDS) {
      if (seconds / step <= MOST_TICKS) {
        return step;
      }
    }
    return seconds;
  }

  private void times(Axes axes, Scale across) {
    for (double at = 0; at < across.high() - across.step() / 3; at += across.step()) {
      axes.below(at, words.clock(at));
    }
    axes.below(across.high(), words.clock(across.high()));
  }

  private static void shade(
      Graphics2D g, Rectangle plot, Axes axes, Course course, Palette palette) {
    g.setColor(shaded(palette));
    for (Course.Stretch stretch : course.stretches()) {
      if (!(stretch.phase().kind() instanceof Phase.Paced)) {
        double from = axes.x(stretch.fromSeconds());
        g.fill(
            new Rectangle2D.Double(from, plot.y, axes.x(stretch.toSeconds()) - from, plot.height));
      }
    }
  }

  private static Color shaded(Palette palette) {
    return Palette.mix(palette.text(), palette.surface(), 0.035);
  }

  private static void baseline(
      Graphics2D g, Rectangle plot, Axes axes, Snapshot snapshot, Palette palette) {
    snapshot
        .baseline()
        .filter(baseline -> !Double.isNaN(baseline.heartRateBpm()))
        .ifPresent(
            baseline -> {
              double half = Double.isNaN(baseline.heartRateSdBpm()) ? 1 : baseline.heartRateSdBpm();
              double top = axes.y(baseline.heartRateBpm() + Math.max(0.5, half));
              double bottom = axes.y(baseline.heartRateBpm() - Math.max(0.5, half));
              g.setColor(Palette.fade(palette.coral(), 0.10));
              g.fill(
                  new Rectangle2D.Double(plot.x, top, plot.width, bottom - top)
                      .createIntersection(plot));
            });
  }

  private void rmssdAxis(
      Graphics2D g, Rectangle plot, List<ResponsePoint> points, Scale right, Palette palette) {
    if (points.stream().allMatch(point -> Double.isNaN(point.rmssdMillis()))) {
      return;
    }
    g.setFont(Axes.label());
    g.setColor(palette.teal());
    for (int i = 1; i < right.ticks(); i++) {
      double y = plot.y + (1 - right.at(right.tick(i))) * plot.height;
      float baseline = (float) Math.max(plot.y + 9, y + 4);
      g.drawString(words.number(right.tick(i), 0), plot.x + plot.width + 7, baseline);
    }
  }

  private void names(
      Rectangle plot, Axes axes, Course course, List<ResponsePoint> points, Palette palette) {
    for (Course.Stretch stretch : course.stretches()) {
      double middle = (axes.x(stretch.fromSeconds()) + axes.x(stretch.toSeconds())) / 2;
      axes.write(
          PhaseNames.inside(words, stretch.phase()),
          middle,
          plot.y + 11,
          0.5,
          palette.faint(),
          stretch.phase().kind() instanceof Phase.Paced ? palette.surface() : shaded(palette));
    }
    ResponsePoint firstPaced =
        points.stream()
            .filter(p -> p.paced() && !Double.isNaN(p.rmssdMillis()))
            .findFirst()
            .orElse(null);
    if (firstPaced != null) {
      double x = axes.x(firstPaced.atMicros() / 1e6) + 12;
      axes.write(
          words.text("chart.notComparable"), x, plot.y + plot.height - 6, 0, palette.faint());
    }
  }

  private static void markers(
      Graphics2D g, Rectangle plot, Axes axes, Snapshot snapshot, Palette palette) {
    g.setColor(palette.amber());
    for (Snapshot.MarkerView marker : snapshot.markers()) {
      double x = axes.x(marker.atMicros() / 1e6);
      Path2D flag = new Path2D.Double();
      flag.moveTo(x - 4, plot.y - 8);
      flag.lineTo(x + 4, plot.y - 8);
      flag.lineTo(x, plot.y - 1);
      flag.closePath();
      g.fill(flag);
    }
  }

  private static void newest(Graphics2D g, Axes axes, List<ResponsePoint> points, Palette palette) {
    if (!points.isEmpty()) {
      ResponsePoint last = points.get(points.size() - 1);
      if (!Double.isNaN(last.heartRateBpm())) {
        double x = axes.x(last.atMicros() / 1e6);
        double y = axes.y(last.heartRateBpm());
        g.setColor(palette.coral());
        g.fill(new Ellipse2D.Double(x - 5, y - 5, 10, 10));
      }
    }
  }

  private static Scale heartRange(Snapshot snapshot, int intervals) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (ResponsePoint point : snapshot.response()) {
      if (!Double.isNaN(point.heartRateBpm())) {
        least = Math.min(least, point.heartRateBpm());
        most = Math.max(most, point.heartRateBpm());
      }
    }
    return least > most
        ? Scale.around(60, 80, 20, intervals)
        : Scale.around(least - 3, most + 4, 20, intervals);
  }

  private static Scale rmssdRange(List<ResponsePoint> points, int intervals) {
    double most = 0;
    for (ResponsePoint point : points) {
      most = Math.max(most, Double.isNaN(point.rmssdMillis()) ? 0 : point.rmssdMillis());
    }
    // Twice the height it needs: RMSSD runs below the heart rate instead of through it.
    return Scale.fromNought(most * 1.9, 60, intervals);
  }

  private static double[] times(List<ResponsePoint> points) {
    return points.stream().mapToDouble(point -> point.atMicros() / 1e6).toArray();
  }

  private static double[] values(
      List<ResponsePoint> points, ToDoubleFunction<ResponsePoint> figure) {
    return points.stream().mapToDouble(figure).toArray();
  }
}
