package app.downshift.ui.theme;

import com.formdev.flatlaf.fonts.inter.FlatInterFont;
import java.awt.Font;

/** The weights of the typeface in use. */
public enum Type {
  REGULAR(FlatInterFont.FAMILY, Font.PLAIN),
  SEMIBOLD(FlatInterFont.FAMILY_SEMIBOLD, Font.PLAIN);

  private final String family;
  private final int style;

  Type(String family, int style) {
    this.family = family;
    this.style = style;
  }

  /** This weight in a size of the design, in pixels at scale 1. */
  public Font of(float size) {
    return new Font(family, style, 1).deriveFont(size);
  }
}
