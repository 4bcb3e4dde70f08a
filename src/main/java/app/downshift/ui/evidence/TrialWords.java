package app.downshift.ui.evidence;

import app.downshift.evidence.ManySessions;
import app.downshift.evidence.MeanEffect;
import app.downshift.evidence.Metric;
import app.downshift.evidence.TrialStanding;
import app.downshift.session.Rating;
import app.downshift.ui.theme.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * What many sessions say of breathing against sitting quietly, in words for the one who sat there.
 * No sentence joins the heart to how somebody feels.
 *
 * @param sentence what can be said by now, in a line or two
 * @param missing what has to come before more can be said; empty when nothing has to
 * @param power how likely so many sessions would show something
 * @param rows an axis each, with how far it goes
 */
record TrialWords(String sentence, String missing, String power, List<Row> rows) {
  /** The effect whose chances are told. */
  private static final double EXAMPLE_FACTOR = 1.3;

  /**
   * One axis.
   *
   * @param says the difference and its interval, or that it is not known
   * @param standing whether it is shown by now
   */
  record Row(String name, String says, String standing) {}

  static TrialWords of(ManySessions many, Words words) {
    MeanEffect rate = many.effect(Metric.HR);
    MeanEffect rmssd = many.effect(Metric.LN_RMSSD);
    double factor = Math.log(EXAMPLE_FACTOR);
    double prior = Metric.LN_RMSSD.priorEffect();
    int few = MeanEffect.SESSIONS_FOR_A_CLAIM;
    return new TrialWords(
        sentence(rate, rmssd, words),
        missing(rate, words),
        words.text(
            "trial.power",
            words.number(EXAMPLE_FACTOR, 1),
            few,
            ofTen(rmssd.power(factor, few, prior)),
            2 * few,
            ofTen(rmssd.power(factor, 2 * few, prior))),
        rows(many, words));
  }

  /** Of ten such comparisons; never all of them, for nobody can promise that. */
  private static int ofTen(double chance) {
    return Math.min(9, (int) Math.round(10 * chance));
  }

  private static String sentence(MeanEffect rate, MeanEffect rmssd, Words words) {
    List<String> said = new ArrayList<>();
    if (rate.claim()) {
      said.add(
          words.text(
              rate.difference() < 0 ? "trial.claim.slower" : "trial.claim.faster",
              words.number(Math.abs(rate.difference()), 1)));
    }
    if (rmssd.claim()) {
      said.add(
          words.text(
              rmssd.difference() > 0 ? "trial.claim.more" : "trial.claim.less",
              words.number(Math.exp(rmssd.difference()), 2)));
    }
    if (!said.isEmpty()) {
      return String.join(" ", said);
    }
    return words.text(
        rate.neededBreathing() + rate.neededQuiet() > 0 ? "trial.early" : "trial.none");
  }

  private static String missing(MeanEffect rate, Words words) {
    int breathing = rate.neededBreathing();
    int quiet = rate.neededQuiet();
    if (breathing > 0 && quiet > 0) {
      return words.text("trial.missing.both", breathing, quiet);
    }
    if (breathing > 0) {
      return words.text("trial.missing.breathing", breathing);
    }
    return quiet > 0 ? words.text("trial.missing.quiet", quiet) : "";
  }

  private static List<Row> rows(ManySessions many, Words words) {
    List<Row> rows = new ArrayList<>();
    rows.add(row("trial.rate", many.effect(Metric.HR), false, words));
    rows.add(row("trial.rmssd", many.effect(Metric.LN_RMSSD), true, words));
    for (Rating.Scale scale : Rating.Scale.values()) {
      rows.add(row("trial." + scale.word(), many.rated(scale), false, words));
    }
    return rows;
  }

  private static Row row(String key, MeanEffect effect, boolean ratio, Words words) {
    String name = words.text(key);
    if (Double.isNaN(effect.difference())) {
      return new Row(name, Words.ABSENT, words.text("trial.unknown"));
    }
    String says =
        ratio
            ? words.text(
                "trial.ratio",
                words.number(Math.exp(effect.difference()), 2),
                words.number(Math.exp(effect.low()), 2),
                words.number(Math.exp(effect.high()), 2))
            : words.text(
                "trial.difference",
                words.signed(effect.difference(), 1),
                words.signed(effect.low(), 1),
                words.signed(effect.high(), 1));
    boolean few = effect.neededBreathing() + effect.neededQuiet() > 0;
    return new Row(
        name, says, words.text(effect.claim() ? "trial.shown" : few ? "trial.few" : "trial.open"));
  }

  /** What the lots have come to; empty where none was ever drawn. */
  static String lots(TrialStanding standing, Words words) {
    if (standing.lots() == 0) {
      return words.text("trial.lots.none");
    }
    String said = words.text("trial.lots", standing.lots(), standing.practised());
    return (said
            + (standing.begunAgain() > 0
                ? " " + words.text("trial.again", standing.begunAgain())
                : "")
            + (standing.open() ? " " + words.text("trial.open.lot") : ""))
        .strip();
  }
}
