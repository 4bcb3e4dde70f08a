package app.downshift.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.recording.SessionFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "calm, 1, calm-responder",
    "small-swing, 1, small-swing",
    "ectopics, 2, ectopics-and-dropout",
    "poor, 1, poor-signal",
    "irregular, 1, irregular-rhythm",
    "against, 1, against-the-pacer"
  })
  void theSameSeedMakesTheSameSampleAgain(String heart, String seed, String name) throws Exception {
    Path sample = Path.of("samples", name + ".session.jsonl");
    Path again = folder.resolve("again.session.jsonl");
    var run =
        CommandLineRun.of(
            folder,
            "session",
            "--simulate=" + heart,
            "--seed",
            seed,
            "--protocol",
            "breathe-short",
            "--speed",
            "0",
            "--client",
            "sample",
            "--record",
            again.toString());
    assertEquals(0, run.code(), () -> run.err().toString());
    assertEquals(body(sample), body(again));
    assertTrue(SessionFile.read(sample).complete());
  }

  /** All but the head, which tells when the session was. */
  private static List<String> body(Path file) throws Exception {
    List<String> lines = Files.readAllLines(file);
    return lines.subList(1, lines.size());
  }
}
