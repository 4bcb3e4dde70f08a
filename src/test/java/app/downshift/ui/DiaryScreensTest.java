package app.downshift.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.ui.theme.Look;
import java.awt.Component;
import java.awt.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.swing.JScrollPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The diary's windows in every state: nothing is cut off and nothing lies on another. */
class DiaryScreensTest {
  private static final List<Dimension> SIZES =
      List.of(new Dimension(1100, 680), new Dimension(1280, 720), new Dimension(1440, 900));
  private static final List<Dimension> LARGE =
      List.of(new Dimension(1280, 720), new Dimension(1440, 900));

  @AfterEach
  void english() throws Exception {
    speak(Desk.Language.ENGLISH);
  }

  private static void speak(Desk.Language language) throws Exception {
    Rendering.onEdt(
        () -> {
          Rendering.speak(language);
          return true;
        });
  }

  @Test
  void nothingIsCutOffInAnyLanguageAndSize() throws Exception {
    List<String> faults = new ArrayList<>();
    for (Desk.Language language : Desk.Language.values()) {
      speak(language);
      faults.addAll(faults(Look.DARK, false, SIZES));
      faults.addAll(faults(Look.LIGHT, true, LARGE));
    }
    assertTrue(faults.isEmpty(), () -> String.join("\n", faults));
  }

  private static List<String> faults(Look look, boolean large, List<Dimension> sizes)
      throws Exception {
    List<String> faults = new ArrayList<>();
    for (Map.Entry<String, Supplier<Component>> state : DiaryStates.all().entrySet()) {
      for (Dimension size : sizes) {
        Rendering.onEdt(
            () -> {
              look.install(large);
              Component screen = state.getValue().get();
              Rendering.layOut(screen, size.width, size.height);
              String where = state.getKey() + " " + size.width + (large ? " large: " : ": ");
              Rendering.visit(
                  screen,
                  part -> ScreensTest.fault(screen, part).ifPresent(f -> faults.add(where + f)));
              Rendering.visit(
                  screen,
                  part -> {
                    if (part.getClass().getSimpleName().equals("Swatch")
                        && part.getWidth() < part.getPreferredSize().width) {
                      faults.add(where + "a sample has " + part.getBounds());
                    }
                  });
              List<Component> pages = new ArrayList<>();
              Rendering.visit(
                  screen,
                  part -> {
                    if (part instanceof JScrollPane scroll) {
                      pages.add(scroll.getViewport().getView());
                    }
                  });
              // What scrolls may lie below the edge; on its own page it must not lie on itself.
              for (Component page : pages.isEmpty() ? List.of(screen) : pages) {
                ScreensTest.overlaps(page).forEach(f -> faults.add(where + f));
              }
              return true;
            });
      }
    }
    return faults;
  }
}
