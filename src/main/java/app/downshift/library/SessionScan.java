package app.downshift.library;

import app.downshift.recording.UnreadableFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads of a session what lists need, without the beats: they are only counted. */
final class SessionScan {
  private final JsonMapper json = JsonMapper.builder().build();

  /** {@code unreadAlready} lines were lost before these. */
  SessionSummary of(SessionId id, List<String> lines, int unreadAlready) throws UnreadableFile {
    JsonNode head = lines.isEmpty() ? null : parsed(lines.get(0));
    if (head == null || !"session".equals(head.path("type").stringValue(""))) {
      throw new UnreadableFile(
          UnreadableFile.Reason.DAMAGED,
          id.text(),
          "the head of the session cannot be read",
          "take it from a backup");
    }
    Instant started;
    try {
      started = Instant.parse(head.path("started").stringValue(""));
    } catch (DateTimeException absent) {
      throw new UnreadableFile(
          UnreadableFile.Reason.DAMAGED,
          id.text(),
          "the session does not say when it was",
          "take it from a backup");
    }
    int beats = 0;
    int unread = unreadAlready;
    double lastMillis = 0;
    String lastBeat = "";
    String end = "";
    List<String> markers = new ArrayList<>();
    for (String text : lines.subList(1, lines.size())) {
      if (text.startsWith("{\"type\":\"beat\"") && text.endsWith("}")) {
        beats++;
        lastBeat = text;
      } else if (!text.startsWith("{\"type\":\"waveform\"")) {
        JsonNode line = parsed(text);
        if (line == null) {
          unread++;
          continue;
        }
        lastMillis = Math.max(lastMillis, line.path("t_ms").doubleValue(0));
        switch (line.path("type").stringValue("")) {
          case "marker" -> markers.add(line.path("text").stringValue(""));
          case "end" -> end = line.path("reason").stringValue("");
          default -> {}
        }
      }
    }
    JsonNode beat = lastBeat.isEmpty() ? null : parsed(lastBeat);
    if (beat != null) {
      lastMillis = Math.max(lastMillis, beat.path("t_ms").doubleValue(0));
    }
    return new SessionSummary(
        id,
        started,
        head.path("protocol").stringValue(""),
        head.path("simulated").booleanValue(false),
        lastMillis / 1000,
        beats,
        markers,
        end,
        lines.size(),
        unread,
        sha256(lines));
  }

  /** Over the lines, each with its end. */
  static String sha256(List<String> lines) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String line : lines) {
        digest.update(line.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }

  private @Nullable JsonNode parsed(String text) {
    try {
      return json.readTree(text);
    } catch (JacksonException broken) {
      return null;
    }
  }
}
