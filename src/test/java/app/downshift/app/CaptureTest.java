package app.downshift.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.recording.Capture;
import app.downshift.sensor.SensorCatalogue;
import app.downshift.sensor.SensorType;
import app.downshift.sensor.Talk;
import app.downshift.sensor.link.PseudoTerminal;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Raw bytes from a port into a file, and what the other commands make of it. */
@Timeout(120)
class CaptureTest {
  @TempDir Path folder;
  private Path raw;

  @BeforeEach
  void bytesOfASensor() {
    raw = folder.resolve("bytes");
    assertEquals(
        0,
        run("simulate", "--sensor", "bridge", "--seconds", "120", "--fast", "--out", raw).code());
  }

  @Test
  void everyByteIsInTheFileAndDecodesAsItDidFromTheLine() throws Exception {
    Path captured = capture("--sensor", "bridge");
    assertArrayEquals(Files.readAllBytes(raw), Capture.read(captured).bytes());
    List<String> fromBytes = run("decode", "--sensor", "bridge", "--json", raw).out();
    assertTrue(fromBytes.size() > 100, fromBytes::toString);
    assertEquals(fromBytes, run("decode", "--json", captured).out());
  }

  @Test
  void aCaptureIsPlayedAndAnalysedLikeARecording() throws Exception {
    Path captured = capture("--sensor", "bridge");
    List<String> figures = run("analyze", "--json", captured).out();
    assertTrue(figures.get(0).contains("\"format\":\"capture\""), figures::toString);
    CommandLineRun replay = run("replay", "--speed", "0", "--terminal", captured);
    assertEquals(0, replay.code(), replay.err()::toString);
    assertTrue(
        replay.out().stream().anyMatch(line -> line.contains("free")), replay.out()::toString);
  }

  @Test
  void aSensorThatIsSpokenToIsHeldAsInASessionAndBothDirectionsAreInTheFile() throws Exception {
    SensorType type = SensorCatalogue.named("bleuio").orElseThrow();
    Path captured = folder.resolve("stick.jsonl");
    try (PseudoTerminal cable = PseudoTerminal.open();
        var twin = new TwinOnCable(cable, type.device(Talk.heart("calm"), List.of()))) {
      CompletableFuture<Void> speaking = CompletableFuture.runAsync(twin);
      CommandLineRun run =
          run(
              "capture",
              "--port",
              cable.path(),
              "--sensor",
              "bleuio",
              "--strap",
              "polar",
              "--seconds",
              "6",
              captured);
      assertEquals(0, run.code(), run.err()::toString);
      twin.awaitWord(HexFormat.of().withUpperCase().formatHex("AT+GAPDISCONNECT\r".getBytes()));
      twin.close();
      speaking.join();
      Capture capture = Capture.read(captured);
      assertEquals(Optional.empty(), capture.damage());
      var sent = new ByteArrayOutputStream();
      capture.sent().forEach(chunk -> sent.writeBytes(chunk.bytes()));
      assertEquals(twin.heard(), HexFormat.of().withUpperCase().formatHex(sent.toByteArray()));
    }
    long beats =
        run("decode", "--json", captured).out().stream()
            .filter(line -> line.contains("\"beat\""))
            .count();
    assertTrue(beats >= 2, beats + " beats");
  }

  @Test
  void withoutASensorItIsStillDecodedWhenToldAndElseAskedFor() throws Exception {
    Path captured = capture();
    assertEquals(
        run("decode", "--sensor", "bridge", raw).out(),
        run("decode", "--sensor", "bridge", captured).out());
    for (CommandLineRun refused :
        List.of(
            run("decode", captured),
            run("replay", "--terminal", captured),
            run("analyze", captured))) {
      assertEquals(2, refused.code());
      assertEquals(1, refused.err().size(), refused.err()::toString);
      assertTrue(refused.err().get(0).contains("--sensor"), refused.err()::toString);
    }
  }

  @Test
  void damagedLinesAreCountedAndTheRestIsRead() throws Exception {
    Path captured = capture("--sensor", "bridge");
    Files.writeString(
        captured,
        "{\"t_us\":1,\"hex\":\"2\"}\nnoise\n{\"t_us\":\"1\",\"hex\":\"24\"}\n{\"t_us\":99",
        StandardOpenOption.APPEND);
    CommandLineRun decoded = run("decode", "--json", captured);
    assertEquals(0, decoded.code());
    assertTrue(decoded.err().get(0).contains("4 lines could not be read"), decoded.err()::toString);
    assertEquals(run("decode", "--sensor", "bridge", "--json", raw).out(), decoded.out());
  }

  @Test
  void whatCannotBeIsOneLine() throws Exception {
    Path there = Files.writeString(folder.resolve("there"), "");
    Path head =
        Files.writeString(
            folder.resolve("head"), "{\"type\":\"capture\",\"format\":1,\"baud\":[]}");
    try (PseudoTerminal cable = PseudoTerminal.open()) {
      for (CommandLineRun refused :
          List.of(
              run("capture", "--port", cable.path(), there),
              run("capture", "--port", cable.path(), "--sensor", "nothing", folder.resolve("a")),
              run("capture", "--port", cable.path(), "--baud", "0", folder.resolve("a")),
              run("capture", "--port", cable.path(), "--seconds", "0", folder.resolve("a")),
              run("decode", "--sensor", "bridge", head),
              run("analyze", head))) {
        assertEquals(2, refused.code(), refused.err()::toString);
        assertEquals(1, refused.err().size(), refused.err()::toString);
      }
    }
    assertEquals(3, run("capture", "--port", folder.resolve("ttyX"), folder.resolve("b")).code());
  }

  /** Sends the bytes through a cable while they are being captured, then pulls it. */
  private Path capture(String... options) throws Exception {
    Path captured = folder.resolve("captured.jsonl");
    try (PseudoTerminal cable = PseudoTerminal.open()) {
      List<Object> words = new ArrayList<>(List.of("capture", "--port", cable.path()));
      words.addAll(List.of(options));
      words.add(captured);
      CompletableFuture<CommandLineRun> running =
          CompletableFuture.supplyAsync(() -> run(words.toArray()));
      while (!Files.exists(captured) || Files.size(captured) == 0) {
        Thread.sleep(5);
      }
      byte[] bytes = Files.readAllBytes(raw);
      var sent = new ByteArrayOutputStream();
      for (int at = 0; at < bytes.length; at += 700) {
        byte[] part = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + 700));
        cable.write(part);
        sent.writeBytes(part);
        while (Capture.read(captured).bytes().length < sent.size()) {
          Thread.sleep(2);
        }
      }
      cable.unplug();
      CommandLineRun ended = running.get();
      assertEquals(3, ended.code(), ended.err()::toString);
      assertTrue(
          ended.err().stream().anyMatch(line -> line.contains("what had come is in the file")));
    }
    return captured;
  }

  private CommandLineRun run(Object... words) {
    return CommandLineRun.of(
        folder, List.of(words).stream().map(Object::toString).toArray(String[]::new));
  }
}
