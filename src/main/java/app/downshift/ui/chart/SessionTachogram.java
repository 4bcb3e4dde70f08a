package app.downshift.ui.chart;

import app.downshift.beat.Marks;
import app.downshift.breath.PacePlan;
import app.downshift.session.Phase;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.Serial;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.swing.JPanel;
import javax.swing.UIManager;
import org.jspecify.annotations.Nullable;

/**
 * The heart rate of a whole recording, to be magnified and moved: phases, notes, gaps, and doubtful
 * beats ringed, each to be chosen. A second recording can lie on the same axis. What only changes
 * with the view is kept as an image; where one points is painted over it. There is no pacer here
 * that would have to be kept free, so it is painted where it is shown. EDT only.
 */
public final class SessionTachogram extends JPanel {
  @Serial private static final long serialVersionUID = 1;
  private static final double SHORTEST_SECONDS = 5;
  private static final double WHEEL = 1.25;
  private static final double RING = 5;

  /** So near to a ring, in lengths of the design, the pointer means it. */
  private static final double NEAR = 9;

  /** Doubtful beats further out than this, in bpm, stand at the edge. */
  private static final double DOUBTFUL_ROOM = 12;

  /** More rings than this in one picture cover each other: ticks stand below instead. */
  private static final int MOST_RINGS = 150;

  /** A drag of fewer pixels is a click. */
  private static final int STILL = 3;

  /** More beats than this for each pixel of the screen are drawn as one upright line. */
  private static final double DENSE = 1.5;

  private static final int FEW = 200;
  private static final int HATCH = 6;
  private static final float[] DOTS = {1.5f, 3.5f};
  private static final double[] STEPS = {
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200
  };

  private final transient Words words;
  private transient HeartTrack track;
  private transient @Nullable HeartTrack other;
  private transient Scale up = new Scale(50, 90, 10);
  private double from;
  private double to;
  private double cursor = Double.NaN;
  private int chosen = -1;
  private transient Listener listener = new Listener() {};
  private transient @Nullable BufferedImage image;
  private transient @Nullable Object imageOf;

  /** What a person does here. */
  public interface Listener {
    /** A moment was pointed at. */
    default void pointed(double atSeconds) {}

    /** A doubtful beat was chosen. */
    default void chose(int interval) {}

    /** Another part of the recording is shown. */
    default void moved() {}
  }

  public SessionTachogram(HeartTrack track, Words words) {
    this.words = words;
    this.track = track;
    setOpaque(false);
    setFocusable(true);
    var mouse = new Mouse();
    addMouseListener(mouse);
    addMouseMotionListener(mouse);
    addMouseWheelListener(mouse);
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
    getAccessibleContext().setAccessibleName(words.text("review.whole"));
    getAccessibleContext().setAccessibleDescription(words.text("review.whole.keys"));
    show(track, null);
    whole();
  }

  /** Tells somebody of what a person does. */
  public void listen(Listener next) {
    listener = next;
  }

  /** Shows a recording, and maybe another one on the same axis, without moving. */
  public void show(HeartTrack next, @Nullable HeartTrack beside) {
    assert Edt.here() : Edt.who();
    boolean all = isWhole();
    track = next;
    other = beside;
    rescale();
    image = null;
    if (all) {
      whole();
    }
    repaint();
  }

  private void rescale() {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (HeartTrack each : tracks()) {
      double low = each.lowest(0, each.size());
      if (!Double.isNaN(low)) {
        least = Math.min(least, low);
        most = Math.max(most, each.highest(0, each.size()));
      }
    }
    if (least <= most) {
      double bottom = least;
      double top = most;
      for (int i : track.doubtful()) {
        double bpm = track.bpm(i);
        if (bpm > least - DOUBTFUL_ROOM && bpm < most + DOUBTFUL_ROOM) {
          bottom = Math.min(bottom, bpm);
          top = Math.max(top, bpm);
        }
      }
      up = Scale.around(bottom - 1, top + 1, 15, 6);
    }
  }

