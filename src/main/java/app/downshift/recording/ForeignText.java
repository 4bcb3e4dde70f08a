package app.downshift.recording;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * A text file of another program.
 *
 * @param lines without line ends, stripped; empty ones are left out
 */
record ForeignText(String where, List<String> lines) {
  private static final int MOST_BYTES = 256 << 20;

  ForeignText {
    lines = List.copyOf(lines);
  }

  static ForeignText of(byte[] bytes, String where) throws UnreadableFile {
    String text = new String(bytes, charset(bytes));
    if (text.indexOf('\0') >= 0) {
      throw new UnreadableFile(
          UnreadableFile.Reason.OTHER_FORMAT,
          where,
          "it is a binary file of no known format",
          "choose a recording, EDF, WFDB annotations or a text of RR intervals");
    }
    return of(text, where);
  }

  static ForeignText of(String text, String where) throws UnreadableFile {
    String whole = text.startsWith("\uFEFF") ? text.substring(1) : text;
    List<String> lines = whole.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    if (lines.isEmpty()) {
      throw new UnreadableFile(
          UnreadableFile.Reason.EMPTY,
          where,
          "the file is empty",
          "choose a file with intervals in it");
    }
    return new ForeignText(where, lines);
  }

  /** The whole of a file, up to 256 MB. */
  static byte[] bytes(Path file) throws UnreadableFile {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new UnreadableFile(
            UnreadableFile.Reason.TOO_LARGE,
            file.toString(),
            "it is larger than 256 MB",
            "split it");
      }
      return Files.readAllBytes(file);
    } catch (NoSuchFileException missing) {
      throw new UnreadableFile(
          UnreadableFile.Reason.NOT_THERE,
          file.toString(),
          "there is no such file",
          "check the name");
    } catch (IOException broken) {
      throw unreadable(file, broken);
    }
  }

  static UnreadableFile unreadable(Path file, IOException why) {
    return new UnreadableFile(
        UnreadableFile.Reason.UNREADABLE,
        file.toString(),
        "it cannot be read (" + why.getMessage() + ")",
        "check the disk and its rights");
  }

  /** Some programs on Windows write UTF-16, and say so with the first two bytes. */
  private static Charset charset(byte[] bytes) {
    boolean little = bytes.length > 1 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE;
    boolean big = bytes.length > 1 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF;
    return little || big ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
  }
}
