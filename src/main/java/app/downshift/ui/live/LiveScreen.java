package app.downshift.ui.live;

import app.downshift.sensor.SensorTraits.Intervals;
import app.downshift.session.SessionView;
import app.downshift.ui.Desk;
import app.downshift.ui.Recording;
import app.downshift.ui.Sounding;
import app.downshift.ui.chart.ChartCanvas;
import app.downshift.ui.chart.ChartCard;
import app.downshift.ui.chart.Drawing;
import app.downshift.ui.chart.ResponseChart;
import app.downshift.ui.chart.SpectrumChart;
import app.downshift.ui.chart.SwingChart;
import app.downshift.ui.chart.Tachogram;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Keys;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.QuietButton;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import java.awt.Graphics;
import java.awt.Insets;
import java.io.Serial;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javax.swing.JComponent;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/**
 * One session or replay on screen. A timer looks at the newest view every frame: the pacer moves by
 * nanoTime, figures change when the snapshot does, charts are offered to the charts thread. EDT
 * only.
 */
public final class LiveScreen extends JPanel implements SessionScreen {
  private static final long QUARTER_SECOND = 250_000_000;
  private static final long SECOND = 1_000_000_000;

  @Serial private static final long serialVersionUID = 1;

  private final transient Desk.Running running;
  private final transient Executor charts;
  private final transient Words words;
  private final transient Sounding sounding;
  private final transient Runnable left;
  private final transient Runnable settings;
  private final transient Tachogram tachogram;
  private final Header header;
  private final PacerPanel pacer;
  private final EndPanel end;
  private final transient RatingRound ratings;
  private final transient RatingRound.Asked asked;
  private final JPanel both;

  private final transient List<Tile> tiles;
  private final ChartCard heart;
  private final ChartCard response;
  private final ChartCard swing;
  private final ChartCard spectrum;
  private final transient Frames frames;
  private transient @Nullable Runnable reviewed;
  private transient @Nullable PaceSuggestion suggestion;

  /**
   * @param charts paints charts, one at a time; not the EDT
   * @param sounding turned on and off here; not in replays
   * @param asked what was asked in this session on other screens of it
   * @param left called once the person is done here
   * @param settings called when the person wants to change how things look
   */
  public LiveScreen(
      Desk.Running running,
      Executor charts,
      Words words,
      Desk.Preferences looks,
      Sounding sounding,
      RatingRound.Asked asked,
      Runnable left,
      Runnable settings) {
    this(running, charts, words, looks, sounding, asked, left, settings, tachogram(running, words));
  }

  private LiveScreen(
      Desk.Running running,
      Executor charts,
      Words words,
      Desk.Preferences looks,
      Sounding sounding,
      RatingRound.Asked asked,
      Runnable left,
      Runnable settings,
      Tachogram tachogram) {
    super(
        new MigLayout(
            "insets 0 24 24 24, gap 0, fill, wrap 1, hidemode 3",
            "[grow,fill]",
            "[76!][grow,fill]"));
    this.running = running;
    this.charts = charts;
    this.words = words;
    this.sounding = sounding;
    this.asked = asked;
    this.left = left;
    this.settings = settings;
    this.tachogram = tachogram;
    header = new Header(words, settings);
    pacer = new PacerPanel(words, looks, running, sounding, left);
    end = new EndPanel(words, left);
    tiles = Stream.generate(() -> new Tile(words)).limit(4).toList();
    heart = card("chart.heart", tachogram, 12, QUARTER_SECOND);
    response = card("chart.response", new ResponseChart(words), 10, SECOND);
    swing = card("chart.swing", new SwingChart(words), 10, SECOND);
    spectrum = card("chart.spectrum", new SpectrumChart(words), 10, SECOND);
    swing.with(new QuietButton(words.text("chart.swing.more"), 12, this::turnThird));
    spectrum.with(new QuietButton(words.text("chart.spectrum.more"), 12, this::turnThird));
    spectrum.setVisible(false);
    both =
        new JPanel(
            new MigLayout("insets 0, gap 0, fill", "[37.5%+18!]20[grow,fill]", "[grow,fill]"));
    both.setOpaque(false);
    both.add(leftSide(), "grow, wmin 0");
    both.add(rightSide(), "grow, wmin 0");
    ratings = new RatingRound(words, running, asked, this::asksOrNot);
    frames = new Frames(running, this::look);
    add(header, "cell 0 0, grow, wmin 0");
    add(both, "cell 0 1, grow, wmin 0");
    add(ratings.panel(), "cell 0 1, grow, wmin 0");
    pacer.bindKeys(this);
    Keys.letter(this, this, 'f', this::turnThird);
    Keys.letter(this, this, 'r', this::review);
  }

  /** Offers to look at the recording: at the end of a session, and while one is replayed. */
  public void offerReview(Runnable look) {
    assert Edt.here() : Edt.who();
    reviewed = look;
    end.offerReview(look);
    pacer.offerReview(look);
    if (running.recording().orElse(null) instanceof Recording.Kept kept) {
      end.keptWith(kept.code());
    }
  }

