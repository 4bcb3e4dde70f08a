package app.downshift.ui.therapist;

import app.downshift.sensor.SensorTraits.Intervals;
import app.downshift.session.Command;
import app.downshift.session.SessionState;
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
import app.downshift.ui.live.DimmerBar;
import app.downshift.ui.live.EndPanel;
import app.downshift.ui.live.NoteField;
import app.downshift.ui.live.Notice;
import app.downshift.ui.live.NoticeArea;
import app.downshift.ui.live.PaceWords;
import app.downshift.ui.live.PacerView;
import app.downshift.ui.live.SessionScreen;
import app.downshift.ui.live.SymptomCheck;
import app.downshift.ui.live.Tile;
import app.downshift.ui.live.TileWords;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Chip;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Keys;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Text;
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
import javax.swing.KeyStroke;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/**
 * A live session as its therapist sees it: all that the client's own screen has, the spectrum
 * beside the swing, what the figures rest on, every beat, the phases, and keys for marks. For a
 * projector it is made of a {@link HiddenName}. EDT only.
 */
public final class TherapistScreen extends JPanel implements SessionScreen {
  private static final int FRAME_MILLIS = 16;
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
  private final JPanel left;
  private final EndPanel end;
  private final PacerView pacer;
  private final Text rate = new Text(" ", Type.REGULAR.of(15), Palette::text);
  private final CentredLines manner =
      new CentredLines(Type.REGULAR.of(13), Palette::secondary).atLeast(2);
  private final NoticeArea notices = new NoticeArea();
  private final DimmerBar dimmer;
  private final PhaseList phases;
  private final Controls controls;
  private final NoteField note;
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
  private final Timer frames = new Timer(FRAME_MILLIS, event -> tick(System.nanoTime()));
  private boolean turned;
  private transient @Nullable SessionView shown;

  /**
   * Where one can go from here.
   *
   * @param left called once the person is done
   * @param looks called to change how things look
   * @param client called to open or close the client's window
   * @param projector called to hide the name, or to show it again
   * @param live called to go back to the client's own screen
   */
  public record Ways(
      Runnable left, Runnable looks, Runnable client, Runnable projector, Runnable live) {}

  /**
   * @param charts paints charts, one at a time; not the EDT
   * @param projector whether other people look on: {@code running} is then without a name
   */
  public TherapistScreen(
      Desk.Running running,
      Executor charts,
      Words words,
      Desk.Preferences looks,
      TherapistSettings settings,
      boolean projector,
      Ways ways) {
    this(running, charts, words, looks, settings, projector, ways, new Tachogram(words));
  }

