package app.downshift.ui.theme;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.downshift.beat.Mark;
import app.downshift.session.Command.Symptom;
import app.downshift.session.Reading;
import app.downshift.session.SessionEvent.GapCause;
import app.downshift.ui.Desk;
import java.io.IOException;
import java.io.InputStreamReader;
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
  private static final Pattern PROMISES =
      Pattern.compile(
          "heal|cure|treats|therapy|vagal|vagus|balance|stress level|pain"
              + "|heil|kurier|behandelt|therapie|gleichgewicht|stresswert|schmerz",
          Pattern.CASE_INSENSITIVE);

  /** What a person is asked to rate has to be called by its name; and there it is explained. */
  private static final Set<String> NAMED = Set.of("rating.pain", "edit.item.pain", "review.felt.pain", "why.3.text");

  private static final Pattern NAMES = Pattern.compile("pain|schmerz", Pattern.CASE_INSENSITIVE);
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
        String text = words.text(key, 1, 2, 3, 4);
        String promising = NAMED.contains(key) ? NAMES.matcher(text).replaceAll("") : text;
        assertFalse(PROMISES.matcher(promising).find(), () -> key + ": " + text);
        assertFalse(text.contains("{"), () -> key + ": " + text);
      }
    }
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
