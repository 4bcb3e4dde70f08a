package app.downshift.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.breath.Pacer;
import app.downshift.session.SessionState;
import app.downshift.session.SessionView;
import app.downshift.ui.theme.Chip;
import app.downshift.ui.theme.Look;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Prose;
import app.downshift.ui.theme.Text;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.accessibility.Accessible;
import javax.swing.AbstractButton;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JLayeredPane;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every state of every screen, laid out and painted without a window. */
class ScreensTest {
  private static final List<Dimension> SIZES =
      List.of(new Dimension(1100, 680), new Dimension(1280, 720), new Dimension(1440, 900));

  private static final List<Dimension> SIZES_FOR_LARGE_TYPE =
      List.of(new Dimension(1280, 720), new Dimension(1440, 900));

  @BeforeEach
  void look() throws Exception {
    install(false);
  }

  @Test
  void everyStatePaintsInEverySizeAndNoTextIsCutOff() throws Exception {
    assertNothingIsCutOff(SIZES);
  }

  @Test
  void noTextIsCutOffInLargeLetters() throws Exception {
    install(true);
    assertNothingIsCutOff(SIZES_FOR_LARGE_TYPE);
  }

  @Test
  void noTextIsCutOffWhereEverythingIsEnlarged() throws Exception {
    install(false, 2.25);
    assertNothingIsCutOff(List.of(new Dimension(3840, 2160)), false);
    install(true, 1.25);
    assertNothingIsCutOff(List.of(new Dimension(1920, 1200)), false);
  }

  @Test
  void noTextIsCutOffInGerman() throws Exception {
    Rendering.onEdt(
        () -> {
          Rendering.speak(Desk.Language.GERMAN);
          return true;
        });
    assertNothingIsCutOff(SIZES, false);
    install(true);
    assertNothingIsCutOff(SIZES_FOR_LARGE_TYPE, false);
  }

  @AfterEach
  void english() throws Exception {
    Rendering.onEdt(
        () -> {
          Rendering.speak(Desk.Language.ENGLISH);
          return true;
        });
  }

  private static void install(boolean largeType) throws Exception {
    install(largeType, 1);
  }

  private static void install(boolean largeType, double zoom) throws Exception {
    Rendering.onEdt(
        () -> {
          Look.DARK.install(largeType, zoom);
          return true;
        });
  }

  private static void assertNothingIsCutOff(List<Dimension> sizes) throws Exception {
    assertNothingIsCutOff(sizes, true);
  }

  private static void assertNothingIsCutOff(List<Dimension> sizes, boolean painted)
      throws Exception {
    List<String> faults = new ArrayList<>();
    for (Map.Entry<String, Supplier<Component>> screen : screens().entrySet()) {
      for (Dimension size : sizes) {
        if (size.width < leastWidth(screen.getKey())) {
          continue;
        }
        String where = screen.getKey() + " at " + size.width + "×" + size.height + ": ";
        Rendering.onEdt(
            () -> {
              Component shown = screen.getValue().get();
              Rendering.layOut(shown, size.width, size.height);
              Rendering.visit(
                  shown, part -> fault(shown, part).ifPresent(f -> faults.add(where + f)));
              if (!(shown instanceof JLayeredPane)) {
                overlaps(shown).forEach(f -> faults.add(where + f));
              }
              if (!painted) {
                return true;
              }
              BufferedImage image = Rendering.paint(shown, 1);
              assertEquals(Palette.current().background().getRGB(), image.getRGB(2, 2), where);
              return true;
            });
      }
    }
    assertTrue(faults.isEmpty(), () -> String.join("\n", faults));
  }

  @Test
  void thePacerAndThePhasesKeepTheirPlaceWhateverThereIsToSay() throws Exception {
    Map<String, List<Rectangle>> places = new LinkedHashMap<>();
    for (Map.Entry<String, SessionView> state : SampleViews.all().entrySet()) {
      boolean live = state.getValue().mode() == SessionView.Mode.LIVE;
      if (live && !(state.getValue().snapshot().state() instanceof SessionState.Ended)) {
        List<Rectangle> found = new ArrayList<>();
        Rendering.onEdt(
            () -> {
              Component screen = Rendering.live(state.getValue());
              Rendering.layOut(screen, 1440, 900);
              Rendering.visit(
                  screen,
                  part -> {
                    if (List.of("PacerView", "PhaseBar")
                        .contains(part.getClass().getSimpleName())) {
                      found.add(
                          SwingUtilities.convertRectangle(
                              part.getParent(), part.getBounds(), screen));
                    }
                  });
              return true;
            });
        places.put(state.getKey(), found);
      }
    }
    List<Rectangle> usual = places.get("breathe");
    assertEquals(2, usual.size());
    places.remove("anonymous"); // without a name there is more room for the phases
    places.forEach((state, place) -> assertEquals(usual, place, state));
  }

