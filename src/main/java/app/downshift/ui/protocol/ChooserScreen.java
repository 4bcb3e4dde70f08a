package app.downshift.ui.protocol;

import app.downshift.library.FoundPace;
import app.downshift.recording.ProtocolFolder.Entry;
import app.downshift.session.FirstSession;
import app.downshift.session.Phase;
import app.downshift.session.Protocol;
import app.downshift.ui.FailureWords;
import app.downshift.ui.evidence.TrialOffer;
import app.downshift.ui.theme.ActionButton;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Keys;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Prose;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.awt.Graphics;
import java.awt.event.KeyListener;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.io.Serial;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import net.miginfocom.swing.MigLayout;

/** All protocols in a list, and what the chosen one is: arrows, Enter, Escape. */
final class ChooserScreen extends JPanel {
  @Serial private static final long serialVersionUID = 1;

  private final transient Words words;
  private final transient Wishes wishes;
  private final DefaultListModel<Entry> entries = new DefaultListModel<>();
  private final JList<Entry> list = new JList<>(entries);
  private final Text title = new Text(" ", Type.SEMIBOLD.of(20), Palette::text);
  private final Text length = new Text(" ", Type.REGULAR.of(13), Palette::secondary);
  private final Prose purpose = new Prose("", Type.REGULAR.of(14), Palette::text);
  private final Prose notice = new Prose("", Type.SEMIBOLD.of(13), Palette::text);
  private final Text asks = new Text(" ", Type.REGULAR.of(12), Palette::secondary);
  private final Prose phases = new Prose("", Type.REGULAR.of(13), Palette::secondary);
  private final ProtocolPicture picture;
  private final ActionButton start;
  private final ActionButton virtual;
  private final ActionButton copy;
  private final ActionButton change;
  private final ActionButton delete;
  private boolean deleteAsked;
  private final TrialOffer trial;
  private final PaceChoice pace;
  private Card right = new Card(new MigLayout());

  /** What a person may want here. */
  interface Wishes {
    /** To begin this one, once a sensor is found. */
    void start(Protocol protocol);

    /** To begin this one with the virtual heart. */
    void startWithoutSensor(Protocol protocol);

    /** To make one's own out of this one, or out of nothing. */
    void copy(Optional<Protocol> protocol);

    /** To practise what the lot says of breathing and sitting quietly. */
    void startTrial();

    /** To see how far that has come. */
    void lookAtTrial();

    /** To change this one of one's own. */
    void change(Entry entry);

    /** To delete the file of this one of one's own; it was asked twice. */
    void delete(Entry entry);

    /** To go back. */
    void back();
  }

  ChooserScreen(Words words, Wishes wishes) {
    super(
        new MigLayout(
            "insets 24, gap 0, fill, hidemode 3",
            "[300:34%:420,fill]16[grow,fill]",
            "[grow,fill]"));
    this.words = words;
    this.wishes = wishes;
    picture = new ProtocolPicture(words, Protocol.breathe(Protocol.DEFAULT_PACE_PER_MINUTE));
    start =
        new ActionButton(words.text("choose.start"), words.text("home.enter"), this::start)
            .leading();
    virtual =
        new ActionButton(words.text("choose.virtual"), "", () -> begin(wishes::startWithoutSensor));
    copy =
        new ActionButton(
                words.text("choose.copy"),
                words.text("choose.copy.key"),
                () -> usable().ifPresent(protocol -> wishes.copy(Optional.of(protocol))))
            .low();
    change =
        new ActionButton(words.text("choose.change"), words.text("choose.change.key"), this::change)
            .low();
    pace = new PaceChoice(words);
    delete =
        new ActionButton(words.text("choose.delete"), words.text("choose.delete.key"), this::delete)
            .low();
    trial = new TrialOffer(words, wishes::startTrial, wishes::back);
    right = right();
    add(left());
    add(right, "cell 1 0, grow, wmin 0");
    add(trial, "cell 1 0, grow, wmin 0");
    trial.setVisible(false);
    key("choose.copy.key", copy::doClick);
    key("choose.change.key", change::doClick);
    key("choose.new.key", () -> wishes.copy(Optional.empty()));
    key("choose.trial.key", this::offerTrial);
    Keys.bind(this, delete, KeyStroke.getKeyStroke("DELETE"), delete::doClick);
    Keys.bindInside(this, KeyStroke.getKeyStroke("ENTER"), this::start);
    Keys.bindInside(this, KeyStroke.getKeyStroke("ESCAPE"), wishes::back);
    getAccessibleContext().setAccessibleName(words.text("choose.title"));
    tell();
  }

