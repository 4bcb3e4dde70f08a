package app.downshift.ui.review;

import app.downshift.beat.Marks;
import app.downshift.evidence.SessionEvidence;
import app.downshift.evidence.SessionReview;
import app.downshift.recording.SessionFile;
import app.downshift.sensor.SensorEvent;
import app.downshift.session.SessionEvent;
import app.downshift.session.SessionPlan;
import app.downshift.ui.Desk;
import app.downshift.ui.Recording;
import app.downshift.ui.Room;
import app.downshift.ui.chart.HeartTrack;
import app.downshift.ui.chart.SessionTachogram;
import app.downshift.ui.home.RecordingName;
import app.downshift.ui.theme.ActionButton;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Glyph;
import app.downshift.ui.theme.IconButton;
import app.downshift.ui.theme.Keys;
import app.downshift.ui.theme.Look;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Prose;
import app.downshift.ui.theme.QuietButton;
import app.downshift.ui.theme.Segments;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.awt.Graphics;
import java.io.Serial;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/**
 * One recording looked at afterwards: what it says in words, its whole heart rate to be magnified,
 * its doubtful beats to be accepted or undone, and its figures. The curve is there at once; marks,
 * figures and words follow as they are computed elsewhere. EDT only.
 */
public final class ReviewScreen extends JPanel implements Room {
  @Serial private static final long serialVersionUID = 1;
  private static final double STEP = 0.1;
  private static final double MAGNIFY = 1.6;
  private static final int OFFERED = 8;
  private static final int PAGES = 3;

  private final transient Desk desk;
  private final transient Words words;
  private final transient Exits exits;
  private final transient Recording path;
  private final transient SessionFile file;
  private final transient MarkWords markWords;
  private transient Found found = new Found();

  private final Prose sentence = new Prose("", Type.SEMIBOLD.of(21), Palette::text);
  private final Prose figures = new Prose("", Type.REGULAR.of(13), Palette::secondary);
  private final Prose modesty = new Prose("", Type.REGULAR.of(12), Palette::faint);
  private final SessionTachogram chart;
  private final Text counts = new Text("", Type.REGULAR.of(12), Palette::secondary);
  private final Text chosen = new Text("", Type.REGULAR.of(12), Palette::amber);
  private final QuietButton previous;
  private final QuietButton next;
  private final QuietButton accept;
  private final QuietButton undo;
  private final QuietButton withdraw;
  private final ActionButton compare;
  private final ActionButton replay;
  private final Segments pages;
  private final JPanel figuresPage;
  private final PhaseTable table;
  private final FeltCard felt;
  private final SessionsCard sessions;
  private final BreathPage breath;
  private final MarksPage marks;
  private int page;

  /** Where a person goes from here. */
  public interface Exits {
    /** Back to where everything begins. */
    void leave();

    /** Plays the recording from a moment on. */
    void replay(Recording recording, long fromMicros);

    /** Changes how things look. */
    void settings();
  }

  /** What is known so far; outlives a change of look. */
  private static final class Found {
    private @Nullable SessionReview review;
    private @Nullable HeartTrack track;
    private CompletableFuture<SessionReview> newest = new CompletableFuture<>();
    private @Nullable List<SessionEvidence> others;
    private @Nullable SessionReview beside;
    private String trouble = "";
  }

