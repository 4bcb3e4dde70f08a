package app.downshift.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.sensor.SensorCatalogue;
import app.downshift.sensor.SensorType;
import java.io.InputStreamReader;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The words of reports: complete in both languages, without promises or causes. */
class PhrasesTest {
  private static final Pattern PLACE = Pattern.compile("\\{\\d");
  private static final Pattern PROMISES =
      Pattern.compile(
          "heal(?!th)|cure|therap|vagal|vagus|balance|stress level|heil|kurier|gleichgewicht|stresswert"
              + "|improve|verbesser|besser|better|benefit|relie|linder",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern HEART =
      Pattern.compile("heart|herz|rmssd|hrv|variab|breath|atm", Pattern.CASE_INSENSITIVE);
  private static final Pattern FELT =
      Pattern.compile(
          "pain|tension|stress|rating|schmerz|spannung|einschätz", Pattern.CASE_INSENSITIVE);

  /** Those say that the one does not explain the other, or tell what stands in a table. */
  private static final Set<String> BOTH =
      Set.of("limit.beside", "limit.beside.colleague", "sessions.note");

  @Test
  void bothLanguagesHaveTheSameKeysAndPlaces() throws Exception {
    Map<String, String> english = bundle("");
    Map<String, String> german = bundle("_de");
    assertEquals(english.keySet(), german.keySet());
    english.forEach(
        (key, text) ->
            assertEquals(places(text), places(german.get(key)), () -> "places of " + key));
  }

  @Test
  void nothingIsPromisedAndNoFigureIsJoinedToHowSomebodyFeels() throws Exception {
    for (String language : new String[] {"", "_de"}) {
      bundle(language)
          .forEach(
              (key, text) -> {
                assertFalse(PROMISES.matcher(text).find(), () -> key + ": " + text);
                assertFalse(
                    !BOTH.contains(key) && HEART.matcher(text).find() && FELT.matcher(text).find(),
                    () -> key + ": " + text);
              });
    }
  }

  @Test
  void everySensorHasANameInBothLanguages() throws Exception {
    Map<String, String> english = bundle("");
    for (SensorType type : SensorCatalogue.all()) {
      assertEquals(type.title(), english.get("sensor." + type.name()));
    }
    String german = Printed.of(Reader.COLLEAGUE, "de", ReportedSessions.good()).text();
    assertTrue(german.contains("Brustgurt über eine Brückenplatine"), german);
  }

  @Test
  void everyTextIsFilledWithoutLosingAnApostropheOrAPlace() throws Exception {
    for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.GERMAN}) {
      var words = new Phrases(locale, ZoneOffset.UTC);
      for (String key : bundle("").keySet()) {
        String text = words.text(key, 1, 2, 3, 4, 5, 6, 7, 8);
        assertFalse(text.isBlank(), key);
        assertFalse(PLACE.matcher(text).find(), () -> key + ": " + text);
      }
    }
  }

  @Test
  void daysAndNumbersAreWrittenInTheWayOfTheLanguage() {
    Instant when = Instant.parse("2026-11-08T09:05:00Z");
    var english = new Phrases(Locale.ENGLISH, ZoneOffset.UTC);
    var german = new Phrases(Locale.GERMAN, ZoneId.of("Europe/Berlin"));
    assertEquals("8 November 2026", english.day(when));
    assertEquals("8. November 2026", german.day(when));
    assertTrue(german.moment(when).endsWith("10:05"), german.moment(when));
    assertEquals("1327.5", english.number(1327.5, 1));
    assertEquals("−1327,5", german.number(-1327.5, 1));
    assertEquals("0.0", english.signed(-0.04, 1));
    assertEquals("+0.1", english.signed(0.06, 1));
    assertEquals("–", english.signed(Double.NaN, 1));
    assertEquals("19 minutes", english.length(1144).replace('\u00a0', ' '));
    assertEquals("1 Minute", german.length(61).replace('\u00a0', ' '));
    assertEquals("2:30 Minuten", german.length(150).replace('\u00a0', ' '));
  }

  private static Set<String> places(String text) {
    return new TreeSet<>(
        PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet()));
  }

  private static Map<String, String> bundle(String language) throws Exception {
    var properties = new Properties();
    try (var in =
        new InputStreamReader(
            PhrasesTest.class.getResourceAsStream("messages" + language + ".properties"), UTF_8)) {
      properties.load(in);
    }
    Map<String, String> texts = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
    return texts;
  }
}
