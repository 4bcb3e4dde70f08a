package app.downshift.ui.chart;

import app.downshift.session.Snapshot;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Zoom;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Insets;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.Serial;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.JPanel;
import javax.swing.LookAndFeel;
import javax.swing.UIManager;
import org.jspecify.annotations.Nullable;

/**
 * Shows the newest picture of a chart. The EDT offers snapshots and copies the front image; the
 * charts thread paints the next one at the scale of the screen. Three images take turns: one in
 * front, one the EDT may still be copying, one being painted. At most one painting waits; offers
 * made meanwhile fall away.
 */
public final class ChartCanvas extends JPanel {
  private static final int IMAGES = 3;

  @Serial private static final long serialVersionUID = 1;

  private final transient Drawing drawing;
  private final transient Executor charts;
  private final Insets around;
  private final long everyNanos;
  private final transient AtomicReference<@Nullable BufferedImage> front = new AtomicReference<>();
  private final transient @Nullable BufferedImage[] images = new BufferedImage[IMAGES];
  private final AtomicBoolean painting = new AtomicBoolean();
  private int turn;
  private double scale = 1;
  private long offeredNanos;
  private Dimension offeredSize = new Dimension();
  private transient @Nullable LookAndFeel offeredLook;
  private boolean wanted = true;

  /**
   * @param around room for labels around the plot
   * @param everyNanos how long a picture stands unless something new is urgent
   */
  public ChartCanvas(Drawing drawing, Insets around, long everyNanos, Executor charts) {
    this.drawing = drawing;
    this.around = around;
    this.everyNanos = everyNanos;
    this.charts = charts;
    setOpaque(false);
  }

  /**
   * Has the chart painted if it is time, or {@code urgent}, and the charts thread is free. EDT
   * only.
   */
  @SuppressWarnings("ReferenceEquality") // every installation of a look is another object
  public void offer(Snapshot snapshot, long nowMicros, long nanos, boolean urgent) {
    assert Edt.here() : Edt.who();
    wanted |= urgent || nanos - offeredNanos >= everyNanos;
    wanted |= !getSize().equals(offeredSize) || UIManager.getLookAndFeel() != offeredLook;
    int width = getWidth();
    int height = getHeight();
    double zoom = Zoom.factor();
    Rectangle plot =
        new Rectangle(
            around.left,
            around.top,
            (int) (width / zoom) - around.left - around.right,
            (int) (height / zoom) - around.top - around.bottom);
    if (!wanted || plot.width < 20 || plot.height < 20 || !painting.compareAndSet(false, true)) {
      return;
    }
    wanted = false;
    offeredNanos = nanos;
    offeredSize = getSize();
    offeredLook = UIManager.getLookAndFeel();
    double pixels = scale;
    Palette palette = Palette.current();
    charts.execute(
        () -> {
          try {
            BufferedImage image =
                next((int) Math.ceil(width * pixels), (int) Math.ceil(height * pixels));
            paint(image, pixels * zoom, plot, snapshot, nowMicros, palette);
            front.set(image);
          } finally {
            painting.set(false);
          }
          repaint();
        });
  }

  private void paint(
      BufferedImage image,
      double pixels,
      Rectangle plot,
      Snapshot snapshot,
      long nowMicros,
      Palette palette) {
    Graphics2D whole = image.createGraphics();
    Graphics2D g = Card.smooth(whole);
    whole.dispose();
    g.setColor(palette.surface());
    g.fillRect(0, 0, image.getWidth(), image.getHeight());
    g.scale(pixels, pixels);
    drawing.paint(g, plot, snapshot, nowMicros, palette);
    g.dispose();
  }

  private BufferedImage next(int width, int height) {
    turn = (turn + 1) % IMAGES;
    BufferedImage image = images[turn];
    if (image == null || image.getWidth() != width || image.getHeight() != height) {
      image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
      images[turn] = image;
    }
    return image;
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = (Graphics2D) graphics;
    double pixels = g.getTransform().getScaleX();
    if (pixels != scale) {
      scale = pixels;
      wanted = true;
    }
    BufferedImage image = front.get();
    if (image != null) {
      g.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      g.drawImage(image, 0, 0, getWidth(), getHeight(), null);
    }
  }
}