  public ReviewScreen(Desk desk, Words words, Recording path, SessionFile file, Exits exits) {
    super(
        new MigLayout(
            "insets 0 24 16 24, gap 0, fill, hidemode 3",
            "[grow,fill]",
            "[%d:64:64,shrinkprio 300]0[]10[grow 300,shrinkprio 200,fill]8[]8[grow 330,fill]"
                .formatted(Type.px(46))));
    this.desk = desk;
    this.words = words;
    this.path = path;
    this.file = file;
    this.exits = exits;
    markWords = new MarkWords(words);
    chart = new SessionTachogram(HeartTrack.of(file), words);
    previous = quiet("↑", "review.mark.previous", () -> step(-1));
    next = quiet("↓", "review.mark.next", () -> step(1));
    accept = quiet("review.accept", () -> rule(Marks.Ruling.ACCEPTED));
    undo = quiet("review.undo", () -> rule(Marks.Ruling.UNDONE));
    withdraw = quiet("review.withdraw", () -> rule(Marks.Ruling.WITHDRAWN));
    compare = new ActionButton(words.text("review.compare"), "", this::compareOrNot).low();
    replay =
        new ActionButton(
                words.text("review.replay"), words.text("review.key.replay"), this::replayFromHere)
            .low()
            .leading();
    pages =
        new Segments(
            words.text("review.pages"),
            List.of(
                words.text("review.page.figures"),
                words.text("review.page.breath"),
                words.text("review.page.marks")),
            this::turnTo);
    table = new PhaseTable(words);
    felt = new FeltCard(words);
    sessions = new SessionsCard(words);
    breath = new BreathPage(words);
    marks = new MarksPage(words, this::choose);
    figuresPage = clear("insets 0, gap 16, fill", "[grow 56,fill][grow 22,fill][grow 22,fill]");
    build();
    bindKeys();
    chart.listen(new Pointing());
    refresh();
  }

  private QuietButton quiet(String key, Runnable action) {
    return quiet(words.text(key), key, action);
  }

  private QuietButton quiet(String says, String name, Runnable action) {
    QuietButton button = new QuietButton(says, says.length() > 1 ? 12 : 15, action).plain();
    button.getAccessibleContext().setAccessibleName(words.text(name));
    return button;
  }

  private static JPanel clear(String layout, String columns) {
    JPanel panel = new JPanel(new MigLayout(layout, columns, "[grow,fill]"));
    panel.setOpaque(false);
    return panel;
  }

  private void build() {
    add(header(), "cell 0 0, growx, wmin 0");
    Card verdict =
        new Card(
            new MigLayout(
                "insets 12 22 12 22, gap 0, fillx, wrap 1, hidemode 3", "[grow,fill]", "[]6[]4[]"));
    verdict.add(sentence, "growx, wmin 0");
    verdict.add(figures, "growx, wmin 0");
    verdict.add(modesty, "growx, wmin 0");
    add(verdict, "cell 0 1, growx, wmin 0");
    add(whole(), "cell 0 2, grow, wmin 0, height %d:340:".formatted(Zoom.px(Type.px(118))));
    JPanel row = clear("insets 0, gap 12 0, fill", "[]push[]");
    row.add(pages.low(), "growx 0");
    row.add(
        new Text(words.text("review.keys"), Type.REGULAR.of(11), Palette::faint),
        "growx 0, aligny center, growy 0");
    add(row, "cell 0 3, growx, wmin 0");
    figuresPage.add(table, "grow, wmin 0");
    figuresPage.add(felt, "grow, wmin 0, width 0:240:");
    figuresPage.add(sessions, "grow, wmin 0, width 0:240:");
    for (JComponent each : List.of(figuresPage, breath, marks)) {
      add(each, "cell 0 4, grow, wmin 0");
    }
    turnTo(0);
  }

  private JPanel header() {
    JPanel header = clear("insets 0 8 0 0, gap 12 0, fill, hidemode 3", "[]6[][]push[][][]");
    header.add(new Text(words.text("app.name"), Type.SEMIBOLD.of(18), Palette::text), "growy 0");
    header.add(new Text(about(), Type.REGULAR.of(13), Palette::secondary), "growy 0");
    header.add(
        new IconButton(
                Glyph.SETTINGS,
                words.text("settings.button", words.text("action.key.settings")),
                "",
                exits::settings)
            .quiet(),
        "growy 0");
    header.add(compare, "growy 0");
    header.add(replay, "growy 0");
    header.add(
        new ActionButton(words.text("action.close"), words.text("action.key.escape"), exits::leave)
            .low(),
        "growy 0");
    return header;
  }

