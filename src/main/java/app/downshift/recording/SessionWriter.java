package app.downshift.recording;

import app.downshift.session.SessionEvent;
import app.downshift.session.SessionPlan;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Appends a session to its file, event by event. What {@link #append} has taken has reached the
 * operating system when it returns, so that a killed program loses nothing. When the disk refuses,
 * the lines wait in memory and are tried again with the next ones. Session thread only.
 */
public final class SessionWriter implements Closeable {
  private final SessionLines lines;
  private final LineAppender out;
  private final Runnable closed;

  private SessionWriter(SessionLines lines, LineAppender out, Runnable closed) {
    this.lines = lines;
    this.out = out;
    this.closed = closed;
  }

  /**
   * Begins a file that must not exist yet, in a folder that is made if need be.
   *
   * @throws UnreadableFile when the file cannot be made
   */
  public static SessionWriter begin(Path file, SessionPlan plan, SessionLines lines)
      throws UnreadableFile {
    try {
      return begin(LineAppender.create(file, LineSeal.none()), plan, lines, () -> {});
    } catch (FileAlreadyExistsException exists) {
      throw new UnreadableFile(
          UnreadableFile.Reason.EXISTS,
          file.toString(),
          "there is such a file already",
          "choose another name; recordings are never overwritten");
    } catch (IOException refused) {
      throw new UnreadableFile(
          UnreadableFile.Reason.UNWRITABLE,
          file.toString(),
          "the recording cannot be written (" + refused.getMessage() + ")",
          "choose a folder that can be written to");
    }
  }

  /**
   * Begins a session in a file that somebody else keeps.
   *
   * @param closed told when the session is over, on its thread
   */
  public static SessionWriter begin(
      LineAppender out, SessionPlan plan, SessionLines lines, Runnable closed) {
    var writer = new SessionWriter(lines, out, closed);
    out.append(List.of(lines.head(plan)));
    return writer;
  }

  /** Appends events; never throws. */
  public void append(List<SessionEvent> events) {
    List<String> text = new ArrayList<>(events.size());
    for (SessionEvent event : events) {
      text.add(lines.line(event));
    }
    out.append(text);
  }

  /** Where it is written. */
  public Path file() {
    return out.file();
  }

  /** Why something could not be written yet; empty when all is safe. */
  public Optional<String> trouble() {
    return out.trouble();
  }

  /** Writes what still waits, makes the disk keep it, and closes. */
  @Override
  public void close() {
    out.close();
    closed.run();
  }
}
