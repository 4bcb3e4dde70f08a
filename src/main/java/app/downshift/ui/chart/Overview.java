package app.downshift.ui.chart;

import app.downshift.recording.Tape;
import app.downshift.session.Phase;
import app.downshift.session.Snapshot;
import app.downshift.session.Snapshot.MarkerView;
import app.downshift.session.Snapshot.ResponsePoint;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.io.Serial;
import java.util.List;
import java.util.function.LongConsumer;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JPanel;

/**
 * A whole recording in one strip: its heart rate, its phases by name, markers, times without beats,
 * and where one is. A press or a drag goes to a moment.
 */
public final class Overview extends JPanel {
  @Serial private static final long serialVersionUID = 1;
  private static final int ARC = 16;
  private static final int EDGE = 8;
  private static final int HEIGHT = 64;
  private static final int MARKER = 4;

  private final Font label = Type.REGULAR.of(11);
  private final transient Tape tape;
  private final transient Words words;
  private final transient Snapshot whole;
  private long atMicros;
  private int atPixel = -1;

  /**
   * @param seek called with the session time a person points at
   */
  public Overview(Tape tape, Words words, LongConsumer seek) {
    this.tape = tape;
    this.words = words;
    this.whole = tape.last();
    setOpaque(false);
    MouseAdapter pointing =
        new MouseAdapter() {
          @Override
          public void mousePressed(MouseEvent event) {
            seek.accept(microsAt(event.getX()));
          }

          @Override
          public void mouseDragged(MouseEvent event) {
            seek.accept(microsAt(event.getX()));
          }
        };
    addMouseListener(pointing);
    addMouseMotionListener(pointing);
    setToolTipText("");
    setFocusable(true);
    addFocusListener(
        new FocusListener() {
          @Override
          public void focusGained(FocusEvent event) {
            repaint();
          }

          @Override
          public void focusLost(FocusEvent event) {
            repaint();
          }
        });
    getAccessibleContext().setAccessibleName(words.text("replay.overview"));
  }

  /** Shows where one is. */
  public void show(long micros) {
    assert Edt.here() : Edt.who();
    atMicros = micros;
    int pixel = (int) Math.round(2 * x(micros));
    if (pixel != atPixel) {
      atPixel = pixel;
      getAccessibleContext()
          .setAccessibleDescription(
              words.text("replay.at", words.clock(micros / 1e6), words.clock(end() / 1e6)));
      repaint();
    }
  }

  private long end() {
    return Math.max(1, whole.atMicros());
  }

  private double x(long micros) {
    return EDGE + (getWidth() - 2 * EDGE) * (double) micros / end();
  }

  private long microsAt(int x) {
    double share = (x - EDGE) / (double) Math.max(1, getWidth() - 2 * EDGE);
    return Math.round(Math.max(0, Math.min(1, share)) * end());
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(200, HEIGHT);
  }

  @Override
  public Dimension getMinimumSize() {
    return new Dimension(100, HEIGHT);
  }

  @Override
  public String getToolTipText(MouseEvent event) {
    String when = words.clock(microsAt(event.getX()) / 1e6);
    for (MarkerView marker : whole.markers()) {
      if (Math.abs(x(marker.atMicros()) - event.getX()) <= MARKER + 1) {
        return when + " · " + marker.text();
      }
    }
    return when;
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Palette palette = Palette.current();
    Graphics2D g = Card.smooth(graphics);
    g.setColor(palette.background());
    g.fill(new RoundRectangle2D.Double(0, 0, getWidth(), getHeight(), ARC, ARC));
    g.setFont(label);
    phases(g, palette);
    holes(g, palette);
    heart(g, palette);
    markers(g, palette);
    position(g, palette);
    if (isFocusOwner()) {
      g.setColor(palette.teal());
      g.draw(new RoundRectangle2D.Double(1, 1, getWidth() - 2.0, getHeight() - 2.0, ARC, ARC));
    }
    g.dispose();
  }

