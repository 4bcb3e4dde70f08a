package app.downshift.ui.live;

import app.downshift.ui.theme.Palette;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** A light that rides on the breath: the wave comes from the right, as it will be, and goes by. */
final class WaveShape implements PacerShape {
  private static final double DESIGN_HEIGHT = 460;
  private static final double SECONDS_BEHIND = 5;
  private static final double SECONDS_AHEAD = 11;
  private static final double LIGHT = 17;
  private static final int STEP_PIXELS = 3;

  @Override
  public void paint(Graphics2D g, Palette palette, double width, double height, Breath breath) {
    double scale = Math.min(width, height) / DESIGN_HEIGHT;
    double top = height * 0.44;
    double bottom = height - LIGHT * scale - 14;
    double now = width * SECONDS_BEHIND / (SECONDS_BEHIND + SECONDS_AHEAD);
    Path2D wave = new Path2D.Double();
    for (double x = 0; x <= width; x += STEP_PIXELS) {
      double seconds = (x - now) / width * (SECONDS_BEHIND + SECONDS_AHEAD);
      double y = bottom - breath.depthIn(seconds) * (bottom - top);
      if (x == 0) {
        wave.moveTo(x, y);
      } else {
        wave.lineTo(x, y);
      }
    }
    ground(g, palette, width, height, top, wave);
    boolean followed = breath.pacer().isPresent();
    Color ink = followed ? palette.teal() : Palette.mix(palette.line(), palette.surface(), 0.75);
    fading(g, ink, width, now, wave);
    light(g, palette, now, bottom - breath.depthIn(0) * (bottom - top), LIGHT * scale, followed);
    breath.write(g, width / 2, height * 0.17, scale, width, palette.text());
  }

  private static void ground(
      Graphics2D g, Palette palette, double width, double height, double top, Path2D wave) {
    Path2D below = new Path2D.Double(wave);
    below.lineTo(width, wave.getCurrentPoint().getY());
    below.lineTo(width, height);
    below.lineTo(0, height);
    below.closePath();
    g.setPaint(
        new GradientPaint(
            0,
            (float) top,
            Palette.fade(palette.teal(), 0.11),
            0,
            (float) height,
            Palette.fade(palette.teal(), 0)));
    g.fill(below);
  }

  /** What is gone by is fainter than what comes. */
  private static void fading(Graphics2D g, Color ink, double width, double now, Path2D wave) {
    g.setStroke(new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.setPaint(
        new GradientPaint(
            0, 0, Palette.fade(ink, 0.15), (float) now, 0, Palette.fade(ink, 0.5), false));
    Graphics2D past = (Graphics2D) g.create();
    past.clip(new Rectangle2D.Double(0, 0, now, Short.MAX_VALUE));
    past.draw(wave);
    past.dispose();
    Graphics2D coming = (Graphics2D) g.create();
    coming.clip(new Rectangle2D.Double(now, 0, width - now, Short.MAX_VALUE));
    coming.setPaint(
        new GradientPaint((float) now, 0, ink, (float) width, 0, Palette.fade(ink, 0.25), false));
    coming.draw(wave);
    coming.dispose();
  }

  private static void light(
      Graphics2D g, Palette palette, double x, double y, double radius, boolean followed) {
    g.setColor(Palette.fade(palette.teal(), followed ? 0.22 : 0.12));
    g.fill(circle(x, y, radius * 1.7));
    g.setColor(followed ? palette.teal() : Palette.mix(palette.teal(), palette.surface(), 0.5));
    g.fill(circle(x, y, radius));
  }

  private static Ellipse2D circle(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }
}