  private List<HeartTrack> tracks() {
    HeartTrack beside = other;
    return beside == null ? List.of(track) : List.of(beside, track);
  }

  /** The same part, moment and beat as on another chart of the same recording. */
  public void like(SessionTachogram before) {
    from = before.from;
    to = before.to;
    cursor = before.cursor;
    chosen = before.chosen;
  }

  private double end() {
    return tracks().stream().mapToDouble(HeartTrack::endSeconds).max().orElse(1);
  }

  /** Shows all of it. */
  public void whole() {
    view(0, end());
  }

  /** Whether all of it is shown. */
  public boolean isWhole() {
    return to - from >= end() - 1e-6 || to <= from;
  }

  /** Where the part that is shown begins, in seconds. */
  public double fromSeconds() {
    return from;
  }

  /** Where it ends. */
  public double toSeconds() {
    return to;
  }

  /** Moves by a share of what is shown, to the right where positive. */
  public void pan(double share) {
    double by = share * (to - from);
    view(from + by, to + by);
  }

  /** Magnifies around a moment: {@code factor} above 1 shows less. */
  public void magnify(double factor, double aroundSeconds) {
    double span = Math.max(SHORTEST_SECONDS, Math.min(end(), (to - from) / factor));
    double share = (aroundSeconds - from) / (to - from);
    view(aroundSeconds - share * span, aroundSeconds + (1 - share) * span);
  }

  /** Magnifies around the chosen moment, or the middle. */
  public void magnify(double factor) {
    boolean seen = cursor >= from && cursor <= to;
    magnify(factor, seen ? cursor : (from + to) / 2);
  }

  private void view(double wantedFrom, double wantedTo) {
    double end = end();
    double span = Math.min(end, wantedTo - wantedFrom);
    double start = Math.max(0, Math.min(end - span, wantedFrom));
    if (start != from || start + span != to) {
      from = start;
      to = start + span;
      image = null;
      listener.moved();
      repaint();
    }
  }

  /** The moment pointed at, if any. */
  public Optional<Double> cursorSeconds() {
    return Double.isNaN(cursor) ? Optional.empty() : Optional.of(cursor);
  }

  /** Puts the cursor somewhere and brings it into view. */
  public void point(double atSeconds) {
    assert Edt.here() : Edt.who();
    cursor = Math.max(0, Math.min(track.endSeconds(), atSeconds));
    if (cursor < from || cursor > to) {
      double half = (to - from) / 2;
      view(cursor - half, cursor + half);
    }
    getAccessibleContext()
        .setAccessibleDescription(
            words.text(
                "replay.at", words.clock(cursor), words.clock(Math.floor(track.endSeconds()))));
    repaint();
  }

  /** The doubtful beat that is chosen, −1 for none. */
  public int chosen() {
    return chosen;
  }

  /** Chooses a beat, −1 for none, and brings it into view. */
  public void choose(int interval) {
    assert Edt.here() : Edt.who();
    chosen = interval;
    if (interval >= 0) {
      point(track.seconds(interval));
    }
    repaint();
  }

  @Override
  public Dimension getPreferredSize() {
    return Zoom.size(400, 240);
  }

  @Override
  public Dimension getMinimumSize() {
    return Zoom.size(200, 90);
  }

  private Rectangle plot() {
    int left = Type.px(44);
    int right = Type.px(24);
    int below = Type.px(26);
    return new Rectangle(
        left,
        4,
        Math.max(20, (int) Zoom.width(this) - left - right),
        Math.max(20, (int) Zoom.height(this) - 4 - below));
  }

