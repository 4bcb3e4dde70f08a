package app.downshift.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sensors whose beats are found in their samples, from their bytes to the figures. */
class WaveSensorsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"cyton", "bitalino", "contec", "nonin"})
  void theSameHeartHasTheSameFiguresWhateverItWasHeardWith(String sensor) {
    JsonNode found = figures(sensor);
    JsonNode told = figures("bridge");
    assertEquals(told.path("beats").asInt(), found.path("beats").asInt(), 4, sensor);
    assertEquals(0, found.path("quality").path("marked").asInt(), sensor);
    assertEquals(time(told, "mean_rr_ms"), time(found, "mean_rr_ms"), 4, sensor);
    assertEquals(time(told, "rmssd_ms"), time(found, "rmssd_ms"), 4, sensor);
  }

  private static double time(JsonNode figures, String name) {
    return figures.path("time").path(name).asDouble();
  }

  private JsonNode figures(String sensor) {
    String file = folder.resolve(sensor + ".session.jsonl").toString();
    CommandLineRun session =
        CommandLineRun.of(
            folder,
            "session",
            "--simulate=calm",
            "--sensor",
            sensor,
            "--seed",
            "5",
            "--speed",
            "0",
            "--seconds",
            "180",
            "--protocol",
            "breathe-short",
            "--terminal",
            "--record",
            file);
    assertTrue(session.code() == 0, session.err()::toString);
    CommandLineRun analysis = CommandLineRun.of(folder, "analyze", "--json", file);
    return JsonMapper.builder().build().readTree(analysis.out().get(0));
  }
}
