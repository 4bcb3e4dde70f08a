package app.downshift.ui.home;

import app.downshift.library.ClientId;
import app.downshift.library.ClientLine;
import app.downshift.library.ClientRecords;
import app.downshift.session.Protocol;
import app.downshift.ui.Desk;
import app.downshift.ui.Desk.SensorStatus;
import app.downshift.ui.FailureWords;
import app.downshift.ui.House;
import app.downshift.ui.Recording;
import app.downshift.ui.Records;
import app.downshift.ui.Records.Standing;
import app.downshift.ui.Room;
import app.downshift.ui.SmallCard;
import app.downshift.ui.home.HomeNotes.Act;
import app.downshift.ui.home.HomeNotes.Note;
import app.downshift.ui.records.Answers;
import app.downshift.ui.records.ClientCard;
import app.downshift.ui.records.PlaceChooser;
import app.downshift.ui.records.UnlockPanel;
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
import java.awt.CardLayout;
import java.awt.Graphics;
import java.awt.event.ActionEvent;
import java.io.File;
import java.io.Serial;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/**
 * Where everything begins: whose session it is, what to begin, how the sensor is, and how the
 * client is doing. Whoever chooses nobody can begin all the same.
 */
public final class HomeScreen extends JPanel implements Room {
  private static final int LOOK_MILLIS = 300;
  private static final String START = "start";
  private static final String LOCKED = "locked";
  private static final String DOING = "doing";
  private static final String SESSIONS = "sessions";
  private static final String SHAPE = "shape";
  private static final List<String> TABS = List.of(DOING, SESSIONS, SHAPE);

  @Serial private static final long serialVersionUID = 1;

  private final transient Desk desk;
  private final transient Records records;
  private final transient Words words;
  private final transient Consumer<Choice> chosen;
  private final transient House house;
  private final transient Ways ways;
  private final transient Answers answers;
  private final transient SensorChip sensor;
  private final transient RecordsNotes told;
  private final HomeNotes notes = new HomeNotes();
  private final ClientList clients;
  private final ActionButton newClient;
  private final Text title = new Text("", Type.SEMIBOLD.of(22), Palette::text);
  private final StartCards cards;
  private final ShapeCard shape;
  private final SessionList sessions;
  private final DoingPlace doing;
  private final QuietButton ask;
  private final QuietButton virtual;
  private final QuietButton card;
  private final UnlockPanel unlock;
  private final Segments tabs;
  private final CardLayout lowerCards = new CardLayout();
  private final JPanel lower = new JPanel(lowerCards);
  private final CardLayout rightCards = new CardLayout();
  private final JPanel right = new JPanel(rightCards);
  private String shown = START;
  private String tab = SHAPE;
  private String said = "";
  private String advice = "";
  private transient Optional<ClientLine> client = Optional.empty();
  private transient Instant chosenAt;
  private transient @Nullable Choice wanted;
  private transient @Nullable Note doubt;
  private boolean starting;
  private long seen = -1;
  private final Timer looks = new Timer(LOOK_MILLIS, event -> look());

  /** What the person chose to do. */
  public sealed interface Choice {
    /** A session with the sensor found; of nobody where no client is told. */
    record Session(Protocol protocol, Optional<ClientId> client) implements Choice {}

    /** A session with the virtual heart. */
    record Virtual(Protocol protocol, Optional<ClientId> client) implements Choice {}

    /** A recording. */
    record Replay(Recording recording) implements Choice {}

    /** A recording to look at. */
    record Review(Recording recording) implements Choice {}

    /** Files and folders of any kind. */
    record Files(List<Path> words) implements Choice {
      public Files {
        words = List.copyOf(words);
      }
    }
  }

  /**
   * Where a person goes from here.
   *
   * @param speak to say which sensor is spoken to
   * @param protocols to another protocol than those of the cards
   * @param why to what all this is for
   */
  public record Ways(Runnable speak, Runnable protocols, Runnable why) {}

