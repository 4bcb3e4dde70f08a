package app.downshift.sensor.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.downshift.sensor.Canon;
import app.downshift.sensor.VectorCheck;
import app.downshift.sensor.Vectors;
import app.downshift.sensor.Vectors.Block;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class TextVectorsTest {
  @Test
  void decodesEveryVectorHoweverTheBytesAreSplit() throws IOException {
    List<Block> blocks = Vectors.in("02_text_lines.txt", "openview");
    for (Block block : blocks) {
      byte[] bytes = block.bytes();
      VectorCheck.run(block, TextDecoder.forCapture(bytes, bytes.length, Double.NaN), inWords());
    }
    assertEquals(7, blocks.size());
  }

  @Test
  void streamsEveryVectorThatTellsItsModeInTime() throws IOException {
    for (Block block : Vectors.in("02_text_lines.txt", "openview")) {
      if (!block.id().equals("ad8232")) {
        VectorCheck.run(block, TextDecoder.intervals(), inWords());
      }
    }
  }

  private static Function<String, List<String>> inWords() {
    List<String> told = new ArrayList<>();
    return line -> {
      Map<String, String> fields = Vectors.fields(line);
      List<String> words = new ArrayList<>();
      String bpm = fields.getOrDefault("bpm", fields.getOrDefault("hr", ""));
      if (!bpm.isEmpty()) {
        words.add(Canon.rate(Double.parseDouble(bpm)));
      }
      switch (fields.get("kind")) {
        case "beat" ->
            words.add(
                Canon.beat(
                    0, Double.parseDouble(fields.get("rr_ms")), fields.containsKey("inferred")));
        case "sample" -> words.add("wave 0 " + fields.get("v"));
        case "reject" -> words.add("rejected text " + fields.get("text"));
        case "contact" -> {
          if (!told.contains("off")) {
            words.add("contact off"); // vectors repeat it, events tell changes
            told.add("off");
          }
        }
        case "hr" -> {}
        default -> throw new IllegalArgumentException(line);
      }
      return words;
    };
  }
}
