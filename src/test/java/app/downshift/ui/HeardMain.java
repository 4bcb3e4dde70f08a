package app.downshift.ui;

import app.downshift.ui.theme.Look;
import java.awt.Component;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Prints screens as they are heard; {@code *} is where the keyboard goes. Arguments: the language,
 * and words that the names of screens have to contain.
 */
final class HeardMain {
  private HeardMain() {}

  public static void main(String[] args) throws Exception {
    List<String> wanted = List.of(args).subList(Math.min(1, args.length), args.length);
    Rendering.onEdt(
        () -> {
          Look.DARK.install();
          Rendering.speak(
              Desk.Language.valueOf(
                  args.length > 0 ? args[0].toUpperCase(Locale.ROOT) : "ENGLISH"));
          return true;
        });
    for (Map.Entry<String, Supplier<Component>> screen : Screenshots.screens().entrySet()) {
      if (wanted.stream().allMatch(screen.getKey()::contains)) {
        System.out.println("== " + screen.getKey());
        Rendering.onEdt(
                () -> {
                  Component shown = screen.getValue().get();
                  Rendering.layOut(shown, 1280, 720);
                  return Heard.lines(shown);
                })
            .forEach(System.out::println);
      }
    }
  }
}
