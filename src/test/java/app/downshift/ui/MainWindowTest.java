package app.downshift.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.session.Command;
import app.downshift.session.Protocol;
import app.downshift.session.SessionView;
import app.downshift.ui.theme.ActionButton;
import app.downshift.ui.theme.Look;
import java.awt.Component;
import java.awt.GraphicsEnvironment;
import java.awt.KeyboardFocusManager;
import java.awt.Robot;
import java.awt.event.KeyEvent;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.swing.AbstractButton;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.Timer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Keyboard and focus in a real window. */
@Tag("display")
class MainWindowTest {
  private static final int PATIENCE_SECONDS = 15;

  private final ExecutorService charts = Executors.newSingleThreadExecutor();
  private MainWindow window;
  private FakeDesk desk;
  private Robot robot;

  @BeforeEach
  void aDisplay() throws Exception {
    Assumptions.assumeFalse(GraphicsEnvironment.isHeadless(), "no display to open a window on");
    robot = new Robot();
    robot.setAutoWaitForIdle(true);
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
  void spaceMAndEscapeSendWhatTheirButtonsSay() throws Exception {
    openOn(SampleViews.breathe());
    waitFor(() -> focused() instanceof ActionButton);
    press(KeyEvent.VK_SPACE);
    waitFor(() -> desk.asked.size() == 1);
    press(KeyEvent.VK_M);
    waitFor(() -> focused() instanceof JTextField);
    press(KeyEvent.VK_M);
    press(KeyEvent.VK_SPACE);
    press(KeyEvent.VK_M);
    press(KeyEvent.VK_ENTER);
    waitFor(() -> desk.asked.size() == 2 && focused() instanceof ActionButton);
    press(KeyEvent.VK_ESCAPE);
    waitFor(() -> desk.asked.size() == 3);
    assertEquals(new Command.Pause(), desk.asked.poll());
    assertEquals(new Command.AddMarker("m m"), desk.asked.poll());
    assertEquals(new Command.Stop(), desk.asked.poll());
  }

  @Test
  void spaceGoesOnFromAPause() throws Exception {
    openOn(SampleViews.all().get("paused"));
    waitFor(() -> focused() instanceof ActionButton);
    press(KeyEvent.VK_SPACE);
    waitFor(() -> !desk.asked.isEmpty());
    assertEquals(new Command.Resume(), desk.asked.poll());
  }

  @Test
  void escapeDropsANoteWithoutStoppingTheSession() throws Exception {
    openOn(SampleViews.breathe());
    waitFor(() -> focused() instanceof ActionButton);
    press(KeyEvent.VK_M);
    waitFor(() -> focused() instanceof JTextField);
    press(KeyEvent.VK_X);
    press(KeyEvent.VK_ESCAPE);
    waitFor(() -> focused() instanceof ActionButton);
    assertTrue(desk.asked.isEmpty(), desk.asked::toString);
  }

  @Test
  void escapeClosesAReplayAndNoOtherKeyDoesAnything() throws Exception {
    openOn(SampleViews.all().get("replay"));
    waitFor(() -> focused() != null);
    press(KeyEvent.VK_SPACE);
    press(KeyEvent.VK_M);
    press(KeyEvent.VK_ENTER);
    assertTrue(desk.asked.isEmpty(), desk.asked::toString);
    press(KeyEvent.VK_ESCAPE);
    waitFor(() -> desk.asked.contains("closed"));
    assertEquals(1, desk.asked.size());
  }

  @Test
  void tabReachesEveryControlOfASession() throws Exception {
    openOn(SampleViews.all().get("symptoms-early"));
    assertTabReachesEveryButton();
  }

  @Test
  void tabReachesEveryControlOfTheStart() throws Exception {
    open(Desk.SensorStatus.State.NONE, false, SampleViews.breathe());
    assertTabReachesEveryButton();
  }

  @Test
  void enterStartsTheStandardSessionAfterTheCautionWasRead() throws Exception {
    open(Desk.SensorStatus.State.FOUND, true, SampleViews.breathe());
    waitFor(() -> focused() != null);
    press(KeyEvent.VK_ENTER);
    waitFor(() -> focused() instanceof ActionButton);
    assertTrue(desk.asked.isEmpty(), "nothing starts before the caution was read");
    press(KeyEvent.VK_ESCAPE);
    waitFor(() -> focused() != null && !(focused() instanceof ActionButton));
    press(KeyEvent.VK_ENTER);
    waitFor(() -> focused() instanceof ActionButton);
    press(KeyEvent.VK_ENTER);
    waitFor(() -> desk.asked.size() >= 2);
    assertEquals("accepted", desk.asked.poll());
    assertEquals(Protocol.breathe(6), assertInstanceOf(Protocol.class, desk.asked.poll()));
  }

  @Test
  void aFailureIsToldInTheWindow() throws Exception {
    open(Desk.SensorStatus.State.NONE, false, SampleViews.breathe());
    waitFor(() -> focused() != null);
    press(KeyEvent.VK_ENTER);
    waitFor(
        () -> says("That did not work. There is no sensor yet. Plug one in, or try without one."));
  }

  private void open(Desk.SensorStatus.State state, boolean caution, SessionView view)
      throws Exception {
    desk = new FakeDesk(state, caution, view);
    window =
        Rendering.onEdt(
            () -> {
              MainWindow made = new MainWindow(desk, charts, Rendering.WORDS);
              made.open();
              return made;
            });
    robot.waitForIdle();
  }

  private void openOn(SessionView view) throws Exception {
    open(Desk.SensorStatus.State.FOUND, false, view);
    Rendering.onEdt(
        () -> {
          window.show(desk.running());
          return true;
        });
    robot.waitForIdle();
  }

  private void assertTabReachesEveryButton() throws Exception {
    waitFor(() -> focused() != null);
    Set<Component> wanted = new LinkedHashSet<>();
    Rendering.onEdt(
        () -> {
          Rendering.visit(
              window.frame().getContentPane(),
              part -> {
                if (part instanceof AbstractButton
                    && part.isShowing()
                    && part.isFocusable()
                    && part.isEnabled()) {
                  wanted.add(part);
                }
              });
          return true;
        });
    assertTrue(wanted.size() >= 4, wanted::toString);
    Set<Component> reached = new LinkedHashSet<>();
    for (int i = 0; i < 3 * wanted.size() && !reached.containsAll(wanted); i++) {
      Component before = focused();
      reached.add(before);
      press(KeyEvent.VK_TAB);
      waitFor(() -> focused() != null && focused() != before);
    }
    reached.add(focused());
    wanted.removeAll(reached);
    assertTrue(wanted.isEmpty(), () -> "Tab never reached " + wanted);
  }

  private boolean says(String words) {
    boolean[] found = new boolean[1];
    Rendering.visit(
        window.frame().getContentPane(),
        part -> {
          if (part instanceof JTextArea && part.isShowing()) {
            found[0] |= words.equals(((JTextArea) part).getText());
          }
        });
    return found[0];
  }

  private static Component focused() {
    return KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
  }

  private void press(int key) {
    robot.keyPress(key);
    robot.keyRelease(key);
  }

  /** Looks again and again on the EDT until something is so. */
  private static void waitFor(BooleanSupplier so) throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    Timer looks =
        new Timer(
            10,
            event -> {
              if (so.getAsBoolean()) {
                done.countDown();
              }
            });
    looks.start();
    boolean happened = done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    looks.stop();
    assertTrue(happened, () -> "still waiting; the focus is on " + focused());
  }
}
