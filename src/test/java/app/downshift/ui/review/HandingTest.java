package app.downshift.ui.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.evidence.MadeSessions;
import app.downshift.ui.Desk;
import app.downshift.ui.FakeDesk;
import app.downshift.ui.Rendering;
import app.downshift.ui.SampleReviews;
import app.downshift.ui.SampleViews;
import app.downshift.ui.theme.Look;
import app.downshift.ui.theme.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import org.junit.jupiter.api.Test;

class HandingTest {
  private final FakeDesk desk =
      new FakeDesk(Desk.SensorStatus.State.FOUND, false, SampleViews.breathe());
  private final List<String> said = new ArrayList<>();
  private final List<Path> suggested = new ArrayList<>();

  @Test
  void everyKindOfFileIsOfferedWithANameThatSaysWhatItIs() throws Exception {
    chooseAll(true, Locale.ENGLISH, Optional.of("out"));
    String name = "2026-11-21_10-04-00_breathe_C-017";
    assertEquals(
        List.of(name + ".csv", name + ".edf", name + ".txt", name + ".session.jsonl"),
        suggested.stream().map(Path::toString).toList());
    assertEquals(
        List.of(
            "CSV into out.csv",
            "EDF into out.edf",
            "RR_TEXT into out.txt",
            "SESSION into out.session.jsonl"),
        List.copyOf(desk.asked));
    assertEquals("Written: out.edf", said.get(3));
  }

  @Test
  void reportsAreOfferedForBothReadersInBothLanguagesOnesOwnFirst() throws Exception {
    List<String> offered = chooseAll(false, Locale.GERMAN, Optional.of("out.PDF"));
    assertEquals(
        List.of(
            "PDF für Sie, auf Deutsch",
            "PDF für Kollegen, auf Deutsch",
            "PDF für Sie, auf Englisch",
            "PDF für Kollegen, auf Englisch"),
        offered);
    assertEquals(4, suggested.stream().distinct().count());
    assertTrue(desk.asked.contains("report for a colleague into out.PDF"), desk.asked::toString);
  }

  @Test
  void whatCannotBeWrittenIsToldAndWhoeverCancelsAsksNothing() throws Exception {
    chooseAll(false, Locale.ENGLISH, Optional.of("out.pdf"));
    assertEquals(
        "Not written. There is such a file already: out.pdf. Choose another name; nothing is overwritten.",
        said.get(1));
    desk.asked.clear();
    said.clear();
    chooseAll(true, Locale.ENGLISH, Optional.empty());
    assertTrue(desk.asked.isEmpty() && said.isEmpty());
  }

  private List<String> chooseAll(boolean files, Locale language, Optional<String> answer)
      throws Exception {
    List<String> offered =
        Rendering.onEdt(
            () -> {
              Look.DARK.install();
              var recording =
                  MadeSessions.of(
                      "quiet-control",
                      3,
                      MadeSessions.USUAL,
                      MadeSessions.USUAL,
                      MadeSessions.USUAL);
              var handing =
                  new Handing(
                      desk,
                      new Words(language),
                      new Judging(desk, SampleReviews.FILE, recording),
                      said::add);
              handing.asking(
                  name -> {
                    suggested.add(name);
                    return answer.map(Path::of);
                  });
              JPopupMenu menu = files ? handing.files() : handing.reports();
              List<String> names = new ArrayList<>();
              for (int i = 0; i < menu.getComponentCount(); i++) {
                JMenuItem item = (JMenuItem) menu.getComponent(i);
                names.add(item.getText());
                item.doClick(0);
              }
              return names;
            });
    Rendering.onEdt(() -> true); // what was put off until later is done then
    return offered;
  }
}
