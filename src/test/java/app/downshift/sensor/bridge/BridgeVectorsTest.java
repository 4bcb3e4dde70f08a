package app.downshift.sensor.bridge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.downshift.sensor.Canon;
import app.downshift.sensor.VectorCheck;
import app.downshift.sensor.Vectors;
import app.downshift.sensor.Vectors.Block;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class BridgeVectorsTest {
  private static final Map<String, String> NAMES =
      Map.of(
          "addr",
          "address",
          "proto",
          "protocol",
          "fw",
          "firmware",
          "uid",
          "id",
          "caps",
          "capabilities");

  @Test
  void decodesEveryVectorHoweverTheBytesAreSplit() throws IOException {
    List<Block> received =
        Vectors.in("05_bridge_hrlp1.txt", "").stream().filter(Block::received).toList();
    for (Block block : received) {
      VectorCheck.run(block, BridgeDecoder.fresh(), inWords());
    }
    assertEquals(11, received.size());
  }

  @Test
  void writesEveryHostLineOfTheVectors() throws IOException {
    Map<String, HrlpLine> lines =
        Map.of(
            "tx_query", new HrlpLine("CQ", 1, 0),
            "tx_connect_addr", new HrlpLine("CS", 3, 0).with(0).with("EC:EA:02:85:D9:7A"),
            "tx_disconnect", new HrlpLine("CD", 4, 0).with(0),
            "tx_wave_on", new HrlpLine("CW", 5, 0).with(0).with(1),
            "tx_ping", new HrlpLine("CP", 6, 0));
    List<Block> sent =
        Vectors.in("05_bridge_hrlp1.txt", "").stream().filter(b -> !b.received()).toList();
    for (Block block : sent) {
      assertArrayEquals(block.bytes(), lines.get(block.id()).bytes(), block.id());
    }
    assertEquals(lines.size(), sent.size());
  }

  private static Function<String, List<String>> inWords() {
    List<String> skin = new ArrayList<>(List.of("?"));
    return line -> {
      Map<String, String> fields = Vectors.fields(line);
      List<String> words = new ArrayList<>();
      switch (fields.get("kind")) {
        case "hr" -> {
          touch(skin, fields.get("contact"), words);
          if (!fields.get("hr").isEmpty()) {
            words.add(Canon.rate(Double.parseDouble(fields.get("hr"))));
          }
          for (String millis : fields.get("rr_ms").split(",")) {
            if (!millis.isEmpty()) {
              words.add(Canon.beat(0, Double.parseDouble(millis), false));
              skin.add("beat");
            }
          }
        }
        case "status" -> {
          words.add(info(fields, List.of("kind", "src", "t", "batt")));
          touch(skin, fields.get("state").equals("NOSKIN") ? "0" : "", words);
          words.add("battery " + fields.get("batt"));
        }
        case "hello" -> {
          if (skin.contains("beat")) {
            words.add("gap RESTART 0"); // beats before a restart do not go on after it
          }
          skin.set(0, "?");
          words.add(info(fields, List.of("kind", "t")));
        }
        case "wave" -> words.add("wave 0 " + fields.get("v").replace(',', ' '));
        case "lost_lines" -> words.add("info {lost_lines=" + fields.get("n") + "}");
        case "lost_beats" -> words.add("gap LOST_BEATS " + fields.get("n"));
        case "duplicate" -> words.add("rejected duplicate");
        case "reject" -> words.add("rejected " + (fields.containsKey("crc") ? "crc" : "syntax"));
        default -> throw new IllegalArgumentException(line);
      }
      return words;
    };
  }

  private static void touch(List<String> skin, String now, List<String> words) {
    if (now.equals("0") && !skin.get(0).equals("0")) {
      words.add("contact off");
    }
    skin.set(0, now.isEmpty() ? skin.get(0) : now);
  }

  private static String info(Map<String, String> fields, List<String> except) {
    TreeMap<String, String> told = new TreeMap<>();
    fields.forEach(
        (name, value) -> {
          if (!except.contains(name) && !value.isEmpty()) {
            told.put(NAMES.getOrDefault(name, name), value);
          }
        });
    return "info " + told;
  }
}
