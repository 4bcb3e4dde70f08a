package app.downshift.cli;

import app.downshift.evidence.Trial;
import app.downshift.recording.UnreadableFile;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** The lots of a client's trial, in a file beside their sessions. It is only ever appended to. */
public final class TrialFile {
  private final Path file;

  /**
   * @param client the code, empty for sessions that name nobody
   */
  public TrialFile(Path sessions, String client) {
    String name = client.isEmpty() ? "" : "_" + URLEncoder.encode(client, StandardCharsets.UTF_8);
    file = sessions.resolve("trial" + name + ".lots");
  }

  /** What was drawn so far; nothing where there is no file. */
  public Trial read() throws UnreadableFile {
    try {
      return Trial.of(Files.readAllLines(file));
    } catch (NoSuchFileException none) {
      return Trial.NONE;
    } catch (IOException broken) {
      throw new UnreadableFile(
          UnreadableFile.Reason.UNREADABLE,
          file.toString(),
          "what was drawn before cannot be read (" + broken.getMessage() + ")",
          "check the disk and its rights");
    }
  }

  /** Keeps what is new in it; it has reached the disk when this returns. */
  public void append(Trial before, Trial after) throws UnreadableFile {
    List<String> lines = after.lines();
    String more = String.join("\n", lines.subList(before.lines().size(), lines.size())) + "\n";
    try {
      boolean torn = Files.exists(file) && !Files.readString(file).endsWith("\n");
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(
          file,
          (torn ? "\n" : "") + more,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND,
          StandardOpenOption.SYNC);
    } catch (IOException refused) {
      throw new UnreadableFile(
          UnreadableFile.Reason.UNWRITABLE,
          file.toString(),
          "the lot cannot be kept (" + refused.getMessage() + "), so none is drawn",
          "check the disk and its rights");
    }
  }
}