  @Test
  void theSameViewGivesTheSamePixels() throws Exception {
    BufferedImage once = painted(SampleViews.breathe());
    BufferedImage again = painted(SampleViews.breathe());
    int differing = 0;
    for (int y = 0; y < once.getHeight(); y++) {
      for (int x = 0; x < once.getWidth(); x++) {
        differing += once.getRGB(x, y) == again.getRGB(x, y) ? 0 : 1;
      }
    }
    assertEquals(0, differing);
  }

  @Test
  void withReducedMotionThePacerKeepsItsSizeAndChangesItsLight() throws Exception {
    int[] full = glow(0.4);
    int[] empty = glow(1);
    assertEquals(full[0], empty[0], "the lit width of the disc");
    assertTrue(
        full[1] > empty[1] + 30,
        () -> "light " + full[1] + " when full, " + empty[1] + " when empty");
  }

  /**
   * Width of the disc on the level of its centre and its green there, at a fraction of the breath.
   */
  private static int[] glow(double fraction) throws Exception {
    SessionView view = SampleViews.breathe();
    Pacer pacer = view.snapshot().pacer().orElseThrow();
    long from = view.snapshot().atMicros();
    double start = Math.ceil(pacer.cyclesAt(from));
    long at =
        from
            + Math.round(
                (start + fraction - 0.001 - pacer.cyclesAt(from)) * 60e6 / pacer.perMinuteAt(from));
    SessionView then =
        new SessionView(
            view.snapshot(), new SessionView.TimeBase(0, at, 0), view.recording(), view.mode(), 0);
    BufferedImage image =
        Rendering.onEdt(
            () -> {
              Component screen = Rendering.live(then, Desk.PacerForm.CIRCLE, true);
              Rendering.layOut(screen, 1440, 900);
              return Rendering.paint(screen, 1);
            });
    int surface = image.getRGB(40, 800);
    int y = 390; // below the words
    int width = 0;
    for (int x = 150; x < 440; x++) {
      width += image.getRGB(x, y) == surface ? 0 : 1;
    }
    return new int[] {width / 8, (image.getRGB(294, y) >> 8) & 0xFF};
  }

  @Test
  void aWithheldFigureIsADashWithItsReason() throws Exception {
    assertSays("rhythm-unknown", "–", "unknown until 64 beats");
    assertSays("poor", "–", "signal too poor");
    assertSays("breathe-early", "–", "not following yet");
    assertSays("irregular", "Rhythm too irregular to score. If this is new to you, ask a doctor.");
  }

  @Test
  void ownPaceShowsRmssdWhereThePacerShowsSwingAndStep() throws Exception {
    assertSays("recover", "RMSSD", "Against baseline", "+12");
    assertSays("breathe", "Swing per breath", "In step", "lag 1.1 s ± 0.2");
    assertFalse(says("breathe").contains("Against baseline"));
    assertFalse(says("baseline").contains("In step"));
  }

  @Test
  void troublePausesAndWaitingAreSaidInWords() throws Exception {
    assertSays("unplugged", "Sensor unplugged. The session waits; plug it in again.");
    assertSays("waiting-contact", "No skin contact. The session waits; settle the sensor again.");
    assertSays("paused", "Paused. The clock waits; Space goes on.", "Resume");
    assertSays("trouble", "The recording is in trouble: no space left on the disk");
    assertSays("fair", "signal fair: roughly");
    assertSays("poor", "no signal to judge");
    assertSays("baseline-pulse", "last 90 s · pulse intervals", "pulse intervals, 60 s");
    assertSays("replay", "Close", "Play", "6:42 of 10:10");
    assertFalse(says("replay").contains("Pause"));
    assertSays("replay-end", "The recording ends here.", "Play");
  }

  @Test
  void theEndSaysWhatWasMeasuredAndWhereItIs() throws Exception {
    assertSays("ended", "That was your session", "19:00, of it 10:00 with the pacer", "Done");
    assertSays("ended", "74 bpm at baseline, 67 at the end");
    assertTrue(
        says("ended").stream()
            .anyMatch(words -> words.startsWith("2026-11-21T10-04-00 C-017.session.jsonl")));
    assertSays("stopped", "You stopped here, and that is fine");
  }

  @Test
  void theStartSaysOnceThatItIsNoMedicalDevice() throws Exception {
    List<String> words = words(() -> Rendering.home(Desk.SensorStatus.State.NONE));
    assertEquals(1, words.stream().filter(said -> said.contains("not a medical device")).count());
    assertTrue(words.contains("No sensor yet · plug one in"), words::toString);
  }

