package app.downshift.ui;

import app.downshift.ui.live.LiveScreen;
import app.downshift.ui.live.PaceSuggestion;
import app.downshift.ui.live.RatingRound;
import app.downshift.ui.live.SessionScreen;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Keys;
import app.downshift.ui.theme.Words;
import app.downshift.ui.therapist.ClientScreen;
import app.downshift.ui.therapist.ClientWindow;
import app.downshift.ui.therapist.GroupScreen;
import app.downshift.ui.therapist.HiddenName;
import app.downshift.ui.therapist.TherapistScreen;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JPanel;
import org.jspecify.annotations.Nullable;

/**
 * The session or replay under way, in the view that was chosen, and the window of its client. To
 * leave it stops the session. EDT only.
 */
final class SessionRoom implements Room {
  /** The view of a therapist holds more. */
  private static final Dimension LEAST_FOR_TWO = new Dimension(1280, 720);

  private final Desk.Running running;
  private final Desk desk;
  private final Executor charts;
  private final House house;
  private final JFrame frame;
  private final RatingRound.Asked asked = new RatingRound.Asked();
  private final PaceSuggestion suggestion;
  private final JPanel panel = new JPanel(new BorderLayout());
  private Words words;
  private View view;
  private SessionScreen screen;
  private @Nullable ClientWindow client;

  /** How a session is looked at. */
  private enum View {
    SIMPLE,
    THERAPIST,
    PROJECTOR
  }

  /**
   * @param charts paints charts, one at a time; not the EDT
   * @param frame the window it is in, which the client's is not to cover
   */
  SessionRoom(
      Desk.Running running, Desk desk, Executor charts, Words words, House house, JFrame frame) {
    this.running = running;
    this.desk = desk;
    this.charts = charts;
    this.words = words;
    this.house = house;
    this.frame = frame;
    suggestion = new PaceSuggestion(desk, running);
    view = desk.therapist().therapistView() && isLive() ? View.THERAPIST : View.SIMPLE;
    screen = made();
    panel.add(screen.component());
    Keys.letter(panel, panel, 't', this::turnTherapist);
    Keys.letter(panel, panel, 'h', this::turnProjector);
    Keys.letter(panel, panel, 'c', this::turnClient);
  }

  @Override
  public JComponent component() {
    return panel;
  }

  @Override
  public void begin() {
    desk.onScreen(Optional.of(running));
    screen.begin();
    if (isLive()) {
      suggestion.ask();
    }
  }

  @Override
  public void resume() {
    screen.resume();
  }

  @Override
  public void end() {
    assert Edt.here() : Edt.who();
    closeClient();
    screen.end();
    desk.onScreen(Optional.empty());
    running.close();
  }

  @Override
  public void takeFocus() {
    screen.takeFocus();
  }

  @Override
  public List<String> missing() {
    return screen.missing();
  }

  /** The session goes on; so it stays in its room. */
  @Override
  public SessionRoom again(Words spoken, Desk.Preferences looks) {
    words = spoken;
    show(screen.again(spoken, looks));
    screen.resume();
    showClientAgain();
    return this;
  }

  @Override
  public Dimension least() {
    return view == View.SIMPLE && !(running instanceof Desk.Group)
        ? Room.super.least()
        : LEAST_FOR_TWO;
  }

  @Override
  public boolean fromAfar() {
    return view == View.PROJECTOR;
  }

  /** Opens the client's window where the therapist wants it from the start. */
  void openClientIfWished() {
    if (desk.therapist().clientWindow()) {
      turnClient();
    }
  }

  /** The therapist has chosen otherwise. */
  void settingsChanged() {
    showClientAgain();
    if (view != View.SIMPLE) {
      look(view);
    }
  }

  /** The client's window, while it is open. */
  Optional<ClientWindow> client() {
    return Optional.ofNullable(client);
  }

  /** Whether it is measured now, of one person. */
  private boolean isLive() {
    return !(running instanceof Desk.Replaying) && !(running instanceof Desk.Group);
  }

  private void look(View next) {
    boolean otherLetters = (next == View.PROJECTOR) != (view == View.PROJECTOR);
    view = next;
    house.refit();
    if (otherLetters) {
      showClientAgain();
    }
    show(made());
    screen.begin();
  }

  private void show(SessionScreen next) {
    screen.end();
    screen = next;
    panel.removeAll();
    panel.add(next.component());
    panel.revalidate();
    panel.repaint();
  }

  private SessionScreen made() {
    if (running instanceof Desk.Group group) {
      return new GroupScreen(
          group, charts, words, desk.preferences(), house::home, house::settings);
    }
    if (view == View.SIMPLE) {
      var simple =
          new LiveScreen(
              running,
              charts,
              words,
              desk.preferences(),
              desk,
              asked,
              house::home,
              house::settings);
      simple.offerReview(() -> running.recording().ifPresent(house::review));
      simple.suggest(suggestion);
      return simple;
    }
    boolean projector = view == View.PROJECTOR;
    var whole =
        new TherapistScreen(
            projector ? new HiddenName(running) : running,
            charts,
            words,
            desk.preferences(),
            desk.therapist(),
            asked,
            projector,
            new TherapistScreen.Ways(
                house::home,
                house::settings,
                this::turnClient,
                this::turnProjector,
                this::turnTherapist,
                () -> running.recording().ifPresent(house::review)));
    whole.suggest(suggestion);
    return whole;
  }

  /** Between the screen of somebody alone and that of their therapist. */
  private void turnTherapist() {
    if (isLive() && !house.covered() && view != View.PROJECTOR) {
      look(view == View.SIMPLE ? View.THERAPIST : View.SIMPLE);
    }
  }

  private void turnProjector() {
    if (isLive() && !house.covered() && view != View.SIMPLE) {
      look(view == View.THERAPIST ? View.PROJECTOR : View.THERAPIST);
    }
  }

  private void turnClient() {
    if (client != null) {
      closeClient();
    } else if (isLive() && !house.covered()) {
      ClientWindow window =
          new ClientWindow(words.text("client.title"), clientScreen(), frame, () -> client = null);
      client = window;
      window.open();
    }
  }

  private ClientScreen clientScreen() {
    return new ClientScreen(running, words, desk.preferences(), desk.therapist().clientNumbers());
  }

  private void closeClient() {
    if (client != null) {
      client.close();
      client = null;
    }
  }

  private void showClientAgain() {
    if (client != null) {
      client.show(clientScreen());
    }
  }
}
