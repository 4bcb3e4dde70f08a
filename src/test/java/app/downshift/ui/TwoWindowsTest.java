package app.downshift.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.beat.Marks;
import app.downshift.session.Command;
import app.downshift.session.Rating;
import app.downshift.session.SessionView;
import app.downshift.ui.rating.RatingPanel;
import app.downshift.ui.therapist.ClientScreen;
import app.downshift.ui.therapist.TherapistScreen;
import java.awt.Component;
import java.awt.Container;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.event.ActionEvent;
import java.awt.event.WindowEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.KeyStroke;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The window of the therapist and that of the client on one session. */
@Tag("display")
class TwoWindowsTest {
  private static final int PATIENCE_SECONDS = 60;

  private final ExecutorService charts = Executors.newSingleThreadExecutor();
  private final Session session = new Session();
  private MainWindow window;

  @BeforeEach
  void open() throws Exception {
    Assumptions.assumeFalse(GraphicsEnvironment.isHeadless(), "no display to open a window on");
    window =
        Rendering.onEdt(
            () -> {
              MainWindow made =
                  new MainWindow(
                      new FakeDesk(Desk.SensorStatus.State.FOUND, false, SampleViews.breathe()),
                      charts);
              made.show(session);
              return made;
            });
  }

  @AfterEach
  void away() throws Exception {
    if (window != null) {
      Rendering.onEdt(
          () -> {
            window.close();
            return true;
          });
    }
    charts.shutdownNow();
  }

  @Test
  void bothFollowOneSessionAndClosingTheClientsLeavesItRunning() throws Exception {
    key('t');
    key('c');
    waitFor(() -> !parts(clientFrame(), ClientScreen.class).isEmpty());
    waitFor(() -> says(clientFrame(), "softly, not deeply") && says(window.frame(), "In step"));
    session.view.set(SampleViews.all().get("recover"));
    waitFor(
        () ->
            says(clientFrame(), "Let the breath go where it wants")
                && says(window.frame(), "RMSSD"));
    Rendering.onEdt(
        () -> {
          Frame client = clientFrame();
          client.dispatchEvent(new WindowEvent(client, WindowEvent.WINDOW_CLOSING));
          return true;
        });
    waitFor(() -> window.client().isEmpty());
    assertTrue(session.asked.isEmpty(), session.asked::toString);
    session.view.set(SampleViews.breathe());
    waitFor(() -> says(window.frame(), "In step"));
    key('c');
    waitFor(() -> window.client().isPresent());
  }

  @Test
  void escapeInTheClientsWindowStopsNothing() throws Exception {
    key('c');
    waitFor(() -> window.client().isPresent());
    act(clientFrame(), KeyStroke.getKeyStroke("F11"));
    waitFor(() -> window.client().orElseThrow().fullScreen());
    assertTrue(clientFrame().isUndecorated());
    assertEquals(
        clientFrame().getGraphicsConfiguration().getBounds().getSize(), clientFrame().getSize());
    act(clientFrame(), KeyStroke.getKeyStroke("ESCAPE"));
    waitFor(() -> !window.client().orElseThrow().fullScreen());
    assertFalse(clientFrame().isUndecorated());
    act(clientFrame(), KeyStroke.getKeyStroke("ESCAPE"));
    assertTrue(session.asked.isEmpty(), session.asked::toString);
  }

  @Test
  void theNameIsInNoTitleAndTheProjectorWritesLarger() throws Exception {
    key('t');
    waitFor(() -> says(window.frame(), "In step"));
    int before =
        parts(window.frame(), TherapistScreen.class).get(0).getFontMetrics(usual()).getHeight();
    key('h');
    key('c');
    waitFor(() -> window.client().isPresent());
    assertTrue(before > 0);
    for (Frame frame : Frame.getFrames()) {
      assertFalse(frame.getTitle().contains("C-017"), frame.getTitle());
      if (frame.isShowing()) {
        Rendering.visit(
            frame,
            part -> {
              if (part instanceof JLabel label && label.isShowing()) {
                assertFalse(label.getText().contains("C-017"), label.getText());
              }
            });
      }
    }
    key('h');
    waitFor(() -> says(window.frame(), "In step"));
  }

  @Test
  void keysPutMarksAndRuleOnThoseOfBeats() throws Exception {
    key('t');
    key('3');
    waitFor(() -> session.asked.size() == 1);
    Command.AddMarker marker = (Command.AddMarker) session.asked.poll();
    assertEquals("shoulders dropped", marker.text());
    session.view.set(SampleViews.all().get("poor"));
    waitFor(() -> says(window.frame(), "60 % · poor"));
    key('b');
    Rendering.onEdt(
        () -> {
          JList<?> list = parts(window.frame(), JList.class).get(0);
          for (int i = 0; i < list.getModel().getSize(); i++) {
            var beat = (app.downshift.session.Snapshot.BeatView) list.getModel().getElementAt(i);
            if (beat.marks().raised()) {
              list.setSelectedIndex(i);
              act(
                  (Container) list.getParent().getParent().getParent(),
                  KeyStroke.getKeyStroke('u'));
              assertEquals(
                  new Command.RuleOnMarks(beat.atMicros(), Marks.Ruling.UNDONE),
                  session.asked.poll());
              return true;
            }
          }
          return false;
        });
    assertTrue(session.asked.isEmpty());
  }

