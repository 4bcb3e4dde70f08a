package app.downshift.ui.records;

import app.downshift.library.LibraryUnavailable;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Words;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof LibraryUnavailable refused) {
      String says = words.text("records.no." + refused.reason().name().toLowerCase(Locale.ROOT));
      boolean detailed =
          refused.reason() == LibraryUnavailable.Reason.REFUSED
              || refused.reason() == LibraryUnavailable.Reason.DAMAGED;
      return detailed ? says + " (" + refused.what() + "; " + refused.advice() + ")" : says;
    }
    @Nullable String message = cause.getMessage();
    return words.text("home.failed") + (message == null ? "" : " " + message);
  }
}
