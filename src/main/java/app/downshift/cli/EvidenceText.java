package app.downshift.cli;

import app.downshift.evidence.Difference;
import app.downshift.evidence.ManySessions;
import app.downshift.evidence.MeanEffect;
import app.downshift.evidence.Metric;
import app.downshift.evidence.Segment;
import app.downshift.evidence.SessionEvidence;
import app.downshift.evidence.SessionEvidence.RatedChange;
import app.downshift.evidence.TrialStanding;
import app.downshift.evidence.UsualDrift;
import app.downshift.evidence.Verdict;
import app.downshift.session.Rating;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Evidence for people to read. No figure is ever joined to another, or to how somebody feels. */
@SuppressWarnings("AnnotateFormatMethod") // the annotation is of a library that only checks
final class EvidenceText {
  /** The effect whose chances are told. */
  private static final double EXAMPLE_FACTOR = 1.3;

  private EvidenceText() {}

  static List<String> session(String file, SessionEvidence session, Map<Metric, UsualDrift> usual) {
    List<String> lines = new ArrayList<>();
    lines.add(file);
    lines.add("  " + sentence(session, usual));
    if (session.pre().isPresent() && session.post().isPresent()) {
      Segment pre = session.pre().get();
      Segment post = session.post().get();
      lines.add("                    before      after     change   measured to    usual drift");
      lines.add(
          row(
              "heart rate, bpm",
              session.difference(Metric.HR),
              Objects.requireNonNull(usual.get(Metric.HR)),
              1));
      lines.add(
          row(
              "ln RMSSD",
              session.difference(Metric.LN_RMSSD),
              Objects.requireNonNull(usual.get(Metric.LN_RMSSD)),
              2));
      lines.add(plain("ln HF (Lomb)", pre.lnHf(), post.lnHf(), 2));
      lines.add(plain("breathing, about", pre.breathingPerMinute(), post.breathingPerMinute(), 1));
      lines.add(
          format(
              "  rests of %s and %s, %.0f and %.0f %% clean; the first minute of each left out",
              TerminalView.clock(pre.toSeconds() - pre.fromSeconds()),
              TerminalView.clock(post.toSeconds() - post.fromSeconds()),
              100 * pre.cleanShare(),
              100 * post.cleanShare()));
      int quiet = Objects.requireNonNull(usual.get(Metric.HR)).quiet();
      lines.add(
          quiet == 0
              ? "  usual drift: people's; no quiet session of this client lies beside it"
              : format(
                  "  usual drift: this client's own, learned from %d quiet session%s beside it",
                  quiet, quiet == 1 ? "" : "s"));
    }
    for (Rating.Scale scale : Rating.Scale.values()) {
      RatedChange change = session.ratings().get(scale);
      if (change != null) {
        lines.add(
            format(
                "  %-17s %7d %10d %+10d",
                scale.word(), change.before(), change.after(), change.value()));
      }
    }
    lines.add(
        "  One session says little. Hearts drift, and resting alone calms too; that is what quiet");
    lines.add("  control sessions are for.");
    return lines;
  }

  /** One session among several, on one line. */
  static String line(String file, SessionEvidence session, Map<Metric, UsualDrift> usual) {
    return format(
        "%-9s %-18s heart rate %6s bpm   ln RMSSD %6s   %s",
        session.kind().name().toLowerCase(Locale.ROOT),
        session.against(usual).word(),
        signed(session.difference(Metric.HR).value(), 1),
        signed(session.difference(Metric.LN_RMSSD).value(), 2),
        file);
  }

