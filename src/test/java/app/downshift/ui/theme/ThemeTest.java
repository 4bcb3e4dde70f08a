package app.downshift.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.ui.Rendering;
import java.awt.Color;
import java.util.List;
import javax.swing.JLabel;
import javax.swing.UIManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Contrast as WCAG 2.2 defines it: 4.5 : 1 for text, 3 : 1 for what carries meaning. */
public class ThemeTest {
  private static final double TEXT = 4.5;
  private static final double MEANING = 3;

  @ParameterizedTest
  @EnumSource(Look.class)
  void everyTextReadsOnEverySurfaceItStandsOn(Look look) throws Exception {
    Palette palette = installed(look);
    for (Color surface : List.of(palette.background(), palette.surface())) {
      for (Color text :
          List.of(
              palette.text(),
              palette.secondary(),
              palette.faint(),
              palette.teal(),
              palette.amber(),
              palette.coral(),
              palette.blue())) {
        assertContrast(look, text, surface, TEXT);
      }
    }
    assertContrast(look, palette.text(), palette.raised(), TEXT);
    assertContrast(look, palette.secondary(), palette.raised(), TEXT);
    assertContrast(look, palette.background(), palette.teal(), TEXT);
  }

  @ParameterizedTest
  @EnumSource(Look.class)
  void theWordsOfThePacerReadOnItsGlowAndBesideIt(Look look) throws Exception {
    Palette palette = installed(look);
    assertContrast(look, palette.onGlow(), palette.glow(), TEXT);
    assertContrast(look, palette.onGlow(), Palette.mix(palette.teal(), palette.glow(), 0.1), TEXT);
    assertContrast(look, palette.onGlow(), palette.surface(), TEXT);
  }

  @ParameterizedTest
  @EnumSource(Look.class)
  void theWordsInChartsReadOnTheirVeilWhateverLiesBehindIt(Look look) throws Exception {
    Palette palette = installed(look);
    Color shaded = Palette.mix(palette.text(), palette.surface(), 0.035);
    List<Color> behind =
        List.of(
            palette.surface(),
            shaded,
            Palette.mix(palette.blue(), palette.surface(), 0.13),
            Palette.mix(palette.coral(), shaded, 0.1),
            Palette.mix(palette.faint(), palette.surface(), 0.16));
    for (Color under : behind) {
      for (Color veil : List.of(palette.surface(), shaded)) {
        Color ground = Palette.mix(veil, under, 0.78);
        for (Color ink :
            List.of(palette.faint(), palette.secondary(), palette.amber(), palette.teal())) {
          assertContrast(look, ink, ground, TEXT);
        }
      }
    }
    Color strip = Palette.mix(palette.teal(), palette.background(), 0.14);
    assertContrast(look, palette.secondary(), strip, TEXT);
    assertContrast(look, palette.amber(), Palette.mix(palette.background(), strip, 0.78), TEXT);
  }

  @ParameterizedTest
  @EnumSource(Look.class)
  void theRingOfTheFocusStandsOutFromWhatItRunsOn(Look look) throws Exception {
    Palette palette = installed(look);
    for (Color ground : List.of(palette.background(), palette.surface(), palette.raised())) {
      assertContrast(look, palette.teal(), ground, MEANING);
    }
    assertContrast(look, palette.background(), palette.teal(), MEANING);
  }

  @ParameterizedTest
  @EnumSource(Look.class)
  void theEdgesOfBoxesAndFieldsStandOut(Look look) throws Exception {
    Palette palette = installed(look);
    for (String key : List.of("CheckBox.icon.borderColor", "Component.borderColor")) {
      Color edge = Rendering.onEdt(() -> UIManager.getColor(key));
      for (Color ground : List.of(palette.surface(), palette.raised())) {
        assertContrast(look, edge, ground, MEANING);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Look.class)
  void everyTextIsSetInTheTypefaceThatComesAlong(Look look) throws Exception {
    installed(look);
    assertEquals("Inter", Rendering.onEdt(() -> new JLabel("words").getFont().getFamily()));
    assertTrue(
        Type.SEMIBOLD.of(14).getFontName().contains("Semi"), Type.SEMIBOLD.of(14).getFontName());
  }

  @Test
  void contrastIsMeasuredAsDefined() {
    assertEquals(21, contrast(Color.WHITE, Color.BLACK), 1e-9);
    assertEquals(4.48, contrast(new Color(0x777777), Color.WHITE), 0.005);
  }

  private static Palette installed(Look look) throws Exception {
    return Rendering.onEdt(
        () -> {
          look.install();
          return Palette.current();
        });
  }

  private static void assertContrast(Look look, Color text, Color ground, double atLeast) {
    double contrast = contrast(text, ground);
    assertTrue(
        contrast >= atLeast,
        () ->
            "%s: %08x on %08x has %.2f : 1"
                .formatted(look, text.getRGB(), ground.getRGB(), contrast));
  }

  /** The contrast of two colours, 1 to 21. */
  public static double contrast(Color one, Color other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }

  @Test
  void checkBoxesGrowWithTheWindowAndNotWithTheLetters() {
    Look.DARK.install(false, 1);
    int usual = tick();
    Look.DARK.install(true, 1);
    assertEquals(usual, tick());
    Look.DARK.install(false, 2.25);
    int large = tick();
    Look.DARK.install();
    assertEquals(2.25, (double) large / usual, 0.05);
    assertEquals(usual, tick());
  }

  private static int tick() {
    return UIManager.getIcon("CheckBox.icon").getIconWidth();
  }
}
