package app.downshift.ui.theme;

import com.formdev.flatlaf.fonts.inter.FlatInterFont;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
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
  @SuppressWarnings("ImmutableEnumChecker") // fonts are derived from, never changed
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

  /** How wide words are when {@link #write} writes them, in lengths of the design. */
  public static int width(String words, Font font) {
    return (int) Math.ceil(exactWidth(words, font));
  }

  /**
   * Writes words from {@code x} on with every digit in a place of the same width, so that nothing
   * moves while a number changes.
   */
  public static void write(Graphics2D g, String words, double x, double y) {
    Font font = g.getFont();
    double digit = digit(font);
    double at = x;
    for (int from = 0; from < words.length(); ) {
      int to = run(words, from);
      String part = words.substring(from, to);
      double wide = advance(part, font);
      boolean counts = isDigit(words.charAt(from));
      g.drawString(part, (float) (counts ? at + (digit - wide) / 2 : at), (float) y);
      at += counts ? digit : wide;
      from = to;
    }
  }

  private static double exactWidth(String words, Font font) {
    double digit = digit(font);
    double width = 0;
    for (int from = 0; from < words.length(); ) {
      int to = run(words, from);
      width += isDigit(words.charAt(from)) ? digit : advance(words.substring(from, to), font);
      from = to;
    }
    return width;
  }

  /** Where the run that begins at {@code from} ends: one digit, or all up to the next digit. */
  private static int run(String words, int from) {
    int to = from + 1;
    while (!isDigit(words.charAt(from)) && to < words.length() && !isDigit(words.charAt(to))) {
      to++;
    }
    return to;
  }

  private static boolean isDigit(char letter) {
    return letter >= '0' && letter <= '9';
  }

  private static double digit(Font font) {
    return advance("0", font);
  }

  private static double advance(String words, Font font) {
    return font.getStringBounds(words, SMOOTH).getWidth();
  }

  /** A length of the design that grows with its letters, such as the height of a line. */
  public static int px(int design) {
    return Math.round(design * scale());
  }

  /** This weight in a size of the design. */
  public Font of(float size) {
    return letters.deriveFont(size * scale());
  }

  private static float scale() {
    return UIManager.get(SCALE) instanceof Float chosen ? chosen : 1;
  }
}
