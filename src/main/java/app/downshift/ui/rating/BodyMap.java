package app.downshift.ui.rating;

import app.downshift.session.Rating.Region;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.Serial;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.accessibility.Accessible;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.accessibility.AccessibleState;
import javax.accessibility.AccessibleStateSet;
import javax.swing.JComponent;
import javax.swing.JPanel;

/**
 * Where it hurts, on a person from the front and from behind. A press or Space ticks a region,
 * arrows go to the next one that way, Tab leaves the map. What is ticked has an outline and a tick,
 * and is named below.
 */
final class BodyMap extends JPanel {
  @Serial private static final long serialVersionUID = 1;
  private static final int LINE = 18;
  private static final double ACROSS = 2.5;

  private final transient Words words;
  private final transient Figure figure = new Figure();
  private final transient Map<Region, Part> parts = new EnumMap<>(Region.class);
  private final transient Set<Region> ticked = EnumSet.noneOf(Region.class);
  private final Font small = Type.REGULAR.of(12);
  private transient Region current = Region.LOWER_BACK;

  BodyMap(Words words) {
    super(null);
    this.words = words;
    setOpaque(false);
    for (Region region : Region.values()) {
      Part part = new Part(region);
      parts.put(region, part);
      add(part);
    }
    getAccessibleContext().setAccessibleName(words.text("rating.regions"));
  }

  /** What is ticked. */
  Set<Region> ticked() {
    return ticked.isEmpty() ? EnumSet.noneOf(Region.class) : EnumSet.copyOf(ticked);
  }

  /** Ticks these and nothing else. */
  void tick(Set<Region> regions) {
    assert Edt.here() : Edt.who();
    ticked.clear();
    ticked.addAll(regions);
    parts.values().forEach(Part::named);
    repaint();
  }

  /** What a region is called. */
  private String name(Region region) {
    return words.text("region." + region.word());
  }

  private Part part(Region region) {
    return Objects.requireNonNull(parts.get(region));
  }

  private void turn(Region region) {
    if (!ticked.remove(region)) {
      ticked.add(region);
    }
    part(region).named();
    repaint();
  }

  private void go(Region region) {
    if (region != current) {
      Part before = part(current);
      current = region;
      part(region).setFocusable(true);
      part(region).requestFocusInWindow();
      before.setFocusable(false);
      repaint();
    }
  }

  /** The nearest region in a direction; the same where there is none. */
  private Region towards(Region from, int dx, int dy) {
    Point2D here = middle(from);
    Region best = from;
    double least = Double.POSITIVE_INFINITY;
    for (Region other : Region.values()) {
      Point2D there = middle(other);
      double x = there.getX() - here.getX();
      double y = there.getY() - here.getY();
      double along = x * dx + y * dy;
      double across = Math.abs(x * dy) + Math.abs(y * dx);
      if (other != from && along > 2 && along + ACROSS * across < least) {
        least = along + ACROSS * across;
        best = other;
      }
    }
    return best;
  }

  /** The middle of a region: of its left one where it is on both figures. */
  private Point2D middle(Region region) {
    Area shape = new Area(figure.shape(region));
    Area front = new Area(new Rectangle2D.Double(0, 0, Figure.WIDTH / 2, Figure.HEIGHT));
    front.intersect(shape);
    Rectangle2D box = (front.isEmpty() ? shape : front).getBounds2D();
    return new Point2D.Double(box.getCenterX(), box.getCenterY());
  }

  /** From the drawing to lengths of the design in this component. */
  private AffineTransform placing() {
    double room = Zoom.height(this) - below();
    double scale = Math.min(Zoom.width(this) / Figure.WIDTH, room / Figure.HEIGHT);
    var place = new AffineTransform();
    place.translate((Zoom.width(this) - scale * Figure.WIDTH) / 2, 0);
    place.scale(scale, scale);
    return place;
  }

  /** Two lines: which side is which, and what is ticked. */
  private static double below() {
    return 2 * Type.px(LINE) + 4;
  }

  @Override
  public void doLayout() {
    AffineTransform toPixels = AffineTransform.getScaleInstance(Zoom.factor(), Zoom.factor());
    toPixels.concatenate(placing());
    parts.forEach(
        (region, part) -> {
          Shape shape = toPixels.createTransformedShape(figure.shape(region));
          Rectangle box = shape.getBounds();
          box.grow(2, 2);
          part.setBounds(box);
          part.shape =
              AffineTransform.getTranslateInstance(-box.x, -box.y).createTransformedShape(shape);
        });
  }

  @Override
  public Dimension getPreferredSize() {
    return Zoom.size(1.4 * Figure.WIDTH, 1.4 * Figure.HEIGHT + below());
  }

  @Override
  public Dimension getMinimumSize() {
    return Zoom.size(Figure.WIDTH, Figure.HEIGHT + below());
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Palette palette = Palette.current();
    Graphics2D g = Zoom.graphics(graphics);
    AffineTransform place = placing();
    g.setFont(small);
    g.setColor(palette.secondary());
    double line = Zoom.height(this) - below() + Type.px(LINE) - 3;
    centred(g, words.text("rating.front"), place, Figure.FRONT, line);
    centred(g, words.text("rating.back"), place, Figure.BACK, line);
    String said = said();
    g.setColor(palette.text());
    g.drawString(
        said,
        (float) ((Zoom.width(this) - Type.width(said, small)) / 2),
        (float) (line + Type.px(LINE)));
    g.dispose();
  }

