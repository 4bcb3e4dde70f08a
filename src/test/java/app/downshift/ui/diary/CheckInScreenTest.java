package app.downshift.ui.diary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.library.CheckIn;
import app.downshift.library.CheckIn.Load;
import app.downshift.ui.Desk;
import app.downshift.ui.Rendering;
import app.downshift.ui.rating.ScaleRow;
import app.downshift.ui.theme.Look;
import app.downshift.ui.theme.Words;
import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import javax.swing.JTextField;
import org.junit.jupiter.api.Test;

/** A check-in keeps what was said, all of it and nothing else. No window is needed. */
class CheckInScreenTest {
  private static final Desk.Preferences GERMAN =
      new Desk.Preferences(true, true, false, Desk.PacerForm.CIRCLE, Desk.Language.GERMAN);

  private final List<CheckIn> kept = new ArrayList<>();
  private int left;

  private CheckInScreen screen(LastTold last) {
    Look.DARK.install();
    return new CheckInScreen(
        Rendering.WORDS,
        new CheckInScreen.Asking("C-017", SampleDiary.TODAY, last),
        kept::add,
        () -> left++);
  }

  private static void onEdt(Callable<Boolean> work) throws Exception {
    Rendering.onEdt(work);
  }

  private static List<ScaleRow> rows(CheckInScreen screen) {
    List<ScaleRow> rows = new ArrayList<>();
    Rendering.visit(
        screen,
        part -> {
          if (part instanceof ScaleRow row) {
            rows.add(row);
          }
        });
    return rows;
  }

  private static void type(Component on, String digits) {
    for (char digit : digits.toCharArray()) {
      KeyboardFocusManager.getCurrentKeyboardFocusManager()
          .redispatchEvent(
              on, new KeyEvent(on, KeyEvent.KEY_TYPED, 0, 0, KeyEvent.VK_UNDEFINED, digit));
    }
  }

  private static JTextField field(CheckInScreen screen, String key) {
    List<JTextField> found = new ArrayList<>();
    Rendering.visit(
        screen,
        part -> {
          if (part instanceof JTextField field
              && Rendering.WORDS
                  .text(key)
                  .equals(field.getAccessibleContext().getAccessibleName())) {
            found.add(field);
          }
        });
    return found.get(0);
  }

  @Test
  void whatWasToldAnotherTimeIsNeverFilledIn() throws Exception {
    onEdt(
        () -> {
          LastTold last = LastTold.of(SampleDiary.months(6).records());
          assertFalse(last.load().isEmpty());
          CheckInScreen screen = screen(last);
          assertTrue(screen.told().empty());
          screen.keep();
          assertEquals(List.of(), kept, "nothing told is nothing kept");
          assertEquals(1, left);
          return true;
        });
  }

  @Test
  void aNoughtIsAnAnswerAndWhatIsSkippedIsAbsent() throws Exception {
    onEdt(
        () -> {
          CheckInScreen screen = screen(LastTold.NOTHING);
          type(rows(screen).get(0), "0");
          type(rows(screen).get(1), "10");
          screen.keep();
          assertEquals(1, kept.size());
          assertEquals(java.util.Map.of(Load.SITTING, 0, Load.LIFTING, 10), kept.get(0).load());
          assertTrue(kept.get(0).capacity().isEmpty());
          assertTrue(kept.get(0).sleepHours().isEmpty());
          return true;
        });
  }

  @Test
  void whatIsHalfWrittenIsNotKeptSilently() throws Exception {
    onEdt(
        () -> {
          CheckInScreen screen = screen(LastTold.NOTHING);
          type(rows(screen).get(0), "5");
          JTextField sleep = field(screen, "checkin.sleep");
          for (String wrong : List.of("seven", "25", "-1", "7:30")) {
            sleep.setText(wrong);
            screen.keep();
            assertEquals(List.of(), kept, wrong);
          }
          sleep.setText("6,5");
          field(screen, "checkin.sat.from").setText("40");
          screen.keep();
          assertEquals(List.of(), kept, "sitting before, but not now");
          field(screen, "checkin.sat.to").setText("55");
          screen.keep();
          assertEquals(6.5, kept.get(0).sleepHours().orElseThrow());
          assertEquals(55, kept.get(0).sat().orElseThrow().toMinutes());
          return true;
        });
  }

  @Test
  void leavingAsksOnceWhereSomethingWasTold() throws Exception {
    onEdt(
        () -> {
          CheckInScreen screen = screen(LastTold.NOTHING);
          type(rows(screen).get(3), "7");
          screen.leave();
          assertEquals(0, left);
          screen.leave();
          assertEquals(1, left);
          assertEquals(List.of(), kept);
          return true;
        });
  }

  @Test
  void everythingThatCanBeToldOutlivesAChangeOfLanguage() throws Exception {
    onEdt(
        () -> {
          CheckInScreen screen = screen(LastTold.NOTHING);
          CheckIn whole =
              SampleDiary.months(6).records().checkIns().stream()
                  .map(told -> told.checkIn())
                  .filter(told -> !told.fears().isEmpty() && told.sat().isPresent())
                  .reduce((first, second) -> second)
                  .orElseThrow();
          CheckIn today =
              new CheckIn(
                  SampleDiary.TODAY,
                  whole.load(),
                  whole.capacity(),
                  List.of(
                      new CheckIn.FlareUp(
                          SampleDiary.TODAY.minusDays(1),
                          java.util.OptionalDouble.of(12),
                          java.util.OptionalInt.of(4))),
                  java.util.Optional.of(CheckIn.PainSince.IN_CYCLES),
                  java.util.EnumSet.allOf(CheckIn.Progress.class),
                  java.util.Map.of(CheckIn.Context.FOOD, 3),
                  whole.fears(),
                  List.of(new CheckIn.Taken("Massage", "30 min")),
                  "a note",
                  whole.sleepHours(),
                  whole.sat());
          screen.show(today);
          assertEquals(today, screen.told());
          assertEquals(today, screen.again(new Words(Locale.GERMAN), GERMAN).told());
          return true;
        });
  }
}
