package app.downshift.ui.live;

import app.downshift.breath.Pacer;
import app.downshift.ui.theme.Palette;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;

/**
 * A disc that grows with the depth asked for and a ring that closes once a breath. Where motion is
 * unwelcome the disc keeps its size and only its light changes, and the ring rests.
 */
final class CircleShape implements PacerShape {
  private static final double DESIGN_RADIUS = 214;
  private static final double SHARE_OF_WIDTH = 0.45;
  private static final double INNER = 186 / DESIGN_RADIUS;
  private static final double SMALLEST = 0.5;
  private static final double LARGEST = 0.97;

  private final boolean reducedMotion;

  CircleShape(boolean reducedMotion) {
    this.reducedMotion = reducedMotion;
  }

  @Override
  public void paint(Graphics2D g, Palette palette, double width, double height, Breath breath) {
    double radius = Math.min(width * SHARE_OF_WIDTH, height / 2 - 10);
    double x = width / 2;
    double y = height / 2;
    g.setColor(Palette.mix(palette.line(), palette.surface(), 0.75));
    g.setStroke(new BasicStroke(2));
    g.draw(circle(x, y, radius));
    g.draw(circle(x, y, radius * INNER));
    breath
        .pacer()
        .map(pacer -> pacer.at(breath.atMicros()))
        .ifPresentOrElse(
            now -> follow(g, palette, x, y, radius, now),
            () -> disc(g, palette, x, y, radius * INNER * 0.8, 0.4));
    breath.write(
        g,
        x,
        y - 4 * radius / DESIGN_RADIUS,
        radius / DESIGN_RADIUS,
        1.6 * radius,
        palette.onGlow());
  }

  private void follow(
      Graphics2D g, Palette palette, double x, double y, double radius, Pacer.Reading now) {
    double size = reducedMotion ? 0.8 : SMALLEST + (LARGEST - SMALLEST) * now.depth();
    double light = reducedMotion ? 0.35 + 0.65 * now.depth() : 1;
    disc(g, palette, x, y, radius * INNER * size, light);
    if (!reducedMotion) {
      ring(g, palette, x, y, radius, now.fraction());
    }
  }

  private static void disc(
      Graphics2D g, Palette palette, double x, double y, double radius, double light) {
    Color deep = palette.glow();
    Color centre = Palette.mix(palette.teal(), deep, 0.1);
    g.setPaint(
        new RadialGradientPaint(
            (float) x,
            (float) y,
            (float) radius,
            new float[] {0, 0.62f, 0.74f, 1},
            new Color[] {
              Palette.fade(centre, light),
              Palette.fade(deep, 0.92 * light),
              Palette.fade(deep, 0.62 * light),
              Palette.fade(deep, 0)
            }));
    g.fill(circle(x, y, radius));
    g.setColor(Palette.fade(palette.teal(), 0.05));
    g.fill(circle(x, y, radius));
  }

  private static void ring(
      Graphics2D g, Palette palette, double x, double y, double radius, double fraction) {
    g.setColor(palette.teal());
    g.setStroke(new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(
        new Arc2D.Double(
            x - radius, y - radius, 2 * radius, 2 * radius, 90, -360 * fraction, Arc2D.OPEN));
    double angle = 2 * Math.PI * fraction;
    g.fill(circle(x + radius * Math.sin(angle), y - radius * Math.cos(angle), 8));
  }

  private static Ellipse2D circle(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }
}