  @Test
  void aKeyMeansTheSameInTheSimpleViewAndInThatOfTheTherapist() throws Exception {
    for (boolean therapist : List.of(false, true)) {
      if (therapist) {
        key('t');
        waitFor(() -> !parts(window.frame(), TherapistScreen.class).isEmpty());
      }
      session.view.set(SampleViews.breathe());
      waitFor(() -> says(window.frame(), "In step"));
      key('p');
      waitFor(() -> buttons().contains("4 : 6"));
      key('p');
      waitFor(() -> !buttons().contains("4 : 6"));
      key('n');
      assertTrue(session.asked.isEmpty(), "the next phase is asked about once more");
      key('n');
      assertEquals(new Command.SkipPhase(), session.asked.poll());
      session.view.set(GuidedViews.all().get("guided-movement"));
      waitFor(() -> buttons().contains("Begin set 1"));
      key('k');
      assertEquals(new Command.MarkSet(), session.asked.poll());
      assertTrue(session.asked.isEmpty(), session.asked::toString);
    }
  }

  @Test
  void aTherapistEntersTheRatingAndTheClockGoesOnWhicheverViewItWasAskedIn() throws Exception {
    session.view.set(GuidedViews.firstQuestion());
    waitFor(() -> session.asked.contains(new Command.Pause()));
    session.view.set(GuidedViews.all().get("guided-rate-before"));
    key('t');
    waitFor(() -> !parts(window.frame(), TherapistScreen.class).isEmpty());
    key('h');
    waitFor(() -> says(window.frame(), "Next phase") || buttons().contains("Next phase"));
    assertFalse(buttons().contains("Leave out"), "nobody else sees a rating");
    key('h');
    waitFor(() -> buttons().contains("Leave out"));
    Rendering.onEdt(
        () -> {
          act(parts(window.frame(), RatingPanel.class).get(0), KeyStroke.getKeyStroke("ENTER"));
          return true;
        });
    assertEquals(new Command.Pause(), session.asked.poll());
    assertEquals(Rating.When.BEFORE, ((Command.Rate) session.asked.poll()).rating().when());
    assertEquals(new Command.Resume(), session.asked.poll());
    assertTrue(session.asked.isEmpty(), session.asked::toString);
  }

  private List<String> buttons() {
    return parts(window.frame(), AbstractButton.class).stream()
        .filter(Component::isShowing)
        .map(AbstractButton::getText)
        .toList();
  }

  private static java.awt.Font usual() {
    return app.downshift.ui.theme.Type.REGULAR.of(14);
  }

  private Frame clientFrame() {
    return window.client().orElseThrow().frame();
  }

  /** What a key of the main window does, without a window manager to give it the keyboard. */
  private void key(char typed) throws Exception {
    Rendering.onEdt(
        () -> {
          actIn(window.frame().getContentPane(), KeyStroke.getKeyStroke(typed));
          return true;
        });
  }

  private static void act(Frame frame, KeyStroke key) throws Exception {
    Rendering.onEdt(
        () -> {
          actIn(((javax.swing.JFrame) frame).getContentPane(), key);
          return true;
        });
  }

  private static void act(Container panel, KeyStroke key) {
    ((JComponent) panel)
        .getActionMap()
        .get(key.toString())
        .actionPerformed(new ActionEvent(panel, ActionEvent.ACTION_PERFORMED, ""));
  }

  /** The first part whose window-wide keys have this one. */
  private static void actIn(Container pane, KeyStroke key) {
    List<JComponent> having = new ArrayList<>();
    Rendering.visit(
        pane,
        part -> {
          if (part instanceof JComponent component
              && component.isShowing()
              && component.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW).get(key) != null) {
            having.add(component);
          }
        });
    assertFalse(having.isEmpty(), () -> "nobody listens to " + key);
    act(having.get(0), key);
  }

  private static boolean says(Component where, String words) {
    List<String> said = new ArrayList<>();
    Rendering.visit(
        where,
        part -> {
          if (part instanceof JLabel label && label.isShowing()) {
            said.add(label.getText());
          }
        });
    return said.contains(words);
  }

  private static <T> List<T> parts(Component where, Class<T> kind) {
    List<T> found = new ArrayList<>();
    Rendering.visit(
        where,
        part -> {
          if (kind.isInstance(part)) {
            found.add(kind.cast(part));
          }
        });
    return found;
  }

  private static void waitFor(BooleanSupplier so) throws Exception {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!Rendering.onEdt(so::getAsBoolean)) {
      assertTrue(System.nanoTime() < until, "not in time");
      Thread.sleep(20);
    }
  }

  /** A session whose views come from the test. */
  private static final class Session implements Desk.Running {
    private final AtomicReference<SessionView> view = new AtomicReference<>(SampleViews.breathe());
    private final Queue<Command> asked = new ConcurrentLinkedQueue<>();

    @Override
    public SessionView view() {
      return view.get();
    }

    @Override
    public void send(Command command) {
      asked.add(command);
    }

    @Override
    public void close() {
      asked.add(new Command.Stop());
    }
  }
}
