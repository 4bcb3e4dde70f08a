package app.downshift.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.breath.resonance.RateScore;
import app.downshift.breath.resonance.Verdict;
import app.downshift.recording.PaceSearched;
import app.downshift.recording.Replay;
import app.downshift.recording.Tape;
import app.downshift.session.Practice;
import app.downshift.session.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A search for the pace from the command line to its recording, and from that again. */
@Timeout(120)
class FindThePaceTest {
  private static final double TRUTH = 5.2;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"find-the-pace-stepped", "find-the-pace-sliding"})
  void theRateOfTheVirtualHeartIsFoundToldAndFoundAgainInTheRecording(String protocol)
      throws Exception {
    Path file = folder.resolve(protocol + ".session.jsonl");
    CommandLineRun session = search(protocol, file);
    assertTrue(session.out().stream().anyMatch(l -> l.startsWith("the heart swings most near 5.")));
    Practice.Search search = PaceSearched.in(file).orElseThrow();
    assertEquals(protocol.endsWith("stepped") ? 5 : 13, search.scores().size());
    Verdict.Found found = assertInstanceOf(Verdict.Found.class, search.verdict().orElseThrow());
    assertEquals(TRUTH, found.perMinute(), 0.15);
    assertTrue(found.low() <= TRUTH && TRUTH <= found.high(), found.toString());
    assertEquals(TRUTH, search.scores().get(search.best()).perMinute(), 0.31);

    CommandLineRun analysis = CommandLineRun.of(folder, "analyze", file.toString());
    assertTrue(
        analysis.out().stream().anyMatch(l -> l.strip().startsWith("the heart swings most near")));
    JsonNode pace = json(CommandLineRun.of(folder, "analyze", "--json", file.toString()));
    assertEquals("found", pace.get("verdict").asString());
    assertEquals(found.perMinute(), pace.get("per_min").asDouble());
    assertEquals(search.scores().size(), pace.get("rates").size());
  }

  @Test
  void scoresComeOneByOneAndTheVerdictWithTheLast() throws Exception {
    Path file = folder.resolve("live.session.jsonl");
    search("find-the-pace-stepped", file);
    Tape tape = Tape.of(Replay.read(file));
    int scored = 0;
    List<RateScore> before = List.of();
    for (long micros = 0; micros < tape.last().atMicros(); micros += 5_000_000) {
      Snapshot now = tape.at(micros);
      Optional<Practice.Search> search = now.practice().search();
      assertEquals(now.phase() >= 2, search.isPresent(), "the search is the third phase");
      if (search.isPresent()) {
        List<RateScore> scores = search.get().scores();
        assertTrue(scores.size() >= scored, "scores stay");
        assertEquals(before, scores.subList(0, before.size()), "and do not change");
        assertTrue(scores.size() <= now.practice().steps().size(), "no step before it is over");
        assertEquals(scores.size() == 5, search.get().verdict().isPresent());
        scored = scores.size();
        before = scores;
      }
    }
    assertEquals(5, scored);
    assertEquals(PaceSearched.in(file), tape.last().practice().search());
  }

  @Test
  void recordingsWithoutASearchHaveNone() throws Exception {
    Path file = folder.resolve("breathe.session.jsonl");
    CommandLineRun.of(
        folder,
        "session",
        "--simulate",
        "--protocol",
        "breathe-short",
        "--seconds",
        "30",
        "--speed",
        "0",
        "--record",
        file.toString());
    assertEquals(Optional.empty(), PaceSearched.in(file));
  }

  @Test
  void anImpossibleResonanceIsRefused() throws Exception {
    CommandLineRun run = CommandLineRun.of(folder, "session", "--simulate", "--resonance", "40");
    assertEquals(2, run.code());
    assertEquals(
        List.of("downshift: --resonance 40: outside 3 to 9 per minute; choose one within"),
        run.err());
  }

  private CommandLineRun search(String protocol, Path file) throws Exception {
    CommandLineRun run =
        CommandLineRun.of(
            folder,
            "session",
            "--simulate",
            "--resonance",
            String.valueOf(TRUTH),
            "--protocol",
            protocol,
            "--speed",
            "0",
            "--seed",
            "4",
            "--record",
            file.toString());
    assertEquals(0, run.code(), () -> run.err().toString());
    return run;
  }

  private static JsonNode json(CommandLineRun run) {
    return JsonMapper.shared().readTree(run.out().get(0)).get("pace");
  }
}
