package app.downshift.ui.live;

import app.downshift.session.Snapshot;
import app.downshift.session.Snapshot.Dimming;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.GradientPaint;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import java.io.Serial;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/**
 * How strongly and steadily the heart follows the breath, as a light that dims. Grey means: cannot
 * tell.
 */
public final class DimmerBar extends JPanel {
  @Serial private static final long serialVersionUID = 1;

  private final transient Words words;
  private final Text value;
  private final Bar bar = new Bar();

  public DimmerBar(Words words) {
    super(new MigLayout("insets 0, gap 0, fillx", "[grow]", "[][34!]0[]"));
    this.words = words;
    this.value = new Text("", Type.REGULAR.of(13), Palette::teal);
    setOpaque(false);
    add(new Text(words.text("dimmer.title"), Type.SEMIBOLD.of(13), Palette::text), "split 2");
    add(value, "gapleft push, wrap 4");
    add(bar, "grow, wmin 0, wrap 2");
    add(new Text(words.text("dimmer.left"), Type.REGULAR.of(12), Palette::secondary), "split 2");
    add(
        new Text(words.text("dimmer.right"), Type.REGULAR.of(12), Palette::secondary),
        "gapleft push");
    setToolTipText(words.text("dimmer.tip"));
    bar.setToolTipText(words.text("dimmer.tip"));
    String plain = words.text("dimmer.tip").replaceAll("<[^>]*>", " ").strip();
    getAccessibleContext().setAccessibleDescription(plain);
    bar.getAccessibleContext().setAccessibleDescription(plain);
  }

  /** Shows the dimmer of a moment. */
  public void show(Snapshot snapshot) {
    assert Edt.here() : Edt.who();
    Dimming dimming = snapshot.dimming();
    String says = says(snapshot);
    boolean lit = dimming.signal() && snapshot.paced();
    value.setText(says);
    value.colour(lit && dimming.following() ? Palette::teal : Palette::secondary);
    bar.show(dimming.brightness(), dimming.signal());
    bar.getAccessibleContext().setAccessibleName(words.text("dimmer.spoken", says));
  }

  private String says(Snapshot snapshot) {
    Dimming dimming = snapshot.dimming();
    if (!dimming.signal()) {
      return words.text("dimmer.none");
    }
    if (!snapshot.paced()) {
      return words.text("dimmer.afterBaseline");
    }
    return dimming.following()
        ? words.text("dimmer.dimmer", words.number(100 * (1 - dimming.brightness()), 0))
        : words.text("dimmer.notYet");
  }

  private static final class Bar extends JPanel {
    @Serial private static final long serialVersionUID = 1;
    private static final int HEIGHT = 22;
    private static final int KNOB = 15;
    private static final float[] DASH = {3, 3};

    private double brightness = 1;
    private boolean signal;

    Bar() {
      setOpaque(false);
    }

    void show(double nextBrightness, boolean nextSignal) {
      if (nextBrightness != brightness || nextSignal != signal) {
        brightness = nextBrightness;
        signal = nextSignal;
        repaint();
      }
    }

    @Override
    public Dimension getPreferredSize() {
      return Zoom.size(200, 34);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
      Palette palette = Palette.current();
      Graphics2D g = Zoom.graphics(graphics);
      double middle = Zoom.height(this) / 2;
      double top = middle - HEIGHT / 2.0;
      double width = Zoom.width(this);
      Color grey = Palette.mix(palette.faint(), palette.surface(), 0.35);
      g.setPaint(
          signal
              ? new GradientPaint(0, 0, palette.dusk(), (float) width, 0, palette.lamp())
              : grey);
      g.fill(new RoundRectangle2D.Double(0, top, width, HEIGHT, HEIGHT, HEIGHT));
      g.setColor(palette.secondary());
      g.setStroke(new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, DASH, 0));
      g.draw(new Line2D.Double(width - 2, top - 6, width - 2, top + HEIGHT + 6));
      if (signal) {
        double x = Math.max(KNOB, Math.min(width - KNOB, width * brightness));
        var knob = new Ellipse2D.Double(x - KNOB, middle - KNOB, 2 * KNOB, 2 * KNOB);
        g.setColor(palette.background());
        g.fill(knob);
        g.setColor(palette.text());
        g.setStroke(new BasicStroke(3));
        g.draw(knob);
      }
      g.dispose();
    }
  }
}
