package app.downshift.ui.diary;

import app.downshift.ui.Desk;
import app.downshift.ui.Room;
import app.downshift.ui.theme.ActionButton;
import app.downshift.ui.theme.Card;
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
import java.time.LocalDate;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;

/**
 * The longer view of one client: plots over weeks to months on the left, what was told on the
 * right. It shows one {@link Diary} and never changes; after something was withdrawn, make another
 * screen. EDT only.
 */
public final class DiaryScreen extends JPanel implements Room {
  @Serial private static final long serialVersionUID = 1;

  /** How many weeks back each choice shows; the last one shows all. */
  private static final List<Integer> WEEKS = List.of(4, 12, 26, Integer.MAX_VALUE);

  private final transient Words words;
  private final transient Diary diary;
  private final transient Exits exits;
  private final DiaryPlots plots;
  private final Segments range;
  private int chosen;

  /** Where a person goes from here. */
  public interface Exits {
    /** Back to where this was opened. */
    void leave();

    /** To a check-in. */
    void checkIn();

    /** Lets an entry no longer count; it stays in the file. */
    void withdraw(String id);
  }

  public DiaryScreen(Words words, Diary diary, Exits exits) {
    super(
        new MigLayout(
            "insets 0 24 16 24, gap 12 0, fill",
            "[0:0:,grow 64,fill][0:0:,grow 36,fill]",
            "[%d:64:64]0[]8[grow,fill]".formatted(Zoom.px(Type.px(46)))));
    this.words = words;
    this.diary = diary;
    this.exits = exits;
    range =
        new Segments(
                words.text("diary.range"),
                List.of(
                    words.text("diary.range.weeks", WEEKS.get(0)),
                    words.text("diary.range.weeks", WEEKS.get(1)),
                    words.text("diary.range.weeks", WEEKS.get(2)),
                    words.text("diary.range.all")),
                this::showRange)
            .low();
    plots = new DiaryPlots(words, diary, diary.today());
    add(header(), "span, growx, wmin 0, wrap");
    add(
        new Prose(words.text("diary.lead"), Type.REGULAR.of(13), Palette::secondary),
        "span, growx, wmin 0, gapleft 8, wrap");
    Card shown = new Card(new MigLayout("insets 12 14 8 8, fill", "[grow,fill]", "[grow,fill]"));
    if (diary.series().isEmpty()) {
      shown.add(
          new Prose(words.text("diary.none"), Type.REGULAR.of(14), Palette::secondary),
          "growx, wmin 0, top");
    } else {
      shown.add(scrolling(plots), "grow, wmin 0, hmin 0");
    }
    add(shown, "grow, wmin 0, hmin 0");
    Card told =
        new Card(new MigLayout("insets 12 18 8 8, fill, wrap 1", "[grow,fill]", "[][grow,fill]"));
    told.add(EntryList.title(words, diary.entries().size()), "growx 0");
    told.add(
        scrolling(
            new EntryList(
                words, diary.entries(), entry -> plots.look(entry.day()), exits::withdraw)),
        "grow, wmin 0, hmin 0");
    add(told, "grow, wmin 0, hmin 0");
    showRange(1);
    Keys.bindInside(this, KeyStroke.getKeyStroke("ESCAPE"), exits::leave);
    getAccessibleContext().setAccessibleName(words.text("diary.title", diary.code()));
  }

  @Override
  public JComponent component() {
    return this;
  }

  /** Puts the keyboard on the choice of the time that is shown. */
  @Override
  public void takeFocus() {
    range.takeFocus();
  }

  @Override
  public DiaryScreen again(Words spoken, Desk.Preferences looks) {
    return newer(spoken, diary);
  }

  /** The same of a newer diary, after something was told or withdrawn. */
  public DiaryScreen with(Diary newer) {
    return newer(words, newer);
  }

  private DiaryScreen newer(Words spoken, Diary newer) {
    DiaryScreen again = new DiaryScreen(spoken, newer, exits);
    again.showRange(chosen);
    return again;
  }

  /** The diary that is shown. */
  public Diary diary() {
    return diary;
  }

  /** Shows 4, 12 or 26 weeks (0, 1, 2), or all there is (3). */
  public void showRange(int index) {
    assert Edt.here() : Edt.who();
    chosen = index;
    range.select(index);
    LocalDate oldest = diary.oldest();
    int weeks = WEEKS.get(index);
    LocalDate from =
        weeks == Integer.MAX_VALUE
            ? oldest.isAfter(diary.today().minusWeeks(4)) ? diary.today().minusWeeks(4) : oldest
            : diary.today().minusWeeks(weeks - 1L);
    plots.show(from);
  }

  private JPanel header() {
    JPanel header = new JPanel(new MigLayout("insets 0 8 0 0, gap 12 0, fill", "[]16[]push[][]"));
    header.setOpaque(false);
    header.add(
        new Text(words.text("diary.title", diary.code()), Type.SEMIBOLD.of(18), Palette::text),
        "growy 0");
    header.add(range, "growy 0");
    header.add(new ActionButton(words.text("doing.checkIn"), "", exits::checkIn).low(), "growy 0");
    header.add(
        new ActionButton(words.text("action.close"), words.text("action.key.escape"), exits::leave)
            .low(),
        "growy 0");
    return header;
  }

  private static JScrollPane scrolling(JComponent content) {
    JScrollPane scroll =
        new JScrollPane(
            content,
            JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED,
            JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
    scroll.setBorder(BorderFactory.createEmptyBorder());
    scroll.setOpaque(false);
    scroll.getViewport().setOpaque(false);
    return scroll;
  }

  @Override
  protected void paintComponent(Graphics g) {
    g.setColor(Palette.current().background());
    g.fillRect(0, 0, getWidth(), getHeight());
  }
}
