package app.downshift.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.beat.BeatTests;
import app.downshift.evidence.MadeSessions;
import app.downshift.evidence.MadeSessions.Rest;
import app.downshift.evidence.ManySessions;
import app.downshift.evidence.MeanEffect;
import app.downshift.evidence.Metric;
import app.downshift.evidence.SessionEvidence;
import app.downshift.hrv.TimeDomain;
import app.downshift.recording.Intervals;
import app.downshift.recording.SessionFile;
import app.downshift.session.Command;
import app.downshift.session.SessionEvent;
import app.downshift.session.SessionPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

/** What is printed, and what is not. */
class ReportTest {
  private static final List<String> LANGUAGES = List.of("en", "de");
  private static final double LEAST_CLIENT_LETTERS = 11.99;
  private static final double FOOT = 62;
  private static final String WITHHELD = " – – – – – –";

  @Test
  void aPhaseIsPrintedWithTheFiguresOfItsBeats() throws Exception {
    SessionFile session = ReportedSessions.good();
    var rest = BeatTests.mark(Intervals.of(session)).window(0, 240_000);
    TimeDomain time = TimeDomain.of(rest);
    String row =
        String.format(
            Locale.ROOT,
            "Baseline 4:00 100.0 %.1f %.1f %.1f %.1f ",
            time.heartRatePerMinute(),
            time.rmssdMillis(),
            time.sdnnMillis(),
            time.pnn50Percent());
    String text = Printed.of(Reader.COLLEAGUE, "en", session).text();
    assertTrue(text.contains(row), () -> row + " is not in " + text);
  }

  @Test
  void pacedPhasesAndActivitiesAreSaidNotToBeComparable() throws Exception {
    String breathing = Printed.of(Reader.COLLEAGUE, "en", ReportedSessions.good()).text();
    assertTrue(breathing.contains("Breathe †"), breathing);
    assertTrue(breathing.contains("† With the pacer: not comparable with a rest."), breathing);
    assertFalse(breathing.contains("‡"), breathing);
    SessionFile arithmetic = MadeSessions.of("demonstrate", 3, MadeSessions.USUAL);
    String active = Printed.of(Reader.COLLEAGUE, "en", arithmetic).text();
    assertTrue(active.contains("‡ Not a rest: not comparable with one."), active);
  }

  @Test
  void aPoorSessionPrintsNoFigureAndNoCurveOfTheHeart() throws Exception {
    SessionFile poor = ReportedSessions.poor();
    String colleague = Printed.of(Reader.COLLEAGUE, "en", poor).text();
    for (String phase : List.of("Baseline 4:00 ", "Breathe † 10:00 ", "Recover 5:0")) {
      assertTrue(
          Pattern.compile(Pattern.quote(phase) + "[0-9. ]+ –" + WITHHELD).matcher(colleague).find(),
          () -> phase + " in " + colleague);
    }
    assertTrue(colleague.contains("Heart rate, per minute – – – –"), colleague);
    assertTrue(colleague.contains("No phase allows a spectrum"), colleague);
    String client = Printed.of(Reader.CLIENT, "en", poor).text();
    assertTrue(client.contains("no heart rate: the signal is too poor"), client);
    assertFalse(client.contains("Heart rate at rest"), client);
  }

  @Test
  void anIrregularSessionPrintsItsRateAndNothingOfVariability() throws Exception {
    SessionFile irregular = SessionFile.read(Path.of("samples/irregular-rhythm.session.jsonl"));
    String colleague = Printed.of(Reader.COLLEAGUE, "en", irregular).text();
    for (String phase : List.of("Baseline", "Breathe †", "Recover")) {
      assertTrue(
          Pattern.compile(Pattern.quote(phase) + " [0-9]:[0-9]{2} [0-9.]+ [0-9.]+" + WITHHELD)
              .matcher(colleague)
              .find(),
          () -> phase + " in " + colleague);
    }
    for (Reader reader : Reader.values()) {
      String text = Printed.of(reader, "en", irregular).text();
      assertTrue(text.contains("too irregular to score. If this is new to you, ask"), text);
      assertFalse(text.toLowerCase(Locale.ROOT).contains("fibrillation"), text);
    }
  }

