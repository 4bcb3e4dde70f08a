package app.downshift.ui;

import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.awt.EventQueue;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.io.Serial;
import javax.swing.JPanel;
import javax.swing.Timer;

/**
 * The first picture of the window: its ground and the name, where the start has it. Everything else
 * is made once this is on screen, so that the window is there at once.
 */
final class OpeningScreen extends JPanel {
  @Serial private static final long serialVersionUID = 1;

  /** Where a picture is painted only once, so long after it. */
  private static final int LONE_MILLIS = 60;

  private static final int LEFT = 32;
  private static final int MIDDLE = 34;

  private final String name;
  private final Font font = Type.SEMIBOLD.of(18);
  private final transient Runnable seen;
  private final Timer lone = new Timer(LONE_MILLIS, event -> seen());
  private int painted;
  private boolean told;

  /**
   * @param seen called once, on the EDT, after the picture has been painted
   */
  OpeningScreen(Words words, Runnable seen) {
    super(null);
    name = words.text("app.name");
    this.seen = seen;
    lone.setRepeats(false);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Palette palette = Palette.current();
    graphics.setColor(palette.background());
    graphics.fillRect(0, 0, getWidth(), getHeight());
    Graphics2D g = Zoom.graphics(graphics);
    g.setFont(font);
    g.setColor(palette.text());
    var metrics = g.getFontMetrics();
    Type.write(g, name, LEFT, MIDDLE + (metrics.getAscent() - metrics.getDescent()) / 2.0);
    g.dispose();
    painted++;
    // Swing paints a new window when it is made, and again when the screen has put it up.
    if (painted == 1) {
      lone.start();
    } else if (painted == 2) {
      EventQueue.invokeLater(this::seen);
    }
  }

  private void seen() {
    if (!told) {
      told = true;
      lone.stop();
      seen.run();
    }
  }
}
