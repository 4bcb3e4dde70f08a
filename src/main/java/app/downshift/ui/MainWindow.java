package app.downshift.ui;

import app.downshift.ui.home.CautionScreen;
import app.downshift.ui.home.HomeScreen;
import app.downshift.ui.home.HomeScreen.Choice;
import app.downshift.ui.live.LiveScreen;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Words;
import java.awt.CardLayout;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.WindowConstants;
import org.jspecify.annotations.Nullable;

/**
 * The one window: the start, the caution before a first session, and a session, one at a time. EDT
 * only. A look has to be installed before it is made.
 */
public final class MainWindow {
  private static final Dimension SMALLEST = new Dimension(1100, 680);
  private static final Dimension PREFERRED = new Dimension(1280, 800);
  private static final String HOME = "home";
  private static final String CAUTION = "caution";
  private static final String LIVE = "live";

  private final Desk desk;
  private final Executor charts;
  private final Words words;
  private final boolean reducedMotion;
  private final JFrame frame;
  private final CardLayout cards = new CardLayout();
  private final JPanel content = new JPanel(cards);
  private final HomeScreen home;
  private final CautionScreen caution;
  private @Nullable Choice waiting;
  private Desk.@Nullable Running running;
  private @Nullable LiveScreen live;

  /**
   * @param charts paints charts, one at a time; its thread is the caller's
   * @param reducedMotion whether the pacer shall only change its light
   */
  public MainWindow(Desk desk, Executor charts, Words words, boolean reducedMotion) {
    assert Edt.here() : Edt.who();
    this.desk = desk;
    this.charts = charts;
    this.words = words;
    this.reducedMotion = reducedMotion;
    home = new HomeScreen(desk, words, this::choose);
    caution = new CautionScreen(words, this::accepted, this::showHome);
    content.add(home, HOME);
    content.add(caution, CAUTION);
    frame = new JFrame(words.text("app.name"));
    frame.setIconImages(AppIcon.images());
    frame.setContentPane(content);
    frame.setMinimumSize(SMALLEST);
    frame.setSize(
        fitting(GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds()));
    frame.setLocationRelativeTo(null);
    frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
    frame.addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowClosing(WindowEvent event) {
            close();
          }
        });
  }

  /** Opens the window at the start. */
  public void open() {
    assert Edt.here() : Edt.who();
    frame.setVisible(true);
    showHome();
  }

  /** Opens the window, if need be, on a session or replay that is under way. */
  public void show(Desk.Running under) {
    assert Edt.here() : Edt.who();
    endLive();
    home.end();
    running = under;
    LiveScreen screen = new LiveScreen(under, charts, words, reducedMotion, this::leaveLive);
    live = screen;
    content.add(screen, LIVE);
    cards.show(content, LIVE);
    frame.setVisible(true);
    screen.begin();
  }

  /** Closes the window and ends the program. */
  public void close() {
    assert Edt.here() : Edt.who();
    endLive();
    home.end();
    frame.dispose();
    desk.quit();
  }

  /** The frame, to put dialogs on. */
  public JFrame frame() {
    return frame;
  }

  private void showHome() {
    waiting = null;
    cards.show(content, HOME);
    home.begin();
  }

  private void choose(Choice choice) {
    home.say("");
    if (!(choice instanceof Choice.Replay) && desk.cautionDue()) {
      waiting = choice;
      home.end();
      cards.show(content, CAUTION);
      caution.takeFocus();
    } else {
      begin(choice);
    }
  }

  private void accepted() {
    desk.cautionAccepted();
    Choice choice = waiting;
    showHome();
    if (choice != null) {
      begin(choice);
    }
  }

  private void begin(Choice choice) {
    home.busy(true);
    home.say(words.text("home.starting"));
    var unused = // the failure is told in started
        start(choice)
            .whenComplete(
                (started, failure) -> EventQueue.invokeLater(() -> started(started, failure)));
  }

  private CompletableFuture<Desk.Running> start(Choice choice) {
    if (choice instanceof Choice.Session session) {
      return desk.start(session.protocol());
    }
    if (choice instanceof Choice.Virtual virtual) {
      return desk.startWithoutSensor(virtual.protocol());
    }
    return desk.replay(((Choice.Replay) choice).file(), 1);
  }

  private void started(Desk.@Nullable Running started, @Nullable Throwable failure) {
    home.busy(false);
    home.say("");
    if (failure != null) {
      home.say(message(failure));
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

  private void endLive() {
    if (live != null) {
      live.end();
      content.remove(live);
      live = null;
    }
    if (running != null) {
      running.close();
      running = null;
    }
  }

  private static Dimension fitting(Rectangle screen) {
    return new Dimension(
        Math.min(PREFERRED.width, screen.width), Math.min(PREFERRED.height, screen.height));
  }
}
