package app.downshift.ui.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.downshift.ui.Rendering;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Look;
import app.downshift.ui.theme.Palette;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class GlowTest {
  private static final int CENTRE = 200;
  private static final double LARGEST = 180.7;

  @Test
  void aScaledDiscLooksLikeTheGradientItStandsFor() throws Exception {
    Palette palette =
        Rendering.onEdt(
            () -> {
              Look.DARK.install();
              return Palette.current();
            });
    Glow glow = new Glow();
    for (double radius : new double[] {93.2, 120, 151.9, LARGEST}) {
      for (double light : new double[] {1, 0.4}) {
        BufferedImage gradient = paint(g -> gradient(g, palette, radius, light));
        BufferedImage scaled =
            paint(g -> glow.paint(g, palette, CENTRE, CENTRE, radius, LARGEST, light));
        for (int x = 0; x < 2 * CENTRE; x++) {
          for (int y : new int[] {CENTRE, CENTRE + 60, CENTRE - 131}) {
            Color wanted = new Color(gradient.getRGB(x, y));
            Color seen = new Color(scaled.getRGB(x, y));
            String where = "radius " + radius + ", light " + light + " at " + x + ", " + y;
            assertEquals(wanted.getRed(), seen.getRed(), 4, where);
            assertEquals(wanted.getGreen(), seen.getGreen(), 4, where);
            assertEquals(wanted.getBlue(), seen.getBlue(), 4, where);
          }
        }
      }
    }
  }

  private static void gradient(Graphics2D g, Palette palette, double radius, double light) {
    Color deep = palette.glow();
    g.setPaint(
        new RadialGradientPaint(
            CENTRE,
            CENTRE,
            (float) radius,
            new float[] {0, 0.62f, 0.74f, 1},
            new Color[] {
              Palette.fade(Palette.mix(palette.teal(), deep, 0.1), light),
              Palette.fade(deep, 0.92 * light),
              Palette.fade(deep, 0.62 * light),
              Palette.fade(deep, 0)
            }));
    var edge = new Ellipse2D.Double(CENTRE - radius, CENTRE - radius, 2 * radius, 2 * radius);
    g.fill(edge);
    g.setColor(Palette.fade(palette.teal(), 0.05 * light));
    g.fill(edge);
  }

  private static BufferedImage paint(Consumer<Graphics2D> drawing) {
    BufferedImage image = new BufferedImage(2 * CENTRE, 2 * CENTRE, BufferedImage.TYPE_INT_RGB);
    Graphics2D whole = image.createGraphics();
    Graphics2D g = Card.smooth(whole);
    whole.dispose();
    drawing.accept(g);
    g.dispose();
    return image;
  }
}
