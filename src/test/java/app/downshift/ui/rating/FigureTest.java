package app.downshift.ui.rating;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.session.Rating.Region;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class FigureTest {
  private static final double LEAST_AREA = 30;

  private final Figure figure = new Figure();

  @Test
  void everyRegionIsOnTheDrawingAndLargeEnoughToBePressed() {
    var paper = new Rectangle2D.Double(0, 0, Figure.WIDTH, Figure.HEIGHT);
    for (Region region : Region.values()) {
      Rectangle2D box = figure.shape(region).getBounds2D();
      assertTrue(paper.contains(box), () -> region + " " + box);
      assertTrue(box.getWidth() * box.getHeight() > LEAST_AREA, () -> region + " " + box);
    }
  }

  @Test
  void noRegionLiesOnAnother() {
    var seen = EnumSet.noneOf(Region.class);
    for (Region one : Region.values()) {
      for (Region other : seen) {
        Area both = new Area(figure.shape(one));
        both.intersect(new Area(figure.shape(other)));
        double shared = size(both);
        assertTrue(shared < 2, () -> one + " and " + other + " share " + shared);
      }
      seen.add(one);
    }
  }

  @Test
  void leftIsRightOnThePictureFromTheFrontAndLeftFromBehind() {
    double left = middle(Region.LEFT_KNEE, true);
    double right = middle(Region.RIGHT_KNEE, true);
    assertTrue(left > right);
    assertTrue(middle(Region.LEFT_KNEE, false) < middle(Region.RIGHT_KNEE, false));
    assertFalse(figure.shape(Region.LOWER_BACK).getBounds2D().getMinX() < Figure.WIDTH / 2);
  }

  private double middle(Region region, boolean front) {
    Area half =
        new Area(new Rectangle2D.Double(front ? 0 : Figure.WIDTH / 2, 0, Figure.WIDTH / 2, 999));
    half.intersect(new Area(figure.shape(region)));
    return half.getBounds2D().getCenterX();
  }

  private static double size(Area area) {
    double size = 0;
    Rectangle2D box = area.getBounds2D();
    for (double y = box.getMinY(); y < box.getMaxY(); y += 0.5) {
      for (double x = box.getMinX(); x < box.getMaxX(); x += 0.5) {
        size += area.contains(x, y) ? 0.25 : 0;
      }
    }
    return size;
  }
}
