package app.downshift.ui.live;

import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Palette;
import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/**
 * A disc of light. It is painted once, as large as it gets, and scaled from then on: a radial
 * gradient for every frame costs more than all the rest of the screen.
 */
final class Glow {
  private @Nullable BufferedImage image;
  private int halfPixels;
  private Color core = Color.BLACK;
  private Color rim = Color.BLACK;

  /**
   * Paints the disc around a point.
   *
   * @param largest the radius it will reach, not below {@code radius}
   * @param light opacity of the whole, 0 to 1
   */
  void paint(
      Graphics2D g,
      Palette palette,
      double x,
      double y,
      double radius,
      double largest,
      double light) {
    int half = (int) Math.ceil(largest * g.getTransform().getScaleX());
    BufferedImage disc = image;
    if (disc == null
        || half != halfPixels
        || !core.equals(palette.teal())
        || !rim.equals(palette.glow())) {
      halfPixels = half;
      core = palette.teal();
      rim = palette.glow();
      disc = disc(half, core, rim);
      image = disc;
    }
    Graphics2D lit = (Graphics2D) g.create();
    lit.setComposite(AlphaComposite.SrcOver.derive((float) light));
    lit.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    var place = AffineTransform.getTranslateInstance(x - radius, y - radius);
    place.scale(2 * radius / disc.getWidth(), 2 * radius / disc.getHeight());
    lit.drawImage(disc, place, null);
    lit.dispose();
  }

  private static BufferedImage disc(int half, Color core, Color rim) {
    BufferedImage disc = new BufferedImage(2 * half, 2 * half, BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D whole = disc.createGraphics();
    Graphics2D g = Card.smooth(whole);
    whole.dispose();
    g.setPaint(
        new RadialGradientPaint(
            half,
            half,
            half,
            new float[] {0, 0.62f, 0.74f, 1},
            new Color[] {
              Palette.mix(core, rim, 0.1),
              Palette.fade(rim, 0.92),
              Palette.fade(rim, 0.62),
              Palette.fade(rim, 0)
            }));
    var edge = new Ellipse2D.Double(0, 0, 2 * half, 2 * half);
    g.fill(edge);
    g.setColor(Palette.fade(core, 0.05));
    g.fill(edge);
    g.dispose();
    return disc;
  }
}