  @Test
  void thePeriodTellsTheEffectItsIntervalAndWhatIsMissing() throws Exception {
    List<SessionFile> three = ReportedSessions.period(3);
    MeanEffect rate = many(three).effects().get(Metric.HR);
    for (Reader reader : Reader.values()) {
      String text = Printed.of(reader, "en", three).text();
      String said =
          String.format(
              Locale.ROOT, "%+.1f (%+.1f to %+.1f)", rate.difference(), rate.low(), rate.high());
      assertTrue(text.contains(said), () -> said + " is not in " + text);
      assertTrue(text.contains("6 more with breathing and 7 more quiet ones"), text);
    }
    List<SessionFile> twenty = ReportedSessions.period(20);
    MeanEffect rmssd = many(twenty).effects().get(Metric.LN_RMSSD);
    String table =
        String.format(
            Locale.ROOT,
            "ln RMSSD (ms) 10 10 %+.2f %+.2f to %+.2f %.3f %s",
            rmssd.difference(),
            rmssd.low(),
            rmssd.high(),
            rmssd.p(),
            rmssd.claim() ? "shown" : "not shown");
    String text = Printed.of(Reader.COLLEAGUE, "en", twenty).text();
    assertTrue(text.contains(table), () -> table + " is not in " + text);
    assertFalse(text.contains("Too few"), text);
  }

  @Test
  void theOrderOfTheFilesOfAPeriodDoesNotMatter() {
    List<SessionFile> sessions = ReportedSessions.period(4);
    List<SessionFile> turned = new ArrayList<>(sessions);
    java.util.Collections.reverse(turned);
    assertArrayEquals(
        Printed.of(Reader.COLLEAGUE, "en", sessions).bytes(),
        Printed.of(Reader.COLLEAGUE, "en", turned).bytes());
  }

  @Test
  void sessionsOfSeveralClientsAreNoPeriod() {
    List<SessionFile> mixed = new ArrayList<>(ReportedSessions.period(2));
    mixed.add(named(ReportedSessions.good(), "C-018"));
    Report report = Printed.report(Reader.CLIENT, "en");
    assertThrows(IllegalArgumentException.class, () -> report.period(mixed));
    assertThrows(IllegalArgumentException.class, () -> report.period(List.of()));
  }

  @Test
  void theSameRecordingGivesTheSameBytes() {
    for (Reader reader : Reader.values()) {
      assertArrayEquals(
          Printed.of(reader, "de", ReportedSessions.good()).bytes(),
          Printed.of(reader, "de", ReportedSessions.good()).bytes());
    }
  }

  @Test
  void aClientsSessionIsOnePageInLargeLettersAndAColleaguesIsTwoAllWithinTheMargins()
      throws Exception {
    for (var each : sessions().entrySet()) {
      for (String language : LANGUAGES) {
        Printed client = Printed.of(Reader.CLIENT, language, each.getValue());
        String which = each.getKey() + " " + language;
        assertEquals(1, client.pages(), which);
        for (TextPosition letter : within(which, client)) {
          boolean footer = letter.getPageHeight() - letter.getYDirAdj() < FOOT;
          assertTrue(
              footer || letter.getFontSizeInPt() >= LEAST_CLIENT_LETTERS,
              () -> which + ": " + letter + " in " + letter.getFontSizeInPt() + " pt");
        }
        Printed colleague = Printed.of(Reader.COLLEAGUE, language, each.getValue());
        assertEquals(2, colleague.pages(), which);
        within(which, colleague);
      }
    }
  }

  @Test
  void aPeriodOfAnyLengthStaysWithinTheMargins() throws Exception {
    List<SessionFile> sessions = ReportedSessions.period(50);
    within("client", Printed.of(Reader.CLIENT, "de", sessions));
    within("colleague", Printed.of(Reader.COLLEAGUE, "de", sessions));
    within("three", Printed.of(Reader.CLIENT, "en", sessions.subList(0, 3)));
  }

  @Test
  void aPeriodOfAClientIsTwoPagesInLargeLetters() throws Exception {
    for (int count : new int[] {3, 20}) {
      for (String language : LANGUAGES) {
        Printed period = Printed.of(Reader.CLIENT, language, ReportedSessions.period(count));
        assertEquals(2, period.pages(), count + " " + language);
        for (TextPosition letter : within(count + " " + language, period)) {
          boolean footer = letter.getPageHeight() - letter.getYDirAdj() < FOOT;
          assertTrue(footer || letter.getFontSizeInPt() >= LEAST_CLIENT_LETTERS, letter::toString);
        }
      }
    }
  }

  @Test
  void itIsSaidOnceThatThisIsNoMedicalDevice() throws Exception {
    for (Reader reader : Reader.values()) {
      once("medical device", Printed.of(reader, "en", ReportedSessions.good()).text());
      once("Medizinprodukt", Printed.of(reader, "de", ReportedSessions.good()).text());
      once("medical device", Printed.of(reader, "en", ReportedSessions.period(3)).text());
    }
  }

