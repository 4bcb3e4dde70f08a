package app.downshift.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.recording.SessionFile;
import app.downshift.session.SessionEvent.BeatTaken;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What cannot be used is said in one clear line: what, where, and what to do. Nothing is lost by
 * it.
 */
@Timeout(120)
class BadInputTest {
  @TempDir Path folder;

  private CommandLineRun run(String... words) {
    return CommandLineRun.of(folder, words);
  }

  /**
   * One line on standard error that holds all of {@code parts}, nothing on standard output, and
   * this code.
   */
  private void assertRefused(int code, List<String> parts, String... words) {
    CommandLineRun run = run(words);
    String asked = String.join(" ", words);
    assertEquals(code, run.code(), asked + ": " + run.err());
    assertEquals(1, run.err().size(), asked + ": " + run.err());
    assertEquals(List.of(), run.out(), asked);
    String line = run.err().get(0);
    assertTrue(line.startsWith("downshift: "), line);
    for (String part : parts) {
      assertTrue(line.contains(part), "no \"" + part + "\" in: " + line);
    }
  }

  @Test
  void wordsThatNobodyKnowsAreNamed() {
    assertRefused(2, List.of("dance", "--help"), "dance");
    assertRefused(2, List.of("--loud", "session --help"), "session", "--loud");
    assertRefused(
        2,
        List.of("--sensor emwave", "no such sensor", "bridge", "text"),
        "session",
        "--sensor",
        "emwave");
    assertRefused(
        2,
        List.of("--sensor emwave", "no such sensor"),
        "decode",
        "--sensor",
        "emwave",
        folder.toString());
    assertRefused(
        2,
        List.of("--protocol nap", "no such protocol", "breathe"),
        "session",
        "--protocol",
        "nap");
    assertRefused(
        2, List.of("--simulate stone", "no such heart", "calm"), "session", "--simulate=stone");
    assertRefused(2, List.of("--port", "--simulate"), "session", "--port", "x", "--simulate");
  }

  @Test
  void valuesThatCannotBeAreNamedWithTheirLimits() {
    assertRefused(2, List.of("--pace 1", "breaths per minute"), "session", "--pace", "1");
    assertRefused(2, List.of("--pace 100", "breaths per minute"), "session", "--pace", "100");
    assertRefused(
        2, List.of("--pace", "'soft' is no number", "session --help"), "session", "--pace", "soft");
    assertRefused(2, List.of("--pace NaN"), "session", "--pace", "NaN");
    assertRefused(2, List.of("--seconds 0", "10", "7200"), "session", "--seconds", "0");
    assertRefused(2, List.of("--speed 5000"), "session", "--speed", "5000");
    assertRefused(2, List.of("--speed"), "session", "--port", "x", "--speed", "2");
    assertRefused(2, List.of("--speed -1"), "replay", "--speed", "-1", "x");
    assertRefused(2, List.of("--window 0"), "analyze", "--window", "0", "x");
    assertRefused(
        2,
        List.of("--artifacts 200", "50"),
        "simulate",
        "--sensor",
        "text",
        "--out",
        "x",
        "--artifacts",
        "200");
    assertRefused(2, List.of("--sensor"), "simulate", "--out", "x");
    assertRefused(2, List.of("FILE"), "replay");
  }

  @Test
  void severalPeopleNeedAWindowToAgreeIn() {
    assertRefused(2, List.of("--people 7", "2 to 6"), "session", "--simulate", "--people", "7");
    assertRefused(2, List.of("window", "agrees"), "session", "--simulate", "--people", "3");
    assertRefused(2, List.of("window", "agrees"), "session", "--port", "a", "--port", "b");
    assertRefused(
        2, List.of("--people 3", "2 ports"), "session", "--port=a", "--port=b", "--people=3");
    assertRefused(2, List.of("--client"), "session", "--client=a", "--client=b");
    assertRefused(2, List.of("--client-window", "window"), "session", "--client-window");
  }

  @Test
  void aRecordingIsNeverOverwrittenAndItsPlaceMustBeWritable() throws Exception {
    Path kept = Files.writeString(folder.resolve("kept.session.jsonl"), "dear to me");
    assertRefused(
        2,
        List.of("kept.session.jsonl", "never overwritten"),
        "session",
        "--record",
        kept.toString());
    assertEquals("dear to me", Files.readString(kept));
    String below = kept.resolve("below.session.jsonl").toString();
    assertRefused(2, List.of(below, "choose"), "session", "--record", below);
  }

  @Test
  void aFileThatIsMissingIsSaidToBeMissing() {
    String missing = folder.resolve("none.session.jsonl").toString();
    assertRefused(2, List.of(missing, "no such file", "check the name"), "replay", missing);
    assertRefused(2, List.of(missing, "no such file", "check the name"), "analyze", missing);
    assertRefused(
        2,
        List.of(missing, "no such file", "check the name"),
        "decode",
        "--sensor",
        "text",
        missing);
  }

