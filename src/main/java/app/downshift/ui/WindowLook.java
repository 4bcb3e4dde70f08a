package app.downshift.ui;

import app.downshift.ui.Desk.Preferences;
import app.downshift.ui.theme.Look;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Zoom;
import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.util.List;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;

/** How the window is dressed: its look, how large everything in it is, and its sizes. EDT only. */
final class WindowLook {
  private static final Dimension SMALLEST = new Dimension(1100, 680);

  /** Large letters need 1280 by 720: the smallest size in letters of the usual size. */
  private static final Dimension SMALLEST_LETTERS = new Dimension(1024, 576);

  private static final Dimension PREFERRED = new Dimension(1280, 800);

  /** The window takes this share of a screen that is larger than usual. */
  private static final double SHARE_OF_SCREEN = 2 / 3.0;

  private final Dimension usual =
      fitting(GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds());
  private double zoom = Zoom.fitting(usual.width, usual.height);
  private boolean fromAfar;

  /** The size of the window when it is opened. */
  Dimension usual() {
    return usual;
  }

  /** Installs the look for all that is made from now on. */
  void install(Preferences preferences) {
    boolean large = preferences.largeType() || fromAfar;
    (preferences.light() ? Look.LIGHT : Look.DARK).install(large, zoom);
  }

  /** The same, also for what is in the window. */
  void install(Preferences preferences, JFrame frame) {
    install(preferences);
    SwingUtilities.updateComponentTreeUI(frame);
  }

  /** Takes over whether letters are large whatever is preferred; whether that is news. */
  boolean fromAfar(boolean next) {
    boolean news = next != fromAfar;
    fromAfar = next;
    return news;
  }

  /** Takes over the size of the window; whether everything in it changes its size with it. */
  boolean resized(JFrame frame) {
    double fits = Zoom.fitting(frame.getRootPane().getWidth(), frame.getRootPane().getHeight());
    boolean news = fits != zoom;
    zoom = fits;
    return news;
  }

  /**
   * How small the window may become.
   *
   * @param least what is shown in it needs
   */
  Dimension smallest(Dimension least) {
    Dimension screen = Toolkit.getDefaultToolkit().getScreenSize();
    var smallest = new Dimension(Type.px(SMALLEST_LETTERS.width), Type.px(SMALLEST_LETTERS.height));
    for (Dimension each : List.of(SMALLEST, least)) {
      smallest.width = Math.max(smallest.width, each.width);
      smallest.height = Math.max(smallest.height, each.height);
    }
    return new Dimension(
        Math.min(screen.width, smallest.width), Math.min(screen.height, smallest.height));
  }

  private static Dimension fitting(Rectangle screen) {
    double larger =
        Math.min(
            SHARE_OF_SCREEN * screen.width / PREFERRED.width,
            SHARE_OF_SCREEN * screen.height / PREFERRED.height);
    double scale = Math.max(1, larger);
    return new Dimension(
        Math.min((int) (scale * PREFERRED.width), screen.width),
        Math.min((int) (scale * PREFERRED.height), screen.height));
  }
}
