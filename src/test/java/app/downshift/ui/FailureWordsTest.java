package app.downshift.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.library.LibraryUnavailable;
import app.downshift.recording.LineAppender;
import app.downshift.recording.UnreadableFile;
import app.downshift.sensor.Refusal;
import app.downshift.sensor.link.PortUnavailable;
import app.downshift.session.ProtocolFile;
import app.downshift.session.ProtocolInvalid;
import app.downshift.ui.theme.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever does not work is told in the language of the window, and in all of it. */
class FailureWordsTest {
  private static final String ENGLISH = "english of a log";
  private static final Words DE = new Words(Locale.GERMAN);

  @Test
  void everyKindOfFailureHasWordsInBothLanguagesAndNoneOfTheLog() {
    Set<String> said = new HashSet<>();
    for (Words words : List.of(Rendering.WORDS, DE)) {
      for (Exception failure : failures()) {
        String says = FailureWords.of(new CompletionException(failure), words);
        assertTrue(says.length() > 8, says);
        assertFalse(says.contains(ENGLISH), says);
        assertFalse(says.matches(".*\\{\\d}.*"), says);
        assertTrue(said.add(words.language() + says + failure.getClass()), "twice: " + says);
      }
    }
    assertEquals(2 * failures().size(), said.size());
  }

  private static List<Exception> failures() {
    List<Exception> all = new ArrayList<>();
    for (PortUnavailable.Reason reason : PortUnavailable.Reason.values()) {
      all.add(new PortUnavailable(reason, "ttyUSB0", "5", ENGLISH, ENGLISH));
    }
    for (UnreadableFile.Reason reason : UnreadableFile.Reason.values()) {
      all.add(new UnreadableFile(reason, "a.session.jsonl", ENGLISH, ENGLISH));
    }
    for (ProtocolInvalid.Reason reason : ProtocolInvalid.Reason.values()) {
      all.add(
          new ProtocolInvalid(
              reason, "a.protocol.json", 3, ENGLISH, ENGLISH, List.of("a", "b", "c", "d")));
    }
    for (LibraryUnavailable.Reason reason : LibraryUnavailable.Reason.values()) {
      all.add(new LibraryUnavailable(reason, "records", ENGLISH, ENGLISH));
    }
    return all;
  }

  @Test
  void whatTheRecordsRefuseAndWhatSticksSayHasWordsToo() {
    for (Words words : List.of(Rendering.WORDS, DE)) {
      for (LibraryUnavailable.Matter matter : LibraryUnavailable.Matter.values()) {
        assertEquals(
            matter != LibraryUnavailable.Matter.NONE,
            words.has("no.refused." + matter.name().toLowerCase(Locale.ROOT)),
            matter::name);
      }
      for (Refusal refusal : Refusal.values()) {
        var status =
            new Desk.SensorStatus(
                Desk.SensorStatus.State.LISTENING, "", "", refusal.text() + " (0x0181)");
        String says = FailureWords.of(status, words);
        assertTrue(says.endsWith(" (0x0181)"), says);
        assertEquals(words == DE, !says.startsWith(refusal.text()), says);
      }
    }
    assertFalse(FailureWords.trouble(LineAppender.CHANGED, DE).equals(LineAppender.CHANGED));
    assertEquals("No space left on device", FailureWords.trouble("No space left on device", DE));
    assertEquals("Warum, steht im Logbuch.", FailureWords.of(new RuntimeException(ENGLISH), DE));
  }

  @Test
  void everySlipInAProtocolFileIsToldInGermanWithItsPhase() throws Exception {
    String file =
        "{\"protocol\": 1, \"name\": \"a\", \"phases\": [{\"name\": \"b\", \"kind\": \"paced\","
            + " \"per-minute\": 3, \"seconds\": 60}]}";
    assertEquals("Phase 1: per-minute 3 liegt außerhalb von 4 bis 15.", told(file));
    assertEquals("protocol fehlt.", told("{}"));
    assertEquals(
        "Phase 1: „per-hour“ ist hier unbekannt. Nehmen Sie es heraus, oder prüfen Sie die"
            + " Schreibweise.",
        told(file.replace("\"per-minute\": 3", "\"per-minute\": 6, \"per-hour\": 3")));
    assertTrue(told("{").startsWith("Die Datei ist bei Zeile 1 nicht zu verstehen."));
    assertTrue(told("[]").contains("geschweiften Klammern"), told("[]"));
  }

  private static String told(String text) {
    try {
      return new ProtocolFile().read(text, "a.protocol.json").toString();
    } catch (ProtocolInvalid invalid) {
      return FailureWords.of(invalid, DE);
    }
  }

  @Test
  void noScreenTakesTheMessageOfAnException() throws IOException {
    Path rooms = Path.of("src/main/java/app/downshift/ui");
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(rooms)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        String text = Files.readString(file);
        if (text.contains("getMessage()") || text.contains(".remedy()")) {
          found.add(rooms.relativize(file).toString());
        }
      }
    }
    assertEquals(List.of(), found);
  }
}
