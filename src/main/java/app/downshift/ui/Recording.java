package app.downshift.ui;

import app.downshift.library.ClientId;
import app.downshift.library.SessionId;
import java.nio.file.Path;
import java.time.Instant;

/** A recorded session that can be looked at or played: a file, or one that the records keep. */
public sealed interface Recording {
  /** A file that anybody may open. */
  record File(Path path) implements Recording {}

  /**
   * One of the records, which may be sealed.
   *
   * @param client whose it is
   * @param code the client's code, empty where it is nobody's yet
   */
  record Kept(ClientId client, SessionId session, String code, Instant started, String protocol)
      implements Recording {}
}
