package app.downshift.recording;

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
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * Appends lines to a file that nobody else writes. What {@link #append} says it has written has
 * reached the operating system, so that a killed program loses none of it. When the disk refuses,
 * the lines wait in memory and are tried again with the next ones, or by {@link #retry}. Of one
 * thread at a time.
 */
public final class LineAppender implements Closeable {
  /** The trouble of a file that another program has written to meanwhile. */
  public static final String CHANGED = "another program has written to this file";

  private final Path file;
  private final LineSeal seal;
  private final boolean fresh;
  private @Nullable FileChannel channel;
  private ByteBuffer waiting = ByteBuffer.allocate(0);
  private long lines;
  private long written;
  private boolean ended;
  private boolean closed;
  private Optional<String> trouble = Optional.empty();

  private LineAppender(Path file, LineSeal seal, boolean fresh, long lines) {
    this.file = file;
    this.seal = seal;
    this.fresh = fresh;
    this.lines = lines;
  }

  /** Begins a file that must not exist yet, in a folder that is made if need be. */
  public static LineAppender create(Path file, LineSeal seal) throws IOException {
    var appender = new LineAppender(file, seal, true, 0);
    appender.open();
    appender.begin();
    return appender;
  }

  /**
   * As {@link #create}, but a disk that refuses is no reason to end: all waits until it does not.
   *
   * @throws FileAlreadyExistsException when there is such a file
   */
  public static LineAppender createPatiently(Path file, LineSeal seal)
      throws FileAlreadyExistsException {
    var appender = new LineAppender(file, seal, true, 0);
    try {
      appender.open();
    } catch (FileAlreadyExistsException exists) {
      throw exists;
    } catch (IOException refused) {
      appender.refused(refused);
    }
    appender.begin();
    return appender;
  }

  /**
   * Goes on with a file of one's own.
   *
   * @param lines how many line ends it holds
   * @param torn whether something stands behind the last of them; it is left, and ended by a line
   *     end
   */
  public static LineAppender goOn(Path file, LineSeal seal, long lines, boolean torn) {
    var appender = new LineAppender(file, seal, false, torn ? lines + 1 : lines);
    try {
      appender.open();
    } catch (IOException refused) {
      appender.refused(refused);
    }
    if (torn) {
      appender.write("\n");
    } else if (lines == 0) {
      appender.begin();
    }
    return appender;
  }

  /** Appends lines, which hold no line ends; true when they and all before them are written. */
  public boolean append(List<String> more) {
    if (more.isEmpty()) {
      return trouble.isEmpty();
    }
    var text = new StringBuilder(more.size() * 128);
    for (String line : more) {
      text.append(seal.seal(++lines, line)).append('\n');
    }
    return write(text.toString());
  }

  /** Tries again to write what waits; true when nothing waits any more. */
  public boolean retry() {
    return write("");
  }

  public Path file() {
    return file;
  }

  /** Why something could not be written yet; empty when all is safe. */
  public Optional<String> trouble() {
    return trouble;
  }

  /** Whether it was closed, and cannot be yet because something waits. */
  public boolean closing() {
    return ended && !closed;
  }

  /** Makes the disk keep what is written. */
  public void force() {
    FileChannel open = channel;
    if (open == null) {
      return;
    }
    try {
      open.force(false);
    } catch (IOException refused) {
      refused(refused);
    }
  }

  /**
   * Completes the file. While something waits it stays open, and this can be called again: {@link
   * #trouble} says so.
   */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    if (!ended) {
      ended = true;
      seal.ending(lines + 1)
          .ifPresentOrElse(
              line -> {
                lines++;
                write(line + "\n");
              },
              () -> write(""));
    } else {
      write("");
    }
    FileChannel open = channel;
    if (trouble.isPresent() || open == null) {
      return;
    }
    closed = true;
    try (open) {
      open.force(false);
    } catch (IOException refused) {
      Logger.error(refused, "Closing {}", file.getFileName());
    }
  }

  private void begin() {
    seal.preamble()
        .ifPresent(
            line -> {
              lines++;
              write(line + "\n");
            });
  }

  private FileChannel open() throws IOException {
    if (channel == null) {
      Path folder = file.toAbsolutePath().getParent();
      if (fresh && folder != null) {
        Files.createDirectories(folder);
      }
      // Always behind the last line: a word on a mark may be written to an open session meanwhile.
      channel =
          fresh
              ? FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND)
              : FileChannel.open(file, StandardOpenOption.APPEND);
      written = channel.size();
    }
    return channel;
  }

  private boolean write(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer all =
        ByteBuffer.allocate(waiting.remaining() + bytes.length).put(waiting).put(bytes).flip();
    waiting = all;
    try {
      FileChannel open = open();
      if (seal.bound() && open.size() != written) {
        throw new IOException(CHANGED);
      }
      try {
        while (all.hasRemaining()) {
          open.write(all);
        }
      } finally {
        written = open.size();
      }
      trouble = Optional.empty();
      return true;
    } catch (IOException refused) {
      refused(refused);
      return false;
    }
  }

  private void refused(IOException why) {
    if (trouble.isEmpty()) {
      Logger.error("Writing {}: {}", file.getFileName(), why.toString());
    }
    String words = why.getMessage();
    trouble = Optional.of(words == null ? why.getClass().getSimpleName() : words);
  }
}
