package app.downshift.ui.live;

import app.downshift.ui.Desk;
import app.downshift.ui.Room;
import app.downshift.ui.theme.Words;

/** A session or replay on screen, in one of its views. EDT only. */
public interface SessionScreen extends Room {
  /** Shows the newest view as it is at a moment of {@link System#nanoTime()}. */
  void tick(long nanos);

  @Override
  SessionScreen again(Words words, Desk.Preferences looks);
}