  private String about() {
    SessionPlan plan = file.plan();
    List<String> parts = new ArrayList<>();
    if (!plan.client().isEmpty()) {
      parts.add(plan.client());
    }
    parts.add(words.moment(plan.started().atZone(ZoneId.systemDefault()).toLocalDateTime()));
    parts.add(words.text("home.minutes", words.brief(file.endMicros() / 60e6, 0)));
    sensor().ifPresent(parts::add);
    return String.join(" · ", parts);
  }

  /** What the sensor called itself last. */
  private Optional<String> sensor() {
    Optional<String> name = Optional.empty();
    for (SessionEvent event : file.events()) {
      if (event instanceof SessionEvent.Sensed sensed
          && sensed.event() instanceof SensorEvent.Info info
          && info.fields().containsKey("name")) {
        name = Optional.of(info.fields().get("name"));
      }
    }
    return name;
  }

  private Card whole() {
    Card card =
        new Card(
            new MigLayout(
                "insets 8 10 4 6, gap 0, fill, hidemode 3",
                "[]8[]0[]0[]push[][]8[]0[]0[]0[]",
                "[%d!]2[grow,fill]".formatted(Zoom.px(Type.px(24)))));
    card.add(
        new Text(words.text("review.whole"), Type.SEMIBOLD.of(14), Palette::text),
        "cell 0 0, gapleft 12");
    card.add(quiet("−", "review.smaller", () -> chart.magnify(1 / MAGNIFY)), "cell 1 0");
    card.add(quiet("+", "review.larger", () -> chart.magnify(MAGNIFY)), "cell 2 0");
    card.add(quiet("review.all", chart::whole), "cell 3 0");
    card.add(counts, "cell 4 0, alignx right");
    card.add(chosen, "cell 5 0, alignx right");
    card.add(accept, "cell 6 0");
    card.add(undo, "cell 7 0");
    card.add(withdraw, "cell 8 0");
    card.add(previous, "cell 9 0, split 2");
    card.add(next, "cell 9 0, gapright 12");
    card.add(chart, "cell 0 1, span, grow, wmin 0, hmin 0");
    return card;
  }

  private void bindKeys() {
    key("ESCAPE", exits::leave);
    key("LEFT", () -> chart.pan(-STEP));
    key("RIGHT", () -> chart.pan(STEP));
    key("shift LEFT", () -> chart.pan(-1));
    key("shift RIGHT", () -> chart.pan(1));
    key("HOME", () -> chart.pan(-1e6));
    key("END", () -> chart.pan(1e6));
    key("UP", () -> step(-1));
    key("DOWN", () -> step(1));
    typed('+', () -> chart.magnify(MAGNIFY));
    typed('-', () -> chart.magnify(1 / MAGNIFY));
    typed('0', chart::whole);
    letter('a', () -> rule(Marks.Ruling.ACCEPTED));
    letter('u', () -> rule(Marks.Ruling.UNDONE));
    letter('l', () -> rule(Marks.Ruling.WITHDRAWN));
    letter('r', this::replayFromHere);
    letter('f', () -> turnTo((page + 1) % PAGES));
  }

  private void key(String stroke, Runnable action) {
    Keys.bind(this, this, KeyStroke.getKeyStroke(stroke), action);
  }

  private void typed(char letter, Runnable action) {
    Keys.bind(this, this, KeyStroke.getKeyStroke(letter), action);
  }

  private void letter(char small, Runnable action) {
    typed(small, action);
    typed(Character.toUpperCase(small), action);
  }

  @Override
  public JComponent component() {
    return this;
  }

  /** Begins to judge the recording, and puts the keyboard on the curve. */
  @Override
  public void begin() {
    assert Edt.here() : Edt.who();
    takeFocus();
    found.newest = desk.review(file);
    follow(found.newest);
    var unused = // without the others the session is judged by what people usually drift
        desk.sessionsBeside(path, file)
            .exceptionally(failure -> List.of())
            .thenAccept(
                others ->
                    Edt.soon(
                        () -> {
                          found.others = others;
                          refresh();
                        }));
  }

