package app.downshift.ui;

import app.downshift.ui.theme.Words;
import java.awt.Dimension;
import java.util.List;
import javax.swing.JComponent;

/**
 * What fills the window: the start, a session, a review. One is shown at a time; {@link House}
 * opens the next. EDT only.
 */
public interface Room {
  /** What is put into the window. */
  JComponent component();

  /** It is shown: starts looking, and puts the keyboard where it is needed. */
  default void begin() {
    resume();
    takeFocus();
  }

  /** Starts looking; the keyboard stays where it is. */
  default void resume() {}

  /** It is left: stops looking. It may be entered again. */
  default void end() {}

  /** Puts the keyboard where it is needed. */
  void takeFocus();

  /** Which figures are left out now, and why, in words. */
  default List<String> missing() {
    return List.of();
  }

  /**
   * The same, as far as a person has come, made anew after the look, the language or the size of
   * things has changed. It is resumed in the place of this one, which is ended; a room that makes
   * anew what is in it gives itself and goes on.
   */
  Room again(Words words, Desk.Preferences looks);

  /** The least size of the window where this room needs more than others. */
  default Dimension least() {
    return new Dimension();
  }

  /** Whether people look on from afar, and letters are large whatever is preferred. */
  default boolean fromAfar() {
    return false;
  }
}
