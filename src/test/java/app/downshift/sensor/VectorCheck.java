package app.downshift.sensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.downshift.sensor.Vectors.Block;
import app.downshift.sensor.Vectors.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Holds a decoder against one block of vectors. */
public final class VectorCheck {
  private VectorCheck() {}

  /**
   * Feeds the block's chunks, compares after each, and then cuts the bytes in every other way.
   *
   * @param inWords turns one expected line into the lines of {@link Canon}; made once for a block
   */
  public static void run(Block block, Decoder fresh, Function<String, List<String>> inWords) {
    List<String> expected = new ArrayList<>();
    List<SensorEvent> events = new ArrayList<>();
    Decoder state = fresh;
    for (Step step : block.steps()) {
      Decoder.Decoded decoded = state.accept(step.bytes(), step.bytes().length);
      state = decoded.next();
      events.addAll(decoded.events());
      step.expected().forEach(line -> expected.addAll(inWords.apply(line)));
      assertEquals(withoutRates(expected), withoutRates(Canon.of(events)), block.id());
    }
    assertEquals(expected, Canon.of(events), block.id());
    Feed.assertCutsDoNotMatter(fresh, block.bytes(), block.id());
  }

  /** A rate may be known a line earlier than the vector tells it, together with its beat. */
  private static List<String> withoutRates(List<String> lines) {
    return lines.stream().filter(line -> !line.startsWith("rate")).toList();
  }
}
