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
import app.downshift.ui.theme.Zoom;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
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
  private static final int HATCH = 6;
  private static final int HEIGHT = 64;
  private static final int HIGHEST = 96;

  /** So near to a marker the pointer means it. */
  private static final int NEAR = 5;

  private static final float[] DOTS = {1.5f, 3};

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
    int pixel = (int) Math.round(2 * Zoom.factor() * x(micros));
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
    return EDGE + (Zoom.width(this) - 2 * EDGE) * micros / end();
  }

  private long microsAt(int pixel) {
    double share = (pixel / Zoom.factor() - EDGE) / Math.max(1, Zoom.width(this) - 2 * EDGE);
    return Math.round(Math.max(0, Math.min(1, share)) * end());
  }

  @Override
  public Dimension getPreferredSize() {
    return Zoom.size(200, HIGHEST);
  }

  @Override
  public Dimension getMinimumSize() {
    return Zoom.size(100, HEIGHT);
  }

  @Override
  public String getToolTipText(MouseEvent event) {
    String when = words.clock(microsAt(event.getX()) / 1e6);
    for (MarkerView marker : whole.markers()) {
      if (Math.abs(x(marker.atMicros()) - event.getX() / Zoom.factor()) <= NEAR) {
        return when + " · " + NoteWords.of(marker.text(), words);
      }
    }
    return when;
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Palette palette = Palette.current();
    Graphics2D g = Zoom.graphics(graphics);
    Shape strip = Card.plate(this, ARC);
    g.setColor(palette.background());
    g.fill(strip);
    g.setFont(label);
    Graphics2D inside = (Graphics2D) g.create();
    inside.clip(strip);
    phases(inside, palette);
    holes(inside, palette);
    heart(inside, palette);
    markers(inside, palette);
    position(inside, palette);
    inside.dispose();
    if (isFocusOwner()) {
      g.setColor(palette.teal());
      g.setStroke(new BasicStroke(2));
      g.draw(Card.ring(this, 1, ARC));
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
        g.fill(new Rectangle2D.Double(from, 0, to - from, Zoom.height(this)));
      }
      String name = PhaseNames.inside(words, stretch.phase());
      if (metrics.stringWidth(name) < to - from - 4) {
        g.setColor(palette.secondary());
        g.drawString(
            name, (float) ((from + to - metrics.stringWidth(name)) / 2), 4f + metrics.getAscent());
      }
    }
  }

  /** Times without beats are hatched from top to bottom. */
  private void holes(Graphics2D g, Palette palette) {
    double high = Zoom.height(this);
    for (Tape.Hole hole : tape.holes()) {
      double from = x(hole.fromMicros());
      double to = Math.max(from + 2, x(Math.min(end(), hole.toMicros())));
      double top = under(g);
      var band = new Rectangle2D.Double(from, top, to - from, high - top);
      g.setColor(Palette.mix(palette.faint(), palette.background(), 0.2));
      g.fill(band);
      Graphics2D hatched = (Graphics2D) g.create();
      hatched.clip(band);
      hatched.setColor(Palette.mix(palette.faint(), palette.background(), 0.6));
      hatched.setStroke(new BasicStroke(1));
      for (double x = from - high; x < to; x += HATCH) {
        hatched.draw(new Line2D.Double(x, high, x + high, 0));
      }
      hatched.dispose();
    }
  }

  /** Where the row with the names of the phases ends. */
  private static double under(Graphics2D g) {
    return g.getFontMetrics().getHeight() + 6.0;
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
    double top = under(g) + 4;
    double height = Zoom.height(this) - top - 8;
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
    past.clip(new Rectangle2D.Double(0, 0, x(atMicros), Zoom.height(this)));
    past.setColor(palette.coral());
    past.draw(path);
    past.dispose();
  }

  /** A dotted line down to a marker's word, where the word has room before the next marker. */
  private void markers(Graphics2D g, Palette palette) {
    double foot = Zoom.height(this);
    double baseline = foot - 5;
    g.setColor(palette.amber());
    for (int i = 0; i < whole.markers().size(); i++) {
      MarkerView marker = whole.markers().get(i);
      double x = x(marker.atMicros());
      boolean last = i + 1 == whole.markers().size();
      double room = (last ? Zoom.width(this) : x(whole.markers().get(i + 1).atMicros())) - x - 8;
      g.setStroke(new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, DOTS, 0));
      g.draw(new Line2D.Double(x, under(g), x, foot));
      Path2D flag = new Path2D.Double();
      flag.moveTo(x - 4, under(g) - 4);
      flag.lineTo(x + 4, under(g) - 4);
      flag.lineTo(x, under(g) + 3);
      flag.closePath();
      g.fill(flag);
      if (g.getFontMetrics().stringWidth(NoteWords.of(marker.text(), words)) <= room) {
        Axes.onVeil(g, palette.background(), NoteWords.of(marker.text(), words), x + 4, baseline);
      }
    }
  }

  private void position(Graphics2D g, Palette palette) {
    double x = x(atMicros);
    Color ink = palette.text();
    g.setColor(ink);
    g.setStroke(new BasicStroke(2));
    g.draw(new Line2D.Double(x, 0, x, Zoom.height(this)));
    g.fill(new Ellipse2D.Double(x - 5, Zoom.height(this) / 2 - 5, 10, 10));
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
