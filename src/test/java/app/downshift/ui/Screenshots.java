package app.downshift.ui;

import app.downshift.session.SessionView;
import app.downshift.ui.theme.Look;
import java.awt.Component;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import javax.swing.AbstractButton;

/**
 * Paints every state of every screen, in every size and look, to look at: {@code
 * target/screens/*.png}.
 */
public final class Screenshots {
  private Screenshots() {}

  /** Arguments: the folder to write to, and optionally a word that the names have to contain. */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args.length > 0 ? args[0] : "target/screens"));
    String wanted = args.length > 1 ? args[1] : "";
    for (Look look : Look.values()) {
      Rendering.onEdt(
          () -> {
            look.install(true);
            return look;
          });
      for (Map.Entry<String, Supplier<Component>> screen : screens().entrySet()) {
        String name = "large-" + screen.getKey() + "-" + look.name().toLowerCase(Locale.ROOT);
        write(folder, wanted, name + "-1280x720", screen.getValue(), 1280, 720, 1);
        write(folder, wanted, name + "-1440x900", screen.getValue(), 1440, 900, 1);
      }
      Rendering.onEdt(
          () -> {
            look.install();
            return look;
          });
      for (Map.Entry<String, Supplier<Component>> screen : screens().entrySet()) {
        String name = screen.getKey() + "-" + look.name().toLowerCase(Locale.ROOT);
        write(folder, wanted, name + "-1440x900", screen.getValue(), 1440, 900, 1);
        write(folder, wanted, name + "-1100x680", screen.getValue(), 1100, 680, 1);
        write(folder, wanted, name + "-1920x1080", screen.getValue(), 1920, 1080, 1);
        write(folder, wanted, name + "-1280x720", screen.getValue(), 1280, 720, 1);
        write(folder, wanted, name + "-1280x800", screen.getValue(), 1280, 800, 1);
        write(folder, wanted, name + "-3840x2160", screen.getValue(), 3840, 2160, 1);
        write(folder, wanted, name + "-1440x900@2", screen.getValue(), 1440, 900, 2);
      }
    }
  }

  private static Map<String, Supplier<Component>> screens() {
    Map<String, Supplier<Component>> screens = new LinkedHashMap<>();
    for (Map.Entry<String, SessionView> view : SampleViews.all().entrySet()) {
      screens.put("live-" + view.getKey(), () -> Rendering.live(view.getValue()));
    }
    screens.put(
        "live-symptoms-ticked",
        () -> pressed(Rendering.live(SampleViews.all().get("symptoms-early")), "Tingling"));
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
    screens.put("live-note", () -> pressed(Rendering.live(SampleViews.breathe()), "Mark"));
    screens.put("home", () -> Rendering.home(Desk.SensorStatus.State.NONE));
    screens.put("home-found", () -> Rendering.home(Desk.SensorStatus.State.FOUND));
    screens.put("caution", Rendering::caution);
    return screens;
  }

  private static Component pressed(Component screen, String button) {
    Rendering.layOut(screen, 1280, 800);
    Rendering.visit(
        screen,
        part -> {
          if (part instanceof AbstractButton && button.equals(((AbstractButton) part).getText())) {
            ((AbstractButton) part).doClick(0);
          }
        });
    return screen;
  }

  private static void write(
      Path folder,
      String wanted,
      String name,
      Supplier<Component> make,
      int width,
      int height,
      double scale)
      throws Exception {
    if (name.contains(wanted)) {
      Rendering.onEdt(
          () -> {
            Component screen = make.get();
            Rendering.layOut(screen, width, height);
            return save(folder.resolve(name + ".png"), screen, scale);
          });
    }
  }

  private static Path save(Path file, Component screen, double scale) throws IOException {
    ImageIO.write(Rendering.paint(screen, scale), "png", file.toFile());
    return file;
  }
}
