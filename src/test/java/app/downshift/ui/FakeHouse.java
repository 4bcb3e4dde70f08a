package app.downshift.ui;

import app.downshift.ui.theme.Words;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A house that only holds the card that was laid last. */
final class FakeHouse implements House {
  /** The card that was laid over the room last. */
  @Nullable SmallCard laid;

  @Override
  public <R extends Room> R enter(Function<Words, R> made) {
    return made.apply(Rendering.words());
  }

  @Override
  public void home() {}

  @Override
  public void lay(Function<Words, SmallCard> made) {
    laid = made.apply(Rendering.words());
  }

  @Override
  public void putAway() {
    laid = null;
  }

  @Override
  public boolean covered() {
    return laid != null;
  }

  @Override
  public void settings() {}

  @Override
  public void review(Recording recording) {}

  @Override
  public void refit() {}
}
