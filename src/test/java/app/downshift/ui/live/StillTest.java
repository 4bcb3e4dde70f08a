package app.downshift.ui.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.downshift.ui.theme.Card;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StillTest {
  private static final Rectangle2D BOUNDS = new Rectangle2D.Double(10.3, 20.6, 64, 64);

  private final Still still = new Still();
  private int drawn;

  @ParameterizedTest
  @ValueSource(doubles = {1, 1.25, 1.5, 2})
  void looksAsIfItWereDrawnAtEveryScale(double scale) {
    BufferedImage direct = paint(scale, 0.4, g -> ring(g, Color.RED));
    BufferedImage kept = paint(scale, 0.4, g -> still(g, Color.RED));
    BufferedImage again = paint(scale, 0.4, g -> still(g, Color.RED));
    assertSame(direct, kept);
    assertSame(direct, again);
    assertEquals(1, drawn, "the second time it is copied");
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 2})
  void isDrawnAnewWhenItLooksOrLiesDifferently(double scale) {
    paint(scale, 0, g -> still(g, Color.RED));
    assertSame(
        paint(scale, 0, g -> ring(g, Color.BLUE)), paint(scale, 0, g -> still(g, Color.BLUE)));
    assertSame(
        paint(scale, 0.3, g -> ring(g, Color.BLUE)), paint(scale, 0.3, g -> still(g, Color.BLUE)));
    assertSame(
        paint(scale * 1.5, 0, g -> ring(g, Color.BLUE)),
        paint(scale * 1.5, 0, g -> still(g, Color.BLUE)));
    assertEquals(4, drawn);
  }

  private void still(Graphics2D g, Color ink) {
    still.paint(
        g,
        BOUNDS,
        ink,
        once -> {
          drawn++;
          ring(once, ink);
        });
  }

  private static void ring(Graphics2D g, Color ink) {
    g.setColor(ink);
    g.setStroke(new BasicStroke(2));
    g.draw(new Ellipse2D.Double(BOUNDS.getX() + 2, BOUNDS.getY() + 2, 60, 60));
  }

  private static BufferedImage paint(double scale, double shift, Consumer<Graphics2D> drawing) {
    BufferedImage image = new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB);
    Graphics2D whole = image.createGraphics();
    Graphics2D g = Card.smooth(whole);
    whole.dispose();
    g.scale(scale, scale);
    g.translate(shift, shift);
    drawing.accept(g);
    g.dispose();
    return image;
  }

  /** But for the rounding of a colour that is mixed in two steps. */
  private static void assertSame(BufferedImage one, BufferedImage other) {
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        Color a = new Color(one.getRGB(x, y));
        Color b = new Color(other.getRGB(x, y));
        assertEquals(a.getRed(), b.getRed(), 1, "red at " + x + ", " + y);
        assertEquals(a.getBlue(), b.getBlue(), 1, "blue at " + x + ", " + y);
      }
    }
  }
}
