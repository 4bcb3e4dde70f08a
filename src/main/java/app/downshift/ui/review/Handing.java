package app.downshift.ui.review;

import app.downshift.recording.Export;
import app.downshift.ui.Desk;
import app.downshift.ui.FailureWords;
import app.downshift.ui.Recording;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Look;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.awt.Component;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.swing.JFileChooser;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import org.jspecify.annotations.Nullable;

/**
 * Handing a recording on: as a file for another program, or as a printed report. The place is asked
 * for here; the writing is done elsewhere, and what came of it is told. EDT only.
 */
final class Handing {
  private static final String RECORDING = ".session.jsonl";

  private final Desk desk;
  private final Words words;
  private final Judging known;
  private final Consumer<String> tell;
  private Function<Path, Optional<Path>> ask = this::dialog;
  private @Nullable Component over;

  /**
   * @param tell takes what came of it, in a line
   */
  Handing(Desk desk, Words words, Judging known, Consumer<String> tell) {
    this.desk = desk;
    this.words = words;
    this.known = known;
    this.tell = tell;
  }

  /** Asks in another way than by a dialog where a file of a suggested name shall be. */
  void asking(Function<Path, Optional<Path>> other) {
    ask = other;
  }

  /** Offers the kinds of files below a button. */
  void offerFiles(Component below) {
    over = below;
    files().show(below, 0, below.getHeight());
  }

  /** Offers the kinds of reports below a button. */
  void offerReports(Component below) {
    over = below;
    reports().show(below, 0, below.getHeight());
  }

  /** The kinds of files to choose from. */
  JPopupMenu files() {
    JPopupMenu menu = new JPopupMenu();
    for (Export format : List.of(Export.CSV, Export.EDF, Export.RR_TEXT, Export.SESSION)) {
      String key = "hand." + format.name().toLowerCase(Locale.ROOT);
      item(menu, words.text(key), () -> export(format));
    }
    return menu;
  }

  /** The kinds of reports to choose from: the language of the window stands first. */
  JPopupMenu reports() {
    JPopupMenu menu = new JPopupMenu();
    List<Desk.Language> languages = new ArrayList<>(List.of(Desk.Language.values()));
    languages.sort((a, b) -> Boolean.compare(isSpoken(b), isSpoken(a)));
    for (Desk.Language language : languages) {
      String name = words.text("hand.in." + language.locale().getLanguage());
      item(menu, words.text("hand.client", name), () -> report(false, language));
      item(menu, words.text("hand.colleague", name), () -> report(true, language));
    }
    return menu;
  }

  private boolean isSpoken(Desk.Language language) {
    return language.locale().getLanguage().equals(words.language());
  }

  private static void item(JPopupMenu menu, String says, Runnable action) {
    JMenuItem item = new JMenuItem(says);
    item.addActionListener(event -> action.run());
    item.setFont(Zoom.font(Type.REGULAR.of(13)));
    menu.add(item);
  }

  private void export(Export format) {
    String ending =
        switch (format) {
          case CSV -> ".csv";
          case EDF -> ".edf";
          case RR_TEXT -> ".txt";
          case SESSION -> RECORDING;
        };
    place(ending)
        .ifPresent(place -> follow(desk.export(known.path(), known.file(), format, place)));
  }

  private void report(boolean colleague, Desk.Language language) {
    String who = words.text(colleague ? "hand.name.colleague" : "hand.name.client");
    place("_" + who + "_" + language.locale().getLanguage() + ".pdf")
        .ifPresent(
            place ->
                follow(
                    desk.report(known.path(), known.file(), colleague, language, place)
                        .thenApply(List::of)));
  }

  /** Where a person wants it, with its ending. */
  private Optional<Path> place(String ending) {
    String last = ending.substring(ending.lastIndexOf('_') + 1);
    String kind = last.substring(Math.max(0, last.indexOf('.')));
    return ask.apply(Path.of(bare() + ending))
        .map(
            place ->
                place.toString().toLowerCase(Locale.ROOT).endsWith(kind)
                    ? place
                    : place.resolveSibling(place.getFileName() + kind));
  }

  /** The name of the recording without its ending. */
  private String bare() {
    if (known.path() instanceof Recording.Kept kept) {
      return DateTimeFormatter.ofPattern("uuuu-MM-dd_HH-mm-ss", Locale.ROOT)
              .format(kept.started().atZone(ZoneId.systemDefault()))
          + "_"
          + kept.protocol();
    }
    String name = String.valueOf(((Recording.File) known.path()).path().getFileName());
    return name.endsWith(RECORDING) ? name.substring(0, name.length() - RECORDING.length()) : name;
  }

  private Optional<Path> dialog(Path suggested) {
    Look.everyScript();
    JFileChooser chooser = new JFileChooser();
    chooser.setDialogTitle(words.text("hand.title"));
    chooser.setSelectedFile(chooser.getCurrentDirectory().toPath().resolve(suggested).toFile());
    return chooser.showSaveDialog(over) == JFileChooser.APPROVE_OPTION
        ? Optional.of(chooser.getSelectedFile().toPath())
        : Optional.empty();
  }

  private void follow(CompletableFuture<List<Path>> writing) {
    tell.accept(words.text("hand.writing"));
    var unused = // the failure is told
        writing.whenComplete(
            (files, failure) ->
                Edt.soon(
                    () ->
                        tell.accept(
                            failure == null
                                ? words.text("hand.done", names(files))
                                : words.text("hand.failed", FailureWords.of(failure, words)))));
  }

  private static String names(List<Path> files) {
    return files.stream().map(Path::toString).collect(Collectors.joining(", "));
  }
}
