package app.downshift.ui;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.Stream;

/** The icon of the window: the pacer, a disc in an open ring. */
final class AppIcon {
  private AppIcon() {}

  /** The icon in the sizes window systems ask for. */
  static List<Image> images() {
    return Stream.of(16, 24, 32, 48, 64, 128, 256).<Image>map(AppIcon::image).toList();
  }

  private static BufferedImage image(int size) {
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.scale(size / 64.0, size / 64.0);
    g.setColor(new Color(0x17232A));
    g.fillRoundRect(0, 0, 64, 64, 28, 28);
    g.setColor(new Color(0x5CC8B5));
    g.fill(new Ellipse2D.Double(20, 20, 24, 24));
    g.setStroke(new BasicStroke(5, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(new Arc2D.Double(10, 10, 44, 44, 90, -270, Arc2D.OPEN));
    g.dispose();
    return image;
  }
}
