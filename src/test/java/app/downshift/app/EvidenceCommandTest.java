package app.downshift.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The evidence command on sessions that the session command recorded. */
class EvidenceCommandTest {
  @TempDir Path folder;

  @Test
  void oneSessionIsToldBeforeAgainstAfter() throws Exception {
    Path file = recorded("breathe", 1);
    CommandLineRun run = CommandLineRun.of(folder, "evidence", "--json", file.toString());
    assertEquals(0, run.code(), run.err()::toString);
    JsonNode told = JsonMapper.builder().build().readTree(run.out().get(0));
    assertEquals("within", told.at("/verdict").asString());
    assertEquals(60, told.at("/pre/from_s").asDouble(), 1e-9);
    assertEquals(240, told.at("/pre/to_s").asDouble(), 0.1);
    double difference = told.at("/hr/post").asDouble() - told.at("/hr/pre").asDouble();
    assertEquals(difference, told.at("/hr/diff").asDouble(), 1e-9);
    assertTrue(told.at("/hr/ci95/0").asDouble() < difference);
    assertTrue(told.at("/hr/ci95/1").asDouble() > difference);
    List<String> words = CommandLineRun.of(folder, "evidence", file.toString()).out();
    assertTrue(words.get(1).contains("within the usual drift"), words::toString);
  }

  @Test
  void severalSessionsAreBreathingAgainstQuietAndSayWhatIsMissing() throws Exception {
    List<String> command = new ArrayList<>(List.of("evidence", "--json"));
    for (int seed = 1; seed <= 2; seed++) {
      command.add(recorded("breathe", seed).toString());
      command.add(recorded("quiet-control", seed).toString());
    }
    CommandLineRun run = CommandLineRun.of(folder, command.toArray(String[]::new));
    assertEquals(0, run.code(), run.err()::toString);
    JsonNode told = JsonMapper.builder().build().readTree(run.out().get(0));
    assertEquals(2, told.at("/breathing").asInt());
    assertEquals(2, told.at("/quiet").asInt());
    assertFalse(told.at("/claim").asBoolean());
    assertEquals(6, told.at("/needed/breathing").asInt());
    assertTrue(told.at("/ln_rmssd/p").asDouble() > 0);
  }

  @Test
  void whatIsNoSessionIsOneClearLineAndTheOthersAreToldAllTheSame() throws Exception {
    Path text = Files.writeString(folder.resolve("rr.txt"), "800\n810\n");
    Path session = recorded("breathe", 3);
    CommandLineRun run = CommandLineRun.of(folder, "evidence", text.toString(), session.toString());
    assertEquals(2, run.code());
    assertEquals(1, run.err().size(), run.err()::toString);
    assertTrue(run.err().get(0).contains("rr.txt"), run.err()::toString);
    assertTrue(run.out().get(0).startsWith("breathing"), run.out()::toString);
  }

  private Path recorded(String protocol, int seed) {
    Path file = folder.resolve(protocol + seed + ".session.jsonl");
    CommandLineRun run =
        CommandLineRun.of(
            folder,
            "session",
            "--simulate=calm",
            "--seed",
            String.valueOf(seed),
            "--protocol",
            protocol,
            "--speed",
            "0",
            "--terminal",
            "--record",
            file.toString());
    assertEquals(0, run.code(), run.err()::toString);
    return file;
  }
}
