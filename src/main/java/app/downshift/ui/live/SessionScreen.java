package app.downshift.ui.live;

import app.downshift.ui.Desk;
import app.downshift.ui.theme.Words;
import java.util.List;
import javax.swing.JComponent;

/** A session or replay on screen, in one of its views. EDT only. */
public interface SessionScreen {
  /** What is put into the window. */
  JComponent component();

  /** Starts looking, and puts the keyboard where it is needed. */
  void begin();

  /** Starts looking. */
  void resume();

  /** Stops looking. */
  void end();

  /** Puts the keyboard where it is needed. */
  void takeFocus();

  /** Which figures are left out now, and why, in words. */
  default List<String> missing() {
    return List.of();
  }

  /** Shows the newest view as it is at a moment of {@link System#nanoTime()}. */
  void tick(long nanos);

  /** The same session on a new screen, after the look or the language has changed. */
  SessionScreen again(Words words, Desk.Preferences looks);
}
