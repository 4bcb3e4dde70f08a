package app.downshift.ui.rating;

import app.downshift.session.Rating.Region;
import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.EnumMap;
import java.util.Map;

/**
 * A person drawn from the front and, beside it, from behind, cut into the regions of a body map.
 * Lengths are those of the drawing: {@link #WIDTH} by {@link #HEIGHT}.
 */
final class Figure {
  static final double WIDTH = 230;
  static final double HEIGHT = 232;

  /** Where the middle of each of the two stands. */
  static final double FRONT = 55;

  static final double BACK = 175;

  private static final double SIDE = 16;

  private final Map<Region, Area> regions = new EnumMap<>(Region.class);

  Figure() {
    front();
    back();
  }

  /** The shape of a region, in one piece or in two. */
  Shape shape(Region region) {
    return regions.getOrDefault(region, new Area());
  }

  private void front() {
    Area head = head();
    Area jaw = cut(head, -20, 21, 40, 20);
    Area face = new Area(head);
    face.subtract(jaw);
    put(Region.HEAD, face, FRONT);
    put(Region.JAW, jaw, FRONT);
    Area torso = torso();
    put(Region.CHEST, cut(torso, -SIDE, 38, 2 * SIDE, 36), FRONT);
    put(Region.BELLY, cut(torso, -30, 74, 60, 25), FRONT);
    both(FRONT, 1);
  }

  private void back() {
    put(Region.HEAD, head(), BACK);
    Area torso = torso();
    put(Region.UPPER_BACK, cut(torso, -SIDE, 38, 2 * SIDE, 24), BACK);
    Area middle = cut(torso, -30, 62, 60, 20);
    middle.subtract(limbs());
    put(Region.MIDDLE_BACK, middle, BACK);
    put(Region.LOWER_BACK, cut(torso, -30, 82, 60, 17), BACK);
    both(BACK, -1);
  }

  /**
   * What is seen from both sides.
   *
   * @param left the side of the picture on which the left of the person is: 1 right, −1 left
   */
  private void both(double middle, int left) {
    put(Region.NECK, cut(neck(), -10, 32, 20, 8), middle);
    Area torso = torso();
    put(Region.PELVIS, cut(torso, -9, 99, 18, 26), middle);
    for (int side : new int[] {1, -1}) {
      boolean isLeft = side == left;
      Area arm = mirrored(limb(12, 24, 52, 30, 82, 33, 110), side);
      Area shoulder = new Area(torso);
      shoulder.add(arm);
      shoulder = cut(shoulder, side > 0 ? SIDE : -SIDE - 40, 36, 40, 23);
      put(isLeft ? Region.LEFT_SHOULDER : Region.RIGHT_SHOULDER, shoulder, middle);
      put(isLeft ? Region.LEFT_ARM : Region.RIGHT_ARM, cut(arm, -60, 59, 120, 48), middle);
      Area hand = mirrored(new Area(new Ellipse2D.Double(28, 107, 12, 19)), side);
      put(isLeft ? Region.LEFT_HAND : Region.RIGHT_HAND, hand, middle);
      Area leg = mirrored(limb(17, 11, 114, 12, 165, 12, 206), side);
      Area hip = new Area(torso);
      hip.add(leg);
      hip = cut(hip, side > 0 ? 9 : -49, 99, 40, 26);
      put(isLeft ? Region.LEFT_HIP : Region.RIGHT_HIP, hip, middle);
      Area thighAndCalf = cut(leg, side > 0 ? 0.5 : -40, 125, 39.5, 84);
      Area knee = cut(thighAndCalf, -40, 158, 80, 19);
      thighAndCalf.subtract(knee);
      put(isLeft ? Region.LEFT_LEG : Region.RIGHT_LEG, thighAndCalf, middle);
      put(isLeft ? Region.LEFT_KNEE : Region.RIGHT_KNEE, knee, middle);
      Area foot = mirrored(new Area(new Ellipse2D.Double(4, 208, 20, 17)), side);
      foot.subtract(thighAndCalf);
      put(isLeft ? Region.LEFT_FOOT : Region.RIGHT_FOOT, foot, middle);
    }
  }

  private void put(Region region, Area shape, double middle) {
    Area placed = shape.createTransformedArea(AffineTransform.getTranslateInstance(middle, 0));
    regions.computeIfAbsent(region, none -> new Area()).add(placed);
  }

  private static Area head() {
    return new Area(new Ellipse2D.Double(-12, 3, 24, 31));
  }

  private static Area neck() {
    Area neck = new Area(new Rectangle2D.Double(-6, 30, 12, 14));
    neck.subtract(head());
    return neck;
  }

  private static Area limbs() {
    Area arms = mirrored(limb(12, 24, 52, 30, 82, 33, 110), 1);
    arms.add(mirrored(limb(12, 24, 52, 30, 82, 33, 110), -1));
    return arms;
  }

  private static Area torso() {
    Path2D half = new Path2D.Double();
    half.moveTo(0, 40);
    half.lineTo(6, 40);
    half.curveTo(12, 44, 22, 42, 27, 48);
    half.curveTo(24, 58, 21, 64, 19, 74);
    half.curveTo(16, 84, 17, 92, 20, 102);
    half.curveTo(22, 110, 21, 116, 20, 122);
    half.lineTo(2, 122);
    half.lineTo(0, 118);
    half.closePath();
    Area torso = new Area(half);
    torso.add(mirrored(new Area(half), -1));
    return torso;
  }

  private static Area limb(double width, double... points) {
    Path2D line = new Path2D.Double();
    line.moveTo(points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) {
      line.lineTo(points[i], points[i + 1]);
    }
    var round = new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    return new Area(round.createStrokedShape(line));
  }

  private static Area mirrored(Area shape, int side) {
    return shape.createTransformedArea(AffineTransform.getScaleInstance(side, 1));
  }

  private static Area cut(Area shape, double x, double y, double width, double height) {
    Area part = new Area(shape);
    part.intersect(new Area(new Rectangle2D.Double(x, y, width, height)));
    return part;
  }
}