  private double secondsAt(double pixel) {
    Rectangle plot = plot();
    double share = (pixel / Zoom.factor() - plot.x) / plot.width;
    return from + share * (to - from);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D screen = (Graphics2D) graphics;
    double pixels = screen.getTransform().getScaleX();
    int width = (int) Math.ceil(getWidth() * pixels);
    int height = (int) Math.ceil(getHeight() * pixels);
    if (width < 1 || height < 1) {
      return;
    }
    Object of = Arrays.asList(width, height, UIManager.getLookAndFeel());
    BufferedImage kept = image;
    if (kept == null || !of.equals(imageOf)) {
      kept = paint(kept, width, height, pixels * Zoom.factor());
      image = kept;
      imageOf = of;
    }
    screen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    screen.drawImage(kept, 0, 0, getWidth(), getHeight(), null);
    Graphics2D g = Zoom.graphics(graphics);
    over(g, Palette.current());
    g.dispose();
  }

  private BufferedImage paint(
      @Nullable BufferedImage before, int width, int height, double pixels) {
    BufferedImage next =
        before != null && before.getWidth() == width && before.getHeight() == height
            ? before
            : new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Palette palette = Palette.current();
    Graphics2D raw = next.createGraphics();
    Graphics2D g = Card.smooth(raw);
    raw.dispose();
    g.setColor(palette.surface());
    g.fillRect(0, 0, width, height);
    g.scale(pixels, pixels);
    Rectangle plot = plot();
    Axes axes = axes(g, plot, palette);
    phases(g, plot, axes, palette);
    axes.levels();
    below(axes, plot);
    Graphics2D inside = (Graphics2D) g.create();
    inside.clip(new Rectangle2D.Double(plot.x, plot.y, plot.width, plot.height));
    gaps(inside, plot, axes, palette);
    HeartTrack beside = other;
    if (beside != null) {
      curve(inside, axes, beside, pixels, palette.blue(), 1.2f);
    }
    curve(inside, axes, track, pixels, palette.coral(), 1.5f);
    doubts(inside, plot, axes, palette);
    notes(inside, plot, axes, palette);
    inside.dispose();
    titles(g, plot, axes, palette);
    g.dispose();
    return next;
  }

  private Axes axes(Graphics2D g, Rectangle plot, Palette palette) {
    return new Axes(g, plot, palette, words, new Scale(from, to, to - from), levels(plot));
  }

  /** In a low plot every second level is enough. */
  private Scale levels(Rectangle plot) {
    double step = up.step();
    int most = Axes.intervals(plot, 6);
    while ((up.high() - up.low()) / step > most) {
      step += up.step();
    }
    return new Scale(up.low(), up.high(), step);
  }

  private void phases(Graphics2D g, Rectangle plot, Axes axes, Palette palette) {
    for (HeartTrack.Stretch stretch : track.phases()) {
      double left = Math.max(plot.x, axes.x(stretch.fromSeconds()));
      double right = Math.min(plot.getMaxX(), axes.x(stretch.toSeconds()));
      if (right > left) {
        boolean paced = stretch.phase().kind() instanceof Phase.Paced;
        g.setColor(
            paced
                ? Palette.mix(palette.teal(), palette.surface(), 0.06)
                : Palette.mix(palette.text(), palette.surface(), 0.06));
        g.fill(new Rectangle2D.Double(left, plot.y, Math.max(0, right - left - 1), plot.height));
      }
    }
  }

  private void titles(Graphics2D g, Rectangle plot, Axes axes, Palette palette) {
    g.setFont(Axes.label());
    FontMetrics metrics = g.getFontMetrics();
    for (HeartTrack.Stretch stretch : track.phases()) {
      double left = Math.max(plot.x, axes.x(stretch.fromSeconds()));
      double right = Math.min(plot.getMaxX(), axes.x(stretch.toSeconds()));
      for (String title : List.of(title(stretch.phase()), name(stretch.phase()))) {
        if (metrics.stringWidth(title) < right - left - 8) {
          g.setColor(palette.secondary());
          Axes.onVeil(
              g,
              palette.surface(),
              title,
              (left + right - metrics.stringWidth(title)) / 2,
              plot.y + metrics.getAscent() + 4.0);
          break;
        }
      }
    }
  }

  private String name(Phase phase) {
    return PhaseNames.title(words, phase);
  }