  /**
   * @param chosen called with what the person wants
   */
  public HomeScreen(Desk desk, Words words, Consumer<Choice> chosen, House house, Ways ways) {
    super(
        new MigLayout(
            "insets 0 24 20 24, gap 28 0, fill",
            "[" + Type.px(230) + ":22%:320,fill][grow,fill]",
            "[60!]8[grow,fill]"));
    this.desk = desk;
    this.words = words;
    this.chosen = chosen;
    this.house = house;
    this.ways = ways;
    records = desk.records();
    chosenAt = records.now();
    answers = new Answers(words);
    sensor = new SensorChip(desk, words);
    told = new RecordsNotes(records, words, this::look);
    clients = new ClientList(records, words, true, this::chooseClient);
    newClient =
        new ActionButton(words.text("clients.add"), words.text("clients.add.key"), this::newClient);
    shape = new ShapeCard(words, this::reshape);
    cards = new StartCards(words, shape::protocol, this::begin);
    doing = new DoingPlace(records, words, house, this::say);
    sessions = new SessionList(desk, words, house, new FromSessions());
    ask = new QuietButton(words.text("home.speak"), 13, ways.speak());
    virtual = new QuietButton(words.text("home.virtual"), 13, this::withoutSensor);
    card = new QuietButton(words.text("client.open"), 13, this::openClient);
    unlock = new UnlockPanel(records, words);
    tabs =
        new Segments(
                words.text("home.below"),
                TABS.stream().map(each -> words.text("home.tab." + each)).toList(),
                index -> turn(TABS.get(index)))
            .low();
    build();
    shape.begin();
    entitle();
    turn(SHAPE);
    bindKeys();
  }

  private void build() {
    add(top(), "cell 0 0, span, growx, wmin 0");
    Card left =
        new Card(new MigLayout("insets 20 16 18 16, gap 0 12, fill, wrap 1", "[grow,fill]"));
    left.add(
        new Text(words.text("clients.title"), Type.SEMIBOLD.of(14), Palette::text), "gapleft 8");
    left.add(clients, "grow, push, wmin 0, hmin 0");
    left.add(newClient, "growx");
    left.add(
        new Prose(words.text("app.notMedical"), Type.REGULAR.of(11), Palette::secondary),
        "wmin 0, gapleft 8");
    add(left, "cell 0 1, grow, wmin 0, hmin 0");
    right.setOpaque(false);
    right.add(start(), START);
    JPanel locked = new JPanel(new MigLayout("insets 0, fill", "[center]", "[center]"));
    locked.setOpaque(false);
    locked.add(unlock);
    right.add(locked, LOCKED);
    add(right, "cell 1 1, grow, wmin 0, hmin 0");
  }

  private JPanel top() {
    JPanel top =
        new JPanel(new MigLayout("insets 0 8 0 0, fill", "[]push[]10[]10[]10[]10[]", "[60!]"));
    top.setOpaque(false);
    top.add(new Text(words.text("app.name"), Type.SEMIBOLD.of(18), Palette::text));
    top.add(new QuietButton(words.text("home.why"), 13, ways.why()));
    top.add(new QuietButton(words.text("home.openFile"), 13, this::askForFile));
    top.add(
        new IconButton(
                Glyph.SETTINGS,
                words.text("settings.button", words.text("action.key.settings")),
                "",
                house::settings)
            .quiet());
    top.add(ask);
    top.add(sensor.chip());
    return top;
  }

