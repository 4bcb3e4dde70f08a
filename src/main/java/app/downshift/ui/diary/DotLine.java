package app.downshift.ui.diary;

import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Zoom;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.io.Serial;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import javax.swing.JPanel;

/**
 * A figure of some sessions on an axis of days: a dot each, with its interval as a thin line behind
 * it; a ring instead of a dot where it is of a pulse.
 */
final class DotLine extends JPanel {
  @Serial private static final long serialVersionUID = 1;
  private static final double DOT = 3.5;

  private final transient List<Doing.Point> points;
  private final transient LocalDate from;
  private final int days;
  private final double least;
  private final double low;
  private final double high;
  private final transient Function<Palette, Color> colour;

  /**
   * @param from the day at the left edge, {@code to} at the right
   * @param bottom what the lower edge stands for; NaN to fit the points
   * @param least the narrowest range when it fits the points, so that small changes look small
   */
  DotLine(
      List<Doing.Point> points,
      LocalDate from,
      LocalDate to,
      double bottom,
      double top,
      double least,
      Function<Palette, Color> colour) {
    this.points = List.copyOf(points);
    this.from = from;
    this.days = (int) ChronoUnit.DAYS.between(from, to);
    this.least = least;
    this.colour = colour;
    this.low =
        Double.isNaN(bottom)
            ? points.stream().mapToDouble(Doing.Point::from).min().orElse(0)
            : bottom;
    this.high =
        Double.isNaN(bottom) ? points.stream().mapToDouble(Doing.Point::to).max().orElse(1) : top;
    setOpaque(false);
  }

  @Override
  public Dimension getPreferredSize() {
    return Zoom.size(160, 56);
  }

  @Override
  public Dimension getMinimumSize() {
    return Zoom.size(60, 24);
  }

  private double x(LocalDate day) {
    double wide = Zoom.width(this) - 2 * DOT - 2;
    return DOT + 1 + wide * ChronoUnit.DAYS.between(from, day) / days;
  }

  private double y(double value) {
    double middle = (low + high) / 2;
    double half = Math.max(least, high - low) / 2;
    double tall = Zoom.height(this) - 2 * DOT - 2;
    return DOT + 1 + tall * (middle + half - value) / (2 * half);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Palette palette = Palette.current();
    Color ink = colour.apply(palette);
    Graphics2D g = Zoom.graphics(graphics);
    g.setStroke(new BasicStroke(2.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.setColor(Palette.mix(ink, palette.surface(), 0.35));
    for (Doing.Point point : points) {
      if (point.hasInterval()) {
        double x = x(point.day());
        g.draw(new Line2D.Double(x, y(point.from()), x, y(point.to())));
      }
    }
    g.setColor(ink);
    g.setStroke(new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    Path2D path = new Path2D.Double();
    boolean pen = false;
    for (Doing.Point point : points) {
      if (pen) {
        path.lineTo(x(point.day()), y(point.value()));
      } else {
        path.moveTo(x(point.day()), y(point.value()));
      }
      pen = true;
    }
    g.draw(path);
    for (Doing.Point point : points) {
      var dot =
          new Ellipse2D.Double(x(point.day()) - DOT, y(point.value()) - DOT, 2 * DOT, 2 * DOT);
      g.setColor(point.pulse() ? palette.surface() : ink);
      g.fill(dot);
      g.setColor(ink);
      g.draw(dot);
    }
    g.dispose();
  }
}
