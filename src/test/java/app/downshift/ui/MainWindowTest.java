package app.downshift.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.beat.Marks;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.link.PortUnavailable;
import app.downshift.session.Command;
import app.downshift.session.Protocol;
import app.downshift.session.SessionView;
import app.downshift.ui.chart.SessionTachogram;
import app.downshift.ui.theme.ActionButton;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Zoom;
import java.awt.Color;
import java.awt.Component;
import java.awt.GraphicsEnvironment;
import java.awt.KeyboardFocusManager;
import java.awt.Robot;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.accessibility.Accessible;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
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
  private static final int PATIENCE_SECONDS = 60;

  /** A key that nobody heard is pressed again after so many looks. */
  private static final int LOOKS_BEFORE_ANOTHER_TRY = 300;

  private final ExecutorService charts = Executors.newSingleThreadExecutor();
  private MainWindow window;
  private FakeDesk desk;
  private Robot robot;

  @BeforeEach
  void aDisplay() throws Exception {
    Assumptions.assumeFalse(GraphicsEnvironment.isHeadless(), "no display to open a window on");
    // No waiting between a press and its release: a key held down for long on a busy machine
    // repeats itself.
    robot = new Robot();
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
    pressUntil(KeyEvent.VK_M, () -> focused() instanceof JTextField);
    press(KeyEvent.VK_M);
    press(KeyEvent.VK_SPACE);
    press(KeyEvent.VK_M);
    press(KeyEvent.VK_ENTER);
    waitFor(() -> desk.asked.size() == 2 && focused() instanceof ActionButton);
    press(KeyEvent.VK_ESCAPE);
    waitFor(() -> shows("Stop and save"));
    assertEquals(2, desk.asked.size(), "a stop is asked about first");
    press(KeyEvent.VK_ESCAPE);
    waitFor(() -> desk.asked.size() == 3);
    assertEquals(new Command.Pause(), desk.asked.poll());
    assertEquals(new Command.AddMarker("m m", 636_000_000), desk.asked.poll());
    assertEquals(new Command.Stop(), desk.asked.poll());
  }

  @Test
  void spaceGoesOnWhereAStopIsAskedAboutAndEnterStops() throws Exception {
    openOn(SampleViews.breathe());
    waitFor(() -> isFocused("Pause"));
    press(KeyEvent.VK_ESCAPE);
    waitFor(() -> isFocused("Stop and save"));
    press(KeyEvent.VK_SPACE);
    waitFor(() -> isFocused("Pause") && !shows("Stop and save"));
    assertTrue(desk.asked.isEmpty(), desk.asked::toString);
    press(KeyEvent.VK_ESCAPE);
    waitFor(() -> isFocused("Stop and save"));
    press(KeyEvent.VK_ENTER);
    waitFor(() -> !desk.asked.isEmpty());
    assertEquals(new Command.Stop(), desk.asked.poll());
  }

  @Test
  void aLargeWindowEnlargesEverythingAndKeepsWhatIsBeingWritten() throws Exception {
    openOn(SampleViews.breathe());
    waitFor(() -> isFocused("Pause"));
    pressUntil(KeyEvent.VK_M, () -> focused() instanceof JTextField);
    press(KeyEvent.VK_Y);
    waitFor(() -> focused() instanceof JTextField field && field.getText().equals("y"));
    Rendering.onEdt(
        () -> {
          window.frame().setSize(2000, 1250);
          return true;
        });
    waitFor(() -> Zoom.factor() == 1.25 && focused() instanceof JTextField);
    assertEquals("y", ((JTextField) focused()).getText());
    press(KeyEvent.VK_ENTER);
    waitFor(() -> !desk.asked.isEmpty());
    assertEquals(new Command.AddMarker("y", 636_000_000), desk.asked.poll());
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
    pressUntil(KeyEvent.VK_M, () -> focused() instanceof JTextField);
    press(KeyEvent.VK_X);
    press(KeyEvent.VK_ESCAPE);
    waitFor(() -> focused() instanceof ActionButton);
    assertTrue(desk.asked.isEmpty(), desk.asked::toString);
  }

  @Test
  void everyControlOfAReplayHasItsKey() throws Exception {
    openOn(SampleViews.all().get("replay"));
    waitFor(() -> focused() instanceof ActionButton);
    asks(KeyEvent.VK_SPACE, "play");
    asks(KeyEvent.VK_SPACE, "hold");
    asks(KeyEvent.VK_HOME, "seek 0");
    asks(KeyEvent.VK_RIGHT, "seek 10");
    robot.keyPress(KeyEvent.VK_SHIFT);
    asks(KeyEvent.VK_RIGHT, "seek 20");
    asks(KeyEvent.VK_LEFT, "seek 10");
    robot.keyRelease(KeyEvent.VK_SHIFT);
    asks(KeyEvent.VK_LEFT, "seek 0");
    asks(KeyEvent.VK_END, "seek 610");
    robot.keyPress(KeyEvent.VK_SHIFT);
    asks(KeyEvent.VK_EQUALS, "speed 2.0");
    asks(KeyEvent.VK_EQUALS, "speed 5.0");
    robot.keyRelease(KeyEvent.VK_SHIFT);
    asks(KeyEvent.VK_MINUS, "speed 2.0");
    press(KeyEvent.VK_M);
    asks(KeyEvent.VK_ESCAPE, "closed");
    assertTrue(desk.asked.isEmpty(), desk.asked::toString);
  }

  @Test
  void tabReachesEveryControlOfAReplay() throws Exception {
    openOn(SampleViews.all().get("replay"));
    assertTabReachesEveryButton();
  }

  @Test
  void fTurnsTheThirdChartAndBack() throws Exception {
    openOn(SampleViews.breathe());
    waitFor(() -> focused() instanceof ActionButton);
    press(KeyEvent.VK_F);
    waitFor(() -> shows(Rendering.WORDS.text("chart.spectrum")));
    press(KeyEvent.VK_F);
    waitFor(() -> shows(Rendering.WORDS.text("chart.swing")));
    assertTrue(desk.asked.isEmpty(), desk.asked::toString);
  }

  @Test
  void settingsHoldAtOnceAndTheSessionGoesOn() throws Exception {
    openOn(SampleViews.breathe());
    waitFor(() -> focused() instanceof ActionButton);
    press(KeyEvent.VK_COMMA);
    waitFor(() -> isFocused("Colours Dark"));
    tabTo("Colours Light");
    press(KeyEvent.VK_SPACE);
    waitFor(() -> Palette.current().surface().equals(Color.WHITE));
    tabTo("Pacer Wave");
    press(KeyEvent.VK_SPACE);
    waitFor(() -> desk.preferences().pacer() == Desk.PacerForm.WAVE);
    tabTo("Large letters");
    press(KeyEvent.VK_SPACE);
    waitFor(() -> desk.preferences().largeType() && focused() != null);
    assertEquals(
        new Desk.Preferences(true, true, false, Desk.PacerForm.WAVE, Desk.Language.ENGLISH),
        desk.preferences());
    press(KeyEvent.VK_ESCAPE);
    waitFor(() -> focused() instanceof ActionButton && !shows("Large letters"));
    assertTrue(
        desk.asked.stream().allMatch(Desk.Preferences.class::isInstance), desk.asked::toString);
    press(KeyEvent.VK_SPACE);
    waitFor(() -> desk.asked.contains(new Command.Pause()));
  }

  @Test
  void anotherLanguageHoldsAtOnceAndTheSessionGoesOn() throws Exception {
    openOn(SampleViews.breathe());
    waitFor(() -> focused() instanceof ActionButton);
    press(KeyEvent.VK_COMMA);
    waitFor(() -> isFocused("Colours Dark"));
    tabTo("Language Deutsch");
    press(KeyEvent.VK_SPACE);
    waitFor(() -> shows("Große Schrift") && shows("Herzfrequenz, Schlag für Schlag"));
    assertEquals(Desk.Language.GERMAN, desk.preferences().language());
    press(KeyEvent.VK_ESCAPE);
    waitFor(() -> focused() instanceof ActionButton && !shows("Große Schrift"));
    press(KeyEvent.VK_SPACE);
    waitFor(() -> desk.asked.contains(new Command.Pause()));
  }

  @Test
  void aSessionOfTheCommandLineWaitsForTheCaution() throws Exception {
    open(Desk.SensorStatus.State.NONE, true, SampleViews.breathe());
    Rendering.onEdt(
        () -> {
          window.openOn(
              () -> {
                desk.asked.add("begun");
                return CompletableFuture.completedFuture(desk.running());
              });
          return true;
        });
    waitFor(() -> focused() instanceof ActionButton);
    assertTrue(desk.asked.isEmpty(), "nothing starts before the caution was read");
    press(KeyEvent.VK_ENTER);
    waitFor(() -> shows(Rendering.WORDS.text("chart.heart")));
    assertEquals("accepted", desk.asked.poll());
    assertEquals("begun", desk.asked.poll());
  }

  @Test
  void aFailedStartOfTheCommandLineIsToldAtTheStart() throws Exception {
    open(Desk.SensorStatus.State.NONE, false, SampleViews.breathe());
    Rendering.onEdt(
        () -> {
          window.openOn(
              () ->
                  CompletableFuture.failedFuture(
                      new PortUnavailable(
                          PortUnavailable.Reason.NO_SUCH_PORT, "ttyUSB7", "in English", "")));
          return true;
        });
    waitFor(
        () ->
            says(
                "That did not work. ttyUSB7 is not there any more. Plug the sensor in, or choose"
                    + " another port."));
  }

  @Test
  void tabReachesEveryControlOfASession() throws Exception {
    openOn(SampleViews.all().get("symptoms-early"));
    assertTabReachesEveryButton();
  }

  @Test
  void tabGoesFromTheButtonsThroughTheScreenInTheOrderOfReading() throws Exception {
    openOn(SampleViews.breathe());
    waitFor(() -> isFocused("Pause"));
    assertEquals(
        List.of(
            "Pause",
            "Mark",
            "Sound on",
            "Stop",
            "press F for the spectrum",
            "How it looks (,)",
            "Pace: P",
            "Next phase: N"),
        tabOrder());
  }

  @Test
  void sTurnsTheSoundOnAndOffAndAMissingDeviceIsTold() throws Exception {
    openOn(SampleViews.breathe());
    waitFor(() -> isFocused("Pause"));
    assertTrue(desk.heard().isPresent(), "the session on screen is the one that is heard");
    desk.sound(false, Sounding.Loudness.SOFT);
    press(KeyEvent.VK_S);
    waitFor(() -> desk.sound().equals(new Sounding.Sound(true, Sounding.Loudness.SOFT, false)));
    waitFor(() -> shows("Sound off"));
    assertTrue(isFocused("Pause"), "the keyboard stays where it was");
    press(KeyEvent.VK_S);
    waitFor(() -> !desk.sound().on() && shows("Sound on"));
    desk.mute();
    press(KeyEvent.VK_S);
    waitFor(() -> says("There is no sound device; the session goes on without."));
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
  void aSessionWaitsForASensorAndBeginsByItself() throws Exception {
    open(Desk.SensorStatus.State.NONE, true, SampleViews.breathe());
    String waiting = Rendering.WORDS.text("home.waiting");
    press(KeyEvent.VK_ENTER);
    waitFor(() -> says(waiting));
    press(KeyEvent.VK_ESCAPE);
    waitFor(() -> !says(waiting));
    press(KeyEvent.VK_ENTER);
    waitFor(() -> says(waiting));
    assertTrue(desk.asked.isEmpty(), desk.asked::toString);
    desk.plugIn();
    waitFor(() -> isFocused(Rendering.WORDS.text("caution.accept")));
    press(KeyEvent.VK_ENTER);
    waitFor(() -> shows(Rendering.WORDS.text("chart.heart")));
    assertEquals("accepted", desk.asked.poll());
    assertEquals(Protocol.breathe(6), desk.asked.poll());
  }

  @Test
  void aStrapIsChosenWithTheKeyboardAndNothingIsSentBefore() throws Exception {
    open(
        FakeDesk.stick(
            Desk.SensorStatus.State.NONE,
            List.of(SensorStates.STICK),
            List.of(),
            Optional.empty()));
    tabTo(Rendering.WORDS.text("home.speak"));
    press(KeyEvent.VK_ENTER);
    waitFor(() -> isFocused("Speak to it"));
    press(KeyEvent.VK_ESCAPE);
    waitFor(() -> isFocused("Breathe") && !shows("Speak to it"));
    assertTrue(desk.asked.isEmpty(), desk.asked::toString);
    tabTo(Rendering.WORDS.text("home.speak"));
    press(KeyEvent.VK_ENTER);
    waitFor(() -> isFocused("Speak to it"));
    press(KeyEvent.VK_ENTER);
    waitFor(() -> isFocused("Back"));
    assertEquals("speak to ttyACM0 as bleuio", desk.asked.poll());
    desk.hears(SensorStates.STRAPS.subList(1, 3), SensorEvent.Reach.SCANNING);
    waitFor(() -> shows("HRM2") && isFocused("Back"));
    press(KeyEvent.VK_DOWN);
    waitFor(() -> isFocused("HRM2"));
    press(KeyEvent.VK_DOWN);
    waitFor(() -> isFocused("TICKR 4A1C"));
    press(KeyEvent.VK_ENTER);
    waitFor(() -> !desk.asked.isEmpty());
    assertEquals("choose D2:00:11:22:33:44", desk.asked.poll());
    desk.subscribed("TICKR 4A1C");
    waitFor(() -> isFocused("Done"));
    press(KeyEvent.VK_ENTER);
    waitFor(() -> isFocused("Breathe") && !shows("Done"));
    assertTrue(desk.asked.isEmpty(), desk.asked::toString);
  }

  @Test
  void theStrapWornLastIsOnePressAwayAndEscapeGoesBackStepByStep() throws Exception {
    open(
        FakeDesk.stick(
            Desk.SensorStatus.State.NONE,
            List.of(SensorStates.STICK),
            SensorStates.STRAPS,
            Optional.of(SensorEvent.Reach.SCANNING)));
    tabTo(Rendering.WORDS.text("home.speak"));
    press(KeyEvent.VK_ENTER);
    waitFor(() -> isFocused("Speak to it"));
    press(KeyEvent.VK_ENTER);
    waitFor(() -> isFocused("Polar H10 0285D97A"));
    assertEquals("speak to ttyACM0 as bleuio", desk.asked.poll());
    press(KeyEvent.VK_ESCAPE);
    waitFor(() -> isFocused("Speak to it"));
    assertEquals("speak no more", desk.asked.poll());
    press(KeyEvent.VK_ESCAPE);
    waitFor(() -> isFocused("Breathe"));
    assertTrue(desk.asked.isEmpty(), desk.asked::toString);
  }

  @Test
  void aPortThatIsPluggedInWhileThereIsNoneIsOffered() throws Exception {
    open(FakeDesk.stick(Desk.SensorStatus.State.NONE, List.of(), List.of(), Optional.empty()));
    tabTo(Rendering.WORDS.text("home.speak"));
    press(KeyEvent.VK_ENTER);
    waitFor(() -> isFocused("Not now"));
    desk.plugIn(SensorStates.BOARD);
    waitFor(() -> shows("ttyUSB0"));
    assertTrue(desk.asked.isEmpty(), desk.asked::toString);
  }

  private void open(Desk.SensorStatus.State state, boolean caution, SessionView view)
      throws Exception {
    open(new FakeDesk(state, caution, view));
  }

  private void open(FakeDesk on) throws Exception {
    desk = on;
    window =
        Rendering.onEdt(
            () -> {
              MainWindow made = new MainWindow(desk, charts);
              made.open();
              return made;
            });
    // The start comes after the first picture, and takes the focus.
    waitFor(() -> window.frame().isActive() && focused() instanceof JComponent);
  }

  private void openOn(SessionView view) throws Exception {
    open(Desk.SensorStatus.State.FOUND, false, view);
    Rendering.onEdt(
        () -> {
          window.show(desk.running());
          return true;
        });
    waitFor(() -> window.frame().isActive() && focused() != null && focused().isShowing());
  }

  @Test
  void aReviewIsWorkedByTheKeyboardAlone() throws Exception {
    desk = new FakeDesk(Desk.SensorStatus.State.FOUND, false, SampleViews.breathe());
    desk.with(SampleReviews.DISTURBED, SampleReviews.EARLIER);
    window =
        Rendering.onEdt(
            () -> {
              var made = new MainWindow(desk, charts);
              made.open();
              made.review(SampleReviews.FILE);
              return made;
            });
    waitFor(() -> focused() instanceof SessionTachogram);
    desk.asked.clear();
    press(KeyEvent.VK_DOWN);
    waitFor(() -> shows("Let it count (U)"));
    press(KeyEvent.VK_U);
    waitFor(() -> desk.asked.size() == 1);
    press(KeyEvent.VK_A);
    waitFor(() -> desk.asked.size() == 2);
    press(KeyEvent.VK_L);
    waitFor(() -> desk.asked.size() == 3);
    List<Marks.Ruling> said =
        desk.asked.stream().map(asked -> ((Command.RuleOnMarks) asked).ruling()).toList();
    assertEquals(List.of(Marks.Ruling.UNDONE, Marks.Ruling.ACCEPTED, Marks.Ruling.WITHDRAWN), said);
    press(KeyEvent.VK_R);
    waitFor(() -> desk.asked.contains(SampleReviews.FILE));
    waitFor(() -> shows("Pause"));
  }

  /** A key that is heard once has this and nothing else asked of the desk. */
  private void asks(int key, String wanted) throws Exception {
    press(key);
    waitFor(() -> !desk.asked.isEmpty());
    assertEquals(wanted, desk.asked.poll());
  }

  /** Presses Tab until the control of this name has the focus. */
  private void tabTo(String name) throws Exception {
    for (int i = 0; i < 20 && !isFocused(name); i++) {
      Component before = focused();
      press(KeyEvent.VK_TAB);
      waitFor(() -> focused() != null && focused() != before);
    }
    assertTrue(isFocused(name), () -> "the focus is on " + focused());
  }

  private static boolean isFocused(String name) {
    return focused() instanceof Accessible named
        && name.equals(named.getAccessibleContext().getAccessibleName());
  }

  /** Whether these words are on a label or a box that is on screen. */
  private boolean shows(String words) {
    boolean[] found = new boolean[1];
    Rendering.visit(
        window.frame().getLayeredPane(),
        part -> {
          boolean label = part instanceof JLabel text && words.equals(text.getText());
          boolean box = part instanceof AbstractButton button && words.equals(button.getText());
          found[0] |= part.isShowing() && (label || box);
        });
    return found[0];
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
    for (Component part : reached) {
      String name = part.getAccessibleContext().getAccessibleName();
      assertFalse(name == null || name.isBlank(), () -> "without a name: " + part);
    }
    wanted.removeAll(reached);
    assertTrue(wanted.isEmpty(), () -> "Tab never reached " + wanted);
  }

  /** Presses Tab and notes the names of what has the focus, until it is where it began. */
  private List<String> tabOrder() throws Exception {
    waitFor(() -> focused() != null);
    Component first = focused();
    List<String> names = new ArrayList<>();
    do {
      Component before = focused();
      names.add(before.getAccessibleContext().getAccessibleName());
      press(KeyEvent.VK_TAB);
      waitFor(() -> focused() != null && focused() != before);
    } while (focused() != first && names.size() < 40);
    return names;
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

  /** For keys that do no harm when they are heard twice. */
  private void pressUntil(int key, BooleanSupplier so) throws Exception {
    int[] looks = new int[1];
    press(key);
    waitFor(
        () -> {
          boolean done = so.getAsBoolean();
          if (!done && ++looks[0] % LOOKS_BEFORE_ANOTHER_TRY == 0) {
            charts.execute(() -> press(key)); // a robot must not press on the EDT
          }
          return done;
        });
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