  private JPanel start() {
    JPanel start =
        new JPanel(
            new MigLayout(
                "insets 8 0 0 0, gap 0, fill, hidemode 3",
                "[grow,fill]",
                "[]14[]10[grow 50,fill]12![]10![grow 50,fill]"));
    start.setOpaque(false);
    JPanel head = new JPanel(new MigLayout("insets 0, gap 14, fillx", "[]push[][][]"));
    head.setOpaque(false);
    head.add(title);
    head.add(card);
    head.add(virtual);
    head.add(new ActionButton(words.text("home.protocols"), "", ways.protocols()).low());
    start.add(head, "cell 0 0, growx, wmin 0");
    start.add(notes, "cell 0 1, growx, wmin 0");
    start.add(cards, "cell 0 2, grow, wmin 0");
    start.add(tabs, "cell 0 3, growx 0, wmin 0");
    lower.setOpaque(false);
    lower.add(Scrolled.around(doing), DOING);
    lower.add(sessions, SESSIONS);
    lower.add(Scrolled.around(shape), SHAPE);
    start.add(lower, "cell 0 4, grow, wmin 0, hmin " + Type.px(110));
    return start;
  }

  private void bindKeys() {
    Keys.bind(this, this, KeyStroke.getKeyStroke("ESCAPE"), this::waitNoLonger);
    for (char each : new char[] {'n', 'N'}) {
      Keys.bind(this, this, KeyStroke.getKeyStroke(each), this::newClient);
    }
    Keys.bind(this, this, KeyStroke.getKeyStroke('/'), clients::takeFocus);
    getInputMap(WHEN_IN_FOCUSED_WINDOW).put(KeyStroke.getKeyStroke("ENTER"), "breathe");
    getActionMap()
        .put(
            "breathe",
            new AbstractAction() {
              @Serial private static final long serialVersionUID = 1;

              @Override
              public void actionPerformed(ActionEvent event) {
                if (isShowing() && !house.covered() && shown.equals(START)) {
                  cards.breathe();
                }
              }
            });
  }

  @Override
  public JComponent component() {
    return this;
  }

  /** Begins to watch the sensor and the records. */
  @Override
  public void resume() {
    assert Edt.here() : Edt.who();
    records.open();
    look();
    looks.start();
    var unused = // without them there is still the standard session
        desk.protocols().thenAccept(all -> Edt.soon(() -> cards.know(all)));
  }

  @Override
  public void takeFocus() {
    if (shown.equals(LOCKED)) {
      unlock.takeFocus();
    } else {
      cards.takeFocus();
    }
  }

  /** What a person has chosen and was told stays. */
  @Override
  public HomeScreen again(Words spoken, Desk.Preferences looks) {
    assert Edt.here() : Edt.who();
    var next = new HomeScreen(desk, spoken, chosen, house, ways);
    next.shape.like(shape);
    next.wanted = wanted;
    next.client = client;
    next.chosenAt = chosenAt;
    next.clients.choose(client.map(ClientLine::id));
    next.entitle();
    next.turn(tab);
    next.busy(starting);
    next.say(said);
    return next;
  }

  /** Stops watching. */
  @Override
  public void end() {
    assert Edt.here() : Edt.who();
    looks.stop();
  }

  /** Begins a protocol that was chosen elsewhere, once a sensor is found. */
  public void want(Protocol protocol) {
    assert Edt.here() : Edt.who();
    begin(protocol);
  }

  /** Begins a protocol that was chosen elsewhere with the virtual heart. */
  public void wantWithoutSensor(Protocol protocol) {
    assert Edt.here() : Edt.who();
    choose(new Choice.Virtual(protocol, client.map(ClientLine::id)));
  }

  /** Whose session the next one is. */
  public Optional<ClientLine> client() {
    return client;
  }

  /** Tells the person something; empty takes it away. */
  public void say(String words) {
    assert Edt.here() : Edt.who();
    said = words;
    showNote();
  }

  /** Lets nobody choose while a choice is on its way. */
  public void busy(boolean busy) {
    assert Edt.here() : Edt.who();
    starting = busy;
    cards.busy(busy);
    sessions.busy(busy);
    virtual.setEnabled(!busy);
  }