  private String title(Phase phase) {
    if (phase.kind() instanceof Phase.OwnPace) {
      return words.text("review.phase.own", name(phase));
    }
    if (phase.kind() instanceof Phase.Paced paced) {
      PacePlan plan = paced.plan();
      String last = words.brief(plan.targetPerMinute(), 2);
      return plan.startPerMinute() == plan.targetPerMinute()
          ? words.text("review.phase.paced", name(phase), last)
          : words.text(
              "review.phase.glide", name(phase), words.brief(plan.startPerMinute(), 2), last);
    }
    return name(phase);
  }

  private void below(Axes axes, Rectangle plot) {
    double step = STEPS[STEPS.length - 1];
    for (int i = STEPS.length - 1; i >= 0; i--) {
      if (STEPS[i] / (to - from) * plot.width >= Type.px(58)) {
        step = STEPS[i];
      }
    }
    for (double at = Math.ceil(from / step - 1e-9) * step; at <= to + 1e-9; at += step) {
      axes.below(at, words.clock(at));
    }
  }

  private void gaps(Graphics2D g, Rectangle plot, Axes axes, Palette palette) {
    for (HeartTrack.Gap gap : track.gaps()) {
      double left = Math.max(plot.x, axes.x(gap.fromSeconds()));
      double right = Math.min(plot.getMaxX(), Math.max(left + 1.5, axes.x(gap.toSeconds())));
      if (right <= plot.x || left >= plot.getMaxX()) {
        continue;
      }
      var band = new Rectangle2D.Double(left, plot.y, right - left, plot.height);
      g.setColor(Palette.mix(palette.faint(), palette.surface(), 0.16));
      g.fill(band);
      Graphics2D hatched = (Graphics2D) g.create();
      hatched.clip(band);
      hatched.setColor(Palette.mix(palette.faint(), palette.surface(), 0.5));
      hatched.setStroke(new BasicStroke(1));
      double first = Math.floor((left - plot.height) / HATCH) * HATCH;
      for (double x = first; x < right; x += HATCH) {
        hatched.draw(new Line2D.Double(x, plot.getMaxY(), x + plot.height, plot.y));
      }
      hatched.dispose();
      String why = words.text("gap." + gap.cause().word());
      g.setFont(Axes.label());
      if (g.getFontMetrics().stringWidth(why) < right - left - 6) {
        axes.write(why, (left + right) / 2, plot.getMaxY() - 8, 0.5, palette.secondary());
      }
    }
  }

  private void curve(
      Graphics2D g, Axes axes, HeartTrack of, double pixels, Color colour, float width) {
    int first = Math.max(0, of.firstAfter(from) - 1);
    int last = Math.min(of.size(), of.firstAfter(to) + 1);
    double plotPixels = (axes.x(to) - axes.x(from)) * pixels;
    boolean dense = last - first > DENSE * plotPixels;
    g.setColor(colour);
    if (dense) {
      columns(g, axes, of, first, last, plotPixels, pixels);
    } else {
      // Round joins cost half of the painting and show only where beats stand far apart.
      int join = last - first < FEW ? BasicStroke.JOIN_ROUND : BasicStroke.JOIN_BEVEL;
      g.setStroke(new BasicStroke(width, BasicStroke.CAP_BUTT, join));
      line(g, axes, of, first, last, plotPixels / pixels);
    }
  }

  /** One upright line for each pixel, from the lowest to the highest, joined to its neighbour. */
  private void columns(
      Graphics2D g, Axes axes, HeartTrack of, int first, int last, double columns, double pixels) {
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
    double wide = 1 / pixels;
    double left = axes.x(from);
    int at = first;
    double lastTop = Double.NaN;
    double lastFoot = Double.NaN;
    for (int column = 0; column < columns && at < last; column++) {
      int next = Math.min(last, of.firstAfter(from + (column + 1) / columns * (to - from)));
      if (next <= at) {
        continue;
      }
      double low = of.lowest(at, next);
      if (!Double.isNaN(low)) {
        double top = axes.yInside(of.highest(at, next));
        double foot = axes.yInside(low);
        boolean joined = of.follows(at) && !Double.isNaN(lastTop);
        double upper = joined ? Math.min(top, lastFoot) : top;
        double lower = joined ? Math.max(foot, lastTop) : foot;
        g.fill(
            new Rectangle2D.Double(
                left + column * wide, upper, wide, Math.max(wide, lower - upper)));
        lastTop = top;
        lastFoot = foot;
      } else {
        lastTop = Double.NaN;
      }
      at = next;
    }
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
  }

