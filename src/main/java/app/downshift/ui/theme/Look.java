package app.downshift.ui.theme;

import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.fonts.inter.FlatInterFont;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import javax.swing.UIManager;

/** The looks to choose from. {@link #install} comes before the first component is made. */
public enum Look {
  DARK,
  LIGHT;

  private static final float LARGE = 1.25f;

  /** Makes this the look of every window: colours, typeface, corners. */
  public void install() {
    install(false);
  }

  /** The same, with letters a quarter larger if wanted. */
  public void install(boolean largeType) {
    // Only the two styles that are used: each file of letters costs its reading.
    FlatInterFont.installStyle(FlatInterFont.STYLE_REGULAR);
    FlatInterFont.installStyle(FlatInterFont.STYLE_SEMIBOLD);
    FlatLaf.setPreferredFontFamily(FlatInterFont.FAMILY);
    FlatLaf.setPreferredSemiboldFontFamily(FlatInterFont.FAMILY_SEMIBOLD);
    UIManager.put(Type.SCALE, largeType ? LARGE : 1f);
    FlatLaf laf = theme();
    Map<String, String> defaults = shared();
    if (largeType) {
      defaults.put("defaultFont", defaults.get("defaultFont.large"));
    }
    laf.setExtraDefaults(defaults);
    if (!FlatLaf.setup(laf)) {
      throw new IllegalStateException(laf.getName() + " could not be installed");
    }
  }

  private FlatLaf theme() {
    return switch (this) {
      case DARK -> new DarkTheme();
      case LIGHT -> new LightTheme();
    };
  }

  private static Map<String, String> shared() {
    Properties read = new Properties();
    try (InputStream file = Look.class.getResourceAsStream("shared.properties")) {
      read.load(file);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    Map<String, String> defaults = new HashMap<>();
    read.forEach((key, value) -> defaults.put((String) key, (String) value));
    return defaults;
  }
}
