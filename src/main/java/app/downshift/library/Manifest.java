package app.downshift.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The list that lies in a copy of a library: what each file was when it was copied.
 *
 * @param sealed whether nothing in the copy can be read without a passphrase
 * @param files by their names below the copy
 */
record Manifest(boolean sealed, Map<String, Sum> files) {
  private static final String NAME = "manifest.jsonl";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What a file was. */
  record Sum(long bytes, String sha256) {}

  /** The list of a copy. */
  static Manifest of(Path copy) throws IOException {
    Map<String, Sum> files = new TreeMap<>();
    boolean sealed = false;
    try {
      for (String text : Files.readAllLines(copy.resolve(NAME))) {
        JsonNode line = JSON.readTree(text);
        sealed |= line.path("sealed").booleanValue(false);
        if (line.has("file")) {
          files.put(
              line.path("file").stringValue(""),
              new Sum(line.path("bytes").longValue(0), line.path("sha256").stringValue("")));
        }
      }
      return new Manifest(sealed, files);
    } catch (JacksonException broken) {
      throw new IOException("the list of files of " + copy.getFileName() + " is damaged", broken);
    }
  }

  void write(Path copy, String library, Instant at) throws IOException {
    List<String> lines = new ArrayList<>();
    ObjectNode head = JSON.createObjectNode();
    head.put("type", "backup").put("format", Migrations.FORMAT).put("library", library);
    head.put("at", at.toString()).put("sealed", sealed);
    lines.add(JSON.writeValueAsString(head));
    files.forEach(
        (name, sum) -> {
          ObjectNode line = JSON.createObjectNode();
          line.put("file", name).put("bytes", sum.bytes()).put("sha256", sum.sha256());
          lines.add(JSON.writeValueAsString(line));
        });
    Files.write(copy.resolve(NAME), lines);
  }

  /** Takes the files of a client out of the list of a copy. */
  static void unlist(Path copy, ClientId client) throws IOException {
    Path unfinished = copy.resolve(NAME + Places.PART);
    Files.write(
        unfinished,
        Files.readAllLines(copy.resolve(NAME)).stream()
            .filter(line -> !line.contains(client.text()))
            .toList());
    Files.move(unfinished, copy.resolve(NAME), StandardCopyOption.REPLACE_EXISTING);
  }

  static Sum sum(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] part = new byte[1 << 16];
      long bytes = 0;
      for (int got = in.read(part); got >= 0; got = in.read(part)) {
        digest.update(part, 0, got);
        bytes += got;
      }
      return new Sum(bytes, HexFormat.of().formatHex(digest.digest()));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }
}