  @Test
  void whatIsNotKnownIsNoReasonToFail() throws Exception {
    SessionFile good = ReportedSessions.good();
    var empty = new SessionFile(good.plan(), List.of(), 0, 0, false);
    var begun = new SessionFile(good.plan(), good.events().subList(0, 3), 0, 0, true);
    for (Reader reader : Reader.values()) {
      assertTrue(Printed.of(reader, "en", empty).text().contains("C-017"));
      assertTrue(Printed.of(reader, "en", begun).text().contains("C-017"));
      assertTrue(Printed.of(reader, "en", List.of(empty, begun)).text().contains("C-017"));
    }
  }

  @Test
  void namesOfAnyLengthAndScriptArePrintedAsFarAsTheLettersGo() throws Exception {
    String name = "Ærøskøbing-Žižek \t山\n" + "x".repeat(300);
    Printed printed = Printed.of(Reader.CLIENT, "en", named(ReportedSessions.good(), name));
    assertTrue(printed.text().contains("Ærøskøbing-Žižek ?"), printed::toString);
    within("long name", printed);
  }

  @Test
  void aNotedPostureIsToldAndNotesHaveTheirTimes() throws Exception {
    SessionFile good = ReportedSessions.good();
    List<SessionEvent> events = new ArrayList<>(good.events());
    events.add(
        100,
        new SessionEvent.Commanded(
            61_000_000, new Command.AddMarker("sitting, feet on the floor")));
    var noted = new SessionFile(good.plan(), events, 0, 0, false);
    String text = Printed.of(Reader.COLLEAGUE, "en", noted).text();
    assertTrue(text.contains("noted: “sitting, feet on the floor”"), text);
    assertTrue(text.contains("1:01 sitting, feet on the floor"), text);
    String without = Printed.of(Reader.COLLEAGUE, "en", good).text();
    assertTrue(without.contains("Posture not noted"), without);
  }

  private static Map<String, SessionFile> sessions() throws Exception {
    Map<String, SessionFile> sessions = new LinkedHashMap<>();
    sessions.put("good", ReportedSessions.good());
    sessions.put("poor", ReportedSessions.poor());
    sessions.put("quiet", MadeSessions.of("quiet-control", 5, MadeSessions.USUAL));
    sessions.put("arithmetic", MadeSessions.of("demonstrate", 5, new Rest(60, 50, 12)));
    sessions.put("steps", MadeSessions.of("find-the-pace-stepped", 5, new Rest(60, 50, 6)));
    sessions.put("irregular", SessionFile.read(Path.of("samples/irregular-rhythm.session.jsonl")));
    sessions.put(
        "dropout", SessionFile.read(Path.of("samples/ectopics-and-dropout.session.jsonl")));
    return sessions;
  }

  private static ManySessions many(List<SessionFile> files) {
    return ManySessions.of(files.stream().map(SessionEvidence::of).toList());
  }

  private static SessionFile named(SessionFile file, String client) {
    SessionPlan plan = file.plan();
    var renamed =
        new SessionPlan(
            plan.started(),
            client,
            plan.sensor(),
            plan.traits(),
            plan.simulated(),
            plan.protocol(),
            plan.swingReferenceBpm());
    return new SessionFile(renamed, file.events(), 0, 0, false);
  }

  private static List<TextPosition> within(String which, Printed printed) throws Exception {
    try (PDDocument document = printed.open()) {
      document
          .getPages()
          .forEach(
              page -> assertEquals(page.getMediaBox().toString(), page.getCropBox().toString()));
    }
    List<TextPosition> letters = printed.letters();
    assertTrue(letters.size() > 300, which);
    for (TextPosition letter : letters) {
      if (letter.getUnicode().isBlank()) {
        continue; // a blank at the end of a line is read, not seen
      }
      double right = letter.getXDirAdj() + letter.getWidthDirAdj();
      double top = letter.getYDirAdj() - letter.getFontSizeInPt();
      assertTrue(
          letter.getXDirAdj() >= 53.9
              && right <= letter.getPageWidth() - 53.9
              && top >= 50
              && letter.getYDirAdj() <= letter.getPageHeight() - 30,
          () -> which + ": " + letter + " at " + letter.getXDirAdj() + ", " + letter.getYDirAdj());
    }
    return letters;
  }

  private static void once(String words, String text) {
    int first = text.indexOf(words);
    assertTrue(first >= 0, text);
    assertEquals(-1, text.indexOf(words, first + 1), text);
  }
}