  /** From beat to beat; where doubtful ones lie between, dashed across them. */
  private void line(Graphics2D g, Axes axes, HeartTrack of, int first, int last, double plotWidth) {
    Path2D path = new Path2D.Double();
    Path2D across = new Path2D.Double();
    int before = -1;
    boolean whole = true;
    for (int i = first; i < last; i++) {
      whole &= of.follows(i);
      if (!of.counts(i)) {
        continue;
      }
      double x = axes.x(of.seconds(i));
      double y = axes.yInside(of.bpm(i));
      if (before == i - 1 && before >= 0 && of.follows(i)) {
        path.lineTo(x, y);
      } else {
        if (before >= 0 && whole) {
          across.moveTo(axes.x(of.seconds(before)), axes.yInside(of.bpm(before)));
          across.lineTo(x, y);
        }
        path.moveTo(x, y);
      }
      before = i;
      whole = true;
    }
    g.draw(path);
    g.setStroke(new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, DOTS, 0));
    g.draw(across);
    if ((last - first) * 12.0 < plotWidth) {
      for (int i = first; i < last; i++) {
        if (of.counts(i)) {
          g.fill(circle(axes.x(of.seconds(i)), axes.yInside(of.bpm(i)), 2.4));
        }
      }
    }
  }

  private void doubts(Graphics2D g, Rectangle plot, Axes axes, Palette palette) {
    int[] shown = shownDoubts();
    boolean rings = shown.length <= MOST_RINGS;
    for (int i : shown) {
      double x = axes.x(track.seconds(i));
      Marks marks = track.marks(i);
      if (rings) {
        ring(g, x, ringY(plot, track.bpm(i)), marks, palette);
      } else if (!marks.isEmpty()) {
        g.setColor(palette.amber());
        g.fill(new Rectangle2D.Double(x - 0.5, plot.getMaxY() - 8, 1, 8));
      }
    }
  }

  /** In force a ring, accepted by a person a filled one, undone or explained a broken one. */
  private static void ring(Graphics2D g, double x, double y, Marks marks, Palette palette) {
    boolean person = marks.answeredBy().filter(by -> by == Marks.By.PERSON).isPresent();
    if (marks.isEmpty()) {
      g.setColor(person ? palette.amber() : palette.faint());
      g.setStroke(new BasicStroke(1.3f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, DOTS, 0));
      g.draw(circle(x, y, RING));
      return;
    }
    g.setColor(palette.amber());
    g.setStroke(new BasicStroke(1.8f));
    g.draw(circle(x, y, RING));
    if (person) {
      g.fill(circle(x, y, RING - 2.5));
    }
  }

  /** Where a ring lies: what is out of range stays whole inside, below the names of phases. */
  private double ringY(Rectangle plot, double bpm) {
    double top = plot.y + Type.px(18) + RING + 2;
    double foot = plot.getMaxY() - RING - 2;
    double y = plot.y + (1 - up.at(bpm)) * plot.height;
    return Math.max(top, Math.min(foot, y));
  }

  private int[] shownDoubts() {
    return Arrays.stream(track.doubtful())
        .filter(i -> track.seconds(i) >= from && track.seconds(i) <= to)
        .toArray();
  }

  private void notes(Graphics2D g, Rectangle plot, Axes axes, Palette palette) {
    g.setFont(Axes.label());
    FontMetrics metrics = g.getFontMetrics();
    double top = plot.y + metrics.getHeight() + 8.0;
    List<HeartTrack.Note> notes = track.notes();
    for (int i = 0; i < notes.size(); i++) {
      HeartTrack.Note note = notes.get(i);
      double x = axes.x(note.atSeconds());
      if (note.atSeconds() < from || note.atSeconds() > to) {
        continue;
      }
      g.setColor(palette.amber());
      g.setStroke(new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, DOTS, 0));
      g.draw(new Line2D.Double(x, top, x, plot.getMaxY()));
      double next = i + 1 < notes.size() ? axes.x(notes.get(i + 1).atSeconds()) : plot.getMaxX();
      if (metrics.stringWidth(note.text()) < Math.min(next, plot.getMaxX()) - x - 10) {
        Axes.onVeil(g, palette.surface(), note.text(), x + 6, top + metrics.getAscent());
      }
    }
  }

  /** What changes without the view: where one points, what is chosen, the keyboard. */
  private void over(Graphics2D g, Palette palette) {
    Rectangle plot = plot();
    Axes axes = axes(g, plot, palette);
    if (cursor >= from && cursor <= to) {
      double x = axes.x(cursor);
      g.setColor(palette.text());
      g.setStroke(new BasicStroke(1.2f));
      g.draw(new Line2D.Double(x, plot.y, x, plot.getMaxY()));
    }
    if (chosen >= 0 && chosen < track.size()) {
      double at = track.seconds(chosen);
      if (at >= from && at <= to) {
        g.setColor(palette.teal());
        g.setStroke(new BasicStroke(2.2f));
        g.draw(circle(axes.x(at), ringY(plot, track.bpm(chosen)), RING + 4));
      }
    }
    if (isFocusOwner()) {
      g.setColor(palette.teal());
      g.setStroke(new BasicStroke(2));
      g.draw(
          new Rectangle2D.Double(plot.x - 1.0, plot.y - 1.0, plot.width + 2.0, plot.height + 2.0));
    }
  }

  private static Ellipse2D circle(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  /** The doubtful beat under the pointer, −1 for none. */
  private int doubtAt(double pixelX, double pixelY) {
    Rectangle plot = plot();
    Scale across = new Scale(from, to, to - from);
    double x = pixelX / Zoom.factor();
    double y = pixelY / Zoom.factor();
    int nearest = -1;
    double least = NEAR;
    boolean rings = shownDoubts().length <= MOST_RINGS;
    for (int i : shownDoubts()) {
      double dx = plot.x + across.at(track.seconds(i)) * plot.width - x;
      double dy = rings ? ringY(plot, track.bpm(i)) - y : 0;
      double far = Math.hypot(dx, dy);
      if (far < least) {
        least = far;
        nearest = i;
      }
    }
    return nearest;
  }

  private final class Mouse extends MouseAdapter {
    private int pressedX;
    private double pressedFrom;
    private boolean dragging;

    @Override
    public void mousePressed(MouseEvent event) {
      requestFocusInWindow();
      pressedX = event.getX();
      pressedFrom = from;
      dragging = false;
    }

    @Override
    public void mouseDragged(MouseEvent event) {
      dragging |= Math.abs(event.getX() - pressedX) > STILL;
      if (dragging) {
        double span = to - from;
        double perPixel = span / (plot().width * Zoom.factor());
        double start = pressedFrom - (event.getX() - pressedX) * perPixel;
        view(start, start + span);
      }
    }

    @Override
    public void mouseReleased(MouseEvent event) {
      if (dragging) {
        return;
      }
      int doubt = doubtAt(event.getX(), event.getY());
      choose(doubt);
      if (doubt >= 0) {
        listener.chose(doubt);
      } else {
        point(Math.max(from, Math.min(to, secondsAt(event.getX()))));
        listener.pointed(cursor);
      }
    }

    @Override
    public void mouseWheelMoved(MouseWheelEvent event) {
      double turns = event.getPreciseWheelRotation();
      if (event.isShiftDown()) {
        pan(0.1 * turns);
      } else {
        double around = Math.max(from, Math.min(to, secondsAt(event.getX())));
        magnify(Math.pow(WHEEL, -turns), around);
      }
    }
  }
}
