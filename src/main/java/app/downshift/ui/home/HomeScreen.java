package app.downshift.ui.home;

import app.downshift.library.ClientId;
import app.downshift.library.ClientLine;
import app.downshift.library.ClientRecords;
import app.downshift.session.Protocol;
import app.downshift.ui.Desk;
import app.downshift.ui.Desk.SensorStatus;
import app.downshift.ui.House;
import app.downshift.ui.Recording;
import app.downshift.ui.Records;
import app.downshift.ui.Records.Standing;
import app.downshift.ui.Room;
import app.downshift.ui.records.Answers;
import app.downshift.ui.records.UnlockPanel;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Keys;
import app.downshift.ui.theme.Look;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import java.awt.CardLayout;
import java.awt.Graphics;
import java.awt.event.ActionEvent;
import java.io.File;
import java.io.Serial;
import java.nio.file.Path;
import java.util.Arrays;
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

/**
 * Where everything begins: whose session it is, what to begin, how the sensor is, and how the
 * client is doing. Whoever chooses nobody can begin all the same.
 */
public final class HomeScreen extends JPanel implements Room {
  private static final int LOOK_MILLIS = 300;
  private static final String START = "start";
  private static final String LOCKED = "locked";

  @Serial private static final long serialVersionUID = 1;

  private final transient Desk desk;
  private final transient Records records;
  private final transient Words words;
  private final transient Consumer<Choice> chosen;
  private final transient House house;
  private final transient Ways ways;
  private final transient Answers answers;
  private final transient RecordsNotes told;
  private final transient LowerPages pages;
  private final transient NextStart next;
  private final HomeTop top;
  private final ClientColumn clients;
  private final StartHead head;
  private final StartCards cards;
  private final UnlockPanel unlock;
  private final CardLayout rightCards = new CardLayout();
  private final JPanel right = new JPanel(rightCards);
  private String shown = START;
  private transient NextStart.Chosen sitting;
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
    sitting = new NextStart.Chosen(Optional.empty(), records.now());
    answers = new Answers(words);
    told = new RecordsNotes(records, words, this::look);
    next = new NextStart(records, words, this::found, () -> sitting, told, chosen);
    top = new HomeTop(desk, words, house, ways, this::askForFile);
    clients = new ClientColumn(records, words, house, this::chooseClient, this::choose, this::say);
    pages = new LowerPages(desk, words, house, this::client, this::reshape, new FromSessions());
    cards = new StartCards(words, pages::protocol, next::begin);
    head =
        new StartHead(
            words,
            () -> client().ifPresent(clients::showCard),
            () -> next.withoutSensor(pages::protocol),
            ways.protocols());
    unlock = new UnlockPanel(records, words);
    build();
    pages.begin();
    entitle();
    bindKeys();
  }

  private void build() {
    add(top, "cell 0 0, span, growx, wmin 0");
    add(clients, "cell 0 1, grow, wmin 0, hmin 0");
    right.setOpaque(false);
    right.add(start(), START);
    JPanel locked = new JPanel(new MigLayout("insets 0, fill", "[center]", "[center]"));
    locked.setOpaque(false);
    locked.add(unlock);
    right.add(locked, LOCKED);
    add(right, "cell 1 1, grow, wmin 0, hmin 0");
  }

  private JPanel start() {
    JPanel start =
        new JPanel(
            new MigLayout(
                "insets 8 0 0 0, gap 0, fill, hidemode 3",
                "[grow,fill]",
                "[]14[]10[grow 50,fill]12![]10![grow 50,fill]"));
    start.setOpaque(false);
    start.add(head, "cell 0 0, growx, wmin 0");
    start.add(next.row(), "cell 0 1, growx, wmin 0");
    start.add(cards, "cell 0 2, grow, wmin 0");
    start.add(pages.tabs(), "cell 0 3, growx 0, wmin 0");
    start.add(pages.pages(), "cell 0 4, grow, wmin 0, hmin " + Type.px(110));
    return start;
  }

  private void bindKeys() {
    Keys.bind(this, this, KeyStroke.getKeyStroke("ESCAPE"), next::waitNoLonger);
    for (char each : new char[] {'n', 'N'}) {
      Keys.bind(this, this, KeyStroke.getKeyStroke(each), clients::newClient);
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
    var other = new HomeScreen(desk, spoken, chosen, house, ways);
    other.sitting = sitting;
    other.clients.choose(sitting.id());
    other.entitle();
    other.pages.like(pages);
    other.busy(starting);
    other.next.like(next);
    return other;
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
    next.begin(protocol);
  }

  /** Begins a protocol that was chosen elsewhere with the virtual heart. */
  public void wantWithoutSensor(Protocol protocol) {
    assert Edt.here() : Edt.who();
    next.wantWithoutSensor(protocol);
  }

  /** Whose session the next one is. */
  public Optional<ClientLine> client() {
    return sitting.client();
  }

  /** Tells the person something; empty takes it away. */
  public void say(String words) {
    assert Edt.here() : Edt.who();
    next.say(words);
  }

  /** Lets nobody choose while a choice is on its way. */
  public void busy(boolean busy) {
    assert Edt.here() : Edt.who();
    starting = busy;
    cards.busy(busy);
    pages.busy(busy);
    head.busy(busy);
  }

  /** Looks once at how the sensor and the records are. */
  public void look() {
    assert Edt.here() : Edt.who();
    stand(records.standing());
    if (starting) {
      top.starting();
      return;
    }
    SensorStatus status = desk.sensor();
    top.show(status);
    next.look(status);
  }

  private boolean found() {
    return desk.sensor().state() == SensorStatus.State.FOUND;
  }

  private void stand(Standing now) {
    if (now instanceof Standing.Open open) {
      show(START);
      if (open.changes() != seen) {
        seen = open.changes();
        clients.opened();
        told.reload();
        keepUp();
      }
      return;
    }
    seen = -1;
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
    Optional<ClientId> id = sitting.id();
    if (id.isEmpty()) {
      pages.reloadSessions();
      return;
    }
    answers.await(
        records.clients(""),
        all -> {
          if (sitting.id().equals(id)) {
            sitting =
                new NextStart.Chosen(
                    all.stream().filter(each -> each.id().equals(id.get())).findFirst(),
                    sitting.at());
            entitle();
            pages.reload();
          }
        },
        this::say);
  }

  private void chooseClient(Optional<ClientLine> client) {
    boolean other = !client.map(ClientLine::id).equals(sitting.id());
    sitting = new NextStart.Chosen(client, records.now());
    records.chosen(sitting.id());
    entitle();
    if (other) {
      pages.another();
    }
    next.another();
  }

  private void entitle() {
    head.show(client());
    revalidate();
    repaint();
  }

  private void reshape() {
    cards.reshape(pages.pacePerMinute());
  }

  private void askForFile() {
    Look.everyScript();
    JFileChooser chooser = new JFileChooser(desk.recordings().toFile());
    chooser.setDialogTitle(words.text("home.openFile"));
    chooser.setMultiSelectionEnabled(true);
    chooser.setFileSelectionMode(JFileChooser.FILES_AND_DIRECTORIES);
    if (chooser.showOpenDialog(this) == JFileChooser.APPROVE_OPTION) {
      next.choose(
          new Choice.Files(Arrays.stream(chooser.getSelectedFiles()).map(File::toPath).toList()));
    }
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

  /** What is wanted of a session in the list. */
  private final class FromSessions implements SessionList.Wishes {
    @Override
    public void review(Recording recording) {
      next.choose(new Choice.Review(recording));
    }

    @Override
    public void replay(Recording recording) {
      next.choose(new Choice.Replay(recording));
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
