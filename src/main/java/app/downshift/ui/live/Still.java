package app.downshift.ui.live;

import app.downshift.ui.theme.Card;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What looks the same in every frame, painted once in the pixels of the screen and copied from then
 * on: smooth edges brought to the screen sixty times a second cost more than all else.
 */
final class Still {
  private @Nullable BufferedImage picture;
  private List<Object> pictured = List.of();

  /**
   * Paints {@code drawing}, or the picture of it.
   *
   * @param bounds what it covers, smooth edges included
   * @param looks all it depends on but its place; another value has it painted anew
   */
  void paint(Graphics2D g, Rectangle2D bounds, Object looks, Consumer<Graphics2D> drawing) {
    AffineTransform toPixels = g.getTransform();
    Rectangle2D covered = toPixels.createTransformedShape(bounds).getBounds2D();
    int left = (int) Math.floor(covered.getX());
    int top = (int) Math.floor(covered.getY());
    int width = (int) Math.ceil(covered.getMaxX()) - left;
    int height = (int) Math.ceil(covered.getMaxY()) - top;
    if (width <= 0 || height <= 0) {
      return;
    }
    List<Object> wanted =
        List.of(
            looks,
            covered.getX() - left,
            covered.getY() - top,
            covered.getWidth(),
            covered.getHeight());
    BufferedImage shown = picture;
    if (shown == null || !wanted.equals(pictured)) {
      shown = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
      Graphics2D whole = shown.createGraphics();
      Graphics2D inside = Card.smooth(whole);
      whole.dispose();
      inside.translate(-left, -top);
      inside.transform(toPixels);
      drawing.accept(inside);
      inside.dispose();
      picture = shown;
      pictured = wanted;
    }
    Graphics2D pixels = (Graphics2D) g.create();
    pixels.setTransform(new AffineTransform());
    pixels.drawImage(shown, left, top, null);
    pixels.dispose();
  }
}
