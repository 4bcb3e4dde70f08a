package app.downshift.ui;

import app.downshift.session.SessionView;
import app.downshift.ui.theme.Look;
import app.downshift.ui.theme.Zoom;
import java.awt.Component;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import javax.imageio.ImageIO;

/**
 * Paints every state of every screen, in every size and look, to look at: {@code
 * target/screens/*.png}.
 */
public final class Screenshots {
  private static final List<Shot> SHOTS =
      List.of(
          new Shot(1280, 720, 1, false),
          new Shot(1440, 900, 1, false),
          new Shot(3840, 2160, 1, false),
          new Shot(1440, 900, 2, false),
          new Shot(1280, 720, 2, false),
          new Shot(1440, 900, 3, false),
          new Shot(1100, 680, 1, false),
          new Shot(1920, 1080, 1, false),
          new Shot(1280, 720, 1, true),
          new Shot(1440, 900, 1, true),
          new Shot(1280, 720, 1, false, Desk.Language.GERMAN),
          new Shot(1440, 900, 1, false, Desk.Language.GERMAN),
          new Shot(1920, 1080, 1, false, Desk.Language.GERMAN),
          new Shot(1280, 720, 1, true, Desk.Language.GERMAN));

  private Screenshots() {}

  /** Arguments: the folder to write to, and optionally words that the names have to contain. */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args.length > 0 ? args[0] : "target/screens"));
    List<String> wanted = List.of(args).subList(Math.min(1, args.length), args.length);
    for (Look look : Look.values()) {
      for (Shot shot : SHOTS) {
        Rendering.onEdt(
            () -> {
              look.install(shot.largeType, Zoom.fitting(shot.width, shot.height));
              Rendering.speak(shot.language);
              return look;
            });
        for (Map.Entry<String, Supplier<Component>> screen : screens().entrySet()) {
          String name = screen.getKey() + "-" + look.name().toLowerCase(Locale.ROOT) + shot.name();
          if (wanted.stream().allMatch(name::contains)) {
            write(folder.resolve(name + ".png"), screen.getValue(), shot);
          }
        }
      }
    }
  }

  /**
   * A size of the window, its pixels for one of Swing's, and how large its letters are, in which
   * words.
   */
  private record Shot(int width, int height, int scale, boolean largeType, Desk.Language language) {
    Shot(int width, int height, int scale, boolean largeType) {
      this(width, height, scale, largeType, Desk.Language.ENGLISH);
    }

    String name() {
      return (language == Desk.Language.ENGLISH ? "" : "-" + language.locale())
          + (largeType ? "-large-" : "-")
          + width
          + "x"
          + height
          + (scale > 1 ? "@" + scale : "");
    }
  }

  static Map<String, Supplier<Component>> screens() {
    Map<String, Supplier<Component>> screens = new LinkedHashMap<>();
    for (Map.Entry<String, SessionView> view : SampleViews.all().entrySet()) {
      screens.put("live-" + view.getKey(), () -> Rendering.live(view.getValue()));
    }
    screens.put(
        "live-symptoms-ticked",
        () ->
            Rendering.pressed(
                Rendering.live(SampleViews.all().get("symptoms-early")), "symptom.tingling"));
    screens.put(
        "live-still", () -> Rendering.live(SampleViews.breathe(), Desk.PacerForm.CIRCLE, true));
    for (Desk.PacerForm form : List.of(Desk.PacerForm.WAVE, Desk.PacerForm.BAR)) {
      String name = "live-form-" + form.name().toLowerCase(Locale.ROOT);
      screens.put(name, () -> Rendering.live(SampleViews.breathe(), form, false));
      screens.put(
          name + "-own", () -> Rendering.live(SampleViews.all().get("baseline"), form, false));
    }
    for (String view : List.of("breathe", "recover", "poor", "gap", "replay")) {
      screens.put(
          "live-spectrum-" + view,
          () -> Rendering.spectrum(Rendering.live(SampleViews.all().get(view))));
    }
    screens.put("settings", () -> Rendering.settings(Rendering.live(SampleViews.breathe())));
    screens.put(
        "live-note", () -> Rendering.pressed(Rendering.live(SampleViews.breathe()), "action.mark"));
    screens.put(
        "live-stop", () -> Rendering.pressed(Rendering.live(SampleViews.breathe()), "action.stop"));
    for (Desk.SensorStatus.State state : Desk.SensorStatus.State.values()) {
      screens.put("home-" + state.name().toLowerCase(Locale.ROOT), () -> Rendering.home(state));
    }
    screens.putAll(SensorStates.all());
    screens.putAll(HomeStates.all());
    screens.putAll(GuidedStates.all());
    screens.putAll(TherapistStates.all());
    screens.putAll(SampleReviews.screens());
    screens.putAll(DiaryStates.all());
    screens.putAll(BatchScreenTest.states());
    screens.put("caution", Rendering::caution);
    return screens;
  }

  private static void write(Path file, Supplier<Component> make, Shot shot) throws Exception {
    Rendering.onEdt(
        () -> {
          Component screen = make.get();
          Rendering.layOut(screen, shot.width, shot.height);
          ImageIO.write(Rendering.paint(screen, shot.scale), "png", file.toFile());
          return file;
        });
  }
}
