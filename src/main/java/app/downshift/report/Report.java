package app.downshift.report;

import app.downshift.evidence.ManySessions;
import app.downshift.evidence.Metric;
import app.downshift.evidence.SessionEvidence;
import app.downshift.evidence.UsualDrift;
import app.downshift.recording.SessionFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Recordings as a printed report. The same recordings give the same bytes; there is no clock in
 * here.
 *
 * @param reader whom it is for
 * @param language of words and numbers: English or German
 * @param zone in which days and times are told
 * @param version of the program, as it stands at the foot of every page
 */
public record Report(Reader reader, Locale language, ZoneId zone, String version) {

  /** One session of a client of whom nothing else is known. */
  public byte[] session(SessionFile file) {
    return session(file, ManySessions.usual(List.of()));
  }

  /**
   * One session, as a PDF: one page for the client, two for a colleague as a rule.
   *
   * @param usual what the client usually drifts, learned from their other sessions
   */
  public byte[] session(SessionFile file, Map<Metric, UsualDrift> usual) {
    SessionFacts facts = SessionFacts.of(file, usual);
    var words = new Phrases(language, zone);
    String title = words.text("title.session." + reader.name());
    try (var paper = paper(title, facts.plan().client(), facts.plan().started(), words)) {
      if (reader == Reader.CLIENT) {
        new ClientSheet(facts, words).on(paper);
      } else {
        new ColleagueSheet(facts, words, version).on(paper);
      }
      return paper.finished(foot(words), words.text("page.of"));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /**
   * Several sessions of one client, in any order, as a PDF.
   *
   * @throws IllegalArgumentException if there are none, or if they are of several clients
   */
  public byte[] period(List<SessionFile> files) {
    if (files.stream().map(file -> file.plan().client()).distinct().count() != 1) {
      throw new IllegalArgumentException("a period is of one client");
    }
    List<SessionEvidence> sessions =
        files.stream()
            .map(SessionEvidence::of)
            .sorted(Comparator.comparing(SessionEvidence::started))
            .toList();
    boolean simulated = files.stream().anyMatch(file -> file.plan().simulated());
    var words = new Phrases(language, zone);
    String title = words.text("title.period." + reader.name());
    SessionEvidence last = sessions.get(sessions.size() - 1);
    try (var paper = paper(title, last.client(), last.started(), words)) {
      new PeriodSheet(sessions, simulated, words, reader).on(paper);
      return paper.finished(foot(words), words.text("page.of"));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private Paper paper(String title, String client, Instant of, Phrases words) throws IOException {
    String name = client.isBlank() ? words.text("client.nobody") : client;
    return new Paper(
        words.text("title.document", title, name, words.day(of)),
        language,
        "Downshift " + version,
        of);
  }

  private String foot(Phrases words) {
    return words.text("foot", version);
  }
}
