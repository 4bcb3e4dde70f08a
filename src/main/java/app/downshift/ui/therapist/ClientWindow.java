package app.downshift.ui.therapist;

import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Keys;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.GraphicsConfiguration;
import java.awt.GraphicsDevice;
import java.awt.GraphicsEnvironment;
import java.awt.Image;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;

/**
 * The window of the client: over all of a second screen where there is one, otherwise an ordinary
 * window. Escape leaves the full screen, F11 turns it. Closing it ends nothing but itself. EDT
 * only.
 */
public final class ClientWindow {
  private static final Dimension USUAL = new Dimension(960, 720);
  private static final Dimension SMALLEST = new Dimension(480, 360);

  private final String title;
  private final Runnable closed;
  private final List<Image> icons;
  private final GraphicsDevice device;
  private ClientScreen screen;
  private JFrame frame;
  private boolean full;

  /**
   * @param title says nothing about the client
   * @param beside the window of the therapist, whose screen is left alone if there is another
   * @param closed called when a person closed it
   */
  public ClientWindow(String title, ClientScreen screen, JFrame beside, Runnable closed) {
    assert Edt.here() : Edt.who();
    this.title = title;
    this.screen = screen;
    this.closed = closed;
    icons = beside.getIconImages();
    GraphicsDevice here = beside.getGraphicsConfiguration().getDevice();
    Optional<GraphicsDevice> other =
        Arrays.stream(GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices())
            .filter(each -> !each.equals(here))
            .findFirst();
    device = other.orElse(here);
    full = other.isPresent();
    frame = made();
  }

  /** Opens it without taking the keyboard away from the therapist. */
  public void open() {
    frame.setAutoRequestFocus(false);
    frame.setVisible(true);
    screen.begin();
  }

  /** Shows this screen instead, after the look or the language has changed. */
  public void show(ClientScreen next) {
    screen.end();
    frame.getContentPane().remove(screen);
    SwingUtilities.updateComponentTreeUI(frame);
    screen = next;
    frame.getContentPane().add(next);
    frame.validate();
    next.resume();
  }

  /** What it shows. */
  public ClientScreen screen() {
    return screen;
  }

  /** The frame. */
  public JFrame frame() {
    return frame;
  }

  /** Whether it covers the screen. */
  public boolean fullScreen() {
    return full;
  }

  /** Closes it. */
  public void close() {
    screen.end();
    frame.dispose();
  }

  private JFrame made() {
    GraphicsConfiguration where = device.getDefaultConfiguration();
    var next = new JFrame(title, where);
    next.setIconImages(icons);
    next.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
    next.addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowClosing(WindowEvent event) {
            close();
            closed.run();
          }
        });
    JComponent content = new JPanel(new BorderLayout());
    content.add(screen);
    next.setContentPane(content);
    Keys.bind(content, content, KeyStroke.getKeyStroke("ESCAPE"), this::leaveFullScreen);
    Keys.bind(content, content, KeyStroke.getKeyStroke("F11"), () -> become(!full));
    Rectangle room = where.getBounds();
    if (full) {
      next.setUndecorated(true);
      next.setBounds(room);
    } else {
      next.setMinimumSize(SMALLEST);
      next.setSize(Math.min(USUAL.width, room.width), Math.min(USUAL.height, room.height));
      next.setLocation(
          room.x + (room.width - next.getWidth()) / 2,
          room.y + (room.height - next.getHeight()) / 2);
    }
    return next;
  }

  private void leaveFullScreen() {
    become(false);
  }

  /** A frame with and one without a border are two frames. */
  private void become(boolean next) {
    if (full != next) {
      full = next;
      JFrame before = frame;
      before.getContentPane().remove(screen);
      frame = made();
      before.dispose();
      frame.setVisible(true);
      screen.takeFocus();
    }
  }
}
