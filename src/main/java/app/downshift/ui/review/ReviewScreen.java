package app.downshift.ui.review;

import app.downshift.beat.Marks;
import app.downshift.recording.SessionFile;
import app.downshift.ui.Desk;
import app.downshift.ui.Recording;
import app.downshift.ui.Room;
import app.downshift.ui.chart.SessionTachogram;
import app.downshift.ui.evidence.TrialCard;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Keys;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Prose;
import app.downshift.ui.theme.Segments;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.awt.Graphics;
import java.io.Serial;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.swing.JComponent;
import javax.swing.JPanel;
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
  private static final int PAGES = 4;
  private static final String PAGE = "cell 0 4, grow, wmin 0";

  private final transient Desk desk;
  private final transient Words words;
  private final transient Exits exits;
  private final transient Judging known;
  private final transient Handing handing;
  private final transient Comparing comparing;
  private final ReviewHeader header;
  private final VerdictCard verdict;
  private final WholeCard whole;
  private final Segments pages;
  private final Text keys;
  private final Prose said = new Prose("", Type.REGULAR.of(12), Palette::text);
  private final JPanel figuresPage;
  private final PhaseTable table;
  private final FeltCard felt;
  private final SessionsCard sessions;
  private @Nullable BreathPage breath;
  private @Nullable MarksPage marks;
  private @Nullable TrialCard trial;
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

  public ReviewScreen(Desk desk, Words words, Recording path, SessionFile file, Exits exits) {
    this(desk, words, new Judging(desk, path, file), exits);
  }

  private ReviewScreen(Desk desk, Words words, Judging known, Exits exits) {
    super(
        new MigLayout(
            "insets 0 24 16 24, gap 0, fill, hidemode 3",
            "[grow,fill]",
            "[%d:64:64,shrinkprio 300]0[]10[grow 300,shrinkprio 200,fill]8[]8[grow 330,fill]"
                .formatted(Type.px(46))));
    this.desk = desk;
    this.words = words;
    this.known = known;
    this.exits = exits;
    handing = new Handing(desk, words, known, this::say);
    comparing = new Comparing(desk, words, known);
    header = new ReviewHeader(words, known.file(), new Asked());
    verdict = new VerdictCard(words);
    whole = new WholeCard(words, known, () -> step(false), () -> step(true));
    pages =
        new Segments(
            words.text("review.pages"),
            List.of(
                words.text("review.page.figures"),
                words.text("review.page.breath"),
                words.text("review.page.marks"),
                words.text("review.page.trial")),
            this::turnTo);
    keys = new Text(words.text("review.keys"), Type.REGULAR.of(11), Palette::faint);
    table = new PhaseTable(words);
    felt = new FeltCard(words);
    sessions = new SessionsCard(words);
    figuresPage = clear("insets 0, gap 16, fill", "[grow 56,fill][grow 22,fill][grow 22,fill]");
    build();
    bindKeys();
    chart().listen(new Pointing());
    known.listen(this::refresh);
    refresh();
  }

  private static JPanel clear(String layout, String columns) {
    JPanel panel = new JPanel(new MigLayout(layout, columns, "[grow,fill]"));
    panel.setOpaque(false);
    return panel;
  }

  private void build() {
    add(header, "cell 0 0, growx, wmin 0");
    add(verdict, "cell 0 1, growx, wmin 0");
    add(whole, "cell 0 2, grow, wmin 0, height %d:340:".formatted(Zoom.px(Type.px(118))));
    JPanel row = clear("insets 0, gap 16 0, fill, hidemode 3", "[][grow,fill]");
    row.add(pages.low(), "growx 0");
    row.add(keys, "growx 0, alignx right, aligny center, growy 0");
    row.add(said, "cell 1 0, growx, aligny center, growy 0, wmin 0");
    said.setVisible(false);
    add(row, "cell 0 3, growx, wmin 0");
    figuresPage.add(table, "grow, wmin 0");
    figuresPage.add(felt, "grow, wmin 0, width 0:240:");
    figuresPage.add(sessions, "grow, wmin 0, width 0:240:");
    add(figuresPage, PAGE);
    turnTo(0);
  }

  /** A page is made when it is turned to first: what nobody looks at costs nothing at the start. */
  private BreathPage breath() {
    BreathPage made = breath;
    if (made == null) {
      made = new BreathPage(words);
      breath = made;
      add(made, PAGE);
    }
    return made;
  }

  private MarksPage marks() {
    MarksPage made = marks;
    if (made == null) {
      made = new MarksPage(words, this::choose);
      marks = made;
      add(made, PAGE);
    }
    return made;
  }

  private TrialCard trial() {
    TrialCard made = trial;
    if (made == null) {
      made = new TrialCard(words, true);
      trial = made;
      add(made, PAGE);
    }
    return made;
  }

  private JComponent shown(int index) {
    return switch (index) {
      case 0 -> figuresPage;
      case 1 -> breath();
      case 2 -> marks();
      default -> trial();
    };
  }

  private SessionTachogram chart() {
    return whole.chart();
  }

  private void bindKeys() {
    key("ESCAPE", exits::leave);
    key("LEFT", () -> chart().pan(-STEP));
    key("RIGHT", () -> chart().pan(STEP));
    key("shift LEFT", () -> chart().pan(-1));
    key("shift RIGHT", () -> chart().pan(1));
    key("HOME", () -> chart().pan(-1e6));
    key("END", () -> chart().pan(1e6));
    key("UP", () -> step(false));
    key("DOWN", () -> step(true));
    typed('+', whole::larger);
    typed('-', whole::smaller);
    typed('0', chart()::whole);
    letter('a', () -> whole.rule(Marks.Ruling.ACCEPTED));
    letter('u', () -> whole.rule(Marks.Ruling.UNDONE));
    letter('l', () -> whole.rule(Marks.Ruling.WITHDRAWN));
    letter('r', this::replayFromHere);
    letter('f', () -> turnTo((page + 1) % PAGES));
    letter(words.text("hand.export.key").charAt(0), () -> handing.offerFiles(header.export()));
    letter(words.text("hand.report.key").charAt(0), () -> handing.offerReports(header.report()));
  }

  private void key(String stroke, Runnable action) {
    Keys.bind(this, this, KeyStroke.getKeyStroke(stroke), action);
  }

  private void typed(char letter, Runnable action) {
    Keys.bind(this, this, KeyStroke.getKeyStroke(letter), action);
  }

  private void letter(char letter, Runnable action) {
    typed(Character.toLowerCase(letter), action);
    typed(Character.toUpperCase(letter), action);
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
    known.begin();
  }

  @Override
  public ReviewScreen again(Words spoken, Desk.Preferences looks) {
    assert Edt.here() : Edt.who();
    ReviewScreen again = new ReviewScreen(desk, spoken, known, exits);
    if (breath != null) {
      again.breath().like(breath);
    }
    again.chart().like(chart());
    again.turnTo(page);
    again.refresh();
    return again;
  }

  /** Whether all figures are there, and not the curve alone. */
  public boolean isJudged() {
    return known.seen().isPresent();
  }

  /** Puts the keyboard on the curve. */
  @Override
  public void takeFocus() {
    chart().requestFocusInWindow();
  }

  /** Asks by this where a file of a suggested name shall be, instead of by a dialog. */
  public void asking(Function<Path, Optional<Path>> ask) {
    handing.asking(ask);
  }

  /** Lays another recording on the same axis. */
  public void compareWith(Recording other) {
    assert Edt.here() : Edt.who();
    known.compareWith(other);
  }

  /** Says in a line what came of something; it stays until something else does. */
  public void say(String what) {
    said.say(what);
    said.setVisible(true);
    keys.setVisible(false);
    revalidate();
    repaint();
  }

  private void refresh() {
    verdict.show(known);
    whole.refresh();
    showPage();
    header.show(known.beside().isPresent(), chart().cursorSeconds());
    revalidate();
    repaint();
  }

  /** Fills the page that is seen; the others are filled when they are turned to. */
  private void showPage() {
    known
        .seen()
        .ifPresent(
            seen -> {
              switch (page) {
                case 0 -> {
                  table.show(seen.review(), known.beside().map(Judging.Seen::review).orElse(null));
                  felt.show(seen.review());
                  sessions.show(known.upTo(seen.review().evidence()));
                }
                case 1 -> breath().show(seen.review());
                case 2 -> {
                  marks().show(seen.review(), seen.track());
                  marks().choose(chart().chosen());
                }
                default -> {
                  var all = new ArrayList<>(known.others().orElse(List.of()));
                  all.add(seen.review().evidence());
                  var unused = // without an answer the page stays at its word that it counts
                      desk.together(all).thenAccept(many -> Edt.soon(() -> trial().show(many)));
                }
              }
            });
  }

  /** Chooses a doubtful beat, −1 for none. */
  private void choose(int interval) {
    chart().choose(interval);
    markChosen(interval);
    showChosen();
  }

  /** Shows it in the list, where that was ever looked at. */
  private void markChosen(int interval) {
    if (marks != null) {
      marks.choose(interval);
    }
  }

  private void step(boolean later) {
    int found = whole.after(later);
    if (found >= 0) {
      choose(found);
    }
  }

  private void showChosen() {
    whole.showChosen();
    header.show(known.beside().isPresent(), chart().cursorSeconds());
  }

  private void replayFromHere() {
    exits.replay(known.path(), Math.round(1e6 * chart().cursorSeconds().orElse(0.0)));
  }

  private void turnTo(int index) {
    page = index;
    pages.select(index);
    showPage();
    JComponent seen = shown(index);
    for (JComponent each : Arrays.asList(figuresPage, breath, marks, trial)) {
      if (each != null) {
        each.setVisible(each == seen);
      }
    }
    revalidate();
    repaint();
  }

  @Override
  protected void paintComponent(Graphics g) {
    g.setColor(Palette.current().background());
    g.fillRect(0, 0, getWidth(), getHeight());
  }

  /** What a person asks for in the head. */
  private final class Asked implements ReviewHeader.Wishes {
    @Override
    public void settings() {
      exits.settings();
    }

    @Override
    public void compare() {
      if (known.beside().isPresent()) {
        known.compareNoMore();
      } else {
        comparing.offer(header.compare());
      }
    }

    @Override
    public void export() {
      handing.offerFiles(header.export());
    }

    @Override
    public void report() {
      handing.offerReports(header.report());
    }

    @Override
    public void replay() {
      replayFromHere();
    }

    @Override
    public void leave() {
      exits.leave();
    }
  }

  /** What a person does on the curve. */
  private final class Pointing implements SessionTachogram.Listener {
    @Override
    public void pointed(double atSeconds) {
      markChosen(-1);
      showChosen();
    }

    @Override
    public void chose(int interval) {
      markChosen(interval);
      showChosen();
    }
  }
}
