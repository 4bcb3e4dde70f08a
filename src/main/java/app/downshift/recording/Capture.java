package app.downshift.recording;

import app.downshift.sensor.LineSettings;
import app.downshift.sensor.LineSettings.Parity;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Bytes as they came over a line, with their times of arrival: what a fault report needs.
 *
 * @param head what was captured, and how
 * @param chunks in the order of arrival, one for every read
 * @param sent what was sent to the sensor meanwhile, one for every write; mostly nothing
 * @param unreadLines lines that are no chunk; a torn last line is one of them
 */
public record Capture(Head head, List<Chunk> chunks, List<Chunk> sent, int unreadLines) {
  /** The field of bytes that came, and that of bytes that went. */
  static final String HEARD = "hex";

  static final String SENT = "sent_hex";

  private static final int LARGEST_BYTES = 512 << 20;

  public Capture {
    chunks = List.copyOf(chunks);
    sent = List.copyOf(sent);
  }

  /**
   * The first line of a capture.
   *
   * @param sensor the word of the catalogue, empty when nobody said what it is
   */
  public record Head(Instant started, String port, String sensor, LineSettings line) {}

  /**
   * One read, or one write.
   *
   * @param atMicros microseconds since the capture began
   */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares chunks or writes into them
  public record Chunk(long atMicros, byte[] bytes) {}

  /** Whether a file that begins so is a capture. */
  public static boolean looksLike(String firstLine) {
    return firstLine.startsWith("{") && firstLine.contains("\"type\":\"capture\"");
  }

  /** Reads a capture; what is damaged is counted. */
  public static Capture read(Path file) throws UnreadableFile {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.ISO_8859_1))) {
      var json = JsonMapper.builder().build();
      Head head = head(Optional.ofNullable(in.readLine()).orElse(""), json, file);
      List<Chunk> chunks = new ArrayList<>();
      List<Chunk> sent = new ArrayList<>();
      int unread = 0;
      long bytes = 0;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        Optional<Chunk> chunk = chunk(line, HEARD, json);
        Optional<Chunk> said = chunk.isPresent() ? Optional.empty() : chunk(line, SENT, json);
        chunk.ifPresent(chunks::add);
        said.ifPresent(sent::add);
        unread += chunk.isPresent() || said.isPresent() ? 0 : 1;
        bytes += chunk.map(one -> one.bytes().length).orElse(0);
        if (bytes > LARGEST_BYTES) {
          throw new UnreadableFile(
              UnreadableFile.Reason.TOO_LARGE,
              file.toString(),
              "it holds more than 512 MB",
              "split it");
        }
      }
      return new Capture(head, chunks, sent, unread);
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

  /** All bytes that came, one after the other. */
  public byte[] bytes() {
    var all = new ByteArrayOutputStream();
    chunks.forEach(chunk -> all.writeBytes(chunk.bytes()));
    return all.toByteArray();
  }

  /** How long the bytes took to arrive, in s. */
  public double seconds() {
    return chunks.isEmpty() ? 0 : chunks.get(chunks.size() - 1).atMicros() / 1e6;
  }

  /** What a person should know about the file, if anything. */
  public Optional<String> damage() {
    return unreadLines == 0
        ? Optional.empty()
        : Optional.of(unreadLines + (unreadLines == 1 ? " line" : " lines") + " could not be read");
  }

  private static Head head(String line, JsonMapper json, Path file) throws UnreadableFile {
    try {
      JsonNode read = json.readTree(line);
      if (read.path("type").asString("").equals("capture") && read.path("format").asInt(0) == 1) {
        return new Head(
            Instant.parse(read.path("started").asString("")),
            read.path("port").asString(""),
            read.path("sensor").asString(""),
            new LineSettings(
                read.path("baud").asInt(),
                read.path("data_bits").asInt(),
                Parity.valueOf(read.path("parity").asString("").toUpperCase(Locale.ROOT)),
                read.path("stop_bits").asInt()));
      }
    } catch (JacksonException | DateTimeException | IllegalArgumentException broken) {
      // told below
    }
    throw new UnreadableFile(
        UnreadableFile.Reason.NO_SESSION,
        file.toString(),
        "its first line is no head of a capture",
        "choose another file");
  }

  private static Optional<Chunk> chunk(String line, String field, JsonMapper json) {
    try {
      JsonNode read = json.readTree(line);
      JsonNode micros = read.path("t_us");
      JsonNode hex = read.path(field);
      if (micros.isIntegralNumber() && micros.canConvertToLong() && hex.isString()) {
        return Optional.of(new Chunk(micros.asLong(), HexFormat.of().parseHex(hex.asString())));
      }
      return Optional.empty();
    } catch (JacksonException | IllegalArgumentException broken) {
      return Optional.empty();
    }
  }
}