  private void centred(
      Graphics2D g, String label, AffineTransform place, double middle, double baseline) {
    Point2D at = place.transform(new Point2D.Double(middle, 0), null);
    g.drawString(label, (float) (at.getX() - Type.width(label, small) / 2.0), (float) baseline);
  }

  /** What the keyboard or the pointer is on, otherwise what is ticked. */
  private String said() {
    if (part(current).isFocusOwner()) {
      return name(current);
    }
    String all = ticked.stream().map(this::name).collect(Collectors.joining(", "));
    if (all.isEmpty()) {
      return words.text("rating.regions.none");
    }
    return Type.width(all, small) <= Zoom.width(this)
        ? all
        : words.text("rating.regions.count", ticked.size());
  }

  /** One region: a box to tick in the shape of what it is. */
  private final class Part extends JComponent implements Accessible {
    @Serial private static final long serialVersionUID = 1;

    private final transient Region region;
    private transient Shape shape = new Area();

    Part(Region region) {
      this.region = region;
      setFocusable(region == current);
      addMouseListener(
          new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent event) {
              go(region);
              requestFocusInWindow();
              turn(region);
            }

            @Override
            public void mouseEntered(MouseEvent event) {
              setToolTipText(name(region));
            }
          });
      addFocusListener(
          new FocusAdapter() {
            @Override
            public void focusGained(FocusEvent event) {
              BodyMap.this.repaint();
            }

            @Override
            public void focusLost(FocusEvent event) {
              BodyMap.this.repaint();
            }
          });
      addKeyListener(
          new KeyAdapter() {
            @Override
            public void keyPressed(KeyEvent event) {
              pressed(event);
            }
          });
      named();
    }

    private void pressed(KeyEvent event) {
      switch (event.getKeyCode()) {
        case KeyEvent.VK_SPACE -> turn(region);
        case KeyEvent.VK_LEFT -> go(towards(region, -1, 0));
        case KeyEvent.VK_RIGHT -> go(towards(region, 1, 0));
        case KeyEvent.VK_UP -> go(towards(region, 0, -1));
        case KeyEvent.VK_DOWN -> go(towards(region, 0, 1));
        default -> {
          return;
        }
      }
      event.consume();
    }

    private void named() {
      AccessibleContext context = getAccessibleContext();
      context.setAccessibleName(name(region));
      context.setAccessibleDescription(
          words.text(ticked.contains(region) ? "rating.ticked" : "rating.notTicked"));
    }

    @Override
    public boolean contains(int x, int y) {
      return shape.contains(x, y);
    }

    @Override
    public AccessibleContext getAccessibleContext() {
      if (accessibleContext == null) {
        accessibleContext =
            new AccessibleJComponent() {
              @Serial private static final long serialVersionUID = 1;

              @Override
              public AccessibleRole getAccessibleRole() {
                return AccessibleRole.CHECK_BOX;
              }

              @Override
              public AccessibleStateSet getAccessibleStateSet() {
                AccessibleStateSet states = super.getAccessibleStateSet();
                if (ticked.contains(region)) {
                  states.add(AccessibleState.CHECKED);
                }
                return states;
              }
            };
      }
      return accessibleContext;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
      Palette palette = Palette.current();
      Graphics2D g = (Graphics2D) graphics.create();
      g.setRenderingHints(app.downshift.ui.theme.Card.smooth(graphics).getRenderingHints());
      boolean on = ticked.contains(region);
      Color ground = on ? Palette.mix(palette.amber(), palette.surface(), 0.4) : palette.raised();
      g.setColor(ground);
      g.fill(shape);
      float width = (float) Zoom.factor();
      boolean focused = isFocusOwner();
      g.setStroke(new BasicStroke(focused ? 3 * width : on ? 2 * width : width));
      g.setColor(focused ? palette.teal() : on ? palette.text() : palette.faint());
      g.draw(shape);
      if (on) {
        tick(g, palette, width);
      }
      g.dispose();
    }

    /** On the figure where the region is largest to be seen: on both, where it is on both. */
    private void tick(Graphics2D g, Palette palette, float width) {
      Rectangle2D box = shape.getBounds2D();
      Area left =
          new Area(new Rectangle2D.Double(box.getX(), box.getY(), box.getWidth() / 2, 9999));
      Area right =
          new Area(new Rectangle2D.Double(box.getCenterX(), box.getY(), box.getWidth() / 2, 9999));
      boolean twice =
          box.getWidth() > 3 * box.getHeight() || box.getWidth() > getParent().getWidth() / 4.0;
      g.setColor(palette.text());
      g.setStroke(new BasicStroke(2 * width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      if (twice) {
        left.intersect(new Area(shape));
        right.intersect(new Area(shape));
        tickAt(g, left.getBounds2D(), width);
        tickAt(g, right.getBounds2D(), width);
      } else {
        tickAt(g, box, width);
      }
    }

    private void tickAt(Graphics2D g, Rectangle2D box, float unit) {
      double x = box.getCenterX();
      double y = box.getCenterY();
      Path2D tick = new Path2D.Double();
      tick.moveTo(x - 4 * unit, y);
      tick.lineTo(x - 1 * unit, y + 3.5 * unit);
      tick.lineTo(x + 4.5 * unit, y - 4 * unit);
      g.draw(tick);
    }
  }
}