  @Test
  void aStopIsAskedAboutWhileTheSessionGoesOn() throws Exception {
    List<String> words =
        words(() -> Rendering.pressed(Rendering.live(SampleViews.breathe()), "action.stop"));
    assertTrue(words.contains("Stop here? The session goes on until you choose."), words::toString);
    assertTrue(words.containsAll(List.of("Stop and save", "Go on", "42 % dimmer")));
    assertFalse(words.contains("Mark"), words::toString);
  }

  @Test
  void aSensorInTroubleComesWithAdvice() throws Exception {
    List<String> words = words(() -> Rendering.home(Desk.SensorStatus.State.TROUBLE));
    assertTrue(
        words.stream().anyMatch(said -> said.startsWith("ttyUSB0 belongs to another program.")),
        words::toString);
  }

  @Test
  void everyControlHasANameForScreenReaders() throws Exception {
    for (Map.Entry<String, Supplier<Component>> screen : screens().entrySet()) {
      Rendering.onEdt(
          () -> {
            Component shown = screen.getValue().get();
            Rendering.layOut(shown, 1280, 720);
            Rendering.visit(
                shown,
                part -> {
                  boolean ours = part.getClass().getName().startsWith("app.downshift");
                  if (ours && part instanceof AbstractButton && part.isVisible()) {
                    String name = ((Accessible) part).getAccessibleContext().getAccessibleName();
                    assertFalse(name == null || name.isBlank(), screen.getKey() + ": " + part);
                  }
                });
            return true;
          });
    }
  }

  @Test
  void aControlCanBePressedWhereverItIs() throws Exception {
    List<String> covered = new ArrayList<>();
    for (Map.Entry<String, Supplier<Component>> screen : screens().entrySet()) {
      Rendering.onEdt(
          () -> {
            Component shown = screen.getValue().get();
            if (shown instanceof JLayeredPane) {
              return true; // a card lies over another screen on purpose
            }
            Rendering.layOut(shown, 1280, 720);
            Rendering.visit(
                shown,
                part -> {
                  if (part instanceof AbstractButton && shown(shown, part)) {
                    covering(shown, part)
                        .ifPresent(over -> covered.add(screen.getKey() + ": " + over));
                  }
                });
            return true;
          });
    }
    assertTrue(covered.isEmpty(), () -> String.join("\n", covered));
  }

  /** What takes the mouse away from a button somewhere on it, other than a button on it. */
  private static Optional<String> covering(Component screen, Component button) {
    Rectangle place = place(screen, button);
    for (int y = 2; y < place.height; y += 4) {
      for (int x = 2; x < place.width; x += 4) {
        Component hit = SwingUtilities.getDeepestComponentAt(screen, place.x + x, place.y + y);
        while (hit != null && hit != button && hit.getMouseListeners().length == 0) {
          hit = hit.getParent();
        }
        if (hit != button && !(hit instanceof AbstractButton)) {
          return Optional.of(named(button) + " is under " + hit);
        }
      }
    }
    return Optional.empty();
  }

  @Test
  void theDimmerIsGreyAndNotDarkWithoutASignal() throws Exception {
    assertSays("poor", "no signal to judge");
    assertFalse(
        says("poor").stream().anyMatch(words -> words.contains("dimmer") && words.contains("%")));
  }

  private static BufferedImage painted(SessionView view) throws Exception {
    return Rendering.onEdt(
        () -> {
          Component screen = Rendering.live(view);
          Rendering.layOut(screen, 1280, 720);
          return Rendering.paint(screen, 1);
        });
  }

  private static void assertSays(String state, String... wanted) throws Exception {
    List<String> words = says(state);
    for (String want : wanted) {
      assertTrue(words.contains(want), () -> state + " says " + words + " but not " + want);
    }
  }

  private static List<String> says(String state) throws Exception {
    return words(() -> Rendering.live(SampleViews.all().get(state)));
  }

  private static List<String> words(Supplier<Component> make) throws Exception {
    return Rendering.onEdt(
        () -> {
          Component screen = make.get();
          Rendering.layOut(screen, 1280, 720);
          List<String> words = new ArrayList<>();
          Rendering.visit(screen, part -> wordsOf(screen, part, words));
          return words;
        });
  }

  private static void wordsOf(Component screen, Component part, List<String> words) {
    if (!shown(screen, part)) {
      return;
    }
    if (part instanceof JLabel) {
      words.add(((JLabel) part).getText());
    } else if (part instanceof AbstractButton) {
      words.add(((AbstractButton) part).getText());
    } else if (part instanceof JTextArea) {
      words.add(((JTextArea) part).getText());
    } else if (part instanceof Chip) {
      words.add(((Chip) part).words());
    }
  }

