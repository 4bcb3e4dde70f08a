package app.downshift.ui.therapist;

import app.downshift.session.Snapshot;
import app.downshift.session.Snapshot.Dimming;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.awt.GradientPaint;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.io.Serial;
import javax.swing.JPanel;

/**
 * The dimmer without a number and without a word on screen: a soft light on a bar, at the right as
 * at baseline, further left as the heart follows. Grey, without the light, where nothing can be
 * told.
 */
final class SoftBar extends JPanel {
  @Serial private static final long serialVersionUID = 1;

  private final transient Words words;
  private double brightness = 1;
  private boolean tells;

  SoftBar(Words words) {
    this.words = words;
    setOpaque(false);
    getAccessibleContext().setAccessibleName(words.text("client.dimmer.none"));
  }

  void show(Snapshot snapshot) {
    assert Edt.here() : Edt.who();
    Dimming dimming = snapshot.dimming();
    boolean canTell = dimming.signal() && snapshot.paced();
    if (canTell != tells || dimming.brightness() != brightness) {
      tells = canTell;
      brightness = dimming.brightness();
      String key = !canTell ? "none" : dimming.following() ? "following" : "notYet";
      getAccessibleContext().setAccessibleName(words.text("client.dimmer." + key));
      repaint();
    }
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Palette palette = Palette.current();
    Graphics2D g = Zoom.graphics(graphics);
    double width = Zoom.width(this);
    double height = Zoom.height(this);
    double thick = height / 3;
    var bar = new RoundRectangle2D.Double(0, thick, width, thick, thick, thick);
    g.setPaint(
        tells
            ? new GradientPaint(0, 0, palette.dusk(), (float) width, 0, palette.lamp())
            : Palette.mix(palette.faint(), palette.background(), 0.3));
    g.fill(bar);
    if (tells) {
      double radius = height / 2;
      double x = Math.max(radius, Math.min(width - radius, width * brightness));
      for (int ring = 4; ring >= 1; ring--) {
        g.setColor(Palette.fade(palette.text(), ring == 1 ? 1 : 0.16));
        double r = radius * (0.4 + 0.15 * ring);
        g.fill(new Ellipse2D.Double(x - r, height / 2 - r, 2 * r, 2 * r));
      }
    }
    g.dispose();
  }
}
