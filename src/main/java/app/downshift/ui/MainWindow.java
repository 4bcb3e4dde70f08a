package app.downshift.ui;

import app.downshift.recording.SessionFile;
import app.downshift.session.Protocol;
import app.downshift.ui.Desk.Person;
import app.downshift.ui.Desk.Preferences;
import app.downshift.ui.home.CautionScreen;
import app.downshift.ui.home.HomeScreen;
import app.downshift.ui.home.HomeScreen.Choice;
import app.downshift.ui.home.SensorPanel;
import app.downshift.ui.home.WhyPanel;
import app.downshift.ui.live.LiveScreen;
import app.downshift.ui.live.SessionScreen;
import app.downshift.ui.protocol.ProtocolRoom;
import app.downshift.ui.review.ReviewScreen;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Keys;
import app.downshift.ui.theme.Look;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import app.downshift.ui.therapist.ClientScreen;
import app.downshift.ui.therapist.ClientWindow;
import app.downshift.ui.therapist.ConsentScreen;
import app.downshift.ui.therapist.GroupScreen;
import app.downshift.ui.therapist.HiddenName;
import app.downshift.ui.therapist.TherapistCard;
import app.downshift.ui.therapist.TherapistScreen;
import app.downshift.ui.therapist.TherapistSettings;
import java.awt.CardLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLayeredPane;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import javax.swing.WindowConstants;
import org.jspecify.annotations.Nullable;

/**
 * The one window: the start, the caution before a first session, and a session, one at a time. EDT
 * only. It installs the look a person prefers.
 */
public final class MainWindow {
  private static final Dimension SMALLEST = new Dimension(1100, 680);

  /** The view of a therapist holds more. */
  private static final Dimension SMALLEST_FOR_TWO = new Dimension(1280, 720);

  /** The same in letters of the usual size: large ones need 1280 by 720. */
  private static final Dimension SMALLEST_LETTERS = new Dimension(1024, 576);

  private static final Dimension PREFERRED = new Dimension(1280, 800);
  private static final String OPENING = "opening";

  /** The window takes this share of a screen that is larger than usual. */
  private static final double SHARE_OF_SCREEN = 2 / 3.0;

  /** So long after the last change of its size the window counts as resized. */
  private static final int SETTLED_MILLIS = 200;

  private static final String HOME = "home";
  private static final String CAUTION = "caution";
  private static final String LIVE = "live";
  private static final String PROTOCOLS = "protocols";
  private static final String CONSENT = "consent";
  private static final String REVIEW = "review";

  private final Desk desk;
  private final Executor charts;
  private Words words;
  private final JFrame frame;
  private final CardLayout cards = new CardLayout();
  private final JPanel content = new JPanel(cards);
  private @Nullable HomeScreen home;
  private @Nullable CautionScreen caution;
  private @Nullable ProtocolRoom protocols;
  private @Nullable WhyPanel why;
  private String shown = OPENING;
  private @Nullable Supplier<CompletableFuture<Desk.Running>> waiting;
  private Desk.@Nullable Running running;
  private @Nullable SessionScreen live;
  private View view = View.SIMPLE;
  private @Nullable ClientWindow client;
  private @Nullable TherapistCard two;
  private @Nullable ConsentScreen consent;
  private List<Person> consentProposed = List.of();
  private boolean consentFixed;
  private Consumer<List<Person>> agreed = all -> {};
  private @Nullable ReviewScreen reviewed;
  private @Nullable SettingsPanel settings;
  private @Nullable SensorPanel sensors;
  private @Nullable Component focusBefore;
  private double zoom;
  private final Timer settled = new Timer(SETTLED_MILLIS, event -> rezoom());

  /** How a session is looked at. */
  private enum View {
    SIMPLE,
    THERAPIST,
    PROJECTOR
  }

