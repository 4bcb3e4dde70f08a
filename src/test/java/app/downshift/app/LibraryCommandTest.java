package app.downshift.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library of records from the command line. */
class LibraryCommandTest {
  private static final String SAMPLE = "samples/calm-responder.session.jsonl";

  @TempDir Path home;

  private List<String> done(String input, String... words) {
    CommandLineRun run = CommandLineRun.typing(input, home, words);
    assertEquals(0, run.code(), () -> String.join("\n", run.err()));
    return run.out();
  }

  private String refused(String input, String... words) {
    CommandLineRun run = CommandLineRun.typing(input, home, words);
    assertEquals(2, run.code());
    assertEquals(1, run.err().size(), () -> String.join("\n", run.err()));
    return run.err().get(0);
  }

  @Test
  void aClientIsKeptShownBackedUpSealedErasedAndRestored() throws Exception {
    done("", "library", "add", "C-017", "--set", "name=Quist");
    done("", "library", "add", "C-018");
    done(
        "",
        "library",
        "check-in",
        "C-017",
        "--day",
        "2026-11-20",
        "--load",
        "sitting=8,stress=6",
        "--capacity",
        "mobility=4",
        "--flare-up",
        "2026-11-19,30,7",
        "--pain-since",
        "in-cycles",
        "--progress",
        "sat-longer",
        "--fear",
        "lifting a crate/2 kg=8",
        "--sleep",
        "6.5",
        "--sat",
        "40,55",
        "--taken",
        "ibuprofen=400 mg");
    done("", "library", "keep", "C-017", SAMPLE);
    assertTrue(done("", "library", "review", "C-017").get(0).contains("beats"));
    String shown = String.join("\n", done("", "library", "show", "C-017"));
    for (String part :
        List.of(
            "sitting 8",
            "2026-11-16",
            "took ibuprofen 400 mg",
            "flare-ups: 1",
            "(2 kg) 8",
            "slept 6.5 h",
            "sat 40 to 55 min")) {
      assertTrue(shown.contains(part), shown);
    }
    assertTrue(done("", "library", "clients", "quist").get(0).contains("1 session"));
    String places = home.resolve("copies").toString();
    String words = "tide after tide\n";
    List<String> key = done(words + words, "library", "passphrase");
    assertEquals(69, key.get(1).length());
    done(words, "library", "backup", places);
    assertTrue(refused("tide after time\n", "library").contains("do not open"));
    assertTrue(refused("", "library").contains("passphrase"));
    done(words, "library", "export", home.resolve("open").toString(), "C-017");
    assertTrue(Files.exists(home.resolve("open/C-017/diary.jsonl")));
    done(words, "library", "erase", "C-017", "--yes", "--backups", places);
    assertEquals(1, done(words, "library").size());
    String empty = home.resolve("empty").toString();
    done("", "library", "restore", places, "--folder", empty);
    assertEquals(1, done(key.get(1) + "\n", "library", "--folder", empty, "--recovery-key").size());
    assertEquals(
        List.of("all is as it was written"), done(words, "library", "check", "--folder", empty));
  }

  @Test
  void aPaceThatWasFoundIsKeptAsASuggestionUnlessTheHeartWasVirtual() throws Exception {
    Path virtual = home.resolve("virtual.session.jsonl");
    done(
        "",
        "session",
        "--simulate",
        "--resonance",
        "5.2",
        "--protocol",
        "find-the-pace-stepped",
        "--speed",
        "0",
        "--seed",
        "4",
        "--record",
        virtual.toString());
    Path measured = home.resolve("measured.session.jsonl");
    Files.writeString(
        measured, Files.readString(virtual).replace("\"simulated\":true", "\"simulated\":false"));
    done("", "library", "add", "C-1");
    assertEquals(1, done("", "library", "keep", "C-1", virtual.toString()).size());
    List<String> kept = done("", "library", "keep", "C-1", measured.toString());
    assertTrue(kept.get(1).matches("  kept as a suggestion: 5\\.[12] a minute, 5.* found on .*"));
    String pace = kept.get(1).replace("  kept as a suggestion: ", "pace: ");
    assertTrue(done("", "library", "show", "C-1").contains(pace), pace);
  }

  @Test
  void whatIsMistypedIsOneClearLine() {
    done("", "library", "add", "C-1");
    assertTrue(refused("", "library", "add", "C-1").contains("already"));
    assertTrue(refused("", "library", "note", "C-2", "x").contains("no such client"));
    assertTrue(
        refused("", "library", "check-in", "C-1", "--load", "sitting=11").contains("0 to 10"));
    assertTrue(refused("", "library", "check-in", "C-1", "--load", "flying=1").contains("driving"));
    assertTrue(refused("", "library", "check-in", "C-1", "--day", "today").contains("2026-11-20"));
    assertTrue(refused("", "library", "check-in", "C-1", "--sleep", "25").contains("24 hours"));
    assertTrue(refused("", "library", "check-in", "C-1", "--sat", "long").contains("40,55"));
    assertTrue(
        refused("", "library", "restore", home.resolve("none").toString())
            .contains("there is none"));
    assertTrue(refused("", "library", "review", "C-1").contains("no sessions yet"));
    assertTrue(refused("", "library", "recover", "abc").contains("none of the unfinished"));
    assertFalse(refused("", "library", "erase", "C-1").isEmpty());
  }
}
