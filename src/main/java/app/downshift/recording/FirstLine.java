package app.downshift.recording;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** How a file begins, which is enough to tell what it is. */
public final class FirstLine {
  private static final int LONGEST = 1 << 16;

  private FirstLine() {}

  /** Its first line, read as Latin-1 and cut after 64 KB; empty for an empty file. */
  public static String of(Path file) throws UnreadableFile {
    char[] start = new char[LONGEST];
    try (var in =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.ISO_8859_1))) {
      int length = in.read(start);
      return new String(start, 0, Math.max(0, length)).lines().findFirst().orElse("");
    } catch (NoSuchFileException missing) {
      throw new UnreadableFile(
          UnreadableFile.Reason.NOT_THERE,
          file.toString(),
          "there is no such file",
          "check the name");
    } catch (IOException broken) {
      throw new UnreadableFile(
          UnreadableFile.Reason.UNREADABLE,
          file.toString(),
          "it cannot be read (" + broken.getMessage() + ")",
          "check the disk and its rights");
    }
  }
}
