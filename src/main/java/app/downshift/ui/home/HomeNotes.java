package app.downshift.ui.home;

import app.downshift.ui.theme.ActionButton;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Prose;
import app.downshift.ui.theme.Type;
import java.io.Serial;
import java.util.List;
import net.miginfocom.swing.MigLayout;

/** One thing to be told at the start, and what can be done about it. */
final class HomeNotes extends Card {
  @Serial private static final long serialVersionUID = 1;

  private transient Note shown = Note.NONE;

  /** Words, and buttons beside them. */
  record Note(String says, List<Act> acts) {
    static final Note NONE = new Note("", List.of());
  }

  /** What can be done. */
  record Act(String name, Runnable action) {}

  HomeNotes() {
    super(new MigLayout("insets 10 20 10 14, gap 10, fillx, hidemode 3", "[grow,fill]", "[]"));
    setVisible(false);
  }

  /** Tells this; the same as before changes nothing, not even the focus. */
  void show(Note note) {
    assert Edt.here() : Edt.who();
    if (same(note)) {
      return;
    }
    shown = note;
    removeAll();
    add(new Prose(note.says(), Type.REGULAR.of(14), Palette::text), "growx, wmin 0, aligny center");
    for (Act act : note.acts()) {
      add(new ActionButton(act.name(), "", act.action()).low(), "growx 0");
    }
    setVisible(!note.says().isEmpty());
    getAccessibleContext().setAccessibleName(note.says());
    revalidate();
    repaint();
  }

  private boolean same(Note note) {
    return note.says().equals(shown.says())
        && note.acts().stream()
            .map(Act::name)
            .toList()
            .equals(shown.acts().stream().map(Act::name).toList());
  }

  String says() {
    return shown.says();
  }
}
