package app.downshift.ui.diary;

import app.downshift.library.CheckIn;
import app.downshift.library.CheckIn.Capacity;
import app.downshift.library.CheckIn.Context;
import app.downshift.library.CheckIn.Load;
import app.downshift.library.CheckIn.PainSince;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;

/**
 * A check-in: what takes half a minute on the first page, the rest behind plain headings. Every
 * question may be left out and is absent then; what was told another time is hinted at and never
 * filled in. Enter keeps, Escape leaves. EDT only.
 */
public final class CheckInScreen extends JPanel implements Room {
  @Serial private static final long serialVersionUID = 1;
  private static final List<PainSince> SINCE = List.of(PainSince.values());

  private final transient Words words;
  private final transient Asking asking;
  private final transient Consumer<CheckIn> keep;
  private final transient Runnable leave;
  private final ScaleBlock<Load> load;
  private final ScaleBlock<Capacity> capacity;
  private final ScaleBlock<Context> context;
  private final QuickPart quick;
  private final FlareUpPart flareUp;
  private final FearPart fear;
  private final TakenPart taken;
  private final JTextField note = new JTextField();
  private final Segments since;
  private final Segments day;
  private final Prose says;
  private final transient Map<String, Fold> folds = new LinkedHashMap<>();
  private transient Optional<PainSince> painSince = Optional.empty();
  private boolean yesterday;
  private boolean warned;

  /**
   * Who is asked, on which day, and what they told before.
   *
   * @param code what the client is called on screen
   */
  public record Asking(String code, LocalDate today, LastTold last) {}

