package app.downshift.ui.theme;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.swing.UIManager;

/**
 * How many times larger than designed everything is: 1, or more in a window so large that the
 * design would be lost in it. Lengths and fonts in the code are those of the design; layouts
 * multiply them through MigLayout's logical pixels, what paints itself through {@link #graphics},
 * and Swing's own components through {@link #font}.
 */
public final class Zoom {
  static final String FACTOR = "Downshift.zoom";

  private static final int DESIGN_WIDTH = 1440;
  private static final int DESIGN_HEIGHT = 900;
  private static final double STEPS_PER_UNIT = 4;

  private Zoom() {}

  /** The factor of the look in use. */
  public static double factor() {
    return UIManager.get(FACTOR) instanceof Double chosen ? chosen : 1;
  }

  /** The factor for a window of a size in pixels: in steps of a quarter, at least 1. */
  public static double fitting(int width, int height) {
    double fits = Math.min((double) width / DESIGN_WIDTH, (double) height / DESIGN_HEIGHT);
    return Math.max(1, Math.floor(fits * STEPS_PER_UNIT) / STEPS_PER_UNIT);
  }

  /** A size of the design in pixels, no narrower than it. */
  public static Dimension size(double width, double height) {
    return new Dimension((int) Math.ceil(width * factor()), px(height));
  }

  /** A length of the design in whole pixels. */
  public static int px(double length) {
    return (int) Math.round(length * factor());
  }

  /** How wide a component is in lengths of the design. */
  public static double width(Component component) {
    return component.getWidth() / factor();
  }

  /** How high a component is in lengths of the design. */
  public static double height(Component component) {
    return component.getHeight() / factor();
  }

  /** A font of the design for a component that Swing paints. */
  public static Font font(Font design) {
    return design.deriveFont((float) (design.getSize2D() * factor()));
  }

  /**
   * A copy of {@code graphics} with smooth edges that takes lengths of the design; the caller
   * disposes of it.
   */
  public static Graphics2D graphics(Graphics graphics) {
    Graphics2D g = Card.smooth(graphics);
    g.scale(factor(), factor());
    return g;
  }
}
