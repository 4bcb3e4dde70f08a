package app.downshift.report;

import java.awt.Color;

/** The colours of the house by day, on white. Meaning never rests on a colour alone. */
final class Ink {
  static final Color TEXT = new Color(0x14242C);
  static final Color SECONDARY = new Color(0x455B66);
  static final Color LINE = new Color(0xD3DFE3);
  static final Color PANEL = new Color(0xEEF3F5);
  static final Color TEAL = new Color(0x0E6F61);
  static final Color PALE_TEAL = new Color(0xDDEEEB);
  static final Color CORAL = new Color(0xAF3426);
  static final Color PALE_CORAL = new Color(0xE3B5AF);
  static final Color BLUE = new Color(0x265C96);
  static final Color AMBER = new Color(0x81500A);
  static final Color WHITE = Color.WHITE;

  private Ink() {}
}
