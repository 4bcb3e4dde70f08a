package app.downshift.report;

import java.awt.Color;

/** How words look and what they are; lengths in points. */
enum Style {
  TITLE("H1", 22, 1.25, true, Ink.TEXT, 0),
  SUBTITLE("P", 13, 1.35, false, Ink.SECONDARY, 2),
  HEADING("H2", 14, 1.3, true, Ink.TEAL, 13),
  LEAD("P", 15, 1.35, true, Ink.TEXT, 0),
  BODY("P", 12.5, 1.4, false, Ink.TEXT, 4),
  SMALL_TITLE("H1", 18, 1.25, true, Ink.TEXT, 0),
  SMALL_HEADING("H2", 11, 1.3, true, Ink.TEAL, 9),
  SMALL_LEAD("P", 10.5, 1.35, true, Ink.TEXT, 3),
  SMALL("P", 9, 1.4, false, Ink.TEXT, 3),
  NOTE("P", 8.5, 1.4, false, Ink.SECONDARY, 3);

  private final String tag;
  private final double size;
  private final double leading;
  private final boolean strong;
  private final Color colour;
  private final double before;

  Style(String tag, double size, double leading, boolean strong, Color colour, double before) {
    this.tag = tag;
    this.size = size;
    this.leading = leading;
    this.strong = strong;
    this.colour = colour;
    this.before = before;
  }

  /** What such words are in the structure of the document. */
  String tag() {
    return tag;
  }

  double size() {
    return size;
  }

  boolean strong() {
    return strong;
  }

  Color colour() {
    return colour;
  }

  /** What is left free above. */
  double before() {
    return before;
  }

  /** From line to line. */
  double line() {
    return size * leading;
  }

  /** From the top of a line to where its letters stand. */
  double baseline() {
    return size * (leading + 0.6) / 2;
  }

  /** How far the words of a bullet stand from it. */
  double inset() {
    return size * 1.1;
  }

  /** What stands below a line to be seen first. */
  Style below() {
    return this == LEAD ? BODY : SMALL;
  }
}