  @Test
  void anEmptyFileIsSaidToBeEmpty() throws Exception {
    String empty = Files.createFile(folder.resolve("empty")).toString();
    assertRefused(2, List.of(empty, "empty", "choose"), "replay", empty);
    assertRefused(2, List.of(empty, "empty", "choose"), "analyze", empty);
    assertRefused(2, List.of(empty, "empty", "capture"), "decode", "--sensor", "bridge", empty);
  }

  @Test
  void aFolderIsNoFile() {
    assertRefused(2, List.of(folder.toString()), "replay", folder.toString());
    assertRefused(2, List.of(folder.toString()), "analyze", folder.toString());
    assertRefused(2, List.of(folder.toString()), "decode", "--sensor", "bridge", folder.toString());
  }

  @Test
  void aBinaryFileIsRefusedByThoseWhoNeedTextAndHoldsNoBeats() throws Exception {
    byte[] noise = new byte[100_000];
    new Random(5).nextBytes(noise);
    String binary = Files.write(folder.resolve("noise.bin"), noise).toString();
    assertRefused(2, List.of(binary, "choose a"), "replay", binary);
    assertRefused(2, List.of(binary, "binary", "choose a"), "analyze", binary);
    CommandLineRun decoded = run("decode", "--sensor", "bridge", binary);
    assertEquals(0, decoded.code());
    assertTrue(decoded.out().stream().noneMatch(line -> line.contains("beat")), "beats in noise");
    assertEquals(1, decoded.err().size());
    assertTrue(decoded.err().get(0).contains("no beats") && decoded.err().get(0).contains(binary));
  }

  @Test
  void aSessionFileCutInTheMiddleOfALineIsUsedAsFarAsItGoes() throws Exception {
    Path whole = folder.resolve("whole.session.jsonl");
    CommandLineRun session =
        run(
            "session",
            "--simulate",
            "--seconds",
            "40",
            "--speed",
            "40",
            "--record",
            whole.toString());
    assertEquals(0, session.code(), session.err().toString());
    byte[] bytes = Files.readAllBytes(whole);
    int lastBeat = new String(bytes, StandardCharsets.UTF_8).lastIndexOf("{\"type\":\"beat\"");
    Path cut =
        Files.write(folder.resolve("cut.session.jsonl"), Arrays.copyOf(bytes, lastBeat + 30));
    long kept = beats(whole) - 1;
    assertEquals(kept, beats(cut));

    CommandLineRun analyzed = run("analyze", "--json", cut.toString());
    assertEquals(0, analyzed.code());
    assertEquals(1, analyzed.err().size(), analyzed.err().toString());
    assertTrue(analyzed.err().get(0).contains("last line is cut off"), analyzed.err().get(0));
    JsonNode figures = JsonMapper.builder().build().readTree(analyzed.out().get(0));
    assertEquals("session", figures.get("format").asString());
    assertEquals(kept, figures.get("beats").asLong());

    CommandLineRun replayed = run("replay", "--speed", "0", cut.toString());
    assertEquals(0, replayed.code());
    assertEquals(1, replayed.err().size(), replayed.err().toString());
    assertTrue(replayed.err().get(0).contains("last line is cut off"), replayed.err().get(0));
    assertTrue(
        replayed.out().stream().anyMatch(line -> line.startsWith(kept + " beats")),
        replayed.out().toString());
  }

  @Test
  void impossibleIntervalsInAFileAreCounted() throws Exception {
    Path file = folder.resolve("odd.txt");
    Files.writeString(file, "812\n0\n-3\n4294967295\nNaN\nnine\n" + "800\n790\n".repeat(40));
    CommandLineRun analyzed = run("analyze", "--json", file.toString());
    assertEquals(0, analyzed.code());
    assertEquals(1, analyzed.err().size());
    assertTrue(analyzed.err().get(0).contains("5 values"), analyzed.err().get(0));
    JsonNode figures = JsonMapper.builder().build().readTree(analyzed.out().get(0));
    assertEquals(81, figures.get("beats").asInt());
    assertEquals(5, figures.get("quality").get("unusable").asInt());
    assertEquals(1, figures.get("quality").get("gaps").asInt());
  }

  @Test
  void oneBadFileDoesNotKeepTheOthersFromBeingAnalyzed() throws Exception {
    Path good = Files.writeString(folder.resolve("good.txt"), "800\n790\n".repeat(40));
    String missing = folder.resolve("none.txt").toString();
    CommandLineRun analyzed = run("analyze", "--json", missing, good.toString());
    assertEquals(2, analyzed.code());
    assertEquals(1, analyzed.err().size());
    assertEquals(1, analyzed.out().size());
  }

  private static long beats(Path file) throws Exception {
    return SessionFile.read(file).events().stream().filter(BeatTaken.class::isInstance).count();
  }
}
