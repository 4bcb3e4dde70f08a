package app.downshift.ui.theme;

import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.fonts.inter.FlatInterFont;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** The looks to choose from. {@link #install} comes before the first component is made. */
public enum Look {
  DARK,
  LIGHT;

  /** Makes this the look of every window: colours, typeface, corners. */
  public void install() {
    FlatInterFont.install();
    FlatLaf.setPreferredFontFamily(FlatInterFont.FAMILY);
    FlatLaf.setPreferredSemiboldFontFamily(FlatInterFont.FAMILY_SEMIBOLD);
    FlatLaf laf = theme();
    laf.setExtraDefaults(shared());
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
