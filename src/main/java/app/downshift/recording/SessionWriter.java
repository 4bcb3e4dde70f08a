package app.downshift.recording;

import app.downshift.session.SessionEvent;
import app.downshift.session.SessionPlan;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.tinylog.Logger;

/**
 * Appends a session to its file, event by event. What {@link #append} has taken has reached the
 * operating system when it returns, so that a killed program loses nothing. When the disk refuses,
 * the lines wait in memory and are tried again with the next ones. Session thread only.
 */
public final class SessionWriter implements Closeable {
  private final Path file;
  private final SessionLines lines;
  private final FileChannel channel;
  private ByteBuffer waiting = ByteBuffer.allocate(0);
  private Optional<String> trouble = Optional.empty();

  private SessionWriter(Path file, SessionLines lines, FileChannel channel) {
    this.file = file;
    this.lines = lines;
    this.channel = channel;
  }

  /**
   * Begins a file that must not exist yet, in a folder that is made if need be.
   *
   * @throws UnreadableFile when the file cannot be made
   */
  public static SessionWriter begin(Path file, SessionPlan plan, SessionLines lines)
      throws UnreadableFile {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND);
      var writer = new SessionWriter(file, lines, channel);
      writer.write(lines.head(plan) + "\n");
      return writer;
    } catch (FileAlreadyExistsException exists) {
      throw new UnreadableFile(
          file.toString(),
          "there is such a file already",
          "choose another name; recordings are never overwritten");
    } catch (IOException refused) {
      throw new UnreadableFile(
          file.toString(),
          "the recording cannot be written (" + refused.getMessage() + ")",
          "choose a folder that can be written to");
    }
  }

  /** Appends events; never throws. */
  public void append(List<SessionEvent> events) {
    if (events.isEmpty()) {
      return;
    }
    var text = new StringBuilder(events.size() * 128);
    for (SessionEvent event : events) {
      text.append(lines.line(event)).append('\n');
    }
    write(text.toString());
  }

  /** Where it is written. */
  public Path file() {
    return file;
  }

  /** Why something could not be written yet; empty when all is safe. */
  public Optional<String> trouble() {
    return trouble;
  }

  /** Writes what still waits, makes the disk keep it, and closes. */
  @Override
  public void close() {
    write("");
    try (channel) {
      channel.force(false);
    } catch (IOException refused) {
      Logger.error(refused, "Closing {}", file);
    }
  }

  private void write(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer all =
        ByteBuffer.allocate(waiting.remaining() + bytes.length).put(waiting).put(bytes).flip();
    waiting = all;
    try {
      while (all.hasRemaining()) {
        channel.write(all);
      }
      trouble = Optional.empty();
    } catch (IOException refused) {
      if (trouble.isEmpty()) {
        Logger.error(refused, "Writing {}", file);
      }
      trouble = Optional.of(String.valueOf(refused.getMessage()));
    }
  }
}
