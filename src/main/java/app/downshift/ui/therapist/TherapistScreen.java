package app.downshift.ui.therapist;

import app.downshift.sensor.SensorTraits.Intervals;
import app.downshift.session.Command;
import app.downshift.session.SessionView;
import app.downshift.session.Snapshot;
import app.downshift.ui.Desk;
import app.downshift.ui.chart.ChartCanvas;
import app.downshift.ui.chart.ChartCard;
import app.downshift.ui.chart.Drawing;
import app.downshift.ui.chart.ResponseChart;
import app.downshift.ui.chart.SpectrumChart;
import app.downshift.ui.chart.SwingChart;
import app.downshift.ui.chart.Tachogram;
import app.downshift.ui.live.EndPanel;
import app.downshift.ui.live.Frames;
import app.downshift.ui.live.PaceSuggestion;
import app.downshift.ui.live.RatingRound;
import app.downshift.ui.live.SessionScreen;
import app.downshift.ui.live.SymptomCheck;
import app.downshift.ui.live.Tile;
import app.downshift.ui.live.TileWords;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Chip;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Keys;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
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
 * A live session as its therapist sees it: all that the client's own screen has, the spectrum
 * beside the swing, what the figures rest on, every beat, the phases, and keys for marks. For a
 * projector it is made of a {@link HiddenName}. EDT only.
 */
public final class TherapistScreen extends JPanel implements SessionScreen {
  private static final long QUARTER_SECOND = 250_000_000;
  private static final long SECOND = 1_000_000_000;

  /** Below this height, in letters of the usual size, three charts are too low to be read. */
  private static final int LOW = 640;

  @Serial private static final long serialVersionUID = 1;

  private final transient Desk.Running running;
  private final transient Executor charts;
  private final transient Words words;
  private final transient TherapistSettings settings;
  private final boolean projector;
  private final transient Ways ways;
  private final transient Tachogram tachogram;
  private final Banner banner;
  private final JPanel body =
      new JPanel(
          new MigLayout("insets 0, gap 0, fill, hidemode 3", "[28%!]14[grow,fill]", "[grow,fill]"));
  private final JPanel left;
  private final EndPanel end;
  private final BreathCard breath;
  private final ProtocolCard protocol;
  private final transient RatingRound ratings;
  private final transient RatingRound.Asked asked;
  private final transient List<Tile> tiles;
  private final ChartCard heart;
  private final ChartCard response;
  private final ChartCard swing;
  private final ChartCard spectrum;
  private final Card question = new Card(new MigLayout("insets 12 18 12 18, fill", "[grow,fill]"));
  private final SymptomCheck check;
  private final SignalCard signal;
  private final BeatList beats;
  private final MarkerKeys markers;
  private final transient Frames frames;
  private boolean turned;
  private transient @Nullable PaceSuggestion suggestion;

  /**
   * Where one can go from here.
   *
   * @param left called once the person is done
   * @param looks called to change how things look
   * @param client called to open or close the client's window
   * @param projector called to hide the name, or to show it again
   * @param live called to go back to the client's own screen
   * @param review called to look at the recording at the end
   */
  public record Ways(
      Runnable left,
      Runnable looks,
      Runnable client,
      Runnable projector,
      Runnable live,
      Runnable review) {}

  /**
   * @param charts paints charts, one at a time; not the EDT
   * @param asked what was asked in this session on other screens of it
   * @param projector whether other people look on: {@code running} is then without a name, and no
   *     rating is asked for
   */
  public TherapistScreen(
      Desk.Running running,
      Executor charts,
      Words words,
      Desk.Preferences looks,
      TherapistSettings settings,
      RatingRound.Asked asked,
      boolean projector,
      Ways ways) {
    this(running, charts, words, looks, settings, asked, projector, ways, new Tachogram(words));
  }

