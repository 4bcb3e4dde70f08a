package app.downshift.ui.theme;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.beat.Mark;
import app.downshift.session.Command.Symptom;
import app.downshift.session.ProtocolText;
import app.downshift.session.Reading;
import app.downshift.session.SessionEvent.GapCause;
import app.downshift.session.ShippedProtocols;
import app.downshift.ui.Desk;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static final Words ENGLISH = new Words(Locale.ENGLISH);
  private static final String BUNDLE = "app.downshift.ui.messages";

  /** Claims that no session can show, in whatever sentence. */
  private static final Pattern PROMISES =
      Pattern.compile(
          "\\b(un)?heal(s|ed|ing|th)?\\b|\\bcur(e|es|ed|ing)\\b|treats|therapy|therapeutic|vagal|vagus|vagot"
              + "|\\bbalanc|parasympath|sympathetic|nervous system|\\bstress (level|score|index)"
              + "|\\b(health|wellness|relaxation|recovery|readiness|calm|hrv|coherence) (score|index)"
              + "|\\byour score|biological age|guarantee|proven|proves"
              + "|heilt|heilung|heilsam|kurier|behandelt|gleichgewicht|stresswert|stressindex"
              + "|nervensystem|parasympath|sympathikus|gesundheitswert|erholungswert|punktzahl"
              + "|garantier|bewiesen|beweist",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** What somebody says of themselves must not stand in one sentence with what the heart does. */
  private static final Pattern FELT = Pattern.compile("\\bpain|schmerz", Pattern.CASE_INSENSITIVE);

  private static final Pattern MEASURED =
      Pattern.compile(
          "heart|pulse|rmssd|hrv|sdnn|swing|breath|pace|herz|puls|hub|atem|atm|takt",
          Pattern.CASE_INSENSITIVE);

  /** Words that make one thing the cause of another; none may stand beside pain at all. */
  private static final Pattern CAUSES =
      Pattern.compile(
          "because|therefore|thanks to|caus|reduc|reliev|eas(es|ed|ing)\\b|lower(s|ed)\\b|improv"
              + "|weil|dadurch|deshalb|dank |bewirk|lindert|verringer|senkt|besser",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PLACE = Pattern.compile("\\{\\d[^}]*}");

  @Test
  void numbersAreWrittenAsTheLocaleWritesThemWithATrueMinus() {
    assertEquals("14.2", ENGLISH.number(14.23, 1));
    assertEquals("14,2", new Words(Locale.GERMANY).number(14.23, 1));
    assertEquals("\u22128", ENGLISH.signed(-8, 0));
    assertEquals("+12", ENGLISH.signed(12, 0));
    assertEquals("0", ENGLISH.signed(-0.2, 0));
    assertEquals("0", ENGLISH.signed(0.2, 0));
    assertEquals("6", ENGLISH.brief(6.0, 1));
    assertEquals("5.5", ENGLISH.brief(5.5, 1));
  }

  @Test
  void whatIsNotKnownIsADash() {
    assertEquals("–", ENGLISH.number(Double.NaN, 1));
    assertEquals("–", ENGLISH.signed(Double.NaN, 1));
    assertEquals("–", ENGLISH.brief(Double.NaN, 1));
  }

  @Test
  void clocksCountDownToNoughtAndNoFurther() {
    assertEquals("7:24", ENGLISH.clock(444));
    assertEquals("0:01", ENGLISH.clock(0.2));
    assertEquals("0:00", ENGLISH.clock(-3));
    assertEquals("19:00", ENGLISH.clock(1140.0000000001));
  }

  @Test
  void everyReasonMarkGapAndSymptomHasItsWords() {
    for (Reading.Reason reason : Reading.Reason.values()) {
      assertFalse(ENGLISH.text("reason." + reason.name().toLowerCase(Locale.ROOT)).isBlank());
    }
    for (Mark mark : Mark.values()) {
      assertFalse(ENGLISH.text("mark." + mark.word()).isBlank());
    }
    for (GapCause cause : GapCause.values()) {
      assertFalse(ENGLISH.text("gap." + cause.word()).isBlank());
    }
    for (Symptom symptom : Symptom.values()) {
      assertFalse(ENGLISH.text("symptom." + symptom.name().toLowerCase(Locale.ROOT)).isBlank());
    }
  }

  @Test
  void noWordPromisesHealth() {
    for (Desk.Language language : Desk.Language.values()) {
      Words words = new Words(language.locale());
      for (String key : ResourceBundle.getBundle(BUNDLE, Locale.ROOT).keySet()) {
        String text = words.text(key, 1, 2, 3, 4, 5);
        assertPromisesNothing(key, text);
        assertFalse(text.contains("{"), () -> key + ": " + text);
      }
    }
  }

  @Test
  void noShippedProtocolPromisesHealth() {
    var texts = new ProtocolText();
    var shipped = new ShippedProtocols();
    for (String name : shipped.names()) {
      for (String line : texts.of(shipped.named(name)).split("\"")) {
        assertPromisesNothing(name, line);
      }
    }
  }

  @Test
  void theseWouldBeFound() {
    for (String claim :
        List.of(
            "Higher vagal tone",
            "Your HRV score",
            "Your stress level",
            "Less pain because your RMSSD rose",
            "Slow breathing eases back pain",
            "Pain falls as the heart slows",
            "Weniger Schmerz durch ruhigeres Herz",
            "Ihr Gesundheitswert",
            "Das lindert Schmerzen",
            "It heals")) {
      assertTrue(promises(claim), claim);
    }
    for (String plain : List.of("Pain before", "Schmerz nachher", "Clean beats, no balance kept")) {
      assertEquals(plain.contains("balance"), promises(plain), plain);
    }
  }

  private static void assertPromisesNothing(String where, String text) {
    assertFalse(promises(text), () -> where + ": " + text);
  }

  private static boolean promises(String text) {
    boolean felt = FELT.matcher(text).find();
    return PROMISES.matcher(text).find()
        || felt && (MEASURED.matcher(text).find() || CAUSES.matcher(text).find());
  }

  @Test
  void everyLanguageSaysEverythingWithTheSamePlaces() throws Exception {
    Properties english = read("messages.properties");
    for (Desk.Language language : Desk.Language.values()) {
      if (language == Desk.Language.ENGLISH) {
        continue;
      }
      Properties other = read("messages_" + language.locale() + ".properties");
      assertEquals(
          new TreeSet<>(english.keySet()), new TreeSet<>(other.keySet()), language.toString());
      for (String key : english.stringPropertyNames()) {
        assertEquals(
            places(english.getProperty(key)),
            places(other.getProperty(key)),
            () -> language + " " + key);
      }
    }
  }

  @Test
  void theMachineDecidesUntilSomebodyChooses() {
    assertEquals(Desk.Language.GERMAN, Desk.Language.of(Locale.forLanguageTag("de-AT")));
    assertEquals(Desk.Language.ENGLISH, Desk.Language.of(Locale.UK));
    assertEquals(Desk.Language.ENGLISH, Desk.Language.of(Locale.JAPAN));
  }

  private static Set<String> places(String text) {
    return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  private static Properties read(String name) throws IOException {
    var read = new Properties();
    try (var in = new InputStreamReader(Desk.class.getResourceAsStream(name), UTF_8)) {
      read.load(in);
    }
    return read;
  }
}
