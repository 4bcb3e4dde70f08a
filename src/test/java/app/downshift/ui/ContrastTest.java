package app.downshift.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.session.SessionView;
import app.downshift.ui.theme.Chip;
import app.downshift.ui.theme.Look;
import app.downshift.ui.theme.Prose;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.ThemeTest;
import java.awt.Color;
import java.awt.Component;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.swing.AbstractButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Contrast of every text as it is painted, found in the pixels: the colour most of its place has,
 * against the colour that stands out most from it. Words inside charts are measured as pairs of
 * colours in {@link ThemeTest}.
 */
class ContrastTest {
  private static final double TEXT = 4.5;

  /** So large that the strokes of every letter are covered whole somewhere. */
  private static final int SCALE = 2;

  @ParameterizedTest
  @EnumSource(Look.class)
  void everyTextReadsWhereverItStands(Look look) throws Exception {
    List<String> faults = new ArrayList<>();
    int[] seen = new int[1];
    for (Map.Entry<String, Supplier<Component>> screen : screens().entrySet()) {
      Rendering.onEdt(
          () -> {
            look.install();
            Component shown = screen.getValue().get();
            Rendering.layOut(shown, 1280, 720);
            BufferedImage image = Rendering.paint(shown, SCALE);
            Rendering.visit(
                shown,
                part -> {
                  String words = words(part);
                  if (!words.isBlank() && visible(shown, part)) {
                    seen[0]++;
                    double contrast = contrast(image, place(shown, part));
                    if (contrast < TEXT) {
                      faults.add("%s: \"%s\" %.2f".formatted(screen.getKey(), words, contrast));
                    }
                  }
                });
            return true;
          });
    }
    assertTrue(seen[0] > 200, "texts looked at: " + seen[0]);
    assertTrue(faults.isEmpty(), () -> String.join("\n", faults));
  }

  @ParameterizedTest
  @EnumSource(Look.class)
  void theWordsOfThePacerReadOnEveryPixelOfItsDisc(Look look) throws Exception {
    BufferedImage image =
        Rendering.onEdt(
            () -> {
              look.install();
              Component screen = Rendering.live(SampleViews.all().get("breathe-early"));
              Rendering.layOut(screen, 1440, 900);
              return Rendering.paint(screen, 1);
            });
    Color ink = Rendering.onEdt(() -> app.downshift.ui.theme.Palette.current().onGlow());
    // Above and below the words, across the whole disc.
    for (int y : new int[] {280, 296, 392, 404}) {
      for (int x = 150; x < 440; x++) {
        double contrast = ThemeTest.contrast(ink, new Color(image.getRGB(x, y)));
        assertTrue(contrast >= TEXT, "at " + x + ", " + y + ": " + contrast);
      }
    }
  }

  private static Map<String, Supplier<Component>> screens() {
    Map<String, Supplier<Component>> screens = new LinkedHashMap<>();
    for (String state :
        List.of("start", "breathe", "recover", "poor", "unplugged", "symptoms-early", "ended")) {
      SessionView view = SampleViews.all().get(state);
      screens.put(state, () -> Rendering.live(view));
    }
    screens.put("replay", () -> Rendering.live(SampleViews.all().get("replay")));
    screens.put(
        "stop", () -> Rendering.pressed(Rendering.live(SampleViews.breathe()), "action.stop"));
    screens.put("home", () -> Rendering.home(Desk.SensorStatus.State.TROUBLE));
    screens.put(
        "busy",
        () -> {
          var home = Rendering.home(Desk.SensorStatus.State.FOUND);
          home.busy(true);
          return home;
        });
    screens.put("caution", Rendering::caution);
    screens.put("settings", () -> Rendering.settings(new JPanel()));
    return screens;
  }

  private static String words(Component part) {
    if (part instanceof Text || part instanceof JLabel) {
      return ((JLabel) part).getText();
    }
    if (part instanceof Prose || part instanceof JTextArea) {
      return ((JTextArea) part).getText();
    }
    if (part instanceof Chip chip) {
      return chip.words();
    }
    boolean words = part instanceof AbstractButton button && button.getComponentCount() == 0;
    String label = words ? ((AbstractButton) part).getText() : "";
    return label == null ? "" : label;
  }

  private static boolean visible(Component screen, Component part) {
    for (Component at = part; at != screen; at = at.getParent()) {
      if (at == null || !at.isVisible() || at.getWidth() < 1 || at.getHeight() < 1) {
        return false;
      }
    }
    return true;
  }

  private static Rectangle place(Component screen, Component part) {
    Point at = SwingUtilities.convertPoint(part, 0, 0, screen);
    return new Rectangle(
            at.x * SCALE, at.y * SCALE, part.getWidth() * SCALE, part.getHeight() * SCALE)
        .intersection(new Rectangle(0, 0, screen.getWidth() * SCALE, screen.getHeight() * SCALE));
  }

  private static double contrast(BufferedImage image, Rectangle place) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int y = place.y; y < place.y + place.height; y++) {
      for (int x = place.x; x < place.x + place.width; x++) {
        counts.merge(image.getRGB(x, y), 1, Integer::sum);
      }
    }
    int ground =
        counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    double most = 1;
    for (int colour : counts.keySet()) {
      most = Math.max(most, ThemeTest.contrast(new Color(colour), new Color(ground)));
    }
    return most;
  }
}
