package app.downshift.ui.home;

import app.downshift.sensor.SensorEvent.Reach;
import app.downshift.session.Phase;
import app.downshift.session.Protocol;
import app.downshift.ui.Desk;
import app.downshift.ui.Desk.SensorStatus;
import app.downshift.ui.FailureWords;
import app.downshift.ui.Room;
import app.downshift.ui.protocol.ProtocolPicture;
import app.downshift.ui.theme.ActionButton;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Chip;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Glyph;
import app.downshift.ui.theme.IconButton;
import app.downshift.ui.theme.Keys;
import app.downshift.ui.theme.Look;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Prose;
import app.downshift.ui.theme.QuietButton;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import java.awt.Graphics;
import java.awt.event.ActionEvent;
import java.io.Serial;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** Where everything begins: four things to do, how the sensor is, and the shape of the session. */
public final class HomeScreen extends JPanel implements Room {
  private static final int LOOK_MILLIS = 300;

  @Serial private static final long serialVersionUID = 1;

  private final transient Desk desk;
  private final transient Words words;
  private final transient Consumer<Choice> chosen;
  private final transient Runnable settings;
  private final transient Runnable speak;
  private final transient Runnable protocols;
  private final transient Runnable why;
  private final Chip sensor = new Chip().atLeast(Chip.USUAL);
  private final Prose message = new Prose("", Type.REGULAR.of(14), Palette::text);
  private final Card messageCard = new Card(new MigLayout("insets 14 20 14 20, fillx", "[grow]"));
  private final Lengths lengths;
  private final ProtocolPicture picture;
  private final Text pictureNote = new Text("", Type.REGULAR.of(12), Palette::secondary);
  private final ChoiceCard breathe;
  private final ChoiceCard shorter;
  private final ChoiceCard virtual;
  private final ReplayCard replay;
  private final QuietButton ask;
  private String told = "";
  private transient @Nullable Choice wanted;
  private boolean starting;
  private String advice = "";
  private final Timer looks = new Timer(LOOK_MILLIS, event -> look());

  /** What the person chose to do. */
  public sealed interface Choice {
    /** A session with the sensor found. */
    record Session(Protocol protocol) implements Choice {}

    /** A session with the virtual heart. */
    record Virtual(Protocol protocol) implements Choice {}

    /** A recording. */
    record Replay(Path file) implements Choice {}

    /** A recording to look at. */
    record Review(Path file) implements Choice {}
  }

  /**
   * @param chosen called with what the person wants
   * @param settings called when the person wants to change how things look
   * @param speak called when the person wants to say which sensor is spoken to
   * @param protocols called when the person wants another protocol than those of the cards
   * @param why called when the person wants to know what all this is for
   */
  public HomeScreen(
      Desk desk,
      Words words,
      Consumer<Choice> chosen,
      Runnable settings,
      Runnable speak,
      Runnable protocols,
      Runnable why) {
    super(
        new MigLayout(
            "insets 0 24 20 24, gap 0, fill, hidemode 3",
            "[grow,fill]",
            "[76!][]16[][grow 60,fill]16![grow 40,fill]14[]"));
    this.desk = desk;
    this.words = words;
    this.chosen = chosen;
    this.settings = settings;
    this.speak = speak;
    this.protocols = protocols;
    this.why = why;
    lengths = new Lengths(words, this::reshape);
    picture = new ProtocolPicture(words, lengths.protocol());
    breathe = card("home.breathe", "home.enter", Palette::teal, 0.66, this::breathe);
    shorter = card("home.short", "", Palette::blue, 0.5, this::breatheShort);
    virtual = card("home.virtual", "", Palette::amber, 0.36, this::withoutSensor);
    replay = new ReplayCard(words, this::askForFile, this::open, this::review);
    ask = new QuietButton(words.text("home.speak"), 13, speak);
    build();
    reshape();
    bindEnter();
    Keys.bind(this, this, KeyStroke.getKeyStroke("ESCAPE"), this::waitNoLonger);
    setTransferHandler(new FileDrop(this::open, () -> say(words.text("home.dropOne"))));
  }

  private ChoiceCard card(
      String name,
      String key,
      java.util.function.Function<Palette, java.awt.Color> colour,
      double lamp,
      Runnable action) {
    return new ChoiceCard(
        words.text(name), key.isEmpty() ? "" : words.text(key), colour, lamp, action);
  }

