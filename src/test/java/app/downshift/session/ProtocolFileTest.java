package app.downshift.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.breath.BreathPattern;
import app.downshift.breath.PaceLimits;
import app.downshift.breath.PacePlan;
import app.downshift.breath.Pacer;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtocolFileTest {
  private static final long SEED = 20261121;

  private final ProtocolFile file = new ProtocolFile();
  private final ProtocolText text = new ProtocolText();
  private final ShippedProtocols shipped = new ShippedProtocols();

  private static String withPhase(String phase) {
    return "{\"protocol\": 1, \"name\": \"mine\", \"phases\": [" + phase + "]}";
  }

  private Phase phase(String phase) throws ProtocolInvalid {
    return file.read(withPhase(phase), "mine.protocol.json").phases().get(0);
  }

  private String refusal(String content) {
    var invalid =
        assertThrows(ProtocolInvalid.class, () -> file.read(content, "mine.protocol.json"));
    String line = invalid.getMessage();
    assertFalse(line.contains("\n"), line);
    assertTrue(line.startsWith("mine.protocol.json: ") && line.contains("; "), line);
    assertTrue(line.codePoints().allMatch(Signs::plain), line);
    return line;
  }

  @Test
  void whatIsWrittenIsReadAgainAndWrittenInTheSameWay() throws Exception {
    for (String name : shipped.names()) {
      Protocol protocol = shipped.named(name);
      String written = text.of(protocol);
      assertEquals(protocol, file.read(written, name));
      assertEquals(written, text.of(file.read(written, name)));
    }
  }

  @Test
  void randomProtocolsSurviveTheirFile() throws Exception {
    var random = new Random(SEED);
    for (int i = 0; i < 300; i++) {
      Protocol protocol = RandomProtocols.next(random);
      assertEquals(protocol, file.read(text.of(protocol), "random"), "seed " + SEED + ", " + i);
    }
  }

  @Test
  void commentsAndTrailingCommasAreAllowed() throws Exception {
    Protocol read =
        file.read(
            """
            // one's own
            {
              "protocol": 1, "name": "mine", /* a word of files */
              "phases": [
                {"name": "breathe", "kind": "paced", "per-minute": 6, "seconds": 60,},
              ],
            }
            """,
            "mine");
    assertEquals(
        new Phase.Paced(new PacePlan.Steady(6), BreathPattern.LONG_EXHALE),
        read.phases().get(0).kind());
  }

  @Test
  void theStandardSessionsAreThoseTheyAlwaysWere() {
    for (Protocol always : List.of(Protocol.breathe(6), Protocol.breatheShort(6))) {
      Protocol now = shipped.named(always.name());
      assertEquals(always.phases().size(), now.phases().size());
      for (int i = 0; i < now.phases().size(); i++) {
        Phase one = always.phases().get(i);
        Phase other = now.phases().get(i);
        assertEquals(
            List.of(one.name(), one.plannedSeconds(), one.kind()),
            List.of(other.name(), other.plannedSeconds(), other.kind()));
      }
    }
    assertEquals(
        Protocol.breathe(4.8).phases().get(1).kind(),
        shipped.named("breathe").towards(4.8).phases().get(1).kind());
  }

  @Test
  void everyShippedProtocolSpeaksEnglishAndGermanAndPromisesNoCure() {
    for (String name : shipped.names()) {
      Protocol protocol = shipped.named(name);
      assertEquals(name, protocol.name());
      for (Phase phase : protocol.phases()) {
        assertBoth(phase.title(), name);
        assertBoth(phase.instruction(), name);
      }
      assertBoth(protocol.title(), name);
      assertBoth(protocol.purpose(), name);
    }
  }

  private static void assertBoth(Wording wording, String where) {
    assertEquals(Set.of("de", "en"), wording.byLanguage().keySet(), where);
    for (String words : wording.byLanguage().values()) {
      String small = words.toLowerCase(java.util.Locale.ROOT);
      for (String promise :
          List.of(
              "heal",
              "cure",
              "treat ",
              "therap",
              "relie",
              "prevent",
              "heilt",
              "heilung",
              "lindert",
              "deep breath",
              "deeply!")) {
        assertFalse(small.contains(promise), where + ": " + words);
      }
    }
  }

  @Test
  void aFirstSessionIsShortAndLooksForNoPace() {
    assertTrue(shipped.named("breathe").firstSession().suits());
    assertEquals(600, shipped.named("breathe").firstSession().pacedSeconds());
    assertEquals(
        EnumSet.of(FirstSession.Reason.STEPPED, FirstSession.Reason.LONG),
        shipped.named("find-the-pace-stepped").firstSession().reasons());
    assertEquals(
        EnumSet.of(FirstSession.Reason.SLIDING, FirstSession.Reason.LONG),
        shipped.named("find-the-pace-sliding").firstSession().reasons());
    for (String name :
        List.of("regulate-then-move", "demonstrate", "belly-and-chest", "hands-on")) {
      assertTrue(shipped.named(name).firstSession().suits(), name);
    }
  }

  @Test
  void holdsNeedToBeSaidTwice() throws Exception {
    String box =
        "{\"name\":\"b\",\"kind\":\"paced\",\"per-minute\":5,\"seconds\":60,\"pattern\":\"4:4:4:4\"";
    assertTrue(refusal(withPhase(box + "}")).contains("\"holds\": \"allowed\""));
    Phase allowed = phase(box + ",\"holds\":\"allowed\"}");
    assertEquals(BreathPattern.BOX, ((Phase.Paced) allowed.kind()).pattern());
    assertTrue(refusal(withPhase(box + ",\"holds\":true}")).contains("holds"));
  }

  @Test
  void theSlideIsThatOfFisherAndLehrer() {
    var paced = (Phase.Paced) shipped.named("find-the-pace-sliding").phases().get(1).kind();
    var slide = assertInstanceOf(PacePlan.Sliding.class, paced.plan());
    assertEquals(0.06704, slide.longerSeconds(), 5e-6);
    Pacer pacer = slide.start(0, 0, slide.seconds(), paced.pattern());
    double from = 0;
    for (int breath = 0; breath < 78; breath++) {
      assertEquals(breath, pacer.cyclesAt(Math.round(from * 1e6)), 1e-6, "breath " + breath);
      from += 60 / 6.75 + breath * slide.longerSeconds();
    }
    assertEquals(slide.seconds(), from, 1e-9);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "\"kind\":\"paced\",\"per-minute\":3.9,\"seconds\":60 | per-minute 3.9",
        "\"kind\":\"paced\",\"per-minute\":15.5,\"seconds\":60 | outside 4 to 15",
        "\"kind\":\"paced\",\"per-minute\":\"mine\",\"seconds\":60 | choose one of own",
        "\"kind\":\"paced\",\"per-minute\":\"own\",\"seconds\":60 | otherwise is missing",
        "\"kind\":\"paced\",\"per-minute\":6 | seconds is missing",
        "\"kind\":\"paced\",\"per-minute\":6,\"seconds\":1e9 | outside 1 to 3600",
        "\"kind\":\"paced\",\"per-minute\":6,\"seconds\":0 | seconds 0",
        "\"kind\":\"paced\",\"per-minute\":6,\"seconds\":60,\"secnds\":9 | \"secnds\" is not known",
        "\"kind\":\"paced\",\"per-minute\":6,\"seconds\":60,\"inhale\":0.1 | inhale 0.1",
        "\"kind\":\"paced\",\"per-minute\":6,\"seconds\":60,\"pattern\":\"1:9\" | a fifth",
        "\"kind\":\"paced\",\"per-minute\":6,\"seconds\":60,\"pattern\":\"0:0\" | a fifth",
        "\"kind\":\"paced\",\"per-minute\":6,\"seconds\":60,\"pattern\":\"4:6\",\"inhale\":0.4 | say the same",
        "\"kind\":\"glide\",\"from\":20,\"to\":6,\"seconds\":60 | from 20",
        "\"kind\":\"sliding\",\"breaths\":3,\"from\":15,\"to\":4 | steeper",
        "\"kind\":\"stepped\",\"rates\":[4,15],\"step-seconds\":60,\"discard-seconds\":10 | apart",
        "\"kind\":\"stepped\",\"rates\":[],\"step-seconds\":60,\"discard-seconds\":10 | rates has 0",
        "\"kind\":\"stepped\",\"rates\":[6],\"step-seconds\":60,\"discard-seconds\":60 | discard",
        "\"kind\":\"movement\",\"sets\":2.5,\"seconds\":60 | whole number",
        "\"kind\":\"hands-on\",\"markers\":[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\",\"h\",\"i\",\"j\"],\"seconds\":60 | 10 entries",
        "\"kind\":\"own-pace\",\"seconds\":60,\"until\":\"in-step-and-steady\" | in step",
        "\"kind\":\"stepped\",\"rates\":[6],\"step-seconds\":60,\"discard-seconds\":9,\"adaptive\":\"experimental\" | adapt",
        "\"kind\":\"nap\",\"seconds\":60 | own-pace, paced, glide",
        "\"kind\":\"free\",\"seconds\":60,\"instruction\":\"\\u001b[31m\" | cannot be printed",
        "\"kind\":\"free\",\"seconds\":60,\"instruction\":{\"english\":\"a\"} | is no language",
        "\"kind\":\"free\",\"seconds\":60,\"kind\":\"free\" | kind"
      })
  void whatIsWrongIsSaidInOneLine(String phase, String said) {
    String line = refusal(withPhase("{\"name\":\"a\"," + phase + "}"));
    assertTrue(line.contains(said), line);
  }

  @Test
  void filesThatAreNoProtocolsAreRefused() {
    for (String nonsense :
        List.of(
            "",
            "  ",
            "null",
            "[]",
            "7",
            "\"a\"",
            "{}",
            "{\"protocol\":1}",
            "{\"protocol\":2,",
            "[".repeat(10_000),
            "{\"a\":".repeat(5_000),
            " ".repeat(70_000),
            "\u0000",
            "NaN")) {
      refusal(nonsense);
    }
    assertTrue(refusal("{\"protocol\":2,\"name\":\"a\",\"phases\":[]}").contains("update"));
    String free = "{\"name\":\"a\",\"kind\":\"free\",\"seconds\":3000}";
    assertTrue(refusal(withPhase(free + "," + free + "," + free)).contains("together"));
    assertTrue(refusal(withPhase((free + ",").repeat(41))).contains("41 entries"));
  }

  @Test
  void thousandsOfMutatedFilesAreReadWithinTheLimitsOrRefusedInOneLine() {
    var random = new Random(SEED);
    List<String> sources = shipped.names().stream().map(n -> text.of(shipped.named(n))).toList();
    int read = 0;
    for (int i = 0; i < 6000; i++) {
      String mutated = Mutations.of(sources.get(random.nextInt(sources.size())), random);
      try {
        assertWithinLimits(file.read(mutated, "mine.protocol.json"), i);
        read++;
      } catch (ProtocolInvalid invalid) {
        String line = invalid.getMessage();
        assertTrue(
            line.codePoints().allMatch(Signs::plain) && line.length() < 900,
            "seed " + SEED + ", " + i + ": " + line);
      }
    }
    assertTrue(read > 300, "too few survived to say anything: " + read);
    assertTrue(read < 5700, "too few were damaged to say anything: " + read);
  }

  private static void assertWithinLimits(Protocol protocol, int number) {
    String which = "seed " + SEED + ", " + number + ": " + protocol;
    assertTrue(protocol.phases().size() <= ProtocolFile.MOST_PHASES, which);
    assertTrue(protocol.plannedSeconds() <= ProtocolFile.LONGEST_SECONDS, which);
    for (Phase phase : protocol.phases()) {
      if (!(phase.kind() instanceof Phase.Paced paced)) {
        continue;
      }
      Pacer pacer =
          paced
              .plan()
              .drawn(new Random(number))
              .start(0, 0.3, phase.plannedSeconds(), paced.pattern());
      assertTrue(Math.abs(pacer.perMinutePerMinute()) <= PaceLimits.STEEPEST_GLIDE + 1e-12, which);
      assertTrue(paced.pattern().exhale() >= PaceLimits.SHORTEST_STROKE - 1e-9, which);
      assertTrue(paced.pattern().inhale() >= PaceLimits.SHORTEST_STROKE - 1e-9, which);
      for (int k = 0; k <= 50; k++) {
        double rate = pacer.perMinuteAt(Math.round(phase.plannedSeconds() * 1e6 * k / 50));
        assertTrue(PaceLimits.allows(rate), which);
      }
    }
  }
}