  /**
   * @param charts paints charts, one at a time; its thread is the caller's
   */
  public MainWindow(Desk desk, Executor charts) {
    assert Edt.here() : Edt.who();
    this.desk = desk;
    this.charts = charts;
    words = new Words(desk.preferences().language().locale());
    Dimension size =
        fitting(GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds());
    zoom = Zoom.fitting(size.width, size.height);
    dress(desk.preferences(), zoom);
    content.add(new OpeningScreen(words, this::opened), OPENING);
    frame = new JFrame(words.text("app.name"));
    frame.setContentPane(content);
    frame.setMinimumSize(smallest());
    frame.setSize(size);
    frame.setLocationRelativeTo(null);
    frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
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
                place(settings);
                place(sensors);
                place(why);
                place(two);
                settled.restart();
              }
            });
    Keys.bind(content, content, KeyStroke.getKeyStroke(','), this::turnSettings);
    letter('t', this::turnTherapist);
    letter('p', this::turnProjector);
    letter('c', this::turnClient);
  }

  /** Opens the window at the start. */
  public void open() {
    assert Edt.here() : Edt.who();
    frame.setVisible(true);
  }

  /** The first picture is on screen; what it did not need comes now. */
  private void opened() {
    if (shown.equals(OPENING) && frame.isDisplayable()) {
      showHome();
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
    afterCaution(begun);
  }

  /** Opens the window, if need be, on a session or replay that is under way. */
  public void show(Desk.Running under) {
    assert Edt.here() : Edt.who();
    endLive();
    leaveHome();
    removeWhy();
    running = under;
    desk.onScreen(Optional.of(under));
    TherapistSettings wished = desk.therapist();
    look(wished.therapistView() && isLive() ? View.THERAPIST : View.SIMPLE);
    frame.setVisible(true);
    if (wished.clientWindow() && isLive()) {
      turnClient();
    }
  }

  private void letter(char key, Runnable action) {
    Keys.bind(content, content, KeyStroke.getKeyStroke(key), action);
    Keys.bind(content, content, KeyStroke.getKeyStroke(Character.toUpperCase(key)), action);
  }

  /** Whether a session is under way that is measured now. */
  private boolean isLive() {
    return running != null
        && !(running instanceof Desk.Replaying)
        && !(running instanceof Desk.Group);
  }

  /** Looks at the session under way in a view. */
  private void look(View next) {
    boolean otherLetters = (next == View.PROJECTOR) != (view == View.PROJECTOR);
    view = next;
    if (live != null) {
      live.end();
      content.remove(live.component());
    }
    if (otherLetters) {
      dressAgain(desk.preferences());
      showClientAgain();
    }
    frame.setMinimumSize(smallest());
    SessionScreen screen = screen(Objects.requireNonNull(running));
    live = screen;
    content.add(screen.component(), LIVE);
    show(LIVE);
    content.revalidate();
    screen.begin();
  }

  private SessionScreen screen(Desk.Running under) {
    if (under instanceof Desk.Group group) {
      return new GroupScreen(
          group, charts, words, desk.preferences(), this::leaveLive, this::turnSettings);
    }
    if (view == View.SIMPLE) {
      var simple =
          new LiveScreen(
              under, charts, words, desk.preferences(), desk, this::leaveLive, this::turnSettings);
      simple.offerReview(() -> under.recording().ifPresent(this::review));
      return simple;
    }
    boolean projector = view == View.PROJECTOR;
    return new TherapistScreen(
        projector ? new HiddenName(under) : under,
        charts,
        words,
        desk.preferences(),
        desk.therapist(),
        projector,
        new TherapistScreen.Ways(
            this::leaveLive,
            this::turnSettings,
            this::turnClient,
            this::turnProjector,
            this::turnTherapist));
  }

  /** Between the screen of somebody alone and that of their therapist. */
  private void turnTherapist() {
    if (isLive() && settings == null && view != View.PROJECTOR) {
      look(view == View.SIMPLE ? View.THERAPIST : View.SIMPLE);
    }
  }

  private void turnProjector() {
    if (isLive() && settings == null && view != View.SIMPLE) {
      look(view == View.THERAPIST ? View.PROJECTOR : View.THERAPIST);
    }
  }

  /** Opens the client's window, or closes it. */
  private void turnClient() {
    if (client != null) {
      closeClient();
    } else if (isLive() && settings == null) {
      ClientScreen screen =
          new ClientScreen(
              Objects.requireNonNull(running),
              words,
              desk.preferences(),
              desk.therapist().clientNumbers());
      ClientWindow window =
          new ClientWindow(words.text("client.title"), screen, frame, () -> client = null);
      client = window;
      window.open();
    }
  }

  private void closeClient() {
    if (client != null) {
      client.close();
      client = null;
    }
  }

  private void showClientAgain() {
    if (client != null && running != null) {
      client.show(
          new ClientScreen(running, words, desk.preferences(), desk.therapist().clientNumbers()));
    }
  }

  /** The client's window, while it is open. */
  Optional<ClientWindow> client() {
    return Optional.ofNullable(client);
  }

  /** Closes the window and ends the program. */
  public void close() {
    assert Edt.here() : Edt.who();
    endLive();
    leaveHome();
    frame.dispose();
    desk.quit();
  }

  /** The frame, to put dialogs on. */
  public JFrame frame() {
    return frame;
  }

  private void showHome() {
    waiting = null;
    HomeScreen screen = home();
    show(HOME);
    screen.begin();
  }

  private HomeScreen home() {
    HomeScreen screen = home;
    if (screen == null) {
      screen =
          new HomeScreen(
              desk,
              words,
              this::choose,
              this::turnSettings,
              this::openSensors,
              this::openProtocols,
              this::openWhy);
      home = screen;
      content.add(screen, HOME);
    }
    return screen;
  }

  private void leaveHome() {
    removeSensors();
    if (home != null) {
      home.end();
    }
  }

  private void choose(Choice choice) {
    if (choice instanceof Choice.Review look) {
      review(look.recording());
    } else if (choice instanceof Choice.Replay) {
      begin(() -> start(choice));
    } else {
      afterCaution(() -> start(choice));
    }
  }

  private void openProtocols() {
    home().say("");
    leaveHome();
    protocols().begin();
  }

  private ProtocolRoom protocols() {
    ProtocolRoom room = protocols;
    if (room == null) {
      room =
          new ProtocolRoom(
              desk,
              words,
              protocol -> {
                showHome();
                home().want(protocol);
              },
              protocol -> {
                showHome();
                choose(new Choice.Virtual(protocol, Optional.empty()));
              },
              this::showHome);
      protocols = room;
      content.add(room, PROTOCOLS);
    }
    show(PROTOCOLS);
    return room;
  }

  /** Tells what all this is for, over whatever goes on. */
  private void openWhy() {
    if (why == null && sensors == null) {
      WhyPanel panel =
          new WhyPanel(words, live == null ? List.of() : live.missing(), this::closeWhy);
      why = panel;
      frame.getLayeredPane().add(panel, JLayeredPane.PALETTE_LAYER);
      place(panel);
      panel.takeFocus();
    }
  }

  private void closeWhy() {
    removeWhy();
    takeFocus();
  }

  private void removeWhy() {
    if (why != null) {
      frame.getLayeredPane().remove(why);
      frame.getLayeredPane().repaint();
      why = null;
    }
  }

  private void takeFocus() {
    if (live != null) {
      live.takeFocus();
    } else if (shown.equals(PROTOCOLS) && protocols != null) {
      protocols.takeFocus();
    } else if (reviewed != null) {
      reviewed.takeFocus();
    } else if (home != null) {
      home.takeFocus();
    }
  }

  private void afterCaution(Supplier<CompletableFuture<Desk.Running>> start) {
    home().say("");
    if (desk.cautionDue()) {
      waiting = start;
      leaveHome();
      caution().takeFocus();
    } else {
      begin(start);
    }
  }

  private CautionScreen caution() {
    CautionScreen screen = caution;
    if (screen == null) {
      screen = new CautionScreen(words, this::accepted, this::showHome);
      caution = screen;
      content.add(screen, CAUTION);
    }
    show(CAUTION);
    return screen;
  }

  private void accepted() {
    desk.cautionAccepted();
    Supplier<CompletableFuture<Desk.Running>> start = waiting;
    showHome();
    if (start != null) {
      begin(start);
    }
  }

  private void show(String card) {
    shown = card;
    cards.show(content, card);
  }

  private void begin(Supplier<CompletableFuture<Desk.Running>> start) {
    home().busy(true);
    home().say(words.text("home.starting"));
    var unused = // the failure is told in started
        start
            .get()
            .whenComplete(
                (started, failure) -> EventQueue.invokeLater(() -> started(started, failure)));
  }

  private CompletableFuture<Desk.Running> start(Choice choice) {
    if (choice instanceof Choice.Session session) {
      return desk.start(session.protocol(), session.client());
    }
    if (choice instanceof Choice.Virtual virtual) {
      return desk.startWithoutSensor(virtual.protocol(), virtual.client());
    }
    return desk.replay(((Choice.Replay) choice).recording(), 1);
  }

  private void started(Desk.@Nullable Running started, @Nullable Throwable failure) {
    home().busy(false);
    home().say("");
    if (failure != null) {
      home().say(message(failure));
    } else if (started != null && frame.isDisplayable()) {
      show(started);
    } else if (started != null) {
      started.close(); // the window went away meanwhile
    }
  }

  private String message(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    String said = cause.getMessage();
    return words.text("home.failed") + (said == null ? "" : " " + said);
  }

  private void leaveLive() {
    endLive();
    showHome();
  }

  /** Looks at a recording, in the place of whatever is shown. */
  public void review(Recording file) {
    assert Edt.here() : Edt.who();
    home().busy(true);
    var unused = // the failure is told in opened
        desk.recording(file)
            .whenComplete(
                (recording, failure) ->
                    EventQueue.invokeLater(() -> reviewing(file, recording, failure)));
  }

  private void reviewing(
      Recording file, @Nullable SessionFile recording, @Nullable Throwable failure) {
    home().busy(false);
    if (!frame.isDisplayable()) {
      return;
    }
    if (recording == null || failure != null) {
      leaveLive();
      home().say(failure == null ? "" : message(failure));
      return;
    }
    endLive();
    leaveHome();
    ReviewScreen screen = new ReviewScreen(desk, words, file, recording, reviewExits());
    reviewed = screen;
    content.add(screen, REVIEW);
    show(REVIEW);
    screen.begin();
  }

  private ReviewScreen.Exits reviewExits() {
    return new ReviewScreen.Exits() {
      @Override
      public void leave() {
        leaveLive();
      }

      @Override
      public void replay(Recording file, long fromMicros) {
        var unused = // the failure is told in started
            desk.replay(file, 1)
                .whenComplete(
                    (started, failure) ->
                        EventQueue.invokeLater(
                            () -> {
                              if (started instanceof Desk.Replaying replaying) {
                                replaying.seek(fromMicros);
                              }
                              if (failure != null) {
                                leaveLive();
                              }
                              started(started, failure);
                            }));
      }

      @Override
      public void settings() {
        turnSettings();
      }
    };
  }

  private void endLive() {
    closeClient();
    closeTwo();
    if (reviewed != null) {
      content.remove(reviewed);
      reviewed = null;
    }
    if (live != null) {
      live.end();
      content.remove(live.component());
      live = null;
    }
    if (view == View.PROJECTOR) {
      view = View.SIMPLE;
      dressAgain(desk.preferences());
      frame.setMinimumSize(smallest());
    }
    view = View.SIMPLE;
    if (running != null) {
      desk.onScreen(Optional.empty());
      running.close();
      running = null;
    }
  }

  private void turnSettings() {
    if (settings != null) {
      closeSettings();
    } else if (sensors == null && why == null && two == null) {
      focusBefore = frame.getFocusOwner();
      openSettings();
    }
  }

  private void openSettings() {
    SettingsPanel panel =
        new SettingsPanel(
            words,
            desk.preferences(),
            desk,
            this::prefer,
            this::openTwo,
            this::closeSettings,
            this::settingsToWhy);
    settings = panel;
    frame.getLayeredPane().add(panel, JLayeredPane.PALETTE_LAYER);
    place(panel);
    panel.takeFocus();
  }

  private void settingsToWhy() {
    closeSettings();
    openWhy();
  }

  /** What a therapist chooses, in the place of the settings. */
  private void openTwo() {
    closeSettings();
    TherapistCard card = new TherapistCard(words, desk.therapist(), this::keep, this::askTogether);
    two = card;
    frame.getLayeredPane().add(card, JLayeredPane.PALETTE_LAYER);
    place(card);
    card.takeFocus();
  }

  private void keep(TherapistSettings next) {
    boolean changed = !next.equals(desk.therapist());
    closeTwo();
    if (changed) {
      desk.keep(next);
      showClientAgain();
      if (live != null && view != View.SIMPLE) {
        look(view);
      }
    }
    if (live != null) {
      live.takeFocus();
    } else if (home != null) {
      home.takeFocus();
    }
  }

  private void closeTwo() {
    if (two != null) {
      frame.getLayeredPane().remove(two);
      frame.getLayeredPane().repaint();
      two = null;
    }
  }

  /** Asks who breathes together, where no session is under way. */
  private void askTogether() {
    if (running == null && home != null) {
      Protocol protocol = Protocol.breathe(Protocol.DEFAULT_PACE_PER_MINUTE);
      Person somebody = new Person("", "", "");
      ConsentScreen asked =
          ask(List.of(somebody, somebody), false, people -> desk.startTogether(protocol, people));
      var unused = // without ports there are still virtual hearts
          desk.ports().thenAccept(there -> Edt.soon(() -> asked.ports(there)));
    }
  }

  /** Opens the window and asks whether everybody has agreed; then their sessions begin. */
  public void openTogether(
      List<Person> people, Function<List<Person>, CompletableFuture<Desk.Running>> begun) {
    assert Edt.here() : Edt.who();
    open();
    home();
    ask(people, true, begun);
  }

  private ConsentScreen ask(
      List<Person> people,
      boolean fixed,
      Function<List<Person>, CompletableFuture<Desk.Running>> begun) {
    leaveHome();
    if (consent != null) {
      content.remove(consent);
    }
    agreed =
        all -> {
          showHome();
          afterCaution(() -> begun.apply(all));
        };
    consentFixed = fixed;
    consentProposed = people;
    ConsentScreen screen = new ConsentScreen(words, people, fixed, agreed, this::showHome);
    consent = screen;
    content.add(screen, CONSENT);
    show(CONSENT);
    screen.takeFocus();
    return screen;
  }

  /** Asks a person which sensor is spoken to. */
  private void openSensors() {
    if (sensors == null && settings == null && why == null) {
      openSensors(new SensorPanel(desk, words, this::closeSensors));
    }
  }

  private void openSensors(SensorPanel panel) {
    sensors = panel;
    panel.addPropertyChangeListener(SensorPanel.RESIZED, event -> place(panel));
    frame.getLayeredPane().add(panel, JLayeredPane.PALETTE_LAYER);
    place(panel);
    panel.begin();
    panel.takeFocus();
  }

  private void closeSensors() {
    removeSensors();
    if (home != null) {
      home.takeFocus();
    }
  }

  private void removeSensors() {
    if (sensors != null) {
      sensors.end();
      frame.getLayeredPane().remove(sensors);
      frame.getLayeredPane().repaint();
      sensors = null;
    }
  }

  /** Puts a small card over the screen, in its upper middle. */
  private void place(@Nullable JComponent panel) {
    if (panel != null) {
      Dimension wanted = panel.getPreferredSize();
      frame.getLayeredPane().repaint(); // it may have been larger before
      panel.setBounds(
          (frame.getLayeredPane().getWidth() - wanted.width) / 2,
          Math.max(0, (frame.getLayeredPane().getHeight() - wanted.height) / 3),
          wanted.width,
          wanted.height);
      panel.revalidate();
      panel.repaint();
    }
  }

  private void closeSettings() {
    if (settings != null) {
      frame.getLayeredPane().remove(settings);
      frame.getLayeredPane().repaint();
      settings = null;
      if (focusBefore != null && focusBefore.isShowing()) {
        focusBefore.requestFocusInWindow();
      } else {
        takeFocus();
      }
      focusBefore = null;
    }
  }

  /** Keeps a choice and makes every screen anew in it; a session goes on meanwhile. */
  private void prefer(Preferences next) {
    Preferences before = desk.preferences();
    desk.prefer(next);
    if (next.light() != before.light() || next.largeType() != before.largeType()) {
      dressAgain(next);
      frame.setMinimumSize(smallest());
    }
    boolean otherWords = next.language() != before.language();
    if (otherWords) {
      words = new Words(next.language().locale());
      content.setLocale(next.language().locale());
    }
    rebuild(next);
    if ((otherWords || next.largeType() != before.largeType()) && settings != null) {
      frame.getLayeredPane().remove(settings);
      openSettings();
    }
    place(settings);
  }

  /** In a window of another size everything may be of another size. */
  private void rezoom() {
    double fits = Zoom.fitting(frame.getRootPane().getWidth(), frame.getRootPane().getHeight());
    if (fits != zoom && frame.isDisplayable() && !shown.equals(OPENING)) {
      zoom = fits;
      dressAgain(desk.preferences());
      SensorPanel asked = sensors;
      boolean explained = why != null;
      removeWhy();
      rebuild(desk.preferences());
      if (asked != null) {
        SensorPanel again = new SensorPanel(desk, words, this::closeSensors);
        again.like(asked);
        openSensors(again);
      } else if (settings != null) {
        frame.getLayeredPane().remove(settings);
        openSettings();
      } else if (explained) {
        openWhy();
      } else if (live == null && caution != null) {
        caution.takeFocus();
      } else {
        takeFocus();
      }
    }
  }

  private void rebuild(Preferences next) {
    HomeScreen before = home;
    leaveHome();
    content.removeAll();
    home = null;
    if (before != null) {
      home().like(before);
    }
    caution = null;
    ProtocolRoom room = protocols;
    protocols = null;
    if (live != null) {
      live.end();
      SessionScreen again = live.again(words, next);
      live = again;
      content.add(again.component(), LIVE);
      again.resume();
      showClientAgain();
    } else if (reviewed != null) {
      ReviewScreen again = reviewed.again(words);
      reviewed = again;
      content.add(again, REVIEW);
    } else if (shown.equals(HOME)) {
      home().resume();
    } else if (shown.equals(CAUTION)) {
      caution();
    } else if (shown.equals(PROTOCOLS) && room != null) {
      protocols().like(room);
    } else if (shown.equals(CONSENT) && consent != null) {
      ConsentScreen again =
          new ConsentScreen(words, consentProposed, consentFixed, agreed, this::showHome);
      again.like(consent);
      consent = again;
      content.add(again, CONSENT);
    }
    cards.show(content, shown);
    content.revalidate();
    content.repaint();
    focusBefore = null;
  }

  private void dressAgain(Preferences preferences) {
    dress(preferences, zoom);
    SwingUtilities.updateComponentTreeUI(frame);
  }

  private void dress(Preferences preferences, double zoom) {
    boolean large = preferences.largeType() || view == View.PROJECTOR;
    (preferences.light() ? Look.LIGHT : Look.DARK).install(large, zoom);
  }

  private Dimension smallest() {
    Dimension screen = Toolkit.getDefaultToolkit().getScreenSize();
    Dimension least =
        view == View.SIMPLE && !(running instanceof Desk.Group) ? SMALLEST : SMALLEST_FOR_TWO;
    return new Dimension(
        Math.min(screen.width, Math.max(least.width, Type.px(SMALLEST_LETTERS.width))),
        Math.min(screen.height, Math.max(least.height, Type.px(SMALLEST_LETTERS.height))));
  }

  private static Dimension fitting(Rectangle screen) {
    double larger =
        Math.min(
            SHARE_OF_SCREEN * screen.width / PREFERRED.width,
            SHARE_OF_SCREEN * screen.height / PREFERRED.height);
    double scale = Math.max(1, larger);
    return new Dimension(
        Math.min((int) (scale * PREFERRED.width), screen.width),
        Math.min((int) (scale * PREFERRED.height), screen.height));
  }
}
