package app.downshift.ui.theme;

import com.formdev.flatlaf.fonts.inter.FlatInterFont;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import javax.swing.UIManager;

/** The weights of the typeface in use, as large as the look wants its letters. */
public enum Type {
  REGULAR(FlatInterFont.FAMILY, Font.PLAIN),
  SEMIBOLD(FlatInterFont.FAMILY_SEMIBOLD, Font.PLAIN);

  static final String SCALE = "Downshift.typeScale";

  private static final FontRenderContext SMOOTH = new FontRenderContext(null, true, true);

  private final String family;
  private final int style;

  Type(String family, int style) {
    this.family = family;
    this.style = style;
  }

  /** How wide words are when {@link Card#smooth} paints them, in pixels at scale 1. */
  public static int width(String words, Font font) {
    return words.isEmpty() ? 0 : (int) Math.ceil(font.getStringBounds(words, SMOOTH).getWidth());
  }

  /** A length of the design that grows with its letters, such as the height of a line. */
  public static int px(int design) {
    return Math.round(design * scale());
  }

  /** This weight in a size of the design, in pixels at scale 1. */
  public Font of(float size) {
    return new Font(family, style, 1).deriveFont(size * scale());
  }

  private static float scale() {
    return UIManager.get(SCALE) instanceof Float chosen ? chosen : 1;
  }
}
