package app.downshift.cli;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file of analyses, one JSON object a line, that can be gone on with. The lines of one recording
 * reach the operating system together; what a killed program left unfinished is cut off and made
 * again.
 */
public final class AnalysisFile implements Closeable {
  private static final String BEGINS = "{\"file\":";

  private final Path file;
  private final FileChannel channel;
  private final Set<String> done;

  private AnalysisFile(Path file, FileChannel channel, Set<String> done) {
    this.file = file;
    this.channel = channel;
    this.done = done;
  }

  /**
   * Opens one.
   *
   * @param resume whether it may be there already
   * @param manyLines whether a recording has more than one line, so that the last may lack some
   */
  public static AnalysisFile open(Path file, boolean resume, boolean manyLines) throws BadInput {
    try {
      FileChannel channel =
          resume
              ? FileChannel.open(
                  file,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.READ,
                  StandardOpenOption.WRITE)
              : FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      Set<String> done = new HashSet<>();
      if (resume) {
        long whole = whole(file, channel, manyLines, done);
        channel.truncate(whole).position(whole);
      }
      return new AnalysisFile(file, channel, done);
    } catch (FileAlreadyExistsException exists) {
      throw new BadInput(
          file + ": there is such a file already; go on with it by --resume, or choose another");
    } catch (IOException refused) {
      throw refused(file, refused);
    }
  }

  /** Finds the recordings that are done; answers where the last of them ends. */
  private static long whole(Path file, FileChannel channel, boolean manyLines, Set<String> done)
      throws IOException, BadInput {
    JsonMapper json = JsonMapper.builder().build();
    var in =
        new BufferedReader(
            new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8));
    long size = channel.size();
    long at = 0;
    long began = 0;
    String last = "";
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      long ends = at + line.getBytes(StandardCharsets.UTF_8).length + 1;
      String name = name(line, json);
      boolean torn = ends > size;
      if (torn ? !(BEGINS.startsWith(line) || line.startsWith(BEGINS)) : name.isEmpty()) {
        throw new BadInput(file + ": this is no file of analyses; choose the one that --out wrote");
      }
      if (torn) {
        break;
      }
      if (!name.equals(last)) {
        began = at;
        last = name;
      }
      done.add(name);
      at = ends;
    }
    if (manyLines && !last.isEmpty()) {
      done.remove(last);
      return began;
    }
    return at;
  }

  private static String name(String line, JsonMapper json) {
    try {
      JsonNode read = json.readTree(line);
      return read.path("format").isString() ? read.path("file").asString("") : "";
    } catch (JacksonException torn) {
      return "";
    }
  }

  /** Whether the lines of this recording are in the file already. */
  boolean has(String recording) {
    return done.contains(recording);
  }

  /** Appends all lines of a recording. */
  public void append(List<String> lines) throws BadInput {
    ByteBuffer bytes =
        ByteBuffer.wrap((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException refused) {
      throw refused(file, refused);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static BadInput refused(Path file, IOException why) {
    return new BadInput(
        file + ": it cannot be written (" + why.getMessage() + "); choose another place");
  }
}