  private void build() {
    JPanel top = new JPanel(new MigLayout("insets 0 8 0 8, fill", "[]push[]16[]16[]", "[76!]"));
    top.setOpaque(false);
    top.add(new Text(words.text("app.name"), Type.SEMIBOLD.of(18), Palette::text), "gapbottom 8");
    top.add(
        new IconButton(
                Glyph.SETTINGS,
                words.text("settings.button", words.text("action.key.settings")),
                "",
                settings)
            .quiet(),
        "gapbottom 4");
    top.add(ask, "gapbottom 4");
    top.add(sensor, "gapbottom 4");
    add(top, "cell 0 0, growx");
    JPanel title = new JPanel(new MigLayout("insets 0 8 0 8, gap 16, fillx", "[]push[][]"));
    title.setOpaque(false);
    title.add(new Text(words.text("home.title"), Type.SEMIBOLD.of(22), Palette::text));
    title.add(new QuietButton(words.text("home.why"), 13, why));
    title.add(new ActionButton(words.text("home.protocols"), "", protocols).low());
    add(title, "cell 0 1, growx, wmin 0");
    messageCard.add(message, "growx, wmin 0");
    messageCard.setVisible(false);
    add(messageCard, "cell 0 2, growx, wmin 0, gapbottom 16");
    JPanel cards =
        new JPanel(
            new MigLayout(
                "insets 0, gap 14 16, fill, wrap 2",
                "[grow,fill,sg][grow,fill,sg]",
                "[grow,fill,sg][grow,fill,sg]"));
    cards.setOpaque(false);
    for (JComponent choice : List.of(breathe, shorter, virtual, replay)) {
      cards.add(choice, "grow, wmin 0, height " + Type.px(124) + ":150:");
    }
    add(cards, "cell 0 3, grow, wmin 0");
    Card plan =
        new Card(new MigLayout("insets 18 24 16 24, gap 0, fill", "[][grow]", "[][grow,fill]8[]"));
    plan.add(new Text(words.text("home.shape"), Type.SEMIBOLD.of(14), Palette::text));
    plan.add(pictureNote, "gapleft push, wrap");
    plan.add(picture, "span, grow, height 16:140:, wrap");
    plan.add(lengths, "span");
    add(plan, "cell 0 4, grow, wmin 0");
    add(
        new Text(words.text("app.notMedical"), Type.REGULAR.of(12), Palette::secondary),
        "cell 0 5, alignx center, growx 0");
  }

  @Override
  public JComponent component() {
    return this;
  }

  /** Begins to watch the sensor and looks for recordings. */
  @Override
  public void resume() {
    assert Edt.here() : Edt.who();
    look();
    looks.start();
    var unused = // without a list there is still the file dialog
        desk.recent(ReplayCard.MOST).thenAccept(files -> Edt.soon(() -> replay.show(files)));
  }

  /** Puts the keyboard on the first choice. */
  @Override
  public void takeFocus() {
    breathe.requestFocusInWindow();
  }

  /** What a person has chosen and was told stays. */
  @Override
  public HomeScreen again(Words spoken, Desk.Preferences looks) {
    assert Edt.here() : Edt.who();
    var next = new HomeScreen(desk, spoken, chosen, settings, speak, protocols, why);
    next.lengths.like(lengths);
    next.wanted = wanted;
    next.busy(starting);
    next.say(told);
    return next;
  }

  /** Begins a protocol that was chosen elsewhere, once a sensor is found. */
  public void want(Protocol protocol) {
    assert Edt.here() : Edt.who();
    onceFound(new Choice.Session(protocol));
  }

  /** Stops watching. */
  @Override
  public void end() {
    assert Edt.here() : Edt.who();
    looks.stop();
  }

  /** Tells the person something; empty takes it away. */
  public void say(String words) {
    assert Edt.here() : Edt.who();
    told = words;
    showMessage();
  }

  private void showMessage() {
    boolean both = told.isEmpty() || wanted != null;
    String shown = both ? (told + " " + advice).strip() : told;
    if (!shown.equals(message.getText())) {
      message.say(shown);
      messageCard.setVisible(!shown.isEmpty());
      revalidate();
      repaint();
    }
  }

  /** Lets nobody choose while a choice is on its way. */
  public void busy(boolean busy) {
    assert Edt.here() : Edt.who();
    starting = busy;
    List.of(breathe, shorter, virtual).forEach(card -> card.setEnabled(!busy));
    replay.busy(busy);
  }

