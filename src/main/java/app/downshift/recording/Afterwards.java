package app.downshift.recording;

import app.downshift.session.Command;
import app.downshift.session.SessionEvent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What a person says of a recording when its session is over: lines behind its end, of the same
 * form as during the session and with the time of the end, so that nothing gets longer. What stands
 * in the file is not touched.
 */
public final class Afterwards {
  private final Path file;
  private final SessionLines lines;

  public Afterwards(Path file, SessionLines lines) {
    this.file = file;
    this.lines = lines;
  }

  /**
   * Appends a word on the marks of a beat; it has reached the disk when this returns.
   *
   * @param session the file as it was read
   * @throws UnreadableFile when the file cannot be written
   */
  public void rule(SessionFile session, Command.RuleOnMarks rule) throws UnreadableFile {
    String line = lines.line(new SessionEvent.Commanded(session.endMicros(), rule)) + "\n";
    try {
      // A killed program may have left half a line behind, which must stay alone in its line.
      String text = (endsInLine() ? "" : "\n") + line;
      // Appending, so that a session that is still being written loses nothing.
      try (FileChannel channel =
          FileChannel.open(file, StandardOpenOption.APPEND, StandardOpenOption.SYNC)) {
        ByteBuffer all = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (all.hasRemaining()) {
          channel.write(all);
        }
      }
    } catch (IOException refused) {
      throw new UnreadableFile(
          UnreadableFile.Reason.UNWRITABLE,
          file.toString(),
          "what was said of it cannot be written (" + refused.getMessage() + ")",
          "check the disk and its rights");
    }
  }

  private boolean endsInLine() throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer last = ByteBuffer.allocate(1);
      return channel.size() == 0
          || (channel.read(last, channel.size() - 1) == 1 && last.get(0) == '\n');
    }
  }
}