  private TherapistScreen(
      Desk.Running running,
      Executor charts,
      Words words,
      Desk.Preferences looks,
      TherapistSettings settings,
      RatingRound.Asked asked,
      boolean projector,
      Ways ways,
      Tachogram tachogram) {
    super(
        new MigLayout(
            "insets 0 20 20 20, gap 0, fill, hidemode 3", "[grow,fill]", "[]4[grow,fill]"));
    this.running = running;
    this.charts = charts;
    this.words = words;
    this.settings = settings;
    this.asked = asked;
    this.projector = projector;
    this.ways = ways;
    this.tachogram = tachogram;
    banner = new Banner(words);
    breath = new BreathCard(words, looks, running::send, this::turnSheet);
    protocol = new ProtocolCard(words, running);
    ratings = new RatingRound(words, running, asked, this::asksOrNot);
    frames = new Frames(running, this::look);
    end = new EndPanel(words, ways.left());
    check = new SymptomCheck(words, running::send);
    tiles = Stream.generate(() -> new Tile(words)).limit(4).toList();
    heart = card("chart.heart", "chart.heart.note", tachogram, 12, QUARTER_SECOND);
    response =
        card("therapist.response", "therapist.response.note", new ResponseChart(words), 10, SECOND);
    swing = card("therapist.swing", "therapist.swing.note", new SwingChart(words), 10, SECOND);
    spectrum =
        card("therapist.spectrum", "therapist.spectrum.note", new SpectrumChart(words), 10, SECOND);
    signal = new SignalCard(words);
    beats =
        new BeatList(words, (beat, ruling) -> running.send(new Command.RuleOnMarks(beat, ruling)));
    markers = new MarkerKeys(words, settings.markers(words), this::mark);
    question.add(check, "wmin 0");
    question.setVisible(false);
    offers();
    left = leftSide();
    body.setOpaque(false);
    body.add(left, "cell 0 0, grow, wmin 0");
    body.add(end, "cell 0 0, grow, wmin 0");
    body.add(rightSide(), "cell 1 0, grow, wmin 0");
    add(banner, "growx, wmin 0, wrap");
    add(body, "cell 0 1, grow, wmin 0");
    add(ratings.panel(), "cell 0 1, grow, wmin 0");
    breath.bindKeys(this);
    protocol.bindKeys(this);
    markers.bindKeys(this);
    Keys.letter(this, body, 'b', beats::takeFocus);
    Keys.letter(this, body, 'f', this::turn);
    Keys.letter(this, breath, words.text("action.key.pace"), this::turnSheet);
    if (!projector) {
      end.offerReview(ways.review());
      Keys.letter(this, end, 'r', end::review);
    }
  }

  /** Offers a pace that was found, and keeps one that is. */
  public void suggest(PaceSuggestion paces) {
    assert Edt.here() : Edt.who();
    suggestion = paces;
    end.suggest(paces);
    protocol.suggest(paces);
  }

  private void offers() {
    if (!projector) {
      banner.offer("therapist.view.client", "C", ways.client());
    }
    banner.offer(
        projector ? "therapist.view.named" : "therapist.view.projector", "H", ways.projector());
    if (!projector) {
      banner.offer("therapist.view.live", "T", ways.live());
    }
    banner.offer("therapist.view.looks", words.text("action.key.settings"), ways.looks());
  }

  private ChartCard card(String title, String how, Drawing drawing, int above, long every) {
    Insets around = new Insets(above, Type.px(44), Type.px(above + 14), Type.px(ChartCard.RIGHT));
    return new ChartCard(
        words.text(title), words.text(how), new ChartCanvas(drawing, around, every, charts));
  }

  private JPanel leftSide() {
    JPanel side =
        new JPanel(
            new MigLayout(
                "insets 0, gap 0, fill", "[grow,fill]", "[grow 300,fill]8[grow 40,fill]"));
    side.setOpaque(false);
    side.add(breath, "grow, wmin 0, wrap");
    side.add(protocol, "grow, wmin 0");
    return side;
  }

