package app.downshift.ui.live;

import app.downshift.sensor.SensorTraits.Intervals;
import app.downshift.session.SessionState;
import app.downshift.session.SessionView;
import app.downshift.session.Snapshot;
import app.downshift.ui.Desk;
import app.downshift.ui.chart.ChartCanvas;
import app.downshift.ui.chart.ChartCard;
import app.downshift.ui.chart.Drawing;
import app.downshift.ui.chart.ResponseChart;
import app.downshift.ui.chart.SwingChart;
import app.downshift.ui.chart.Tachogram;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Words;
import java.awt.Graphics;
import java.awt.Insets;
import java.io.Serial;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javax.swing.JPanel;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/**
 * One session or replay on screen. A timer looks at the newest view every frame: the pacer moves by
 * nanoTime, figures change when the snapshot does, charts are offered to the charts thread. EDT
 * only.
 */
public final class LiveScreen extends JPanel {
  /** Between two frames, in ms. */
  private static final int FRAME_MILLIS = 16;

  private static final long QUARTER_SECOND = 250_000_000;
  private static final long SECOND = 1_000_000_000;
  private static final Insets TALL = new Insets(12, 50, 26, 27);
  private static final Insets LOW = new Insets(10, 50, 24, 27);

  @Serial private static final long serialVersionUID = 1;

  private final transient Desk.Running running;
  private final transient Words words;
  private final Header header;
  private final PacerPanel pacer;
  private final EndPanel end;
  private final transient List<Tile> tiles;
  private final ChartCard heart;
  private final ChartCard response;
  private final ChartCard swing;
  private final Timer frames = new Timer(FRAME_MILLIS, event -> tick(System.nanoTime()));
  private transient @Nullable SessionView shown;

  /**
   * @param charts paints charts, one at a time; not the EDT
   * @param reducedMotion whether the pacer shall only change its light
   * @param left called once the person is done here
   */
  public LiveScreen(
      Desk.Running running, Executor charts, Words words, boolean reducedMotion, Runnable left) {
    super(
        new MigLayout(
            "insets 0 24 24 24, gap 0, fill", "[37.5%!]20[grow,fill]", "[76!][grow,fill]"));
    this.running = running;
    this.words = words;
    header = new Header(words);
    pacer = new PacerPanel(words, reducedMotion, running::send, left);
    end = new EndPanel(words, left);
    tiles = Stream.generate(() -> new Tile(words)).limit(4).toList();
    heart = card("chart.heart", new Tachogram(words), TALL, QUARTER_SECOND, charts);
    response = card("chart.response", new ResponseChart(words), LOW, SECOND, charts);
    swing = card("chart.swing", new SwingChart(words), LOW, SECOND, charts);
    add(header, "span, grow, wmin 0, wrap");
    add(leftSide(), "grow, wmin 0");
    add(rightSide(), "grow, wmin 0");
    pacer.bindKeys(this);
  }

  private ChartCard card(String key, Drawing drawing, Insets around, long every, Executor charts) {
    return new ChartCard(
        words.text(key),
        words.text(key + ".note"),
        new ChartCanvas(drawing, around, every, charts));
  }

  private JPanel leftSide() {
    JPanel side =
        new JPanel(
            new MigLayout("insets 0, gap 0, fill, hidemode 3", "[grow,fill]", "[grow,fill]"));
    side.setOpaque(false);
    side.add(pacer, "cell 0 0, grow, wmin 0");
    side.add(end, "cell 0 0, grow, wmin 0");
    return side;
  }

  private JPanel rightSide() {
    JPanel side =
        new JPanel(
            new MigLayout(
                "insets 0, gap 0, fill, wrap 4",
                "[grow,fill,sg]12[grow,fill,sg]12[grow,fill,sg]12[grow,fill,sg]",
                "[104!]16[grow 262,fill]16[grow 206,fill]16[grow 180,fill]"));
    side.setOpaque(false);
    tiles.forEach(tile -> side.add(tile, "grow, wmin 0, width 0:100:"));
    side.add(heart, "span, grow, height 0:262:");
    side.add(response, "span, grow, height 0:206:");
    side.add(swing, "span, grow, height 0:180:");
    return side;
  }

  /** Starts looking, and puts the keyboard on the buttons. */
  public void begin() {
    assert Edt.here() : Edt.who();
    tick(System.nanoTime());
    frames.start();
    pacer.takeFocus();
  }

  /** Stops looking. */
  public void end() {
    assert Edt.here() : Edt.who();
    frames.stop();
  }

  /** Shows the newest view as it is at {@code nanos}. */
  @SuppressWarnings(
      "ReferenceEquality") // a view is new when it is another object; equals would walk it
  public void tick(long nanos) {
    assert Edt.here() : Edt.who();
    SessionView view = running.view();
    Snapshot snapshot = view.snapshot();
    boolean ended = snapshot.state() instanceof SessionState.Ended;
    long micros = ended ? snapshot.atMicros() : view.time().microsAt(nanos);
    boolean newBeat = isNewBeat(snapshot);
    if (view != shown) {
      show(view, ended);
    }
    if (!ended) {
      pacer.breathe(snapshot, micros);
    }
    heart.canvas().offer(snapshot, micros, nanos, newBeat);
    response.canvas().offer(snapshot, micros, nanos, false);
    swing.canvas().offer(snapshot, micros, nanos, false);
  }

  private void show(SessionView view, boolean ended) {
    SessionView before = shown;
    boolean endedBefore = before != null && before.snapshot().state() instanceof SessionState.Ended;
    shown = view;
    header.show(view);
    pacer.show(view);
    List<TileWords> says = TileWords.of(view.snapshot(), words);
    for (int i = 0; i < tiles.size(); i++) {
      tiles.get(i).show(says.get(i));
    }
    if (before == null) {
      boolean pulse = view.snapshot().plan().traits().intervals() == Intervals.PULSE;
      heart.note(words.text(pulse ? "chart.heart.pulse" : "chart.heart.note"));
    }
    if (ended && !endedBefore) {
      end.show(view);
      pacer.setVisible(false);
      end.setVisible(true);
      end.takeFocus();
    }
  }

  private boolean isNewBeat(Snapshot snapshot) {
    SessionView before = shown;
    return before == null || before.snapshot().counts().beats() != snapshot.counts().beats();
  }

  @Override
  protected void paintComponent(Graphics g) {
    g.setColor(Palette.current().background());
    g.fillRect(0, 0, getWidth(), getHeight());
  }
}
