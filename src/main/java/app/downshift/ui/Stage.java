package app.downshift.ui;

import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Words;
import java.awt.BorderLayout;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JPanel;
import org.jspecify.annotations.Nullable;

/** The place for one room after another. EDT only. */
final class Stage {
  private final JPanel content = new JPanel(new BorderLayout());
  private @Nullable Room room;

  /**
   * @param opening what is to be seen before the first room
   */
  Stage(JComponent opening) {
    content.add(opening);
  }

  JPanel content() {
    return content;
  }

  /** The room that is shown; none before the first, and while one is exchanged for another. */
  Optional<Room> room() {
    return Optional.ofNullable(room);
  }

  void leave() {
    assert Edt.here() : Edt.who();
    Room before = room;
    room = null;
    if (before != null) {
      before.end();
      content.remove(before.component());
    }
  }

  void enter(Room next) {
    leave();
    room = next;
    show(next);
    next.begin();
  }

  /** Makes the room that is shown anew. */
  void again(Words words, Desk.Preferences looks) {
    content.setLocale(words.locale());
    Room before = room;
    if (before == null) {
      return;
    }
    Room next = before.again(words, looks);
    if (next != before) {
      before.end();
      room = next;
      show(next);
      next.resume();
    }
  }

  private void show(Room shown) {
    content.removeAll();
    content.add(shown.component());
    content.revalidate();
    content.repaint();
  }

  void takeFocus() {
    if (room != null) {
      room.takeFocus();
    }
  }
}