  private TherapistScreen(
      Desk.Running running,
      Executor charts,
      Words words,
      Desk.Preferences looks,
      TherapistSettings settings,
      boolean projector,
      Ways ways,
      Tachogram tachogram) {
    super(
        new MigLayout(
            "insets 0 20 20 20, gap 0, fill, hidemode 3", "[28%!]14[grow,fill]", "[]4[grow,fill]"));
    this.running = running;
    this.charts = charts;
    this.words = words;
    this.settings = settings;
    this.projector = projector;
    this.ways = ways;
    this.tachogram = tachogram;
    banner = new Banner(words);
    pacer = new PacerView(words, looks.pacer(), looks.reducedMotion());
    dimmer = new DimmerBar(words);
    phases = new PhaseList(words);
    controls = new Controls(words, running::send, this::askForMark);
    note =
        new NoteField(
            words,
            (text, moment) -> running.send(new Command.AddMarker(text, moment)),
            this::noteClosed);
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
    add(banner, "span, growx, wmin 0, wrap");
    add(left, "cell 0 1, grow, wmin 0");
    add(end, "cell 0 1, grow, wmin 0");
    add(rightSide(), "cell 1 1, grow, wmin 0");
    controls.bindKeys(this);
    markers.bindKeys(this);
    bind('b', beats::takeFocus);
    bind('f', this::turn);
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

  private void bind(char letter, Runnable action) {
    Keys.bind(this, this, KeyStroke.getKeyStroke(letter), action);
    Keys.bind(this, this, KeyStroke.getKeyStroke(Character.toUpperCase(letter)), action);
  }

  private ChartCard card(String title, String how, Drawing drawing, int above, long every) {
    Insets around = new Insets(above, Type.px(44), Type.px(above + 14), Type.px(ChartCard.RIGHT));
    return new ChartCard(
        words.text(title), words.text(how), new ChartCanvas(drawing, around, every, charts));
  }

  private JPanel leftSide() {
    Card breath =
        new Card(
            new MigLayout(
                "insets 12 18 12 18, gap 0, fill, hidemode 3",
                "[grow,fill]",
                "[grow 200,fill]4[%d!]2[%d::]6[]".formatted(Type.px(20), Type.px(70))));
    breath.add(pacer, "grow, wmin 0, height 80:300:, wrap");
    breath.add(rate, "alignx center, growx 0, wrap");
    breath.add(manner, "cell 0 2, top, growx, wmin 0");
    breath.add(notices, "cell 0 2, top, growx, wmin 0");
    breath.add(dimmer, "cell 0 3, growx, wmin 0");
    Card protocol =
        new Card(
            new MigLayout(
                "insets 12 10 12 10, gap 0, fill, hidemode 3", "[grow,fill]", "[grow,fill]10[]"));
    protocol.add(phases, "grow, gapleft 6, gapright 6, wmin 0, wrap");
    protocol.add(controls, "cell 0 1, growx, wmin 0");
    protocol.add(note, "cell 0 1, growx, wmin 0");
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
  public void begin() {
    resume();
    takeFocus();
  }

  @Override
  public void resume() {
    assert Edt.here() : Edt.who();
    tick(System.nanoTime());
    frames.start();
  }

  @Override
  public void end() {
    assert Edt.here() : Edt.who();
    frames.stop();
  }

  @Override
  public void takeFocus() {
    if (end.isVisible()) {
      end.takeFocus();
    } else if (note.isVisible()) {
      note.takeFocus();
    } else {
      controls.takeFocus();
    }
  }

  @Override
  public TherapistScreen again(Words spoken, Desk.Preferences looks) {
    assert Edt.here() : Edt.who();
    var next =
        new TherapistScreen(
            running, charts, spoken, looks, settings, projector, ways, tachogram.in(spoken));
    if (note.isVisible()) {
      next.controls.setVisible(false);
      next.note.resume(note);
    } else {
      next.controls.show(running.view().snapshot());
      next.controls.resume(controls);
    }
    next.turned = turned;
    next.check.resume(check);
    next.beats.show(running.view().snapshot());
    next.beats.resume(beats);
    return next;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // a view is new when it is another object
  public void tick(long nanos) {
    assert Edt.here() : Edt.who();
    SessionView view = running.view();
    Snapshot snapshot = view.snapshot();
    boolean ended = snapshot.state() instanceof SessionState.Ended;
    long micros = ended ? snapshot.atMicros() : view.time().microsAt(nanos);
    SessionView before = shown;
    boolean newBeat =
        before == null || before.snapshot().counts().beats() != snapshot.counts().beats();
    if (view != before) {
      shown = view;
      show(view, before == null, ended);
    }
    if (!ended) {
      breathe(snapshot, micros);
    }
    arrange();
    heart.canvas().offer(snapshot, micros, nanos, newBeat);
    response.canvas().offer(snapshot, micros, nanos, before == null);
    swing.canvas().offer(snapshot, micros, nanos, before == null);
    spectrum.canvas().offer(snapshot, micros, nanos, before == null);
  }

  private void breathe(Snapshot snapshot, long micros) {
    pacer.show(snapshot, micros);
    PaceWords now = PaceWords.of(snapshot, micros, words);
    rate.setText(now.rate().isEmpty() ? " " : now.rate());
    manner.say(now.ownPace().isEmpty() ? now.strokes() : now.ownPace());
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
    List<Notice> now = Notice.of(view, words);
    notices.show(now);
    manner.setVisible(now.isEmpty());
    dimmer.show(snapshot);
    phases.show(snapshot);
    controls.show(snapshot);
    signal.show(snapshot);
    beats.show(snapshot);
    markers.show(snapshot);
    ask(snapshot, over);
    if (over && !end.isVisible()) {
      end.show(view);
      left.setVisible(false);
      end.setVisible(true);
      end.takeFocus();
    }
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
    running.send(new Command.AddMarker(text, now()));
  }

  private long now() {
    return running.view().time().microsAt(System.nanoTime());
  }

  private void askForMark() {
    if (!note.isVisible()) {
      long moment = now();
      controls.setVisible(false);
      note.open(moment);
    }
  }

  private void noteClosed() {
    controls.setVisible(true);
    takeFocus();
  }

  @Override
  protected void paintComponent(Graphics g) {
    g.setColor(Palette.current().background());
    g.fillRect(0, 0, getWidth(), getHeight());
  }
}
