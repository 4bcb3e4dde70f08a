package app.downshift.ui;

import app.downshift.session.Protocol;
import app.downshift.ui.Desk.Person;
import app.downshift.ui.Desk.Preferences;
import app.downshift.ui.home.HomeScreen;
import app.downshift.ui.protocol.ProtocolRoom;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Keys;
import app.downshift.ui.theme.Words;
import app.downshift.ui.therapist.ClientWindow;
import app.downshift.ui.therapist.ConsentScreen;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.swing.JFrame;
import javax.swing.KeyStroke;
import javax.swing.Timer;
import javax.swing.WindowConstants;
import org.jspecify.annotations.Nullable;

/**
 * The one window: a {@link Stage} for its rooms, an {@link Overlay} for small cards, and the look
 * that a person prefers, which it installs. EDT only.
 */
public final class MainWindow implements House {
  /** So long after the last change of its size the window counts as resized. */
  private static final int SETTLED_MILLIS = 200;

  private final Desk desk;
  private final Executor charts;
  private final JFrame frame;
  private final WindowLook look = new WindowLook();
  private final Stage stage;
  private final Overlay overlay;
  private final SmallCards cards;
  private final Openings openings;
  private final Timer settled = new Timer(SETTLED_MILLIS, event -> rezoom());
  private Words words;
  private @Nullable HomeScreen home;

