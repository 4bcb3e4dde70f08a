package app.downshift.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.sensor.SensorCatalogue;
import app.downshift.sensor.Vectors;
import app.downshift.sensor.Vectors.Block;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code decode --json} prints of every vector of the binary sensors, and of real captures.
 */
@Timeout(120)
class DecodeDevicesTest {
  /** Blocks in which contact is lost once. */
  private static final List<String> WITHOUT_CONTACT =
      List.of(
          "hxm_no_contact",
          "df2_sensor_alarm",
          "df8_missing",
          "new_finger_out",
          "old_finger_out",
          "rx_nosignal",
          "r7_weak");

  @TempDir Path folder;

  @Test
  void beatsGapsAndContactOfEveryVectorAreThoseItNames() throws Exception {
    Map<String, List<String>> files =
        Map.of(
            "zephyr-hxm", List.of("06_zephyr.txt", "bh_"),
            "zephyr-bioharness", List.of("06_zephyr.txt", "hxm_"),
            "nonin", List.of("07_nonin.txt", ""),
            "contec", List.of("08_contec.txt", ""),
            "bitalino", List.of("09_bitalino.txt", ""),
            "wearlink", List.of("12_wearlink_emwave.txt", "emwave"),
            "cyton", List.of("13_openbci_cyton.txt", ""));
    int blocks = 0;
    int beats = 0;
    for (var file : files.entrySet()) {
      for (Block block : Vectors.in(file.getValue().get(0), file.getValue().get(1))) {
        if (block.received()) {
          beats += check(file.getKey(), block);
          blocks++;
        }
      }
    }
    assertEquals(45, blocks);
    assertTrue(beats >= 30, beats + " beats");
  }

  private int check(String sensor, Block block) throws Exception {
    List<Double> expected = new ArrayList<>();
    int gaps = 0;
    for (String line : block.steps().stream().flatMap(s -> s.expected().stream()).toList()) {
      Map<String, String> fields = Vectors.fields(line);
      String millis =
          fields.getOrDefault(
              "rr_ms", fields.getOrDefault("dt_ms", fields.getOrDefault("new_rr", "")));
      for (String each : millis.split(",")) {
        if (!each.isEmpty()) {
          expected.add(Double.parseDouble(each.split("@")[0]));
        }
      }
      gaps += line.startsWith("lost") ? 1 : 0;
    }
    List<JsonNode> events = decode(sensor, block.bytes());
    List<Double> told =
        of(events, "beat").stream().map(event -> event.get("rr_ms").doubleValue()).toList();
    assertEquals(expected.size(), told.size(), block.id() + " " + told);
    for (int i = 0; i < told.size(); i++) {
      assertEquals(expected.get(i), told.get(i), 0.01, block.id());
    }
    assertEquals(gaps, of(events, "gap").size(), block.id());
    long off =
        of(events, "contact").stream().filter(event -> !event.get("on").booleanValue()).count();
    assertEquals(WITHOUT_CONTACT.contains(block.id()) ? 1 : 0, off, block.id());
    return told.size();
  }

  @Test
  void theBeatsOfARealBioHarnessCarryItsClock() throws Exception {
    byte[] capture =
        Files.readAllBytes(Vectors.shared("data/zephyr-stream/orig/120-second-bt-stream.dat"));
    List<JsonNode> beats = of(decode("zephyr-bioharness", capture), "beat");
    assertEquals(178, beats.size());
    assertEquals(980, beats.get(0).get("rr_ms").doubleValue());
    assertEquals(64_517_723, beats.get(0).get("at_ms").longValue());
  }

  @Test
  void aMonitorNobodyKnowsHasNoBeatsForAnyOfThem() throws Exception {
    Path file = Vectors.shared("data/serial-ivy450c/orig/Ivy450C.1.data");
    for (String sensor : SensorCatalogue.names().split(", ")) {
      if (sensor.equals("text")) {
        continue; // it prints RR=1;35; for the breathing rate, which is a text line with an RR
      }
      CommandLineRun run =
          CommandLineRun.of(folder, "decode", "--sensor", sensor, "--json", file.toString());
      assertEquals(0, run.code(), sensor);
      assertEquals(0, of(events(run), "beat").size(), sensor);
      if (of(events(run), "waveform").isEmpty()) {
        assertTrue(run.err().get(0).contains("is it another sensor?"), sensor + run.err());
      }
    }
  }

  @Test
  void theHelpOfEveryCommandNamesEverySensor() {
    for (String command : List.of("decode", "simulate", "session")) {
      String help = String.join(" ", CommandLineRun.of(folder, command, "--help").out());
      for (String sensor : SensorCatalogue.names().split(", ")) {
        assertTrue(help.contains(sensor), command + " does not name " + sensor);
      }
    }
  }

  private List<JsonNode> decode(String sensor, byte[] bytes) throws Exception {
    Path file = Files.write(folder.resolve("capture.bin"), bytes);
    CommandLineRun run =
        CommandLineRun.of(folder, "decode", "--sensor", sensor, "--json", file.toString());
    assertEquals(0, run.code(), run.err().toString());
    return events(run);
  }

  private static List<JsonNode> events(CommandLineRun run) {
    JsonMapper json = JsonMapper.builder().build();
    return run.out().stream().map(json::readTree).toList();
  }

  private static List<JsonNode> of(List<JsonNode> events, String type) {
    return events.stream().filter(event -> event.get("type").stringValue().equals(type)).toList();
  }
}
