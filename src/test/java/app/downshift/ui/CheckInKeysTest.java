package app.downshift.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.library.CheckIn;
import app.downshift.library.CheckIn.Capacity;
import app.downshift.library.CheckIn.Load;
import app.downshift.library.CheckIn.Progress;
import app.downshift.ui.diary.CheckInScreen;
import app.downshift.ui.diary.LastTold;
import app.downshift.ui.diary.SampleDiary;
import app.downshift.ui.rating.ScaleRow;
import app.downshift.ui.theme.Look;
import java.awt.GraphicsEnvironment;
import java.awt.KeyboardFocusManager;
import java.awt.Robot;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.swing.JFrame;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A typical check-in by the keyboard alone, in a real window, and how much there is to press. */
@Tag("display")
class CheckInKeysTest {
  /** Card, Moran and Newell 1983, table 8.1: one key of an average typist, and one decision. */
  private static final double KEY_SECONDS = 0.28;

  private static final double DECISION_SECONDS = 1.35;
  private static final double HALF_A_MINUTE = 30;

  private final List<CheckIn> kept = Collections.synchronizedList(new ArrayList<>());
  private Robot robot;
  private JFrame frame;
  private int pressed;

  @BeforeEach
  void open() throws Exception {
    Assumptions.assumeFalse(GraphicsEnvironment.isHeadless(), "no display to open a window on");
    robot = new Robot();
    robot.setAutoDelay(15);
    robot.setAutoWaitForIdle(true);
    Rendering.onEdt(
        () -> {
          Look.DARK.install();
          CheckInScreen screen =
              new CheckInScreen(
                  Rendering.WORDS,
                  new CheckInScreen.Asking("C-017", SampleDiary.TODAY, LastTold.NOTHING),
                  kept::add,
                  () -> {});
          frame = new JFrame();
          frame.setContentPane(screen);
          frame.setSize(1280, 720);
          frame.setVisible(true);
          screen.takeFocus();
          return true;
        });
    for (int i = 0; i < 100 && !(focused() instanceof ScaleRow); i++) {
      robot.delay(50);
    }
    assertTrue(focused() instanceof ScaleRow, () -> String.valueOf(focused()));
  }

  @AfterEach
  void close() throws Exception {
    if (frame != null) {
      Rendering.onEdt(
          () -> {
            frame.dispose();
            return true;
          });
    }
  }

  private static Object focused() {
    return KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
  }

  private void press(int key) {
    pressed++;
    robot.keyPress(key);
    robot.keyRelease(key);
    robot.waitForIdle();
  }

  @Test
  void aTypicalCheckInTakesUnderHalfAMinute() {
    int scales = Load.values().length + Capacity.values().length;
    for (int i = 0; i < scales; i++) {
      press(KeyEvent.VK_0 + 3 + i % 5);
      press(KeyEvent.VK_TAB);
    }
    press(KeyEvent.VK_7); // the night
    for (int i = 0; i < 3; i++) {
      press(KeyEvent.VK_TAB); // past the sitting, to the first box
    }
    press(KeyEvent.VK_SPACE);
    press(KeyEvent.VK_ENTER);
    assertEquals(1, kept.size());
    CheckIn told = kept.get(0);
    assertEquals(Load.values().length, told.load().size());
    assertEquals(Capacity.values().length, told.capacity().size());
    assertEquals(3, told.load().get(Load.SITTING));
    assertEquals(4, told.load().get(Load.LIFTING));
    assertEquals(7, told.sleepHours().orElseThrow());
    assertEquals(List.of(Progress.WOKE_WITH_LESS_STIFFNESS), List.copyOf(told.progress()));
    int decisions = scales + 2;
    double seconds = pressed * KEY_SECONDS + decisions * DECISION_SECONDS;
    System.out.println(pressed + " keys, " + decisions + " decisions, about " + seconds + " s");
    assertTrue(seconds < HALF_A_MINUTE, seconds + " s for " + pressed + " keys");
  }

  @Test
  void theShortestCheckInIsADigitAndEnter() {
    press(KeyEvent.VK_8);
    press(KeyEvent.VK_ENTER);
    assertEquals(2, pressed);
    assertEquals(8, kept.get(0).load().get(Load.SITTING));
    assertEquals(1, kept.get(0).load().size());
  }

  @Test
  void tenIsOneAndNoughtAndDeleteTakesItBack() {
    press(KeyEvent.VK_1);
    press(KeyEvent.VK_0);
    press(KeyEvent.VK_DOWN);
    press(KeyEvent.VK_5);
    press(KeyEvent.VK_DELETE);
    press(KeyEvent.VK_ENTER);
    assertEquals(10, kept.get(0).load().get(Load.SITTING));
    assertEquals(1, kept.get(0).load().size());
  }
}