  /**
   * @param charts paints charts, one at a time; its thread is the caller's
   */
  public MainWindow(Desk desk, Executor charts) {
    assert Edt.here() : Edt.who();
    this.desk = desk;
    this.charts = charts;
    words = new Words(desk.preferences().language().locale());
    look.install(desk.preferences());
    stage = new Stage(new OpeningScreen(words, this::opened));
    frame = new JFrame(words.text("app.name"));
    frame.setContentPane(stage.content());
    frame.setMinimumSize(look.smallest(new Dimension()));
    frame.setSize(look.usual());
    frame.setLocationRelativeTo(null);
    frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
    overlay = new Overlay(frame, stage::takeFocus);
    cards = new SmallCards(desk, this, overlay, stage::room, this::prefer, this::askTogether);
    openings = new Openings(desk, this, this::homeScreen, () -> words, this::show);
    new FilesDrop(() -> session().isEmpty() && !covered(), openings::files).on(stage.content());
    frame.addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowClosing(WindowEvent event) {
            close();
          }
        });
    settled.setRepeats(false);
    frame
        .getRootPane()
        .addComponentListener(
            new ComponentAdapter() {
              @Override
              public void componentResized(ComponentEvent event) {
                overlay.place();
                settled.restart();
              }
            });
    Keys.bind(stage.content(), stage.content(), KeyStroke.getKeyStroke(','), this::settings);
  }

  /** Opens the window at the start. */
  public void open() {
    assert Edt.here() : Edt.who();
    frame.setVisible(true);
  }

  /** The first picture is on screen; what it did not need comes now. */
  private void opened() {
    if (stage.room().isEmpty() && frame.isDisplayable()) {
      home();
      rezoom();
    }
    EventQueue.invokeLater(() -> frame.setIconImages(AppIcon.images()));
  }

  /**
   * Opens the window and starts a session, after the caution if that is due. A failure is told at
   * the start, as any other.
   */
  public void openOn(Supplier<CompletableFuture<Desk.Running>> begun) {
    assert Edt.here() : Edt.who();
    open();
    openings.afterCaution(begun);
  }

  /** Opens the window and asks whether everybody has agreed; then their sessions begin. */
  public void openTogether(
      List<Person> people, Function<List<Person>, CompletableFuture<Desk.Running>> begun) {
    assert Edt.here() : Edt.who();
    open();
    ask(people, true, begun);
  }

  /** Opens the window, if need be, on a session or replay that is under way. */
  public void show(Desk.Running under) {
    assert Edt.here() : Edt.who();
    SessionRoom room = enter(spoken -> new SessionRoom(under, desk, charts, spoken, this, frame));
    frame.setVisible(true);
    room.openClientIfWished();
  }

  @Override
  public void review(Recording recording) {
    assert Edt.here() : Edt.who();
    openings.review(recording);
  }

  /** Closes the window and ends the program. */
  public void close() {
    assert Edt.here() : Edt.who();
    openings.close();
    overlay.drop();
    stage.leave();
    frame.dispose();
    desk.quit();
  }

  /** The frame, to put dialogs on. */
  public JFrame frame() {
    return frame;
  }

  /** The client's window, while it is open. */
  Optional<ClientWindow> client() {
    return session().flatMap(SessionRoom::client);
  }

  private Optional<SessionRoom> session() {
    return stage.room().filter(SessionRoom.class::isInstance).map(SessionRoom.class::cast);
  }

  @Override
  public <R extends Room> R enter(Function<Words, R> made) {
    assert Edt.here() : Edt.who();
    overlay.drop();
    stage.leave();
    refit();
    R room = made.apply(words);
    stage.enter(room);
    refit();
    return room;
  }

  @Override
  public void home() {
    enter(spoken -> homeScreen());
  }

  /** What was chosen and said there stays while another room is shown. */
  private HomeScreen homeScreen() {
    HomeScreen screen = home;
    if (screen == null) {
      screen =
          new HomeScreen(
              desk,
              words,
              openings::choose,
              this,
              new HomeScreen.Ways(cards::askForSensor, this::chooseProtocol, cards::tellWhy));
      home = screen;
    }
    return screen;
  }

  private void chooseProtocol() {
    homeScreen().say("");
    enter(
        spoken ->
            new ProtocolRoom(
                desk,
                spoken,
                protocol -> {
                  home();
                  homeScreen().want(protocol);
                },
                protocol -> {
                  home();
                  homeScreen().wantWithoutSensor(protocol);
                },
                this::home));
  }

  /** Asks who breathes together, where no session is under way. */
  private void askTogether() {
    if (session().isEmpty()) {
      Protocol protocol = Protocol.breathe(Protocol.DEFAULT_PACE_PER_MINUTE);
      Person somebody = new Person("", "", "");
      ask(List.of(somebody, somebody), false, people -> desk.startTogether(protocol, people));
    }
  }

  private void ask(
      List<Person> people,
      boolean fixed,
      Function<List<Person>, CompletableFuture<Desk.Running>> begun) {
    ConsentScreen asked =
        enter(
            spoken ->
                new ConsentScreen(
                    spoken,
                    people,
                    fixed,
                    all -> {
                      home();
                      openings.afterCaution(() -> begun.apply(all));
                    },
                    this::home));
    if (!fixed) {
      var unused = // without ports there are still virtual hearts
          desk.ports().thenAccept(there -> Edt.soon(() -> asked.ports(there)));
    }
  }

  @Override
  public void lay(Function<Words, SmallCard> made) {
    assert Edt.here() : Edt.who();
    overlay.lay(made.apply(words));
  }

  @Override
  public void putAway() {
    assert Edt.here() : Edt.who();
    overlay.putAway();
  }

  @Override
  public boolean covered() {
    return overlay.card().isPresent();
  }

  @Override
  public void settings() {
    cards.turnSettings();
  }

  /** Keeps a choice and makes every screen anew in it; a session goes on meanwhile. */
  private void prefer(Preferences next) {
    Preferences before = desk.preferences();
    desk.prefer(next);
    boolean otherLetters = next.largeType() != before.largeType();
    if (next.light() != before.light() || otherLetters) {
      dressAgain();
    }
    boolean otherWords = next.language() != before.language();
    if (otherWords) {
      words = new Words(next.language().locale());
    }
    again();
    if (otherWords || otherLetters) {
      overlay.again(words);
    }
    overlay.place();
  }

  /** In a window of another size everything may be of another size. */
  private void rezoom() {
    if (frame.isDisplayable() && stage.room().isPresent() && look.resized(frame)) {
      dressAgain();
      again();
      if (covered()) {
        overlay.again(words);
      } else {
        stage.takeFocus();
      }
    }
  }

  /** Makes the rooms anew in the words and the look of now. */
  private void again() {
    Preferences looks = desk.preferences();
    HomeScreen before = home;
    stage.again(words, looks);
    if (stage.room().orElse(null) instanceof HomeScreen shown) {
      home = shown;
    } else if (before != null) {
      home = before.again(words, looks);
    }
    overlay.belowIsNew();
  }

  @Override
  public void refit() {
    if (look.fromAfar(stage.room().map(Room::fromAfar).orElse(false))) {
      dressAgain();
    } else {
      fit();
    }
  }

  private void dressAgain() {
    look.install(desk.preferences(), frame);
    fit();
  }

  private void fit() {
    frame.setMinimumSize(look.smallest(stage.room().map(Room::least).orElseGet(Dimension::new)));
  }
}
