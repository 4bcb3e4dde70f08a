package app.downshift.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.ui.batch.BatchScreen;
import app.downshift.ui.batch.Batches;
import app.downshift.ui.theme.Look;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JViewport;
import javax.swing.KeyStroke;
import javax.swing.TransferHandler.TransferSupport;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many files at once, in the window. */
class BatchScreenTest {
  private static final int FILES = 40;

  /** Work whose progress the test says. */
  private static final class Scripted implements Batches, Batches.Work {
    private Standing now = standing(0, 0, false);
    private final List<String> begun = new ArrayList<>();
    private boolean cancelled;

    static Standing standing(int done, int unusable, boolean ended) {
      List<String> why =
          IntStream.range(0, unusable)
              .mapToObj(
                  i ->
                      "/data/study/notes-"
                          + i
                          + ".txt: no intervals were found in it; choose another file")
              .toList();
      List<String> notes =
          unusable == 0
              ? List.of()
              : List.of(
                  "/data/study/p07.csv: 22 values are no intervals and were left out (22 above 10 s)");
      return new Standing(done, FILES, why, notes, ended);
    }

    @Override
    public CompletableFuture<Found> behind(List<Path> words) {
      return CompletableFuture.completedFuture(new Found(words, List.of()));
    }

    @Override
    public Work begin(List<Path> files, Kind kind, Path folder) {
      begun.add(files.size() + " " + kind + " " + folder.getFileName());
      return this;
    }

    @Override
    public Standing standing() {
      return now;
    }

    @Override
    public void cancel() {
      cancelled = true;
    }
  }

  private static BatchScreen screen(Scripted batches, Runnable leave) {
    List<Path> files =
        IntStream.range(0, FILES).mapToObj(i -> Path.of("/data/study/p" + i + ".txt")).toList();
    return new BatchScreen(
        batches,
        Rendering.words(),
        (above, title) -> Optional.of(Path.of("/data/results")),
        new BatchScreen.Asked(new Batches.Found(files, List.of())),
        leave);
  }

  private static BatchScreen under(Batches.Standing now) {
    var batches = new Scripted();
    BatchScreen screen = screen(batches, () -> {});
    batches.now = now;
    press(screen, "batch.begin");
    screen.look();
    return screen;
  }

  static Map<String, Supplier<Component>> states() {
    Map<String, Supplier<Component>> states = new LinkedHashMap<>();
    states.put("batch-asked", () -> screen(new Scripted(), () -> {}));
    states.put("batch-doing", () -> under(Scripted.standing(17, 1, false)));
    states.put("batch-done", () -> under(Scripted.standing(40, 3, true)));
    states.put("batch-done-many", () -> under(Scripted.standing(40, 30, true)));
    return states;
  }

  private static void press(Component screen, String key) {
    List<AbstractButton> found = new ArrayList<>();
    Rendering.visit(
        screen,
        part -> {
          if (part instanceof AbstractButton button
              && Rendering.words().text(key).equals(button.getText())) {
            found.add(button);
          }
        });
    assertEquals(1, found.size(), key);
    found.get(0).doClick(0);
  }

  private static String said(Component screen) {
    var said = new StringBuilder();
    Rendering.visit(
        screen,
        part -> {
          if (part instanceof JTextComponent text && text.isVisible()) {
            said.append(text.getText()).append('\n');
          }
        });
    return said.toString();
  }

  @AfterEach
  void english() throws Exception {
    Rendering.onEdt(
        () -> {
          Rendering.speak(Desk.Language.ENGLISH);
          return true;
        });
  }

