package app.downshift.sensor.pulsesensor;

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

class PulseSensorVectorsTest {
  @Test
  void decodesEveryVectorHoweverTheBytesAreSplit() throws IOException {
    List<Block> blocks = Vectors.in("01_pulsesensor.txt", "");
    for (Block block : blocks) {
      VectorCheck.run(block, PulseSensorDecoder.atBoundary(), inWords());
    }
    assertEquals(9, blocks.size());
  }

  private static Function<String, List<String>> inWords() {
    List<String> told = new ArrayList<>();
    return line -> {
      Map<String, String> fields = Vectors.fields(line);
      List<String> words = new ArrayList<>();
      String kind = fields.getOrDefault("kind", "coach");
      if (kind.equals("nosignal")) {
        if (!told.contains("off")) {
          words.add("contact off"); // vectors repeat it, events tell changes
          told.add("off");
        }
        return words;
      } else if (kind.equals("error")) {
        return List.of("rejected begin_failed");
      } else if (kind.equals("psws")) {
        words.add(
            "info "
                + new TreeMap<>(
                    Map.of("origin", fields.get("mode"), "state", fields.get("state"))));
      }
      String source = fields.getOrDefault("sensor", "0");
      for (String sample : List.of("v", "signal", "sig")) {
        if (fields.containsKey(sample) && !(kind.equals("psws") && sample.equals("v"))) {
          words.add("wave " + source + " " + fields.get(sample));
        }
      }
      if (kind.equals("beat") || "1".equals(fields.get("beat"))) {
        if (!fields.get("bpm").isEmpty()) {
          words.add(Canon.rate(Double.parseDouble(fields.get("bpm"))));
        }
        double ibi =
            Double.parseDouble(fields.getOrDefault("ibi_ms", fields.getOrDefault("ibi", "")));
        words.add(Canon.beat(Integer.parseInt(source), ibi, fields.containsKey("inferred")));
      }
      return words;
    };
  }
}