  private void key(String key, Runnable action) {
    String letter = words.text(key);
    for (String typed :
        List.of(letter.toLowerCase(words.locale()), letter.toUpperCase(words.locale()))) {
      Keys.bind(this, this, KeyStroke.getKeyStroke(typed.charAt(0)), action);
    }
  }

  private Card left() {
    Card left =
        new Card(
            new MigLayout("insets 20 12 16 12, gap 0, fill", "[grow,fill]", "[]12[grow,fill]12[]"));
    left.add(
        new Text(words.text("choose.title"), Type.SEMIBOLD.of(18), Palette::text),
        "gapleft 8, wrap");
    list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    list.setOpaque(false);
    list.getAccessibleContext().setAccessibleName(words.text("choose.list"));
    for (KeyListener finder : list.getKeyListeners()) {
      list.removeKeyListener(finder); // letters are keys of buttons here
    }
    list.addListSelectionListener(event -> leaveTrial());
    list.addMouseListener(
        new MouseAdapter() {
          @Override
          public void mouseClicked(MouseEvent event) {
            if (event.getClickCount() == 2) {
              start();
            }
          }
        });
    var scroll =
        new JScrollPane(
            list, JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED, JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
    scroll.setBorder(BorderFactory.createEmptyBorder());
    scroll.setOpaque(false);
    scroll.getViewport().setOpaque(false);
    scroll.getVerticalScrollBar().setUnitIncrement(Zoom.px(27));
    left.add(scroll, "grow, hmin 0, wmin 0, wrap");
    JPanel own = new JPanel(new MigLayout("insets 0 8 0 8, gap 8, fillx", "[grow,fill]"));
    own.setOpaque(false);
    own.add(
        new ActionButton(
                words.text("choose.new"),
                words.text("choose.new.key"),
                () -> wishes.copy(Optional.empty()))
            .low(),
        "growx, split 4");
    own.add(copy, "growx");
    own.add(change, "growx");
    own.add(
        new ActionButton(
                words.text("choose.trial"), words.text("choose.trial.key"), this::offerTrial)
            .low()
            .shrinking(),
        "growx");
    left.add(own, "growx");
    return left;
  }

  private Card right() {
    Card right =
        new Card(
            new MigLayout(
                "insets 28 32 24 32, gap 0, fill, hidemode 3",
                "[grow,fill]",
                "[]4[]16[]12[]12[grow,fill]12[]6[]12[]20[]"));
    right.add(title, "cell 0 0, growx, pushx, wmin 0");
    right.add(delete, "cell 0 0, growx 0");
    right.add(length, "cell 0 1, growx 0");
    right.add(purpose, "cell 0 2, wmin 0");
    right.add(notice, "cell 0 3, wmin 0");
    right.add(picture, "cell 0 4, grow, height 60:220:360");
    right.add(phases, "cell 0 5, wmin 0");
    right.add(asks, "cell 0 6, growx 0");
    right.add(pace, "cell 0 7, wmin 0");
    JPanel buttons =
        new JPanel(
            new MigLayout("insets 0, gap 12, fillx, hidemode 3", "[]12:push[]12[grow 20,fill]"));
    buttons.setOpaque(false);
    buttons.add(
        new ActionButton(words.text("choose.back"), words.text("action.key.escape"), wishes::back));
    buttons.add(virtual);
    buttons.add(start, "width %d:%d:".formatted(Type.px(120), Type.px(200)));
    right.add(buttons, "cell 0 8");
    return right;
  }

  /** Offers these; keeps the choice where it is still there. */
  void show(List<Entry> now) {
    assert Edt.here() : Edt.who();
    String before = Optional.ofNullable(list.getSelectedValue()).map(this::key).orElse("");
    if (!now.isEmpty()) {
      list.setCellRenderer(new ProtocolRow(words, now.get(0)));
    }
    entries.clear();
    now.forEach(entries::addElement);
    choose(before);
  }

  /** Chooses an entry by its file or name; the first one where there is none. */
  void choose(String key) {
    int at = 0;
    for (int i = 0; i < entries.size(); i++) {
      at = key(entries.get(i)).equals(key) ? i : at;
    }
    list.setSelectedIndex(at);
    list.ensureIndexIsVisible(at);
    tell();
  }

  /** What is chosen, to choose it again. */
  String chosen() {
    return Optional.ofNullable(list.getSelectedValue()).map(this::key).orElse("");
  }

  private String key(Entry entry) {
    return entry
        .origin()
        .map(Object::toString)
        .or(() -> entry.protocol().map(Protocol::name))
        .orElse("");
  }

  void takeFocus() {
    list.requestFocusInWindow();
  }

  /** Offers the lot in the place of the protocol that is chosen. */
  void offerTrial() {
    right.setVisible(false);
    trial.setVisible(true);
    trial.takeFocus();
    wishes.lookAtTrial();
    revalidate();
    repaint();
  }

  /** The offer of the lot. */
  TrialOffer trial() {
    return trial;
  }

  private void leaveTrial() {
    trial.setVisible(false);
    right.setVisible(true);
    tell();
  }

  private Optional<Protocol> usable() {
    return Optional.ofNullable(list.getSelectedValue()).flatMap(Entry::protocol);
  }

  private void start() {
    if (trial.isVisible()) {
      wishes.startTrial();
      return;
    }
    begin(wishes::start);
  }

  private void begin(Consumer<Protocol> how) {
    if (!pace.wrong()) {
      usable().map(pace::applied).ifPresent(how);
    }
  }

  /** Offers the pace that was found for the client who was chosen. */
  void suggest(Optional<FoundPace> found) {
    pace.suggest(found);
    tell();
  }

  /** Goes on with what was chosen on the same screen in other words or another look. */
  void resume(ChooserScreen before) {
    choose(before.chosen());
    pace.resume(before.pace);
  }

  private void change() {
    Entry entry = list.getSelectedValue();
    if (entry != null && entry.origin().isPresent() && entry.protocol().isPresent()) {
      wishes.change(entry);
    }
  }

  /** The first press asks, the second one deletes. */
  private void delete() {
    Entry entry = list.getSelectedValue();
    if (entry == null || entry.origin().isEmpty()) {
      return;
    }
    if (deleteAsked) {
      wishes.delete(entry);
    }
    askToDelete(!deleteAsked);
  }

  private void askToDelete(boolean asked) {
    deleteAsked = asked;
    delete.setText(words.text(asked ? "choose.delete.sure" : "choose.delete"));
    revalidate();
    repaint();
  }

  /** Says what did not work with the one that is chosen. */
  void say(String what) {
    notice.say(what);
    notice.setVisible(!what.isEmpty());
    revalidate();
    repaint();
  }

  private void tell() {
    Optional<Entry> entry = Optional.ofNullable(list.getSelectedValue());
    Optional<Protocol> protocol = entry.flatMap(Entry::protocol);
    title.setText(entry.map(e -> ProtocolRow.title(words, e)).orElse(words.text("choose.none")));
    length.setText(entry.map(e -> ProtocolRow.detail(words, e)).orElse(" "));
    purpose.say(
        protocol
            .map(known -> known.purpose().in(words.language()))
            .or(() -> entry.flatMap(Entry::trouble).map(why -> FailureWords.of(why, words)))
            .orElse(""));
    notice.say(protocol.map(known -> notice(known.firstSession())).orElse(""));
    notice.setVisible(!notice.getText().isEmpty());
    phases.say(
        protocol
            .map(
                known ->
                    known.phases().stream().map(this::phase).collect(Collectors.joining("  ·  ")))
            .orElse(""));
    asks.setText(
        protocol.filter(known -> !known.asks().after().isEmpty()).isPresent()
            ? words.text("choose.asks")
            : " ");
    pace.show(protocol);
    protocol.ifPresent(picture::show);
    picture.setVisible(protocol.isPresent());
    start.setEnabled(protocol.isPresent());
    virtual.setEnabled(protocol.isPresent());
    copy.setEnabled(protocol.isPresent());
    delete.setVisible(entry.flatMap(Entry::origin).isPresent());
    askToDelete(false);
    change.setEnabled(protocol.isPresent() && entry.flatMap(Entry::origin).isPresent());
    revalidate();
    repaint();
  }

  private String phase(Phase phase) {
    String name =
        phase.title().isEmpty()
            ? words.text("kind." + Kinds.word(phase.kind()))
            : phase.title().in(words.language());
    return name + " " + words.clock(phase.plannedSeconds());
  }

  private String notice(FirstSession first) {
    return first.suits()
        ? ""
        : words.text(
            "choose.first",
            first.reasons().stream()
                .map(reason -> words.text("choose.first." + reason.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(", ")));
  }

  @Override
  protected void paintComponent(Graphics g) {
    g.setColor(Palette.current().background());
    g.fillRect(0, 0, getWidth(), getHeight());
  }
}
