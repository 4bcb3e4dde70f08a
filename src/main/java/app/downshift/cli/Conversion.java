package app.downshift.cli;

import app.downshift.recording.Export;
import app.downshift.recording.FirstLine;
import app.downshift.recording.Intervals;
import app.downshift.recording.SessionFile;
import app.downshift.recording.UnreadableFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;

/** From a file that can be read to one for another program. Nothing is overwritten. */
public final class Conversion {
  private final String version;

  /**
   * @param version of the program, which stands in the head of sessions that it makes
   */
  public Conversion(String version) {
    this.version = version;
  }

  /** Writes it, and gives the files that were made. */
  public List<Path> write(Path in, Export format, Path out) throws UnreadableFile {
    write(in, format, out, note -> {});
    return format.places(out);
  }

  /**
   * The same.
   *
   * @param notes takes what a person should know about the file that is read
   */
  public void write(Path in, Export format, Path out, Consumer<String> notes)
      throws UnreadableFile {
    if (format == Export.SESSION && SessionFile.looksLike(FirstLine.of(in))) {
      SessionFile.read(in).damage().ifPresent(notes);
      copy(in, out);
      return;
    }
    Intervals read = Intervals.read(in);
    read.note().ifPresent(notes);
    write(read, in.toString(), format, out);
  }

  /**
   * Writes a session that is no open file.
   *
   * @param lines as they would stand in one
   */
  public List<Path> write(SessionFile file, List<String> lines, Export format, Path out)
      throws UnreadableFile {
    if (format == Export.SESSION) {
      try {
        Files.write(out, lines, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      } catch (FileAlreadyExistsException exists) {
        throw taken(out);
      } catch (IOException refused) {
        throw unwritable(out, refused);
      }
    } else {
      write(Intervals.ofSession(file), "session", format, out);
    }
    return format.places(out);
  }

  private void write(Intervals read, String where, Export format, Path out) throws UnreadableFile {
    if (read.series().size() == 0) {
      throw new UnreadableFile(
          UnreadableFile.Reason.OTHER_FORMAT,
          where,
          "it holds no interval that could be used",
          "choose another file");
    }
    Analysis analysis = Analysis.whole(read.series(), false);
    // Tables show the marks; the other formats have no place for them.
    Intervals shown = format == Export.CSV ? read.with(analysis.series()) : read;
    format.write(shown, out, AnalysisJson.figures(analysis), "downshift " + version);
  }

  /** A session is its own best copy: every line of it, to the byte. */
  private static void copy(Path in, Path out) throws UnreadableFile {
    try {
      Files.copy(in, out);
    } catch (FileAlreadyExistsException exists) {
      throw taken(out);
    } catch (IOException refused) {
      throw unwritable(out, refused);
    }
  }

  /** Writes a printed report, and gives its file. */
  public static Path printed(byte[] report, Path out) throws UnreadableFile {
    try {
      return Files.write(out, report, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException exists) {
      throw taken(out);
    } catch (IOException refused) {
      throw unwritable(out, refused);
    }
  }

  private static UnreadableFile taken(Path out) {
    return new UnreadableFile(
        UnreadableFile.Reason.EXISTS,
        out.toString(),
        "there is such a file already",
        "choose another name; nothing is overwritten");
  }

  private static UnreadableFile unwritable(Path out, IOException refused) {
    return new UnreadableFile(
        UnreadableFile.Reason.UNWRITABLE,
        out.toString(),
        "it cannot be written (" + refused.getMessage() + ")",
        "choose a folder that can be written to");
  }
}
