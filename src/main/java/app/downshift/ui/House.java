package app.downshift.ui;

import app.downshift.ui.theme.Words;
import java.util.function.Function;

/** What rooms and cards may ask of the window they are in. EDT only. */
public interface House {
  /**
   * Leaves the room that is shown and enters another, made in the words, letters and look of then;
   * a card over the old one is put away.
   *
   * @return the room
   */
  <R extends Room> R enter(Function<Words, R> made);

  /** Goes back to where everything begins. */
  void home();

  /**
   * Lays a card over the room, in the place of the one that lies there, and gives it the keyboard.
   */
  void lay(Function<Words, SmallCard> made);

  /** Puts the card away, and the keyboard back where it was before. */
  void putAway();

  /** Whether a card lies over the room: keys of the room that change what is shown rest. */
  boolean covered();

  /** Opens how things look, or closes it. */
  void settings();

  /** Looks at a recording. */
  void review(Recording recording);

  /** What the room asks of the window has changed: {@link Room#least}, {@link Room#fromAfar}. */
  void refit();
}
