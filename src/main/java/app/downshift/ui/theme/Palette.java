package app.downshift.ui.theme;

import java.awt.Color;
import javax.swing.UIManager;

/**
 * The colours of the look in use, as one immutable value that any thread may paint with. Meaning
 * never rests on a colour alone: words stand beside it.
 */
public record Palette(
    Color background,
    Color surface,
    Color raised,
    Color line,
    Color text,
    Color secondary,
    Color faint,
    Color teal,
    Color amber,
    Color coral,
    Color blue,
    Color glow,
    Color dusk,
    Color lamp,
    Color onGlow) {

  /** The colours that the installed look holds under {@code Downshift.*}. */
  public static Palette current() {
    return new Palette(
        colour("background"),
        colour("surface"),
        colour("raised"),
        colour("line"),
        colour("text"),
        colour("secondary"),
        colour("faint"),
        colour("teal"),
        colour("amber"),
        colour("coral"),
        colour("blue"),
        colour("glow"),
        colour("dusk"),
        colour("lamp"),
        colour("onGlow"));
  }

  /**
   * {@code share} of {@code top} over {@code under}, opaque: charts have no use for translucent
   * lines.
   */
  public static Color mix(Color top, Color under, double share) {
    return new Color(
        channel(top.getRed(), under.getRed(), share),
        channel(top.getGreen(), under.getGreen(), share),
        channel(top.getBlue(), under.getBlue(), share));
  }

  /** The same colour with an opacity of 0 to 1. */
  public static Color fade(Color colour, double opacity) {
    return new Color(
        colour.getRed(), colour.getGreen(), colour.getBlue(), (int) Math.round(255 * opacity));
  }

  private static int channel(int top, int under, double share) {
    return (int) Math.round(top * share + under * (1 - share));
  }

  private static Color colour(String name) {
    Color found = UIManager.getColor("Downshift." + name);
    if (found == null) {
      throw new IllegalStateException("no look of Downshift is installed: " + name);
    }
    return found;
  }
}
