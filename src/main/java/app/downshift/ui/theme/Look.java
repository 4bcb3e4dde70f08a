package app.downshift.ui.theme;

import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatSystemProperties;
import com.formdev.flatlaf.util.FontUtils;
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import javax.swing.UIManager;
import javax.swing.plaf.FontUIResource;
import net.miginfocom.layout.PlatformDefaults;
import net.miginfocom.layout.UnitValue;

/** The looks to choose from. {@link #install} comes before the first component is made. */
public enum Look {
  DARK,
  LIGHT;

  private static final float LARGE = 1.25f;
  private static final float USUAL_SIZE = 14;

  /** Makes this the look of every window: colours, typeface, corners. */
  public void install() {
    install(false);
  }

  /** The same, with letters a quarter larger if wanted. */
  public void install(boolean largeType) {
    install(largeType, 1);
  }

  /** The same, with everything {@code zoom} times as large. */
  public void install(boolean largeType, double zoom) {
    // FlatLaf would guess from the size of letters how large its own pieces are.
    System.setProperty(FlatSystemProperties.UI_SCALE, String.valueOf(zoom));
    UIManager.put(Type.SCALE, largeType ? LARGE : 1f);
    zoom(zoom);
    UIManager.put("defaultFont", new FontUIResource(usual()));
    FlatLaf laf = theme();
    laf.setExtraDefaults(shared());
    if (!FlatLaf.setup(laf)) {
      throw new IllegalStateException(laf.getName() + " could not be installed");
    }
  }

  /**
   * Lets what is made from now on show every script this machine has letters for, as the names of
   * files need. Slow the first time: Java reads all fonts of the machine.
   */
  public static void everyScript() {
    Font usual = usual();
    GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(usual);
    UIManager.put(
        "defaultFont",
        FontUtils.getCompositeFont(usual.getFamily(), usual.getStyle(), usual.getSize()));
  }

  private static Font usual() {
    return Zoom.font(Type.REGULAR.of(USUAL_SIZE));
  }

  /** Numbers without a unit in a layout are logical pixels; MigLayout reads how large one is. */
  private static void zoom(double factor) {
    UIManager.put(Zoom.FACTOR, factor);
    PlatformDefaults.setLogicalPixelBase(PlatformDefaults.BASE_SCALE_FACTOR);
    PlatformDefaults.setDefaultHorizontalUnit(UnitValue.LPX);
    PlatformDefaults.setDefaultVerticalUnit(UnitValue.LPY);
    UIManager.put("laf.scaleFactor", (float) factor);
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
