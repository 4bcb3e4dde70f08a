package app.downshift.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.ui.theme.Look;
import java.awt.Component;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every screen for somebody who hears it. */
class HeardTest {
  @AfterEach
  void english() throws Exception {
    Rendering.onEdt(
        () -> {
          Rendering.speak(Desk.Language.ENGLISH);
          return true;
        });
  }

  @Test
  void everyControlHasANameAndEveryPictureAText() throws Exception {
    var missing = new TreeSet<String>();
    int[] controls = new int[1];
    for (Map.Entry<String, Supplier<Component>> screen : Screenshots.screens().entrySet()) {
      Rendering.onEdt(
          () -> {
            Look.DARK.install();
            Component shown = screen.getValue().get();
            Rendering.layOut(shown, 1280, 720);
            Heard.missing(shown).forEach(each -> missing.add(each + " in " + screen.getKey()));
            Rendering.visit(shown, part -> controls[0] += Heard.takesKeys(part) ? 1 : 0);
            return true;
          });
    }
    assertEquals(List.of(), List.copyOf(missing));
    assertTrue(controls[0] > 1000, controls[0] + " controls");
  }

  @Test
  void theOrderOfASessionsScreenIsThatOfItsReading() throws Exception {
    List<String> lines =
        Rendering.onEdt(
            () -> {
              Look.DARK.install();
              Component shown = Rendering.live(SampleViews.breathe());
              Rendering.layOut(shown, 1280, 720);
              return Heard.lines(shown);
            });
    int pause = at(lines, "Pause");
    assertTrue(pause < at(lines, "Heart rate, beat by beat"), lines::toString);
    assertTrue(lines.stream().anyMatch(line -> line.contains("*") && line.contains("Stop")));
  }

  private static int at(List<String> lines, String part) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(part)) {
        return i;
      }
    }
    throw new AssertionError("no " + part + " in " + lines);
  }
}
