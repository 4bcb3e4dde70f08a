package app.downshift.ui;

import app.downshift.library.ClientId;
import app.downshift.library.Library;
import app.downshift.library.SessionId;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What the windows ask of the sessions in the records, in the manner of {@link Records}. */
public interface KeptSessions {
  /** Moves a session that was recorded under another client, and leaves a trace with both. */
  CompletableFuture<Void> move(SessionId session, ClientId from, ClientId to);

  /** Takes a recorded file into a client's records; the file stays where it is. */
  CompletableFuture<Void> keep(ClientId client, Path file);

  /** Sessions that were begun and not ended, as after a crash. */
  CompletableFuture<List<Library.Unfinished>> unfinished();

  /** Keeps an unfinished session as far as it came. */
  CompletableFuture<Void> recover(Library.Unfinished session);

  /** Throws an unfinished session away. */
  CompletableFuture<Void> discard(Library.Unfinished session);
}