  /** Looks once at how the sensor is. */
  public void look() {
    assert Edt.here() : Edt.who();
    if (starting) {
      sensor.say(Chip.Tone.QUIET, words.text("home.starting"));
      return;
    }
    SensorStatus status = desk.sensor();
    switch (status.state()) {
      case NONE ->
          sensor.say(
              Chip.Tone.CARE,
              status.where().isEmpty()
                  ? words.text("sensor.none")
                  : words.text("sensor.silent", status.where()));
      case LISTENING -> sensor.say(Chip.Tone.CARE, listening(status));
      case FOUND -> sensor.say(Chip.Tone.GOOD, words.text("sensor.found", status.name()));
      case TROUBLE ->
          sensor.say(
              Chip.Tone.BAD,
              words.text(status.name().isEmpty() ? "sensor.trouble" : "sensor.waits"));
    }
    ask.setText(
        words.text(status.state() == SensorStatus.State.FOUND ? "home.other" : "home.speak"));
    String says = FailureWords.of(status, words);
    sensor.setToolTipText(says.isEmpty() ? null : says);
    advice = status.state() == SensorStatus.State.TROUBLE ? says : "";
    showMessage();
    Choice waited = wanted;
    if (waited != null && status.state() == SensorStatus.State.FOUND) {
      choose(waited);
    }
  }

  private String listening(SensorStatus status) {
    Optional<Reach> reached = desk.reached();
    if (reached.isPresent()) {
      return words.text("sensor.reach." + reached.get().word());
    }
    return status.where().isEmpty()
        ? words.text("sensor.listening")
        : words.text(
            status.name().isEmpty() ? "sensor.listening.where" : "sensor.asking", status.where());
  }

  private void reshape() {
    Protocol protocol = lengths.protocol();
    picture.show(protocol);
    String minutes = minutes(protocol);
    pictureNote.setText(words.text("home.shape.note", minutes));
    breathe.say(
        words.text("home.breathe.what", words.brief(lengths.pacePerMinute(), 1)),
        words.text("home.minutes", minutes));
    Protocol small = Protocol.breatheShort(lengths.pacePerMinute());
    Object[] parts =
        small.phases().stream()
            .map(Phase::plannedSeconds)
            .map(s -> words.brief(s / 60, 1))
            .toArray();
    shorter.say(words.text("home.short.what", parts), words.text("home.minutes", minutes(small)));
    virtual.say(words.text("home.virtual.what"), words.text("home.minutes", minutes));
  }

  private String minutes(Protocol protocol) {
    return words.brief(protocol.plannedSeconds() / 60, 1);
  }

  private void breathe() {
    onceFound(new Choice.Session(lengths.protocol()));
  }

  private void breatheShort() {
    onceFound(new Choice.Session(Protocol.breatheShort(lengths.pacePerMinute())));
  }

  private void withoutSensor() {
    choose(new Choice.Virtual(lengths.protocol()));
  }

  /** Without a sensor the session waits for one, and says so. */
  private void onceFound(Choice choice) {
    if (desk.sensor().state() == SensorStatus.State.FOUND) {
      choose(choice);
    } else {
      wanted = choice;
      say(words.text("home.waiting"));
    }
  }

  private void choose(Choice choice) {
    wanted = null;
    chosen.accept(choice);
  }

  private void waitNoLonger() {
    if (wanted != null) {
      wanted = null;
      say("");
    }
  }

  private void askForFile() {
    Look.everyScript();
    JFileChooser chooser = new JFileChooser(desk.recordings().toFile());
    chooser.setDialogTitle(words.text("home.replay"));
    if (chooser.showOpenDialog(this) == JFileChooser.APPROVE_OPTION) {
      open(chooser.getSelectedFile().toPath());
    }
  }

  private void open(Path file) {
    choose(new Choice.Replay(file));
  }

  private void review(Path file) {
    choose(new Choice.Review(file));
  }

  private void bindEnter() {
    getInputMap(WHEN_IN_FOCUSED_WINDOW).put(KeyStroke.getKeyStroke("ENTER"), "breathe");
    getActionMap()
        .put(
            "breathe",
            new AbstractAction() {
              @Serial private static final long serialVersionUID = 1;

              @Override
              public void actionPerformed(ActionEvent event) {
                if (isShowing() && breathe.isEnabled()) {
                  breathe();
                }
              }
            });
  }

  @Override
  protected void paintComponent(Graphics g) {
    g.setColor(Palette.current().background());
    g.fillRect(0, 0, getWidth(), getHeight());
  }
}
