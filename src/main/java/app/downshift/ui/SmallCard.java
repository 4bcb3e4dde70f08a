package app.downshift.ui;

import app.downshift.ui.theme.Words;
import javax.swing.JComponent;

/** What lies over a room for a while: settings, a question. One at a time. EDT only. */
public interface SmallCard {
  /** The property of the component that changes when it wants another size. */
  String RESIZED = "resized";

  /** What is laid over the room. */
  JComponent component();

  /** It is on screen: starts looking. */
  default void begin() {}

  /** It is put away: stops looking. */
  default void end() {}

  /** Puts the keyboard where it is needed. */
  void takeFocus();

  /** The same, as far as a person has come, in these words and in the look and size of now. */
  SmallCard again(Words words);
}
