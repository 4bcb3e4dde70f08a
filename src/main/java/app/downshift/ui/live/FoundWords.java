package app.downshift.ui.live;

import app.downshift.breath.resonance.Verdict;
import app.downshift.library.FoundPace;
import app.downshift.ui.theme.Words;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What may be said of a pace that was looked for. */
public final class FoundWords {
  private FoundWords() {}

  /** What a search that is over may say, and no more. */
  static String verdict(Verdict verdict, Words words) {
    if (verdict instanceof Verdict.Found found) {
      return words.text(
          "found.verdict.found",
          words.number(found.perMinute(), 1),
          words.number(found.low(), 1),
          words.number(found.high(), 1));
    }
    if (verdict instanceof Verdict.AnythingFrom any) {
      return words.text(
          "found.verdict." + word(any.why()),
          words.number(any.low(), 1),
          words.number(any.high(), 1));
    }
    if (verdict instanceof Verdict.AtOrBeyondEdge edge) {
      return words.text(
          "found.verdict." + word(edge.which()), words.brief(edge.edgePerMinute(), 2));
    }
    return words.text("found.verdict." + word(((Verdict.TooLittle) verdict).reason()));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** What an earlier search suggests: the rate, its interval and the day. */
  public static String suggestion(FoundPace found, Words words) {
    DateTimeFormatter day = DateTimeFormatter.ofPattern(words.text("found.day"), words.locale());
    return words.text(
        "found.suggestion",
        day.format(found.found()),
        words.number(found.perMinute(), 1),
        words.number(found.low(), 1),
        words.number(found.high(), 1));
  }
}