  @Test
  void whatWasChosenIsBegunOnceAndWhatCouldNotBeUsedIsToldAtTheEnd() throws Exception {
    Rendering.onEdt(
        () -> {
          var batches = new Scripted();
          List<String> left = new ArrayList<>();
          BatchScreen screen = screen(batches, () -> left.add("left"));
          press(screen, "batch.kind.edf");
          press(screen, "batch.choose");
          press(screen, "batch.begin");
          assertEquals(List.of("40 EDF results"), batches.begun);
          batches.now = Scripted.standing(12, 0, false);
          screen.look();
          assertTrue(said(screen).contains("12 of 40 files."), () -> said(screen));
          batches.now = Scripted.standing(40, 2, true);
          screen.look();
          String told = said(screen);
          assertTrue(told.contains("Done: 40 of 40 files. Not usable: 2."), told);
          assertTrue(
              told.contains("notes-1.txt: no intervals") && told.contains("22 values"), told);
          assertTrue(left.isEmpty() && !batches.cancelled);
          press(screen, "batch.back");
          assertEquals(List.of("left"), left);
          return true;
        });
  }

  @Test
  void theButtonOfEscapeStopsWhatIsUnderWayAndOnlyThenLeaves() throws Exception {
    Rendering.onEdt(
        () -> {
          var batches = new Scripted();
          List<String> left = new ArrayList<>();
          BatchScreen screen = screen(batches, () -> left.add("left"));
          press(screen, "batch.begin");
          press(screen, "batch.cancel");
          assertTrue(batches.cancelled && left.isEmpty());
          batches.now = Scripted.standing(5, 0, true);
          BatchScreen anew = screen.again(Rendering.words(), Rendering.preferences(false));
          assertTrue(said(anew).contains("Stopped: 5 of 40"), () -> said(anew));
          press(anew, "batch.back");
          KeyStroke escape = KeyStroke.getKeyStroke("ESCAPE");
          assertTrue(
              anew.getInputMap(BatchScreen.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).get(escape) != null);
          assertEquals(List.of("left"), left);
          return true;
        });
  }

  @Test
  void filesAndFoldersThatAreDroppedAreOpenedUnlessASessionIsUnderWay() throws Exception {
    Rendering.onEdt(
        () -> {
          List<Path> opened = new ArrayList<>();
          boolean[] free = {true};
          var drop = new FilesDrop(() -> free[0], opened::addAll);
          var dropped =
              new TransferSupport(new JPanel(), new Dropped(List.of(new File("a"), new File("b"))));
          assertTrue(drop.importData(dropped));
          assertEquals(List.of(Path.of("a"), Path.of("b")), opened);
          free[0] = false;
          assertFalse(drop.canImport(dropped) || drop.importData(dropped));
          assertEquals(2, opened.size());
          var place = new JPanel();
          var list = new JList<>(new String[] {"a client"});
          drop.on(place);
          place.add(new JScrollPane(list));
          assertEquals(
              List.of(drop, drop),
              List.of(place, list).stream().map(JComponent::getTransferHandler).toList());
          return true;
        });
  }

  private record Dropped(List<File> files) implements Transferable {
    @Override
    public DataFlavor[] getTransferDataFlavors() {
      return new DataFlavor[] {DataFlavor.javaFileListFlavor};
    }

    @Override
    public boolean isDataFlavorSupported(DataFlavor flavor) {
      return flavor.equals(DataFlavor.javaFileListFlavor);
    }

    @Override
    public Object getTransferData(DataFlavor flavor) {
      return files;
    }
  }

  @Test
  void nothingIsCutOffInAnyLanguageAndSize() throws Exception {
    List<String> faults = new ArrayList<>();
    for (Desk.Language language : Desk.Language.values()) {
      for (boolean large : new boolean[] {false, true}) {
        for (Map.Entry<String, Supplier<Component>> state : states().entrySet()) {
          for (Dimension size : List.of(new Dimension(1280, 720), new Dimension(1440, 900))) {
            Rendering.onEdt(
                () -> {
                  Rendering.speak(language);
                  Look.DARK.install(large);
                  Component screen = state.getValue().get();
                  Rendering.layOut(screen, size.width, size.height);
                  String where = state.getKey() + language + size.width + large + ": ";
                  Rendering.visit(
                      screen,
                      part -> {
                        if (!(part.getParent() instanceof JViewport)) { // that one scrolls
                          ScreensTest.fault(screen, part).ifPresent(f -> faults.add(where + f));
                        }
                      });
                  return true;
                });
          }
        }
      }
    }
    assertTrue(faults.isEmpty(), () -> String.join("\n", faults));
  }
}
