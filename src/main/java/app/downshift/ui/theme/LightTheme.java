package app.downshift.ui.theme;

import com.formdev.flatlaf.FlatLightLaf;
import java.io.Serial;

/** The light theme; FlatLaf reads {@code LightTheme.properties} from beside this class. */
public final class LightTheme extends FlatLightLaf {
  @Serial private static final long serialVersionUID = 1;

  @Override
  public String getName() {
    return "Downshift light";
  }
}