  /** Looks once at how the sensor and the records are. */
  public void look() {
    assert Edt.here() : Edt.who();
    stand(records.standing());
    if (starting) {
      sensor.starting();
      return;
    }
    SensorStatus status = desk.sensor();
    sensor.show(status);
    ask.setText(
        words.text(status.state() == SensorStatus.State.FOUND ? "home.other" : "home.speak"));
    advice = status.state() == SensorStatus.State.TROUBLE ? FailureWords.of(status, words) : "";
    showNote();
    Choice waited = wanted;
    if (waited instanceof Choice.Session session && status.state() == SensorStatus.State.FOUND) {
      wanted = null;
      said = "";
      guarded(session);
    }
  }

  private void stand(Standing now) {
    if (now instanceof Standing.Open open) {
      show(START);
      if (open.changes() != seen) {
        seen = open.changes();
        clients.opened();
        newClient.setEnabled(true);
        clients.reload();
        told.reload();
        keepUp();
      }
      return;
    }
    seen = -1;
    newClient.setEnabled(false);
    if (now instanceof Standing.Locked) {
      if (shown.equals(START)) {
        show(LOCKED);
        clients.closed(words.text("clients.locked"));
        unlock.takeFocus();
      }
    } else {
      show(START);
      clients.closed(told.standing(now));
    }
  }

  private void show(String part) {
    if (!part.equals(shown)) {
      shown = part;
      rightCards.show(right, part);
      if (part.equals(START)) {
        cards.takeFocus();
      }
    }
  }

  /** The chosen client may be another by now, or gone. */
  private void keepUp() {
    Optional<ClientId> id = client.map(ClientLine::id);
    if (id.isEmpty()) {
      sessions.show(client);
      return;
    }
    answers.await(
        records.clients(""),
        all -> {
          if (client.map(ClientLine::id).equals(id)) {
            client = all.stream().filter(each -> each.id().equals(id.get())).findFirst();
            entitle();
            turn(client.isEmpty() && tab.equals(DOING) ? SHAPE : tab);
          }
        },
        why -> say(why));
  }

  private void chooseClient(Optional<ClientLine> next) {
    boolean other = !next.map(ClientLine::id).equals(client.map(ClientLine::id));
    client = next;
    chosenAt = records.now();
    doubt = null;
    records.chosen(next.map(ClientLine::id));
    entitle();
    if (other) {
      turn(next.isPresent() ? (tab.equals(SESSIONS) ? SESSIONS : DOING) : SHAPE);
    }
    showNote();
  }

  private void entitle() {
    title.setText(
        client
            .map(each -> words.text("home.startWith", each.code()))
            .orElseGet(() -> words.text("home.title")));
    card.setVisible(client.isPresent());
    revalidate();
    repaint();
  }

  private void turn(String next) {
    tab = next;
    tabs.select(TABS.indexOf(next));
    if (next.equals(DOING)) {
      doing.show(client);
    } else if (next.equals(SESSIONS)) {
      sessions.show(client);
    }
    lowerCards.show(lower, next);
  }

  private void reshape() {
    cards.reshape(shape.pacePerMinute());
  }

  private void showNote() {
    Choice waited = wanted;
    Note note = doubt;
    if (waited instanceof Choice.Session session) {
      note =
          new Note(
              (words.text("home.waiting") + " " + advice).strip(),
              List.of(
                  new Act(
                      words.text("home.virtual.now"), () -> wantWithoutSensor(session.protocol())),
                  new Act(words.text("home.notNow"), this::waitNoLonger)));
    } else if (!said.isEmpty()) {
      note = new Note(said, List.of());
    } else if (note == null && !advice.isEmpty()) {
      note = new Note(advice, List.of());
    } else if (note == null) {
      note = told.note();
    }
    notes.show(note);
  }

  private void begin(Protocol protocol) {
    said = "";
    var session = new Choice.Session(protocol, client.map(ClientLine::id));
    if (desk.sensor().state() == SensorStatus.State.FOUND) {
      guarded(session);
    } else {
      wanted = session; // it waits for a sensor, and says so
      showNote();
    }
  }

