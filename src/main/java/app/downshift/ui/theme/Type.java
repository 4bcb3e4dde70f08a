package app.downshift.ui.theme;

import com.formdev.flatlaf.fonts.inter.FlatInterFont;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.swing.UIManager;

/**
 * The weights of the typeface in use, as large as the look wants its letters. They are read when
 * this is first used, by whoever comes first; that may be any thread.
 */
public enum Type {
  REGULAR(FlatInterFont.STYLE_REGULAR),
  SEMIBOLD(FlatInterFont.STYLE_SEMIBOLD);

  static final String SCALE = "Downshift.typeScale";

  private static final FontRenderContext SMOOTH = new FontRenderContext(null, true, true);

  // Held, not registered: registering makes Java read every font of the machine first.
  private final Font letters;

  Type(String file) {
    try (InputStream in = FlatInterFont.class.getResourceAsStream(file)) {
      letters = Font.createFont(Font.TRUETYPE_FONT, in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (FontFormatException broken) {
      throw new IllegalStateException(broken);
    }
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
    return letters.deriveFont(size * scale());
  }

  private static float scale() {
    return UIManager.get(SCALE) instanceof Float chosen ? chosen : 1;
  }
}
