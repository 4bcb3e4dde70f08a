package app.downshift.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.downshift.ui.Rendering;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CardTest {
  private static final int WIDTH = 120;
  private static final int HEIGHT = 80;
  private static final int EDGE = 10;
  private static final int SEED = 4;

  @Test
  void anyPartPaintedAloneLooksLikeThatPartOfTheWhole() throws Exception {
    var random = new Random(SEED);
    Rendering.onEdt(
        () -> {
          Look.DARK.install();
          Card card = new Card(null);
          card.setSize(WIDTH, HEIGHT);
          BufferedImage whole = paint(card, new Rectangle(-EDGE, -EDGE, WIDTH + 2 * EDGE, 200));
          for (int i = 0; i < 400; i++) {
            var part =
                new Rectangle(
                    random.nextInt(-EDGE, WIDTH),
                    random.nextInt(-EDGE, HEIGHT),
                    random.nextInt(1, WIDTH),
                    random.nextInt(1, HEIGHT));
            BufferedImage alone = paint(card, part);
            for (int y = part.y; y < Math.min(HEIGHT + EDGE, part.y + part.height); y++) {
              for (int x = part.x; x < Math.min(WIDTH + EDGE, part.x + part.width); x++) {
                assertEquals(
                    whole.getRGB(x + EDGE, y + EDGE),
                    alone.getRGB(x + EDGE, y + EDGE),
                    "seed " + SEED + ", " + part + " at " + x + ", " + y);
              }
            }
          }
          return true;
        });
  }

  private static BufferedImage paint(Card card, Rectangle part) {
    BufferedImage image =
        new BufferedImage(WIDTH + 2 * EDGE, HEIGHT + 2 * EDGE, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.translate(EDGE, EDGE);
    g.setClip(part);
    card.paint(g);
    g.dispose();
    return image;
  }
}
