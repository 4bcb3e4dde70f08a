package app.downshift.ui;

import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Words;
import java.awt.Component;
import java.awt.Dimension;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLayeredPane;
import org.jspecify.annotations.Nullable;

/**
 * The place for a small card over the room, in its upper middle: one at a time. The keyboard goes
 * back to where it was. EDT only.
 */
final class Overlay {
  private final JFrame frame;
  private final Runnable roomTakesFocus;
  private @Nullable SmallCard card;
  private @Nullable Component focusBefore;

  /**
   * @param roomTakesFocus called where nothing is left to give the keyboard back to
   */
  Overlay(JFrame frame, Runnable roomTakesFocus) {
    this.frame = frame;
    this.roomTakesFocus = roomTakesFocus;
  }

  Optional<SmallCard> card() {
    return Optional.ofNullable(card);
  }

  void lay(SmallCard next) {
    assert Edt.here() : Edt.who();
    if (card == null) {
      focusBefore = frame.getFocusOwner();
    }
    put(next);
  }

  private void put(SmallCard next) {
    remove();
    card = next;
    next.component().addPropertyChangeListener(SmallCard.RESIZED, event -> place());
    frame.getLayeredPane().add(next.component(), JLayeredPane.PALETTE_LAYER);
    place();
    next.begin();
    next.takeFocus();
  }

  /** Puts the card away and the keyboard back. */
  void putAway() {
    if (card != null) {
      Component before = focusBefore;
      drop();
      if (before != null && before.isShowing()) {
        before.requestFocusInWindow();
      } else {
        roomTakesFocus.run();
      }
    }
  }

  /** Puts the card away; the keyboard is needed elsewhere. */
  void drop() {
    remove();
    focusBefore = null;
  }

  /** What is below was made anew: there is nothing left that had the keyboard. */
  void belowIsNew() {
    focusBefore = null;
  }

  /** Makes the card anew. */
  void again(Words words) {
    if (card != null) {
      put(card.again(words));
    }
  }

  /** Puts the card where it belongs in the window as large as it is now. */
  void place() {
    if (card != null) {
      JComponent shown = card.component();
      Dimension wanted = shown.getPreferredSize();
      JLayeredPane panes = frame.getLayeredPane();
      panes.repaint(); // it may have been larger before
      shown.setBounds(
          (panes.getWidth() - wanted.width) / 2,
          Math.max(0, (panes.getHeight() - wanted.height) / 3),
          wanted.width,
          wanted.height);
      shown.revalidate();
      shown.repaint();
    }
  }

  private void remove() {
    if (card != null) {
      card.end();
      frame.getLayeredPane().remove(card.component());
      frame.getLayeredPane().repaint();
      card = null;
    }
  }
}