  /** Asks first where something speaks against the client. */
  private void guarded(Choice.Session session) {
    if (session.client().isEmpty()) {
      choose(session);
      return;
    }
    answers.await(
        records.doubt(session.client().get(), chosenAt),
        why -> {
          if (why.isEmpty()) {
            choose(session);
          } else {
            ask(session, why.get());
          }
        },
        refused -> choose(session));
  }

  private void ask(Choice.Session session, Records.Doubt why) {
    String code = client.map(ClientLine::code).orElse("");
    doubt =
        new Note(
            told.doubt(why, code),
            List.of(
                new Act(words.text("guard.start", code), () -> choose(session)),
                new Act(words.text("guard.not"), this::waitNoLonger)));
    showNote();
  }

  private void withoutSensor() {
    wantWithoutSensor(
        wanted instanceof Choice.Session session ? session.protocol() : shape.protocol());
  }

  private void choose(Choice choice) {
    wanted = null;
    doubt = null;
    said = "";
    chosen.accept(choice);
  }

  private void waitNoLonger() {
    if (wanted != null || doubt != null || !said.isEmpty()) {
      wanted = null;
      doubt = null;
      said = "";
      showNote();
    }
  }

  private void askForFile() {
    Look.everyScript();
    JFileChooser chooser = new JFileChooser(desk.recordings().toFile());
    chooser.setDialogTitle(words.text("home.openFile"));
    chooser.setMultiSelectionEnabled(true);
    chooser.setFileSelectionMode(JFileChooser.FILES_AND_DIRECTORIES);
    if (chooser.showOpenDialog(this) == JFileChooser.APPROVE_OPTION) {
      choose(
          new Choice.Files(Arrays.stream(chooser.getSelectedFiles()).map(File::toPath).toList()));
    }
  }

  private void newClient() {
    if (!house.covered() && newClient.isEnabled()) {
      house.lay(spoken -> new ClientCard(records, spoken, Optional.empty(), new FromCard()));
    }
  }

  private void openClient() {
    client.ifPresent(
        each ->
            answers.await(
                records.client(each.id()),
                all ->
                    house.lay(
                        spoken ->
                            new ClientCard(records, spoken, Optional.of(all), new FromCard())),
                this::say));
  }

  /** Chooses a client, as somebody would in the list. */
  public void choose(ClientId id) {
    answers.await(
        records.clients(""),
        all ->
            all.stream()
                .filter(each -> each.id().equals(id))
                .filter(each -> !each.code().equals(ClientRecords.NOBODY))
                .findFirst()
                .ifPresent(
                    line -> {
                      clients.choose(Optional.of(id));
                      chooseClient(Optional.of(line));
                    }),
        this::say);
  }

  @Override
  protected void paintComponent(Graphics g) {
    g.setColor(Palette.current().background());
    g.fillRect(0, 0, getWidth(), getHeight());
  }

  /** What a card about a client may do. */
  private final class FromCard implements ClientCard.Ways {
    @Override
    public void close() {
      house.putAway();
    }

    @Override
    public void lay(Function<Words, SmallCard> made) {
      house.lay(made);
    }

    @Override
    public void saved(ClientId id) {
      choose(id);
    }

    @Override
    public PlaceChooser places() {
      return PlaceChooser.dialog();
    }
  }

  /** What is wanted of a session in the list. */
  private final class FromSessions implements SessionList.Wishes {
    @Override
    public void review(Recording recording) {
      choose(new Choice.Review(recording));
    }

    @Override
    public void replay(Recording recording) {
      choose(new Choice.Replay(recording));
    }

    @Override
    public void open() {
      askForFile();
    }

    @Override
    public void say(String words) {
      HomeScreen.this.say(words);
    }
  }
}
