package app.downshift.cli;

import app.downshift.breath.resonance.RateScore;
import app.downshift.breath.resonance.Verdict;
import app.downshift.hrv.PacedStretch;
import app.downshift.session.Practice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a search for the pace has found, as a person reads it. */
final class PaceText {
  private PaceText() {}

  /** Every rate, the best with a star, and then what may be said. */
  static List<String> lines(Practice.Search search) {
    List<String> lines = new ArrayList<>();
    int best = search.best();
    for (int i = 0; i < search.scores().size(); i++) {
      lines.add((i == best ? "* " : "  ") + score(search.scores().get(i)));
    }
    search.verdict().ifPresent(verdict -> lines.add(verdict(verdict)));
    return lines;
  }

  static String score(RateScore score) {
    PacedStretch heart = score.heart();
    String rate = String.format(Locale.ROOT, "%.2f a minute: ", score.perMinute());
    if (!score.usable()) {
      return rate + "too little of it was heard";
    }
    return rate
        + String.format(
            Locale.ROOT,
            "swing %.1f ± %.1f bpm, %.0f ms from peak to trough, in step %.2f, LF %.0f ms², %d of %d breaths",
            heart.swingBpm(),
            1.96 * heart.errorBpm(),
            heart.peakToTroughMillis(),
            heart.inStep(),
            heart.spectrum().lfMillis2(),
            heart.breaths(),
            heart.asked());
  }

  static String verdict(Verdict verdict) {
    if (verdict instanceof Verdict.Found found) {
      return String.format(
          Locale.ROOT,
          "the heart swings most near %.1f breaths a minute (95 %% interval %.1f to %.1f); another day"
              + " it may be another rate",
          found.perMinute(),
          found.low(),
          found.high());
    }
    if (verdict instanceof Verdict.AnythingFrom any) {
      String range =
          String.format(Locale.ROOT, "anything from %.1f to %.1f", any.low(), any.high());
      return any.why() == Verdict.AnythingFrom.Why.NO_SWING
          ? "the heart followed none of these rates measurably, so none is better: "
              + range
              + " breaths a minute"
          : range + " breaths a minute is fine for you: closer than this they cannot be told apart";
    }
    if (verdict instanceof Verdict.AtOrBeyondEdge edge) {
      boolean slow = edge.which() == Verdict.AtOrBeyondEdge.Edge.SLOWEST;
      return String.format(
          Locale.ROOT,
          "the heart swings most at or beyond %.1f breaths a minute, the %s rate that was tried",
          edge.edgePerMinute(),
          slow ? "slowest" : "fastest");
    }
    return switch (((Verdict.TooLittle) verdict).reason()) {
      case FEW_RATES -> "too few rates were paced to say which is best";
      case POOR_SIGNAL -> "too little was heard cleanly to say which rate is best";
      case IRREGULAR_RHYTHM -> "rhythm too irregular to score; if this is new to you, ask a doctor";
    };
  }
}