  @Override
  public ReviewScreen again(Words spoken, Desk.Preferences looks) {
    assert Edt.here() : Edt.who();
    ReviewScreen again = new ReviewScreen(desk, spoken, path, file, exits);
    again.found = found;
    again.breath.like(breath);
    again.refresh();
    again.chart.like(chart);
    again.turnTo(page);
    again.showChosen();
    var unused = // a failure is told where it is followed
        found.newest.thenAccept(review -> Edt.soon(again::refresh));
    return again;
  }

  /** Whether all figures are there, and not the curve alone. */
  public boolean isJudged() {
    return found.review != null;
  }

  /** Puts the keyboard on the curve. */
  @Override
  public void takeFocus() {
    chart.requestFocusInWindow();
  }

  private void follow(CompletableFuture<SessionReview> coming) {
    Found into = found;
    var unused = // the failure is told in trouble
        coming.whenComplete(
            (review, failure) ->
                Edt.soon(
                    () -> {
                      if (review != null) {
                        into.review = review;
                        into.track = HeartTrack.of(review.file(), review.series());
                      } else {
                        into.trouble = message(failure);
                        into.newest =
                            into.review == null
                                ? into.newest
                                : CompletableFuture.completedFuture(into.review);
                      }
                      refresh();
                    }));
  }

  private static String message(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return String.valueOf(cause.getMessage());
  }

  private void refresh() {
    SessionReview review = found.review;
    HeartTrack track = found.track;
    compare.setText(words.text(found.beside == null ? "review.compare" : "review.compare.end"));
    if (review == null || track == null) {
      sentence.say(words.text("review.judging"));
      figures.say(found.trouble);
      modesty.say(words.text("verdict.pacing"));
      counts.setText("");
      showChosen();
      return;
    }
    List<SessionEvidence> others = found.others == null ? List.of() : found.others;
    say(review, others);
    SessionReview beside = found.beside;
    chart.show(track, beside == null ? null : HeartTrack.of(beside.file(), beside.series()));
    counts.setText(
        words.text(
            "review.counts",
            words.count(review.series().marked()),
            words.count(review.series().size()),
            words.number(100 * review.cleanShare(), 1)));
    table.show(review, beside);
    felt.show(review);
    sessions.show(upTo(review.evidence(), others));
    breath.show(review);
    marks.show(review, track);
    showChosen();
    revalidate();
    repaint();
  }

  /** The words wait until everything that they rest on is known. */
  private void say(SessionReview review, List<SessionEvidence> others) {
    if (found.others == null) {
      sentence.say(words.text("review.judging"));
      return;
    }
    VerdictWords says =
        VerdictWords.of(review.evidence(), VerdictWords.Known.of(review.evidence(), others), words);
    sentence.say(says.sentence());
    String compared =
        found.beside == null ? "" : words.text("review.beside", moment(found.beside)) + " ";
    figures.say((found.trouble + " " + compared + says.figures()).strip());
    figures.setVisible(!figures.getText().isEmpty());
    modesty.say(says.modesty());
  }

  private String moment(SessionReview review) {
    return words.moment(
        review.file().plan().started().atZone(ZoneId.systemDefault()).toLocalDateTime());
  }

  private static List<SessionEvidence> upTo(SessionEvidence last, List<SessionEvidence> others) {
    List<SessionEvidence> all =
        new ArrayList<>(
            others.stream().filter(each -> each.started().isBefore(last.started())).toList());
    all.add(last);
    return all;
  }

  /** Chooses a doubtful beat, −1 for none. */
  private void choose(int interval) {
    chart.choose(interval);
    marks.choose(interval);
    showChosen();
  }

  private void step(int by) {
    HeartTrack track = found.track;
    if (track == null) {
      return;
    }
    int[] doubtful = track.doubtful();
    int at = -1;
    double from =
        chart.chosen() >= 0 ? track.seconds(chart.chosen()) : chart.cursorSeconds().orElse(-1.0);
    if (by > 0) {
      for (int k = doubtful.length - 1; k >= 0; k--) {
        at = track.seconds(doubtful[k]) > from ? doubtful[k] : at;
      }
    } else {
      for (int each : doubtful) {
        at = track.seconds(each) < from ? each : at;
      }
    }
    if (at >= 0) {
      choose(at);
    }
  }

