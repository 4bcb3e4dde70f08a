package app.downshift.sensor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** The shared test vectors: blocks of byte chunks, and what must have come out after each. */
public final class Vectors {
  private static final String SHARED = System.getProperty("downshift.shared", "../shared");

  private Vectors() {}

  /** One chunk of bytes and the lines that are expected after it. */
  public record Step(byte[] bytes, List<String> expected) {}

  /** One block: a fresh decoder and its steps. */
  public record Block(String id, boolean received, List<Step> steps) {
    /** All bytes of the block together. */
    public byte[] bytes() {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      steps.forEach(step -> all.writeBytes(step.bytes()));
      return all.toByteArray();
    }
  }

  /** A shared file, or a skipped test where it is absent. */
  public static Path shared(String path) {
    Path file = Path.of(SHARED, path);
    Assumptions.assumeTrue(Files.exists(file), "shared " + path + " is not here");
    return file;
  }

  /** The blocks of one vector file, without those whose id contains {@code except}. */
  public static List<Block> in(String name, String except) throws IOException {
    Map<String, Block> blocks = new LinkedHashMap<>();
    Block block = new Block("", true, List.of());
    for (String line : Files.readAllLines(shared("devices/vectors/" + name))) {
      if (line.startsWith("[")) {
        block = new Block(line.substring(1, line.indexOf(']')), true, new ArrayList<>());
        blocks.put(block.id(), block);
      } else if (line.equals("dir = tx")) {
        block = new Block(block.id(), false, block.steps());
        blocks.put(block.id(), block);
      } else if (line.startsWith("hex = ")) {
        byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(line.substring(6).strip().toLowerCase());
        block.steps().add(new Step(bytes, new ArrayList<>()));
      } else if (line.startsWith("expect = ")) {
        block.steps().get(block.steps().size() - 1).expected().add(line.substring(9));
      }
    }
    return blocks.values().stream()
        .filter(each -> except.isEmpty() || !each.id().contains(except))
        .toList();
  }

  /**
   * {@code beat;rr_ms=812;inferred} as a map; the first word is under {@code kind}, bare words map
   * to "".
   */
  public static Map<String, String> fields(String expected) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String part : expected.split(";")) {
      int equals = part.indexOf('=');
      if (fields.isEmpty() && equals < 0) {
        fields.put("kind", part);
      } else {
        fields.put(
            equals < 0 ? part : part.substring(0, equals),
            equals < 0 ? "" : part.substring(equals + 1));
      }
    }
    return fields;
  }
}