  private JPanel rightSide() {
    JPanel pictures =
        new JPanel(
            new MigLayout(
                "insets 0, gap 0, fill, hidemode 3",
                "[grow,fill,sg]10[grow,fill,sg]",
                "[grow 240,fill]8[grow 190,fill]8[grow 170,fill]"));
    pictures.setOpaque(false);
    pictures.add(heart, "cell 0 0, span 2 1, grow, wmin 0, height 0:230:");
    pictures.add(response, "cell 0 1, span 2 1, grow, wmin 0, height 0:180:");
    pictures.add(swing, "cell 0 2, grow, wmin 0, height 0:165:");
    pictures.add(spectrum, "cell 1 2, grow, wmin 0, height 0:165:");
    pictures.add(question, "cell 0 1, span 2 2, grow, wmin 0");
    JPanel beside =
        new JPanel(new MigLayout("insets 0, gap 0, fill", "[grow,fill]", "[]8[grow,fill]"));
    beside.setOpaque(false);
    beside.add(signal, "growx, wmin 0, wrap");
    beside.add(beats, "grow, wmin 0, hmin 0, height 0:360:");
    JPanel row =
        new JPanel(
            new MigLayout(
                "insets 0, gap 0",
                "[grow,fill,sg]12[grow,fill,sg]12[grow,fill,sg]12[grow,fill,sg]",
                "[grow,fill]"));
    row.setOpaque(false);
    tiles.forEach(tile -> row.add(tile, "grow, wmin 0, width 0:100:"));
    JPanel side =
        new JPanel(
            new MigLayout(
                "insets 0, gap 0, fill",
                "[grow,fill]10[%d!]".formatted(Type.px(246)),
                "[%d!]8[grow,fill]8[]".formatted(Tile.lowest())));
    side.setOpaque(false);
    side.add(row, "cell 0 0, span 2 1, grow, wmin 0");
    side.add(pictures, "cell 0 1, grow, wmin 0, hmin 0");
    side.add(beside, "cell 1 1, grow, wmin 0, hmin 0");
    side.add(markers, "cell 0 2, span 2 1, growx, wmin 0");
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
  public void end() {
    frames.stop();
  }

  @Override
  public void takeFocus() {
    if (ratings.asks()) {
      ratings.panel().takeFocus();
    } else if (end.isVisible()) {
      end.takeFocus();
    } else {
      protocol.takeFocus();
    }
  }

  @Override
  public TherapistScreen again(Words spoken, Desk.Preferences looks) {
    assert Edt.here() : Edt.who();
    var next =
        new TherapistScreen(
            running, charts, spoken, looks, settings, asked, projector, ways, tachogram.in(spoken));
    if (suggestion != null) {
      next.suggest(suggestion);
    }
    next.protocol.resume(protocol, running.view().snapshot());
    next.ratings.resume(ratings);
    next.arrangeBody();
    next.turned = turned;
    next.check.resume(check);
    next.beats.show(running.view().snapshot());
    next.beats.resume(beats);
    return next;
  }

  @Override
  public void tick(long nanos) {
    frames.tick(nanos);
  }

  private void look(Frames.Frame frame) {
    if (frame.fresh()) {
      show(frame.view(), frame.first(), frame.ended());
    }
    if (!frame.ended()) {
      breath.breathe(frame.snapshot(), frame.micros());
    }
    arrange();
    frame.beats(heart.canvas());
    frame.course(response.canvas());
    frame.course(swing.canvas());
    frame.course(spectrum.canvas());
  }

  private void show(SessionView view, boolean first, boolean over) {
    Snapshot snapshot = view.snapshot();
    banner.show(view, projector ? Chip.Tone.CARE : Chip.Tone.GOOD, whose(snapshot));
    List<TileWords> says = TileWords.of(snapshot, words);
    for (int i = 0; i < tiles.size(); i++) {
      tiles.get(i).show(says.get(i));
    }
    if (first && snapshot.plan().traits().intervals() == Intervals.PULSE) {
      heart.note(words.text("chart.heart.pulse"));
    }
    breath.show(view);
    protocol.show(snapshot);
    signal.show(snapshot);
    beats.show(snapshot);
    markers.show(snapshot);
    ask(snapshot, over);
    if (!projector) {
      ratings.show(snapshot);
    }
    if (over && !end.isVisible()) {
      end.show(view);
      left.setVisible(false);
      end.setVisible(true);
      takeFocus();
    }
  }

  private void asksOrNot() {
    arrangeBody();
    takeFocus();
  }

  /** While something is asked there is nothing else to look at. */
  private void arrangeBody() {
    body.setVisible(!ratings.asks());
    revalidate();
    repaint();
  }

  private void turnSheet() {
    protocol.turnSheet(running.view().snapshot(), breath.paced() && !question.isVisible());
  }

  /** A question stands where charts stand otherwise: they can wait for an answer. */
  private void ask(Snapshot snapshot, boolean over) {
    boolean asking = snapshot.prompt().isPresent() && !over;
    if (asking) {
      check.ask(snapshot.prompt().get().question());
    } else {
      check.done();
    }
    question.setVisible(asking);
  }

  /** Where three charts would be too low there are two rows, and F turns the second. */
  private void arrange() {
    boolean low = Zoom.height(this) < Type.px(LOW);
    boolean asking = question.isVisible();
    boolean whole = !asking && (!low || turned);
    boolean breaths = !asking && (!low || !turned);
    if (response.isVisible() != whole || swing.isVisible() != breaths) {
      response.setVisible(whole);
      swing.setVisible(breaths);
      spectrum.setVisible(breaths);
      revalidate();
    }
  }

  private void turn() {
    turned = !turned;
    arrange();
  }

  private String whose(Snapshot snapshot) {
    if (projector) {
      return words.text("therapist.hidden");
    }
    String client = snapshot.plan().client();
    return client.isEmpty() ? words.text("therapist.nobody") : words.text("therapist.of", client);
  }

  private void mark(String text) {
    long moment = running.view().time().microsAt(System.nanoTime());
    running.send(new Command.AddMarker(text, moment));
  }

  @Override
  protected void paintComponent(Graphics g) {
    g.setColor(Palette.current().background());
    g.fillRect(0, 0, getWidth(), getHeight());
  }
}