  private void rule(Marks.Ruling ruling) {
    int interval = chart.chosen();
    if (interval < 0 || found.review == null) {
      return;
    }
    found.trouble = "";
    // One after the other: each word is said of what the words before have made.
    found.newest = found.newest.thenCompose(review -> desk.rule(path, review, interval, ruling));
    follow(found.newest);
  }

  private void showChosen() {
    SessionReview review = found.review;
    boolean any = review != null && chart.chosen() >= 0;
    if (review != null && chart.chosen() >= 0) {
      Marks said = review.series().marks(chart.chosen());
      chosen.setText(
          words.text(
              "review.chosen",
              words.clock(Math.floor(review.series().timeMillis(chart.chosen()) / 1000)),
              words.number(review.series().rrMillis(chart.chosen()), 0),
              markWords.reasons(said),
              markWords.standing(said)));
    }
    for (JComponent each : List.of(chosen, accept, undo, withdraw)) {
      each.setVisible(any);
    }
    counts.setVisible(!any);
    boolean marked = found.track != null && found.track.doubtful().length > 0;
    previous.setVisible(marked);
    next.setVisible(marked);
    Optional<Double> cursor = chart.cursorSeconds();
    replay.setText(
        cursor.isEmpty()
            ? words.text("review.replay")
            : words.text("review.replay.from", words.clock(Math.floor(cursor.get()))));
    revalidate();
    repaint();
  }

  private void replayFromHere() {
    exits.replay(path, Math.round(1e6 * chart.cursorSeconds().orElse(0.0)));
  }

  private void turnTo(int index) {
    page = index;
    pages.select(index);
    figuresPage.setVisible(index == 0);
    breath.setVisible(index == 1);
    marks.setVisible(index == 2);
    revalidate();
    repaint();
  }

  private void compareOrNot() {
    if (found.beside != null) {
      found.beside = null;
      refresh();
      return;
    }
    var unused = // without a list there is still the file dialog
        desk.comparable(path, OFFERED).thenAccept(files -> Edt.soon(() -> offer(files)));
  }

  private void offer(List<Recording> files) {
    JPopupMenu menu = new JPopupMenu();
    for (Recording each : files) {
      item(menu, RecordingName.of(each).words(words), () -> compareWith(each));
    }
    item(menu, words.text("home.open"), this::askForFile);
    menu.show(compare, 0, compare.getHeight());
  }

  private static void item(JPopupMenu menu, String says, Runnable action) {
    JMenuItem item = new JMenuItem(says);
    item.setFont(Zoom.font(Type.REGULAR.of(13)));
    item.addActionListener(event -> action.run());
    menu.add(item);
  }

  private void askForFile() {
    Look.everyScript();
    JFileChooser chooser = new JFileChooser(desk.recordings().toFile());
    chooser.setDialogTitle(words.text("review.compare"));
    if (chooser.showOpenDialog(this) == JFileChooser.APPROVE_OPTION) {
      compareWith(new Recording.File(chooser.getSelectedFile().toPath()));
    }
  }

  /** Lays another recording on the same axis. */
  public void compareWith(Recording other) {
    assert Edt.here() : Edt.who();
    var unused = // the failure is told in trouble
        desk.recording(other)
            .thenCompose(desk::review)
            .whenComplete(
                (review, failure) ->
                    Edt.soon(
                        () -> {
                          found.trouble = failure == null ? "" : message(failure);
                          found.beside = review;
                          refresh();
                        }));
  }

  @Override
  protected void paintComponent(Graphics g) {
    g.setColor(Palette.current().background());
    g.fillRect(0, 0, getWidth(), getHeight());
  }

  /** What a person does on the curve. */
  private final class Pointing implements SessionTachogram.Listener {
    @Override
    public void pointed(double atSeconds) {
      marks.choose(-1);
      showChosen();
    }

    @Override
    public void chose(int interval) {
      marks.choose(interval);
      showChosen();
    }
  }
}
