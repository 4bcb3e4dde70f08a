package app.downshift.ui.chart;

import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Zoom;
import java.awt.Component;
import java.awt.Rectangle;

/** The room for curves inside a component, with room for labels around it. */
final class Frames {
  private Frames() {}

  /** In lengths of the design. */
  static Rectangle plot(Component component) {
    int left = Type.px(40);
    int right = Type.px(16);
    int below = Type.px(26);
    int above = 6;
    return new Rectangle(
        left,
        above,
        Math.max(20, (int) Zoom.width(component) - left - right),
        Math.max(20, (int) Zoom.height(component) - above - below));
  }
}
