package app.downshift.ui.therapist;

import app.downshift.session.Snapshot;
import app.downshift.ui.Desk;
import app.downshift.ui.live.NoteField;
import app.downshift.ui.live.PaceSheet;
import app.downshift.ui.live.PaceSuggestion;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Words;
import java.io.Serial;
import javax.swing.JComponent;
import net.miginfocom.swing.MigLayout;

/** How far the protocol is, with the keys of the session, or a note or the sheet of the pace. */
final class ProtocolCard extends Card {
  @Serial private static final long serialVersionUID = 1;

  private final PhaseList phases;
  private final Controls controls;
  private final NoteField note;
  private final PaceSheet sheet;

  ProtocolCard(Words words, Desk.Running running) {
    super(
        new MigLayout(
            "insets 12 10 12 10, gap 0, fill, hidemode 3", "[grow,fill]", "[grow,fill]10[]"));
    phases = new PhaseList(words);
    controls = new Controls(words, running::send, this::askForMark);
    note = new NoteField(words, running, controls, this::takeFocus);
    sheet = new PaceSheet(words, running::send, this::sheetClosed);
    add(phases, "grow, gapleft 6, gapright 6, wmin 0, wrap");
    add(controls, "cell 0 1, growx, wmin 0");
    add(note, "cell 0 1, growx, wmin 0");
    add(sheet, "cell 0 0 1 2, bottom, growx, wmin 0");
  }

  void bindKeys(JComponent screen) {
    controls.bindKeys(screen);
    sheet.bindKeys(screen);
  }

  void show(Snapshot snapshot) {
    phases.show(snapshot);
    controls.show(snapshot);
    sheet.show(snapshot);
  }

  /** Offers a pace that was found. */
  void suggest(PaceSuggestion paces) {
    sheet.suggest(paces);
  }

  /** Opens the sheet of the pace, or closes it. */
  void turnSheet(Snapshot snapshot, boolean paced) {
    if (sheet.isVisible()) {
      sheet.close();
    } else if (paced && !note.isVisible() && !controls.asks()) {
      phases.setVisible(false);
      controls.setVisible(false);
      sheet.open(snapshot);
    }
  }

  private void sheetClosed() {
    phases.setVisible(true);
    controls.setVisible(true);
    takeFocus();
  }

  void takeFocus() {
    if (note.isVisible()) {
      note.takeFocus();
    } else if (sheet.isVisible()) {
      sheet.takeFocus();
    } else {
      controls.takeFocus();
    }
  }

  /** Goes on with what a person was at on another screen of the same session. */
  void resume(ProtocolCard before, Snapshot snapshot) {
    if (before.note.isVisible()) {
      note.resume(before.note);
    } else if (before.sheet.isVisible()) {
      phases.setVisible(false);
      controls.setVisible(false);
      sheet.resume(before.sheet, snapshot);
    } else {
      controls.show(snapshot);
      controls.resume(before.controls);
    }
  }

  private void askForMark() {
    note.ask();
  }
}
