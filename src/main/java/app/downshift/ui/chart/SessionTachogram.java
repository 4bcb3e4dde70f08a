package app.downshift.ui.chart;

import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.awt.BasicStroke;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.geom.Line2D;
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
 * with the view is kept as an image ({@link TachogramPicture}); where one points is painted over
 * it. There is no pacer here that would have to be kept free, so it is painted where it is shown.
 * EDT only.
 */
public final class SessionTachogram extends JPanel {
  @Serial private static final long serialVersionUID = 1;
  private static final double WHEEL = 1.25;

  /** Doubtful beats further out than this, in bpm, stand at the edge. */
  private static final double DOUBTFUL_ROOM = 12;

  /** A drag of fewer pixels is a click. */
  private static final int STILL = 3;

  private final transient Words words;
  private transient HeartTrack track;
  private transient @Nullable HeartTrack other;
  private transient Scale up = new Scale(50, 90, 10);
  private transient TimeView view = TimeView.whole(1);
  private double cursor = Double.NaN;
  private int chosen = -1;
  private transient Listener listener = new Listener() {};
  private transient @Nullable BufferedImage image;
  private transient @Nullable Object imageOf;
  private boolean stale = true;

  /** What a person does here. */
  public interface Listener {
    /** A moment was pointed at. */
    default void pointed(double atSeconds) {}

    /** A doubtful beat was chosen. */
    default void chose(int interval) {}
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
    view = TimeView.whole(track.endSeconds());
    show(track, null);
  }

  /** Tells somebody of what a person does. */
  public void listen(Listener next) {
    listener = next;
  }

  /** Shows a recording, and maybe another one on the same axis, without moving. */
  public void show(HeartTrack next, @Nullable HeartTrack beside) {
    assert Edt.here() : Edt.who();
    boolean all = view.isWhole();
    track = next;
    other = beside;
    up = scale();
    stale = true;
    double end = tracks().stream().mapToDouble(HeartTrack::endSeconds).max().orElse(1);
    view = all ? TimeView.whole(end) : new TimeView(view.from(), view.to(), end).panned(0);
    repaint();
  }

  private Scale scale() {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (HeartTrack each : tracks()) {
      double low = each.lowest(0, each.size());
      if (!Double.isNaN(low)) {
        least = Math.min(least, low);
        most = Math.max(most, each.highest(0, each.size()));
      }
    }
    if (least > most) {
      return up;
    }
    double bottom = least;
    double top = most;
    for (int i : track.doubtful()) {
      double bpm = track.bpm(i);
      if (bpm > least - DOUBTFUL_ROOM && bpm < most + DOUBTFUL_ROOM) {
        bottom = Math.min(bottom, bpm);
        top = Math.max(top, bpm);
      }
    }
    return Scale.around(bottom - 1, top + 1, 15, 6);
  }

  private List<HeartTrack> tracks() {
    HeartTrack beside = other;
    return beside == null ? List.of(track) : List.of(beside, track);
  }

  /** The same part, moment and beat as on another chart of the same recording. */
  public void like(SessionTachogram before) {
    view = before.view;
    cursor = before.cursor;
    chosen = before.chosen;
    stale = true;
  }

  /** Shows all of it. */
  public void whole() {
    look(TimeView.whole(view.end()));
  }

  /** Whether all of it is shown. */
  public boolean isWhole() {
    return view.isWhole();
  }

  /** Where the part that is shown begins, in seconds. */
  public double fromSeconds() {
    return view.from();
  }

  /** Where it ends. */
  public double toSeconds() {
    return view.to();
  }

  /** Moves by a share of what is shown, to the right where positive. */
  public void pan(double share) {
    look(view.panned(share));
  }

  /** Magnifies around a moment: {@code factor} above 1 shows less. */
  public void magnify(double factor, double aroundSeconds) {
    look(view.magnified(factor, aroundSeconds));
  }

  /** Magnifies around the chosen moment, or the middle. */
  public void magnify(double factor) {
    magnify(factor, view.shows(cursor) ? cursor : (view.from() + view.to()) / 2);
  }

  private void look(TimeView next) {
    if (!next.equals(view)) {
      view = next;
      stale = true;
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
    look(view.showing(cursor));
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
    return Math.max(view.from(), Math.min(view.to(), view.from() + share * view.span()));
  }

  private TachogramPicture picture() {
    return new TachogramPicture(track, other, view, up, plot(), Palette.current(), words);
  }

  private DoubtRings rings() {
    return new DoubtRings(track, view, up, plot());
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
    if (kept == null || stale || !of.equals(imageOf)) {
      kept = paint(sized(width, height), pixels * Zoom.factor());
      image = kept;
      imageOf = of;
      stale = false;
    }
    screen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    screen.drawImage(kept, 0, 0, getWidth(), getHeight(), null);
    Graphics2D g = Zoom.graphics(graphics);
    over(g, Palette.current());
    g.dispose();
  }

  /** The image that was there before, where it has the right size: a drag paints many. */
  private BufferedImage sized(int width, int height) {
    BufferedImage before = image;
    if (before == null || before.getWidth() != width || before.getHeight() != height) {
      before = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    }
    return before;
  }

  private BufferedImage paint(BufferedImage next, double pixels) {
    Graphics2D raw = next.createGraphics();
    Graphics2D g = Card.smooth(raw);
    raw.dispose();
    g.setColor(Palette.current().surface());
    g.fillRect(0, 0, next.getWidth(), next.getHeight());
    g.scale(pixels, pixels);
    picture().paint(g, pixels);
    g.dispose();
    return next;
  }

  /** What changes without the view: where one points, what is chosen, the keyboard. */
  private void over(Graphics2D g, Palette palette) {
    Rectangle plot = plot();
    if (view.shows(cursor)) {
      double x = picture().axes(g).x(cursor);
      g.setColor(palette.text());
      g.setStroke(new BasicStroke(1.2f));
      g.draw(new Line2D.Double(x, plot.y, x, plot.getMaxY()));
    }
    rings().drawChosen(g, chosen, palette);
    if (isFocusOwner()) {
      g.setColor(palette.teal());
      g.setStroke(new BasicStroke(2));
      g.draw(
          new Rectangle2D.Double(plot.x - 1.0, plot.y - 1.0, plot.width + 2.0, plot.height + 2.0));
    }
  }

  private final class Mouse extends MouseAdapter {
    private int pressedX;
    private double pressedFrom;
    private boolean dragging;

    @Override
    public void mousePressed(MouseEvent event) {
      requestFocusInWindow();
      pressedX = event.getX();
      pressedFrom = view.from();
      dragging = false;
    }

    @Override
    public void mouseDragged(MouseEvent event) {
      dragging |= Math.abs(event.getX() - pressedX) > STILL;
      if (dragging) {
        double perPixel = view.span() / (plot().width * Zoom.factor());
        look(view.startingAt(pressedFrom - (event.getX() - pressedX) * perPixel));
      }
    }

    @Override
    public void mouseReleased(MouseEvent event) {
      if (dragging) {
        return;
      }
      int doubt = rings().at(event.getX() / Zoom.factor(), event.getY() / Zoom.factor());
      choose(doubt);
      if (doubt >= 0) {
        listener.chose(doubt);
      } else {
        point(secondsAt(event.getX()));
        listener.pointed(cursor);
      }
    }

    @Override
    public void mouseWheelMoved(MouseWheelEvent event) {
      double turns = event.getPreciseWheelRotation();
      if (event.isShiftDown()) {
        pan(0.1 * turns);
      } else {
        magnify(Math.pow(WHEEL, -turns), secondsAt(event.getX()));
      }
    }
  }
}
