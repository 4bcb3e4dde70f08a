package app.downshift.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.beat.Marks.Ruling;
import app.downshift.recording.SessionFile;
import app.downshift.session.Command;
import app.downshift.ui.chart.SessionTachogram;
import app.downshift.ui.review.ReviewScreen;
import app.downshift.ui.theme.Look;
import java.awt.Component;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.swing.AbstractButton;
import javax.swing.JLabel;
import javax.swing.JTextArea;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReviewScreenTest {
  private static final Map<String, String> SENTENCES =
      Map.ofEntries(
          Map.entry("within", "Before and after are alike"),
          Map.entry("calmer", "beat slower after than before"),
          Map.entry("calmer-rmssd", "beat varied more after"),
          Map.entry("calmer-both", "beat slower and varied more"),
          Map.entry("activated", "beat faster after than before"),
          Map.entry("activated-rmssd", "beat varied less after"),
          Map.entry("activated-both", "beat faster and varied less"),
          Map.entry("mixed", "in ways that do not fit together"),
          Map.entry("poor", "signal of a rest was too poor"),
          Map.entry("rhythm", "rhythm of a rest was irregular"),
          Map.entry("breathing", "breathed at another rate afterwards"),
          Map.entry("short", "This was practice"),
          Map.entry("no-rest", "a rest is missing"));

  @BeforeEach
  void look() throws Exception {
    Rendering.onEdt(
        () -> {
          Look.DARK.install();
          return true;
        });
  }

  @Test
  void everyVerdictHasItsSentenceAndEachSaysThatOneSessionSaysLittle() throws Exception {
    for (Map.Entry<String, String> wanted : SENTENCES.entrySet()) {
      SessionFile file = SampleReviews.named(wanted.getKey());
      List<String> words = words(screen(file));
      assertTrue(
          words.stream().anyMatch(said -> said.contains(wanted.getValue())),
          () -> wanted.getKey() + " says " + words);
      assertTrue(words.stream().anyMatch(said -> said.contains("One session says little")));
    }
  }

  @Test
  void anIrregularRhythmSaysWhomToAskAndAPoorSignalWhatHelps() throws Exception {
    assertTrue(says("rhythm", "ask a doctor"));
    assertTrue(says("poor", "For the next time"));
    assertFalse(says("within", "ask a doctor") || says("short", "For the next time"));
  }

  private static boolean says(String recording, String what) throws Exception {
    return words(screen(SampleReviews.named(recording))).stream()
        .anyMatch(said -> said.contains(what));
  }

  @Test
  void allSessionsTogetherSayWhatIsMissingAndNotThatAnythingIsShown() throws Exception {
    ReviewScreen screen = screen(SampleReviews.named("calmer"));
    press(screen, "All sessions");
    List<String> words = words(screen);
    assertTrue(words.contains("Still missing: 4 with breathing and 6 of sitting quietly."));
    assertTrue(words.contains("too few sessions") && !words.contains("shown"), words::toString);
  }

  @Test
  void whileNothingIsKnownOfTheClientTheDriftIsThatOfPeople() throws Exception {
    SessionFile file = SampleReviews.named("calmer");
    ReviewScreen alone = Rendering.onEdt(() -> Rendering.review(file, List.of()));
    assertTrue(words(alone).stream().anyMatch(said -> said.contains("people's usual drift")));
    assertTrue(words(screen(file)).stream().anyMatch(said -> said.contains("your usual drift")));
  }

  @Test
  void figuresMovedByThePaceAreNotCompared() throws Exception {
    List<String> words = words(screen(SampleReviews.named("calmer")));
    assertEquals(2, words.stream().filter("not compared"::equals).count(), words::toString);
  }

  @Test
  void aBeatIsChosenAndItsMarkUndoneByButtonAndEverythingFollows() throws Exception {
    FakeDesk desk = desk(SampleReviews.DISTURBED);
    ReviewScreen screen = screen(desk, SampleReviews.DISTURBED);
    List<String> before = words(screen);
    press(screen, "↓");
    press(screen, "Let it count (U)");
    Command.RuleOnMarks asked =
        (Command.RuleOnMarks)
            desk.asked.stream().filter(Command.RuleOnMarks.class::isInstance).findFirst().get();
    assertEquals(Ruling.UNDONE, asked.ruling());
    List<String> after = words(screen);
    assertTrue(after.stream().anyMatch(said -> said.contains("counts, by your word")));
    assertNotEquals(before, after);
    press(screen, "Unsay (L)");
    assertTrue(words(screen).stream().anyMatch(said -> said.endsWith("· left out")));
  }

  @Test
  void aRingIsChosenByTheMouseAndAFreePlaceIsWhereAReplayBegins() throws Exception {
    ReviewScreen screen = screen(SampleReviews.DISTURBED);
    Rendering.onEdt(
        () -> {
          SessionTachogram chart = chart(screen);
          chart.magnify(8, 81);
          boolean found = false;
          for (int x = 60; x < chart.getWidth() - 40 && !found; x += 4) {
            for (int y = 10; y < chart.getHeight() - 30 && !found; y += 4) {
              click(chart, x, y);
              found = chart.chosen() >= 0;
            }
          }
          assertTrue(found, "no ring under the pointer anywhere");
          click(chart, chart.getWidth() / 2, chart.getHeight() - 40);
          return true;
        });
    assertTrue(words(screen).stream().anyMatch(said -> said.startsWith("Replay from ")));
  }

  @Test
  void theWheelMagnifiesAroundThePointerAndADragMoves() throws Exception {
    ReviewScreen screen = screen(SampleReviews.named("within"));
    Rendering.onEdt(
        () -> {
          SessionTachogram chart = chart(screen);
          assertTrue(chart.isWhole());
          double whole = chart.toSeconds() - chart.fromSeconds();
          int middle = chart.getWidth() / 2;
          for (int turn = 0; turn < 10; turn++) {
            chart.dispatchEvent(
                new MouseWheelEvent(
                    chart, MouseEvent.MOUSE_WHEEL, 0, 0, middle, 50, 0, false, 0, 1, -1));
          }
          double span = chart.toSeconds() - chart.fromSeconds();
          assertEquals(whole / Math.pow(1.25, 10), span, 1e-6);
          assertFalse(chart.isWhole());
          double from = chart.fromSeconds();
          mouse(chart, MouseEvent.MOUSE_PRESSED, middle, 50);
          mouse(chart, MouseEvent.MOUSE_DRAGGED, middle - 100, 50);
          mouse(chart, MouseEvent.MOUSE_RELEASED, middle - 100, 50);
          assertTrue(chart.fromSeconds() > from, "dragging to the left shows what comes later");
          assertEquals(span, chart.toSeconds() - chart.fromSeconds(), 1e-6);
          chart.pan(1e6);
          chart.whole();
          assertTrue(chart.isWhole());
          return true;
        });
  }

  @Test
  void anotherRecordingLiesOnTheSameAxisUntilItIsTakenAway() throws Exception {
    ReviewScreen screen = screen(SampleReviews.named("calmer"));
    List<String> alone = words(screen);
    Rendering.onEdt(
        () -> {
          screen.compareWith(new Recording.File(FakeDesk.RECENT.get(1)));
          return true;
        });
    List<String> both = words(screen);
    assertTrue(both.stream().anyMatch(said -> said.contains("In blue:")), both::toString);
    assertTrue(both.size() > alone.size());
    press(screen, "Compare no more");
    assertEquals(alone, words(screen));
  }

  private static ReviewScreen screen(SessionFile file) throws Exception {
    return Rendering.onEdt(() -> laidOut(Rendering.review(file, SampleReviews.EARLIER)));
  }

  private static ReviewScreen screen(FakeDesk desk, SessionFile file) throws Exception {
    return Rendering.onEdt(() -> laidOut(Rendering.review(desk, file)));
  }

  private static FakeDesk desk(SessionFile file) {
    return new FakeDesk(Desk.SensorStatus.State.FOUND, false, SampleViews.breathe())
        .with(file, SampleReviews.EARLIER);
  }

  private static ReviewScreen laidOut(ReviewScreen screen) {
    Rendering.layOut(screen, 1280, 720);
    Rendering.paint(screen, 1);
    return screen;
  }

  private static SessionTachogram chart(Component screen) {
    List<SessionTachogram> found = new ArrayList<>();
    Rendering.visit(
        screen,
        part -> {
          if (part instanceof SessionTachogram chart) {
            found.add(chart);
          }
        });
    return found.get(0);
  }

  private static void click(SessionTachogram chart, int x, int y) {
    mouse(chart, MouseEvent.MOUSE_PRESSED, x, y);
    mouse(chart, MouseEvent.MOUSE_RELEASED, x, y);
  }

  private static void mouse(SessionTachogram chart, int what, int x, int y) {
    chart.dispatchEvent(new MouseEvent(chart, what, 0, 0, x, y, 1, false, MouseEvent.BUTTON1));
  }

  private static void press(ReviewScreen screen, String button) throws Exception {
    Rendering.onEdt(() -> Rendering.pressed(screen, button, true));
    words(screen); // whatever was put off until later is done then
  }

  private static List<String> words(ReviewScreen screen) throws Exception {
    return Rendering.onEdt(
        () -> {
          Rendering.layOut(screen, 1280, 720);
          List<String> words = new ArrayList<>();
          collect(screen, words);
          return words;
        });
  }

  private static void collect(Component part, List<String> words) {
    if (!part.isVisible()) {
      return;
    }
    if (part instanceof JLabel label) {
      words.add(label.getText());
    } else if (part instanceof AbstractButton button) {
      words.add(button.getText());
    } else if (part instanceof JTextArea text) {
      words.add(text.getText());
    }
    if (part instanceof java.awt.Container container) {
      for (Component child : container.getComponents()) {
        collect(child, words);
      }
    }
  }
}
