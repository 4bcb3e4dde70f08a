package app.downshift.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a capture; each read has reached the operating system when {@link #append} returns. Any
 * thread may append.
 */
public final class CaptureWriter implements AutoCloseable {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private final Path file;
  private final FileChannel channel;

  private CaptureWriter(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Begins a file that must not exist yet.
   *
   * @throws UnreadableFile when it cannot be made
   */
  public static CaptureWriter begin(Path file, Capture.Head head, String app)
      throws UnreadableFile {
    try {
      var writer =
          new CaptureWriter(
              file,
              FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
      writer.line(line(head, app));
      return writer;
    } catch (FileAlreadyExistsException exists) {
      throw new UnreadableFile(
          UnreadableFile.Reason.EXISTS,
          file.toString(),
          "there is such a file already",
          "choose another name; captures are never overwritten");
    } catch (IOException refused) {
      throw refused(file, refused);
    }
  }

  /**
   * Appends one read.
   *
   * @throws UnreadableFile when the disk refuses; what was written before stays
   */
  public void append(long atMicros, byte[] bytes, int length) throws UnreadableFile {
    append(atMicros, Capture.HEARD, bytes, length);
  }

  /**
   * Appends one write, of bytes that were sent to the sensor.
   *
   * @throws UnreadableFile when the disk refuses; what was written before stays
   */
  public void appendSent(long atMicros, byte[] bytes) throws UnreadableFile {
    append(atMicros, Capture.SENT, bytes, bytes.length);
  }

  private synchronized void append(long atMicros, String field, byte[] bytes, int length)
      throws UnreadableFile {
    String hex = HEX.formatHex(bytes, 0, length);
    try {
      line("{\"t_us\":" + atMicros + ",\"" + field + "\":\"" + hex + "\"}");
    } catch (IOException refused) {
      throw refused(file, refused);
    }
  }

  @Override
  public synchronized void close() throws UnreadableFile {
    try {
      channel.close();
    } catch (IOException refused) {
      throw refused(file, refused);
    }
  }

  private static String line(Capture.Head head, String app) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("type", "capture").put("format", 1).put("app", app);
    line.put("started", head.started().toString()).put("port", head.port());
    if (!head.sensor().isEmpty()) {
      line.put("sensor", head.sensor());
    }
    line.put("baud", head.line().baud())
        .put("data_bits", head.line().dataBits())
        .put("parity", head.line().parity().name().toLowerCase(Locale.ROOT))
        .put("stop_bits", head.line().stopBits());
    return JsonMapper.builder().build().writeValueAsString(line);
  }

  private void line(String line) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private static UnreadableFile refused(Path file, IOException why) {
    return new UnreadableFile(
        UnreadableFile.Reason.UNWRITABLE,
        file.toString(),
        "it cannot be written (" + why.getMessage() + ")",
        "choose a folder that can be written to");
  }
}