  static List<String> many(ManySessions many) {
    List<String> lines = new ArrayList<>();
    MeanEffect rmssd = many.effect(Metric.LN_RMSSD);
    MeanEffect rate = many.effect(Metric.HR);
    lines.add("");
    lines.add(
        format(
            "breathing minus sitting quietly, %d and %d sessions%s",
            rmssd.breathing(),
            rmssd.quiet(),
            many.unjudged() == 0 ? "" : ", " + many.unjudged() + " more could not be judged"));
    lines.add(effect("heart rate", "bpm", rate, 1));
    lines.add(effect("ln RMSSD", "", rmssd, 2));
    many.ratings()
        .forEach(
            (scale, rated) -> {
              if (rated.breathing() > 0 && rated.quiet() > 0) {
                lines.add(effect(scale.word(), "of 10", rated, 1));
              }
            });
    if (rmssd.neededBreathing() + rmssd.neededQuiet() > 0) {
      lines.add(
          format(
              "Too few to claim anything: %d more with breathing and %d more quiet ones are missing.",
              rmssd.neededBreathing(), rmssd.neededQuiet()));
    }
    double effect = Math.log(EXAMPLE_FACTOR);
    double prior = Metric.LN_RMSSD.priorEffect();
    lines.add(
        format(
            "If breathing really made RMSSD %.1f times as high, 8 + 8 sessions would show it with a"
                + " chance of %.0f %%, 16 + 16 with %.0f %%.",
            EXAMPLE_FACTOR,
            100 * rmssd.power(effect, 8, prior),
            100 * rmssd.power(effect, 16, prior)));
    return lines;
  }

  /** Whether an order that nobody chose stands behind the sessions. */
  static String lots(TrialStanding standing) {
    return format(
        "By lot: %d drawn, %d of these sessions practised so, %d begun again after the kind was seen%s.",
        standing.lots(),
        standing.practised(),
        standing.begunAgain(),
        standing.open() ? "; the last lot is still to be practised" : "");
  }

  private static String sentence(SessionEvidence session, Map<Metric, UsualDrift> usual) {
    Verdict verdict = session.against(usual);
    return switch (verdict) {
      case WITHIN ->
          "within the usual drift: nothing here goes beyond what hearts do by themselves";
      case OUTSIDE_CALMER ->
          "outside the usual drift, on the calmer side: seldom seen when nothing happens";
      case OUTSIDE_ACTIVATED ->
          "outside the usual drift, on the more activated side: seldom seen when nothing happens";
      case MIXED -> "outside the usual drift in opposite directions: no simple word fits";
      case POOR, NOT_COMPARABLE -> obstacle(session);
    };
  }

  private static String obstacle(SessionEvidence session) {
    return switch (session.obstacle().orElseThrow()) {
      case NO_REST -> "not comparable: there is no rest before, or none after";
      case TOO_SHORT ->
          "not comparable: a rest needs three minutes after its first; the short session is practice";
      case BREATHING ->
          "not comparable: the breath went at another rate afterwards, which moves every figure by"
              + " itself";
      case SIGNAL -> "no verdict: the signal of one rest is too poor";
      case RHYTHM -> "no verdict: the rhythm of one rest is irregular, or too short to tell";
    };
  }

  private static String row(String name, Difference difference, UsualDrift usual, int digits) {
    return format(
        "  %-16s %8s %10s %10s   ± %-8s     ± %s",
        name,
        number(difference.pre(), digits),
        number(difference.post(), digits),
        signed(difference.value(), digits),
        number((difference.high() - difference.low()) / 2, digits),
        number(usual.limit() * usual.typical(), digits));
  }

  private static String plain(String name, double pre, double post, int digits) {
    return format(
        "  %-16s %8s %10s %10s",
        name, number(pre, digits), number(post, digits), signed(post - pre, digits));
  }

  private static String effect(String name, String unit, MeanEffect effect, int digits) {
    return format(
            "  %-11s %7s %-5s  95 %%: %s to %s   p %s%s",
            name,
            signed(effect.difference(), digits),
            unit,
            signed(effect.low(), digits),
            signed(effect.high(), digits),
            number(effect.p(), 3),
            effect.claim() ? "   shown" : "   not shown")
        .stripTrailing();
  }

  private static String number(double value, int digits) {
    return Double.isFinite(value) ? format("%." + digits + "f", value) : "–";
  }

  private static String signed(double value, int digits) {
    return Double.isFinite(value) ? format("%+." + digits + "f", value) : "–";
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