  /**
   * @param keep given what was told, once; then it is for the caller to leave
   * @param leave called when nothing is to be kept
   */
  public CheckInScreen(Words words, Asking asking, Consumer<CheckIn> keep, Runnable leave) {
    super(
        new MigLayout(
            "insets 0 24 16 24, gap 0, fill",
            "[grow,fill]",
            "[%d:64:64]0[grow,fill]10[]".formatted(Zoom.px(Type.px(46)))));
    this.words = words;
    this.asking = asking;
    this.keep = keep;
    this.leave = leave;
    LastTold last = asking.last();
    load = new ScaleBlock<>(words, Load.class, "checkin.load", last.load(), 1);
    capacity = new ScaleBlock<>(words, Capacity.class, "checkin.capacity", last.capacity(), 1);
    context = new ScaleBlock<>(words, Context.class, "checkin.context", last.context(), 2);
    quick = new QuickPart(words, last);
    flareUp = new FlareUpPart(words, asking.today());
    fear = new FearPart(words, last);
    taken = new TakenPart(words);
    since =
        new Segments(
            words.text("checkin.since"),
            SINCE.stream().map(each -> words.text("checkin.since." + word(each))).toList(),
            index -> painSince = Optional.of(SINCE.get(index)));
    day =
        new Segments(
                words.text("checkin.day"),
                List.of(words.text("checkin.today"), words.text("checkin.yesterday")),
                index -> yesterday = index == 1)
            .low();
    day.select(0);
    says = new Prose(words.text("checkin.lead"), Type.REGULAR.of(13), Palette::secondary);
    add(header(), "cell 0 0, growx, wmin 0");
    add(scrolling(page()), "cell 0 1, grow, wmin 0, hmin 0");
    add(footer(), "cell 0 2, growx, wmin 0");
    Keys.bindInside(this, KeyStroke.getKeyStroke("ENTER"), this::keep);
    Keys.bindInside(this, KeyStroke.getKeyStroke("ESCAPE"), this::leave);
    getAccessibleContext().setAccessibleName(words.text("checkin.title", asking.code()));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public JComponent component() {
    return this;
  }

  /** Puts the keyboard on the first question. */
  @Override
  public void takeFocus() {
    load.takeFocus();
  }

  /** The same questions with the answers so far. */
  @Override
  public CheckInScreen again(Words spoken, Desk.Preferences looks) {
    CheckInScreen again = new CheckInScreen(spoken, asking, keep, leave);
    again.show(told());
    again.yesterday = yesterday;
    again.day.select(yesterday ? 1 : 0);
    folds.forEach(
        (name, fold) -> {
          Fold other = again.folds.get(name);
          if (other != null) {
            other.setSelected(fold.isSelected());
          }
        });
    return again;
  }

  /** What was answered so far. */
  CheckIn told() {
    return new CheckIn(
        yesterday ? asking.today().minusDays(1) : asking.today(),
        load.answers(),
        capacity.answers(),
        flareUp.told(),
        painSince,
        quick.progress(),
        context.answers(),
        fear.told(),
        taken.told(),
        note.getText().strip(),
        quick.sleep(),
        quick.sat());
  }

  /** Shows answers as if somebody had given them so far. */
  public void show(CheckIn told) {
    assert Edt.here() : Edt.who();
    load.show(told.load());
    capacity.show(told.capacity());
    context.show(told.context());
    quick.show(told);
    flareUp.show(told);
    fear.show(told);
    taken.show(told);
    note.setText(told.note());
    painSince = told.painSince();
    since.select(painSince.map(SINCE::indexOf).orElse(-1));
  }

  /** Folds a part out: flare, since, context, fear, taken or note. */
  public void open(String part) {
    Fold fold = folds.get(part);
    if (fold != null) {
      fold.setSelected(true);
    }
  }

  /** Enter: keeps what was told; nothing told is nothing kept. */
  void keep() {
    if (quick.wrong() || flareUp.wrong() || fear.wrong() || taken.wrong()) {
      says.say(words.text("checkin.wrong"));
      says.colour(Palette::amber);
      says.repaint();
      return;
    }
    CheckIn told = told();
    if (told.empty()) {
      leave.run();
    } else {
      keep.accept(told);
    }
  }

  /** Escape: leaves, on the second press where something was told. */
  void leave() {
    if (told().empty() || warned) {
      leave.run();
      return;
    }
    warned = true;
    says.say(words.text("checkin.leave"));
    says.colour(Palette::amber);
    says.repaint();
  }

  private JPanel header() {
    JPanel header = clear("insets 0 8 0 0, gap 16 0, fill", "[]push[]");
    header.add(
        new Text(words.text("checkin.title", asking.code()), Type.SEMIBOLD.of(18), Palette::text),
        "growy 0");
    header.add(day, "growy 0");
    return header;
  }

  private JPanel footer() {
    JPanel footer = clear("insets 0, gap 12 0, fillx", "[grow,fill][][]");
    footer.add(says, "growx, wmin 0, aligny center");
    footer.add(
        new ActionButton(words.text("checkin.skip"), words.text("action.key.escape"), this::leave));
    footer.add(
        new ActionButton(words.text("checkin.keep"), words.text("home.enter"), this::keep)
            .leading());
    return footer;
  }

  private JPanel page() {
    JPanel page = new Page();
    page.add(card("checkin.load", load), "grow, wmin 0");
    page.add(card("checkin.capacity", capacity), "grow, wmin 0, wrap");
    page.add(card("", quick), "span, growx, wmin 0, wrap");
    JPanel headings = clear("insets 0, gap 8 6", "");
    headings.add(new Text(words.text("checkin.more"), Type.REGULAR.of(13), Palette::secondary));
    page.add(headings, "span, growx, wmin 0, wrap");
    note.setFont(Zoom.font(Type.REGULAR.of(14)));
    note.getAccessibleContext().setAccessibleName(words.text("checkin.note"));
    note.putClientProperty("JTextField.placeholderText", words.text("checkin.note.example"));
    JPanel noting = clear("insets 0, fillx", "[grow,fill]");
    noting.add(note, "growx, wmin 0, h %d!".formatted(Zoom.px(Type.px(36))));
    JPanel times = clear("insets 0, gap 0 6, fillx, wrap 1", "[grow,fill]");
    times.add(since, "growx");
    asking
        .last()
        .painSince()
        .ifPresent(
            each ->
                times.add(
                    new Text(
                        words.text("checkin.lastTime", words.text("checkin.since." + word(each))),
                        Type.REGULAR.of(12),
                        Palette::secondary),
                    "growx 0"));
    Map<String, JComponent> parts = new LinkedHashMap<>();
    parts.put("flare", flareUp);
    parts.put("since", times);
    parts.put("context", context);
    parts.put("fear", fear);
    parts.put("taken", taken);
    parts.put("note", noting);
    parts.forEach(
        (name, part) -> {
          JComponent card = card("checkin." + name, part);
          Fold fold =
              new Fold(words, words.text("checkin." + name + ".heading"), card, () -> seen(card));
          folds.put(name, fold);
          headings.add(fold);
          page.add(card, "span, growx, wmin 0, wrap");
        });
    return page;
  }

  /** Brings what was folded out into sight, and the keyboard to it. */
  private void seen(JComponent card) {
    revalidate();
    SwingUtilities.invokeLater(
        () -> card.scrollRectToVisible(new java.awt.Rectangle(card.getSize())));
  }

  private Card card(String key, JComponent content) {
    Card card =
        new Card(new MigLayout("insets 14 22 14 22, gap 0 8, fillx, wrap 1", "[grow,fill]"));
    if (!key.isEmpty()) {
      card.add(new Text(words.text(key), Type.SEMIBOLD.of(14), Palette::text), "growx 0");
      String ends = key + ".ends";
      if (words.has(ends)) {
        card.add(
            new Text(words.text(ends), Type.REGULAR.of(12), Palette::secondary),
            "growx 0, gaptop -6");
      }
    }
    card.add(content, "growx, wmin 0");
    return card;
  }

  private static JScrollPane scrolling(JComponent page) {
    JScrollPane scroll =
        new JScrollPane(
            page, JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED, JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
    scroll.setBorder(BorderFactory.createEmptyBorder());
    scroll.setOpaque(false);
    scroll.getViewport().setOpaque(false);
    scroll.getVerticalScrollBar().setUnitIncrement(Zoom.px(16));
    return scroll;
  }

  private static JPanel clear(String layout, String columns) {
    JPanel panel = new JPanel(new MigLayout(layout, columns));
    panel.setOpaque(false);
    return panel;
  }

  @Override
  protected void paintComponent(Graphics g) {
    g.setColor(Palette.current().background());
    g.fillRect(0, 0, getWidth(), getHeight());
  }
}