  private void phases(Graphics2D g, Palette palette) {
    FontMetrics metrics = g.getFontMetrics();
    for (Course.Stretch stretch : Course.of(whole).stretches()) {
      double from = x(Math.min(end(), Math.round(stretch.fromSeconds() * 1e6)));
      double to = x(Math.min(end(), Math.round(stretch.toSeconds() * 1e6)));
      if (stretch.phase().kind() instanceof Phase.Paced) {
        g.setColor(Palette.mix(palette.teal(), palette.background(), 0.14));
        g.fill(new Rectangle2D.Double(from, 0, to - from, getHeight()));
      }
      String name = PhaseNames.inside(words, stretch.phase());
      if (metrics.stringWidth(name) < to - from - 4) {
        g.setColor(palette.secondary());
        g.drawString(
            name, (float) ((from + to - metrics.stringWidth(name)) / 2), 4f + metrics.getAscent());
      }
    }
  }

  private void holes(Graphics2D g, Palette palette) {
    g.setColor(Palette.mix(palette.faint(), palette.background(), 0.4));
    for (Tape.Hole hole : tape.holes()) {
      double from = x(hole.fromMicros());
      double to = x(Math.min(end(), hole.toMicros()));
      double top = g.getFontMetrics().getHeight() + 6.0;
      g.fill(new Rectangle2D.Double(from, top, Math.max(1.5, to - from), getHeight() - top));
    }
  }

  private void heart(Graphics2D g, Palette palette) {
    List<ResponsePoint> points = whole.response();
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (ResponsePoint point : points) {
      if (!Double.isNaN(point.heartRateBpm())) {
        least = Math.min(least, point.heartRateBpm());
        most = Math.max(most, point.heartRateBpm());
      }
    }
    if (least > most) {
      return;
    }
    double middle = (least + most) / 2;
    double half = Math.max(6, (most - least) / 2);
    double top = g.getFontMetrics().getHeight() + 8.0;
    double height = getHeight() - top - 8;
    Path2D path = new Path2D.Double();
    boolean pen = false;
    double drawn = Double.NEGATIVE_INFINITY;
    for (ResponsePoint point : points) {
      double x = x(point.atMicros());
      boolean known = !Double.isNaN(point.heartRateBpm());
      if (known && (!pen || x - drawn >= 0.5)) {
        double y = top + height * (middle + half - point.heartRateBpm()) / (2 * half);
        if (pen) {
          path.lineTo(x, y);
        } else {
          path.moveTo(x, y);
        }
        drawn = x;
      }
      pen = known;
    }
    g.setStroke(new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.setColor(Palette.mix(palette.coral(), palette.background(), 0.5));
    g.draw(path);
    Graphics2D past = (Graphics2D) g.create();
    past.clip(new Rectangle2D.Double(0, 0, x(atMicros), getHeight()));
    past.setColor(palette.coral());
    past.draw(path);
    past.dispose();
  }

  private void markers(Graphics2D g, Palette palette) {
    g.setColor(palette.blue());
    double foot = getHeight() - 2.0;
    for (MarkerView marker : whole.markers()) {
      double x = x(marker.atMicros());
      Path2D flag = new Path2D.Double();
      flag.moveTo(x - MARKER, foot);
      flag.lineTo(x + MARKER, foot);
      flag.lineTo(x, foot - 7);
      flag.closePath();
      g.fill(flag);
    }
  }

  private void position(Graphics2D g, Palette palette) {
    double x = x(atMicros);
    Color ink = palette.text();
    g.setColor(ink);
    g.setStroke(new BasicStroke(2));
    g.draw(new Line2D.Double(x, 0, x, getHeight()));
    g.fill(new Ellipse2D.Double(x - 5, getHeight() / 2.0 - 5, 10, 10));
  }

  @Override
  public AccessibleContext getAccessibleContext() {
    if (accessibleContext == null) {
      accessibleContext = new Slider();
    }
    return accessibleContext;
  }

  private final class Slider extends AccessibleJPanel {
    @Serial private static final long serialVersionUID = 1;

    @Override
    public AccessibleRole getAccessibleRole() {
      return AccessibleRole.SLIDER;
    }
  }
}