  /** Offers a pace that was found, and keeps one that is. */
  public void suggest(PaceSuggestion paces) {
    assert Edt.here() : Edt.who();
    suggestion = paces;
    end.suggest(paces);
    pacer.suggest(paces);
  }

  private void review() {
    if (end.isVisible()) {
      end.review();
    } else {
      pacer.review();
    }
  }

  @Override
  public LiveScreen again(Words spoken, Desk.Preferences looks) {
    assert Edt.here() : Edt.who();
    LiveScreen next =
        new LiveScreen(
            running, charts, spoken, looks, sounding, asked, left, settings, tachogram.in(spoken));
    if (spectrum.isVisible()) {
      next.turnThird();
    }
    next.pacer.resume(pacer);
    next.ratings.resume(ratings);
    next.arrange();
    if (reviewed != null) {
      next.offerReview(reviewed);
    }
    if (suggestion != null) {
      next.suggest(suggestion);
    }
    return next;
  }

  private static Tachogram tachogram(Desk.Running running, Words words) {
    return running instanceof Desk.Replaying replaying
        ? new Tachogram(words, replaying.tape())
        : new Tachogram(words);
  }

  private ChartCard card(String key, Drawing drawing, int above, long every) {
    Insets around = new Insets(above, Type.px(50), Type.px(above + 14), Type.px(ChartCard.RIGHT));
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
                "insets 0, gap 0, fill, wrap 4, hidemode 3",
                "[grow,fill,sg]12[grow,fill,sg]12[grow,fill,sg]12[grow,fill,sg]",
                "[%d:%d:%d]8:16:16[grow 262,shrink 220,fill]8:16:16[grow 206,shrink 170,fill]8:16:16[grow 180,shrink 120,fill]"
                    .formatted(Tile.lowest(), Type.px(104), Type.px(104))));
    side.setOpaque(false);
    tiles.forEach(tile -> side.add(tile, "grow, wmin 0, width 0:100:"));
    side.add(heart, "cell 0 1, span, grow, height 0:262:");
    side.add(response, "cell 0 2, span, grow, height 0:206:");
    side.add(swing, "cell 0 3, span, grow, height 0:180:");
    side.add(spectrum, "cell 0 3, span, grow, height 0:180:");
    return side;
  }

  @Override
  public JComponent component() {
    return this;
  }

  @Override
  public void resume() {
    frames.start();
  }

  @Override
  public void takeFocus() {
    if (ratings.asks()) {
      ratings.panel().takeFocus();
    } else if (end.isVisible()) {
      end.takeFocus();
    } else {
      pacer.takeFocus();
    }
  }

  @Override
  public List<String> missing() {
    return TileWords.of(running.view().snapshot(), words).stream()
        .filter(tile -> tile.value().equals(Words.ABSENT))
        .map(tile -> words.text("why.item", tile.title(), tile.detail()))
        .toList();
  }

  @Override
  public void end() {
    frames.stop();
  }

  @Override
  public void tick(long nanos) {
    frames.tick(nanos);
  }

  private void look(Frames.Frame frame) {
    boolean replay = frame.view().mode() == SessionView.Mode.REPLAY;
    if (frame.fresh()) {
      show(frame.view(), frame.first(), frame.ended() && !replay);
    }
    if (!frame.ended() || replay) {
      pacer.breathe(frame.snapshot(), frame.micros());
    }
    frame.beats(heart.canvas());
    frame.course(response.canvas());
    frame.course(third().canvas());
  }

  private void show(SessionView view, boolean first, boolean over) {
    header.show(view);
    pacer.show(view);
    List<TileWords> says = TileWords.of(view.snapshot(), words);
    for (int i = 0; i < tiles.size(); i++) {
      tiles.get(i).show(says.get(i));
    }
    if (first) {
      boolean pulse = view.snapshot().plan().traits().intervals() == Intervals.PULSE;
      heart.note(words.text(pulse ? "chart.heart.pulse" : "chart.heart.note"));
    }
    if (view.mode() == SessionView.Mode.LIVE) {
      ratings.show(view.snapshot());
    }
    if (over && !end.isVisible()) {
      end.show(view);
      pacer.setVisible(false);
      end.setVisible(true);
      takeFocus();
    }
  }

  private void asksOrNot() {
    arrange();
    takeFocus();
  }

  /** While something is asked there is nothing else to look at. */
  private void arrange() {
    both.setVisible(!ratings.asks());
    revalidate();
    repaint();
  }

  private ChartCard third() {
    return spectrum.isVisible() ? spectrum : swing;
  }

  private void turnThird() {
    boolean showsSpectrum = !spectrum.isVisible();
    spectrum.setVisible(showsSpectrum);
    swing.setVisible(!showsSpectrum);
    revalidate();
    repaint();
  }

  @Override
  protected void paintComponent(Graphics g) {
    g.setColor(Palette.current().background());
    g.fillRect(0, 0, getWidth(), getHeight());
  }
}