  static Optional<String> fault(Component screen, Component part) {
    boolean ours = part.getClass().getName().startsWith("app.downshift");
    boolean text =
        part instanceof Text
            || part instanceof Chip
            || part instanceof JCheckBox
            || ours && isSmallButton(part);
    if (!shown(screen, part) || !(text || part instanceof Prose)) {
      return Optional.empty();
    }
    Dimension wanted = part.getPreferredSize();
    int least = part instanceof Chip ? part.getMinimumSize().width : wanted.width;
    boolean narrow = text && part.getWidth() < least;
    boolean low = part.getHeight() < wanted.height;
    Container parent = part.getParent();
    boolean outside =
        part.getX() < 0
            || part.getY() < 0
            || part.getX() + part.getWidth() > parent.getWidth()
            || part.getY() + part.getHeight() > parent.getHeight();
    String words =
        part instanceof JLabel
            ? ((JLabel) part).getText()
            : part instanceof AbstractButton
                ? ((AbstractButton) part).getText()
                : part instanceof Prose ? ((Prose) part).getText() : ((Chip) part).words();
    return narrow || low || outside
        ? Optional.of(
            "\"%s\" has %s in %s but wants %s"
                .formatted(words, part.getBounds(), parent.getSize(), wanted))
        : Optional.empty();
  }

  /** Texts, controls and notices that lie on one another; what contains the other does not. */
  static List<String> overlaps(Component screen) {
    Map<Component, Rectangle> places = new LinkedHashMap<>();
    Rendering.visit(
        screen,
        part -> {
          boolean counts =
              part instanceof Text
                  || part instanceof Prose
                  || part instanceof AbstractButton
                  || part instanceof Chip
                  || part.getClass().getSimpleName().equals("Strip");
          if (counts && shown(screen, part) && !part.getSize().equals(new Dimension())) {
            places.put(part, place(screen, part));
          }
        });
    List<Component> parts = List.copyOf(places.keySet());
    List<String> found = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Component one = parts.get(i);
      for (Component other : parts.subList(i + 1, parts.size())) {
        Rectangle both = places.get(one).intersection(places.get(other));
        if (both.width > 1
            && both.height > 1
            && !SwingUtilities.isDescendingFrom(one, other)
            && !SwingUtilities.isDescendingFrom(other, one)) {
          found.add("%s lies on %s by %s".formatted(named(one), named(other), both));
        }
      }
    }
    return found;
  }

  private static Rectangle place(Component screen, Component part) {
    return SwingUtilities.convertRectangle(part.getParent(), part.getBounds(), screen);
  }

  private static String named(Component part) {
    return part.getAccessibleContext().getAccessibleName();
  }

  private static boolean isSmallButton(Component part) {
    return part instanceof AbstractButton
        && !(part.getClass().getSimpleName().equals("ChoiceCard"));
  }

  private static boolean shown(Component screen, Component part) {
    for (Component at = part; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
      if (at == screen) {
        return true;
      }
    }
    return false;
  }

  /** The view of the therapist makes the window as large as it needs. */
  private static int leastWidth(String screen) {
    return screen.startsWith("therapist-")
            || screen.startsWith("projector-")
            || screen.startsWith("group-")
        ? 1280
        : 0;
  }

  private static Map<String, Supplier<Component>> screens() {
    Map<String, Supplier<Component>> screens = new LinkedHashMap<>();
    SampleViews.all().forEach((name, view) -> screens.put(name, () -> Rendering.live(view)));
    for (Desk.SensorStatus.State state : Desk.SensorStatus.State.values()) {
      screens.put("home " + state, () -> Rendering.home(state));
    }
    screens.putAll(SensorStates.all());
    screens.putAll(HomeStates.all());
    screens.putAll(GuidedStates.all());
    screens.putAll(TherapistStates.utmost());
    screens.putAll(SampleReviews.screens());
    screens.put("caution", Rendering::caution);
    for (Desk.PacerForm form : Desk.PacerForm.values()) {
      screens.put("form " + form, () -> Rendering.live(SampleViews.breathe(), form, false));
    }
    for (String view : List.of("breathe", "recover", "poor", "rhythm-unknown")) {
      screens.put(
          "spectrum " + view,
          () -> Rendering.spectrum(Rendering.live(SampleViews.all().get(view))));
    }
    for (String button : List.of("action.stop", "action.mark")) {
      screens.put(
          "pressed " + button,
          () -> Rendering.pressed(Rendering.live(SampleViews.breathe()), button));
    }
    screens.put("settings", () -> Rendering.settings(Rendering.live(SampleViews.breathe())));
    return screens;
  }
}
