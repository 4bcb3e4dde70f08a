package app.downshift.ui.theme;

import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.LayoutManager;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.RoundRectangle2D;
import java.io.Serial;
import javax.swing.JPanel;

/** A rounded surface to put things on. */
public class Card extends JPanel {
  /** Radius of every large corner. */
  public static final int RADIUS = 14;

  @Serial private static final long serialVersionUID = 1;

  public Card(LayoutManager layout) {
    super(layout);
  }

  @Override
  public boolean isOpaque() {
    return false;
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = Zoom.graphics(graphics);
    g.setColor(Palette.current().surface());
    g.fill(plate(this, 2 * RADIUS));
    g.dispose();
  }

  /** All of a component, in lengths of the design, with round corners of a diameter. */
  public static Shape plate(Component component, double arc) {
    return new RoundRectangle2D.Double(
        0, 0, Zoom.width(component), Zoom.height(component), arc, arc);
  }

  /** The same, {@code inset} further in: where a ring around a component runs. */
  public static Shape ring(Component component, double inset, double arc) {
    return new RoundRectangle2D.Double(
        inset,
        inset,
        Zoom.width(component) - 2 * inset,
        Zoom.height(component) - 2 * inset,
        arc - 2 * inset,
        arc - 2 * inset);
  }

  /** A copy of {@code graphics} that paints smooth edges; the caller disposes of it. */
  public static Graphics2D smooth(Graphics graphics) {
    Graphics2D g = (Graphics2D) graphics.create();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    return g;
  }
}
