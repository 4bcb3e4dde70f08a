package app.downshift.ui.review;

import app.downshift.evidence.SessionEvidence;
import app.downshift.evidence.SessionReview;
import app.downshift.ui.FailureWords;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Prose;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import java.io.Serial;
import java.time.ZoneId;
import java.util.List;
import net.miginfocom.swing.MigLayout;

/** What a recording says in words, above everything else. */
final class VerdictCard extends Card {
  @Serial private static final long serialVersionUID = 1;

  private final transient Words words;
  private final Prose sentence = new Prose("", Type.SEMIBOLD.of(21), Palette::text);
  private final Prose figures = new Prose("", Type.REGULAR.of(13), Palette::secondary);
  private final Prose modesty = new Prose("", Type.REGULAR.of(12), Palette::faint);

  VerdictCard(Words words) {
    super(
        new MigLayout(
            "insets 12 22 12 22, gap 0, fillx, wrap 1, hidemode 3", "[grow,fill]", "[]6[]4[]"));
    this.words = words;
    for (Prose each : List.of(sentence, figures, modesty)) {
      add(each, "growx, wmin 0");
    }
  }

  /** The words wait until everything that they rest on is known. */
  void show(Judging known) {
    if (known.seen().isPresent() && known.others().isPresent()) {
      SessionEvidence evidence = known.seen().get().review().evidence();
      VerdictWords says =
          VerdictWords.of(evidence, VerdictWords.Known.of(evidence, known.others().get()), words);
      String compared =
          known
              .beside()
              .map(seen -> words.text("review.beside", moment(seen.review())) + " ")
              .orElse("");
      sentence.say(says.sentence());
      figures.say((trouble(known) + " " + compared + says.figures()).strip());
      modesty.say(says.modesty());
    } else {
      sentence.say(words.text("review.judging"));
      figures.say(trouble(known));
      modesty.say(words.text("verdict.pacing"));
    }
    figures.setVisible(!figures.getText().isEmpty());
  }

  private String trouble(Judging known) {
    return known.trouble().map(failure -> FailureWords.of(failure, words)).orElse("");
  }

  private String moment(SessionReview review) {
    return words.moment(
        review.file().plan().started().atZone(ZoneId.systemDefault()).toLocalDateTime());
  }
}
