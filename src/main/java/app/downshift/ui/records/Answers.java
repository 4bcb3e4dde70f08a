package app.downshift.ui.records;

import app.downshift.ui.FailureWords;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Words;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** What comes of what was asked of the records, brought to the EDT, refusals in words. */
public final class Answers {
  private final Words words;

  public Answers(Words words) {
    this.words = words;
  }

  /** Hands over the answer, or says why there is none. */
  public <T> void await(
      CompletableFuture<T> future, Consumer<T> answered, Consumer<String> refused) {
    var unused = // both ways are taken inside
        future.whenComplete(
            (answer, failure) ->
                Edt.soon(
                    () -> {
                      if (failure == null) {
                        answered.accept(answer);
                      } else {
                        refused.accept(why(failure));
                      }
                    }));
  }

  /** Why something was refused. */
  public String why(Throwable failure) {
    return FailureWords.of(failure, words);
  }
}
