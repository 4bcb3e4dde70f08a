package app.downshift.ui.theme;

import com.formdev.flatlaf.FlatDarkLaf;
import java.io.Serial;

/** The dark theme; FlatLaf reads {@code DarkTheme.properties} from beside this class. */
public final class DarkTheme extends FlatDarkLaf {
  @Serial private static final long serialVersionUID = 1;

  @Override
  public String getName() {
    return "Downshift dark";
  }
}
