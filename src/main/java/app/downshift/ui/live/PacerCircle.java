package app.downshift.ui.live;

import app.downshift.breath.BreathPattern.Stroke;
import app.downshift.breath.Pacer;
import app.downshift.session.SessionState;
import app.downshift.session.Snapshot;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.io.Serial;
import java.util.Optional;
import javax.swing.JPanel;

/**
 * The breath to follow: a disc that grows with the depth asked for, a ring that closes once a
 * breath, words and a count. Where motion is unwelcome the disc keeps its size and only its light
 * changes, and the ring rests. At the own pace the disc lies still and there is nothing to follow.
 */
final class PacerCircle extends JPanel {
  @Serial private static final long serialVersionUID = 1;
  private static final double DESIGN_RADIUS = 214;
  private static final double SHARE_OF_WIDTH = 0.45;
  private static final double INNER = 186 / DESIGN_RADIUS;
  private static final double SMALLEST = 0.5;
  private static final double LARGEST = 0.97;

  private final transient Words words;
  private final boolean reducedMotion;
  private transient Optional<Pacer.Reading> reading = Optional.empty();
  private String big = "";
  private String small = "";

  PacerCircle(Words words, boolean reducedMotion) {
    this.words = words;
    this.reducedMotion = reducedMotion;
    setOpaque(false);
    getAccessibleContext().setAccessibleName(words.text("pacer.name"));
  }

  /** Asks for what the pacer asks for at {@code nowMicros}. */
  void show(Snapshot snapshot, long nowMicros) {
    assert Edt.here() : Edt.who();
    long at = snapshot.frozenAtMicros() >= 0 ? snapshot.frozenAtMicros() : nowMicros;
    boolean paused = snapshot.state() instanceof SessionState.Paused;
    reading = snapshot.pacer().map(pacer -> pacer.at(at));
    if (paused) {
      say(words.text("pacer.paused"), "");
    } else if (reading.isPresent()) {
      Pacer.Reading now = reading.get();
      say(word(now.stroke()), words.number(Math.max(1, Math.ceil(now.strokeSecondsLeft())), 0));
    } else if (snapshot.state() instanceof SessionState.Finishing) {
      say(words.text("pacer.done"), words.text("pacer.done.hint"));
    } else {
      say(words.text("pacer.own"), words.text("pacer.own.hint"));
    }
    repaint();
  }

  private void say(String nextBig, String nextSmall) {
    if (!nextBig.equals(big)) {
      getAccessibleContext().setAccessibleDescription(nextBig);
    }
    big = nextBig;
    small = nextSmall;
  }

  private String word(Stroke stroke) {
    return switch (stroke) {
      case IN -> words.text("pacer.in");
      case HOLD_FULL -> words.text("pacer.holdFull");
      case OUT -> words.text("pacer.out");
      case HOLD_EMPTY -> words.text("pacer.holdEmpty");
    };
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(460, 460);
  }

  @Override
  public Dimension getMinimumSize() {
    return new Dimension(200, 200);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Palette palette = Palette.current();
    Graphics2D g = Card.smooth(graphics);
    double radius = Math.min(getWidth() * SHARE_OF_WIDTH, getHeight() / 2.0 - 10);
    double x = getWidth() / 2.0;
    double y = getHeight() / 2.0;
    g.setColor(Palette.mix(palette.line(), palette.surface(), 0.75));
    g.setStroke(new BasicStroke(2));
    g.draw(circle(x, y, radius));
    g.draw(circle(x, y, radius * INNER));
    reading.ifPresentOrElse(
        now -> {
          glow(g, palette, x, y, radius, now.depth());
          if (!reducedMotion) {
            ring(g, palette, x, y, radius, now.fraction());
          }
        },
        () -> still(g, palette, x, y, radius));
    writing(g, palette, x, y, radius / DESIGN_RADIUS);
    g.dispose();
  }

  private void glow(
      Graphics2D g, Palette palette, double x, double y, double radius, double depth) {
    double size = reducedMotion ? 0.8 : SMALLEST + (LARGEST - SMALLEST) * depth;
    double light = reducedMotion ? 0.35 + 0.65 * depth : 1;
    disc(g, palette, x, y, radius * INNER * size, light);
  }

  private static void still(Graphics2D g, Palette palette, double x, double y, double radius) {
    disc(g, palette, x, y, radius * INNER * 0.8, 0.4);
  }

  private static void disc(
      Graphics2D g, Palette palette, double x, double y, double radius, double light) {
    Color deep = palette.glow();
    Color centre = Palette.mix(palette.teal(), deep, 0.3);
    g.setPaint(
        new RadialGradientPaint(
            (float) x,
            (float) y,
            (float) radius,
            new float[] {0, 0.62f, 0.74f, 1},
            new Color[] {
              Palette.fade(centre, light),
              Palette.fade(deep, 0.92 * light),
              Palette.fade(deep, 0.62 * light),
              Palette.fade(deep, 0)
            }));
    g.fill(circle(x, y, radius));
    g.setColor(Palette.fade(palette.teal(), 0.05));
    g.fill(circle(x, y, radius));
  }

  private static void ring(
      Graphics2D g, Palette palette, double x, double y, double radius, double fraction) {
    g.setColor(palette.teal());
    g.setStroke(new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(
        new Arc2D.Double(
            x - radius, y - radius, 2 * radius, 2 * radius, 90, -360 * fraction, Arc2D.OPEN));
    double angle = 2 * Math.PI * fraction;
    g.fill(circle(x + radius * Math.sin(angle), y - radius * Math.cos(angle), 8));
  }

  private void writing(Graphics2D g, Palette palette, double x, double y, double scale) {
    boolean counting = reading.isPresent();
    float size = (float) Math.max(18, (counting ? 34 : 26) * scale);
    g.setColor(palette.onGlow());
    g.setFont(Type.SEMIBOLD.of(size));
    int width = g.getFontMetrics().stringWidth(big);
    g.drawString(big, (float) (x - width / 2.0), (float) (y - 4 * scale));
    g.setFont(Type.REGULAR.of((float) Math.max(13, (counting ? 26 : 15) * scale)));
    int below = g.getFontMetrics().stringWidth(small);
    g.drawString(small, (float) (x - below / 2.0), (float) (y + (counting ? 36 : 28) * scale));
  }

  private static Ellipse2D circle(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }
}
