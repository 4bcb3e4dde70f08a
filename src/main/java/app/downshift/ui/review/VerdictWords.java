package app.downshift.ui.review;

import app.downshift.beat.RhythmGate.Rhythm;
import app.downshift.beat.SignalQuality.Band;
import app.downshift.evidence.Difference;
import app.downshift.evidence.ManySessions;
import app.downshift.evidence.MeanEffect;
import app.downshift.evidence.Metric;
import app.downshift.evidence.SessionEvidence;
import app.downshift.evidence.UsualDrift;
import app.downshift.evidence.Verdict;
import app.downshift.ui.theme.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one session says, in words for the one who sat there: a sentence, the figures behind it, and
 * what neither can show. No sentence joins the heart to how somebody feels.
 *
 * @param sentence one line
 * @param figures where there is nothing to compare, what a person should know of that, or empty
 * @param modesty always
 */
record VerdictWords(String sentence, String figures, String modesty) {

  /**
   * What is known of a client beside this session.
   *
   * @param usual by the quiet sessions but this one
   * @param breathing sessions that could be judged, this one included; {@code quiet} likewise
   */
  record Known(Map<Metric, UsualDrift> usual, int breathing, int quiet) {
    static Known of(SessionEvidence session, List<SessionEvidence> others) {
      List<SessionEvidence> all = new ArrayList<>(others);
      all.add(session);
      return new Known(
          ManySessions.usual(others),
          count(all, SessionEvidence.Kind.BREATHING),
          count(all, SessionEvidence.Kind.QUIET));
    }

    /** What a figure usually drifts. */
    UsualDrift of(Metric metric) {
      return usual.getOrDefault(metric, UsualDrift.unknown(metric));
    }

    private static int count(List<SessionEvidence> sessions, SessionEvidence.Kind kind) {
      return (int)
          sessions.stream().filter(each -> each.kind() == kind && each.comparable()).count();
    }
  }

  static VerdictWords of(SessionEvidence session, Known known, Words words) {
    String drift = words.text(own(known) ? "verdict.drift.yours" : "verdict.drift.peoples");
    return new VerdictWords(
        sentence(session, known, words, drift),
        session.comparable() ? figures(session, known, words) : advice(session, words),
        modesty(known, words));
  }

  /** What a person should know, or can do, where a rest could not be judged; empty for nothing. */
  private static String advice(SessionEvidence session, Words words) {
    boolean irregular =
        Stream.of(session.pre(), session.post())
            .flatMap(Optional::stream)
            .anyMatch(rest -> rest.rhythm() == Rhythm.IRREGULAR && rest.band() != Band.POOR);
    if (irregular) {
      return words.text("verdict.advice.rhythm");
    }
    return session.obstacle().filter(why -> why == SessionEvidence.Obstacle.SIGNAL).isPresent()
        ? words.text("verdict.advice.signal")
        : "";
  }

  private static boolean own(Known known) {
    return known.of(Metric.HR).quiet() > 0;
  }

  private static String sentence(SessionEvidence session, Known known, Words words, String drift) {
    Verdict verdict = session.against(known.usual());
    return switch (verdict) {
      case POOR, NOT_COMPARABLE ->
          words.text(
              "verdict.obstacle."
                  + session.obstacle().orElseThrow().name().toLowerCase(Locale.ROOT));
      case WITHIN -> words.text("verdict.within", drift);
      case MIXED -> words.text("verdict.mixed", drift);
      case OUTSIDE_CALMER, OUTSIDE_ACTIVATED -> {
        String way = verdict == Verdict.OUTSIDE_CALMER ? "calmer." : "activated.";
        boolean rate = outside(session, known, Metric.HR);
        boolean rmssd = outside(session, known, Metric.LN_RMSSD);
        yield words.text(
            "verdict." + way + (rate && rmssd ? "both" : rate ? "rate" : "rmssd"), drift);
      }
    };
  }

  private static boolean outside(SessionEvidence session, Known known, Metric metric) {
    return known.of(metric).outside(metric, session.difference(metric)) != 0;
  }

  private static String figures(SessionEvidence session, Known known, Words words) {
    Difference rate = session.difference(Metric.HR);
    UsualDrift usualRate = known.of(Metric.HR);
    Difference rmssd = session.difference(Metric.LN_RMSSD);
    UsualDrift usualRmssd = known.of(Metric.LN_RMSSD);
    double reach = reach(usualRmssd, rmssd);
    return words.text(
            "verdict.rate",
            words.signed(rate.value(), 1),
            words.signed(rate.low(), 1),
            words.signed(rate.high(), 1),
            words.number(reach(usualRate, rate), 1))
        + " "
        + words.text(
            "verdict.rmssd",
            words.number(Math.exp(rmssd.value()), 2),
            words.number(Math.exp(rmssd.low()), 2),
            words.number(Math.exp(rmssd.high()), 2),
            words.number(Math.exp(-reach), 2),
            words.number(Math.exp(reach), 2));
  }

  /** Beyond this a difference measured so well is outside. */
  private static double reach(UsualDrift usual, Difference difference) {
    double scale = usual.typical() * usual.typical() + difference.se() * difference.se();
    return usual.limit() * Math.sqrt(scale);
  }

  private static String modesty(Known known, Words words) {
    return words.text(
            "verdict.modesty", MeanEffect.SESSIONS_FOR_A_CLAIM, known.breathing(), known.quiet())
        + " "
        + words.text("verdict.pacing");
  }
}
