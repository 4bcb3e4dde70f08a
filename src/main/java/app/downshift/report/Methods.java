package app.downshift.report;

import app.downshift.beat.Mark;
import app.downshift.sensor.SensorCatalogue;
import app.downshift.sensor.SensorTraits;
import app.downshift.sensor.SensorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** How the figures of a session came about, for somebody who wants to judge them. */
final class Methods {
  /** No field of the recording holds it; somebody may have noted it. */
  private static final Pattern POSTURE =
      Pattern.compile(
          "\\b(posture|sitting|seated|lying|supine|prone|standing|haltung|sitz\\w*|lieg\\w*"
              + "|steh\\w*|rückenlage|bauchlage)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  private final SessionFacts facts;
  private final Phrases words;
  private final Telling telling;
  private final String version;

  /**
   * @param version of the program
   */
  Methods(SessionFacts facts, Phrases words, String version) {
    this.facts = facts;
    this.words = words;
    this.version = version;
    telling = new Telling(words);
  }

  /** What was done, by its name. */
  List<List<String>> rows() {
    SensorTraits traits = facts.plan().traits();
    Optional<SensorType> sensor = SensorCatalogue.named(facts.plan().sensor());
    var device = new StringBuilder();
    device.append(
        sensor.map(type -> words.text("sensor." + type.name())).orElse(facts.plan().sensor()));
    device.append("; ").append(intervals());
    device.append(words.text("device.step", words.brief(traits.resolutionMillis(), 2)));
    device.append(words.text(traits.suitsHrv() ? "device.suits" : "device.weak"));
    if (traits.losesBeatsUnseen()) {
      device.append(words.text("device.loses"));
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(words.text("method.device"), device.toString()));
    rows.add(List.of(words.text("method.recording"), recording()));
    rows.add(List.of(words.text("method.marks"), words.text("marks.rule") + " " + marks()));
    rows.add(List.of(words.text("method.windows"), words.text("windows.rule")));
    rows.add(List.of(words.text("method.estimators"), words.text("estimators.rule")));
    rows.add(List.of(words.text("method.breathing"), breathing()));
    rows.add(
        List.of(words.text("method.evidence"), words.text("evidence.rule", facts.quietSessions())));
    rows.add(List.of(words.text("method.posture"), posture()));
    rows.add(List.of(words.text("method.software"), words.text("software", version)));
    return rows;
  }

  /** What kind of intervals they are. */
  String intervals() {
    return words.text("intervals." + Telling.word(facts.plan().traits().intervals()));
  }

  private String recording() {
    return words.text(
        "recording",
        words.brief(facts.marked().size(), 0),
        words.clock(Math.ceil(facts.marked().durationMillis() / 1000)), // as analyze does
        words.number(100 * facts.sound().cleanShare(), 1),
        words.number(100.0 * facts.marked().marked() / Math.max(1, facts.marked().size()), 1),
        words.brief(facts.marked().marked(), 0),
        facts.marked().gaps(),
        words.text("signal." + facts.sound().band().word()),
        words.text("rhythm." + facts.sound().rhythm().word()));
  }

  private String marks() {
    List<String> kinds = new ArrayList<>();
    for (Mark mark : Mark.values()) {
      int count = 0;
      for (int i = 0; i < facts.marked().size(); i++) {
        count += facts.marked().marks(i).has(mark) ? 1 : 0;
      }
      if (count > 0) {
        kinds.add(words.text("mark." + mark.word()) + " " + words.brief(count, 0));
      }
    }
    return kinds.isEmpty()
        ? words.text("marks.none")
        : words.text("marks.some", String.join(", ", kinds));
  }

  private String breathing() {
    List<String> led =
        facts.phases().stream()
            .filter(PhaseFacts::paced)
            .map(phase -> telling.did(phase, facts.paces()))
            .toList();
    String guessed = words.text("breathing.rule");
    return led.isEmpty() || led.size() > 3
        ? guessed
        : words.text("breathing.paced", String.join("; ", led)) + " " + guessed;
  }

  private String posture() {
    return facts.notes().stream()
        .map(SessionFacts.Note::text)
        .filter(note -> POSTURE.matcher(note).find())
        .findFirst()
        .map(note -> words.text("posture.noted", note))
        .orElse(words.text("posture.none"));
  }
}
