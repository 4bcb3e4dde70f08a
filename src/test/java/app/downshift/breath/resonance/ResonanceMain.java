package app.downshift.breath.resonance;

import app.downshift.breath.resonance.Search.Form;
import app.downshift.sensor.virtual.HeartProfile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.LongStream;

/**
 * Prints how well the pace is found in hearts whose resonance is known: each row pools as many
 * hearts as asked for (1000). Resonance is drawn from 4.75 to 6.25 a minute, swing from 4 to 20
 * bpm.
 */
public final class ResonanceMain {
  private ResonanceMain() {}

  /** One heart and what was said of it. */
  record Trial(double truth, Verdict verdict) {}

  /** Counts over many trials. */
  static final class Tally {
    private final List<Double> errors = new ArrayList<>();
    private final List<Double> widths = new ArrayList<>();
    private int found;
    private int anything;
    private int noSwing;
    private int edge;
    private int tooLittle;
    private int held;
    private int narrowHeld;

    void add(Trial trial) {
      double truth = trial.truth;
      if (trial.verdict instanceof Verdict.Found it) {
        found++;
        errors.add(Math.abs(it.perMinute() - truth));
        interval(truth, it.low(), it.high());
        narrowHeld += it.low() <= truth && truth <= it.high() ? 1 : 0;
      } else if (trial.verdict instanceof Verdict.AnythingFrom it) {
        anything++;
        noSwing += it.why() == Verdict.AnythingFrom.Why.NO_SWING ? 1 : 0;
        interval(truth, it.low(), it.high());
      } else if (trial.verdict instanceof Verdict.AtOrBeyondEdge it) {
        edge++;
        boolean slow = it.which() == Verdict.AtOrBeyondEdge.Edge.SLOWEST;
        held += (slow ? truth <= it.innermost() : truth >= it.innermost()) ? 1 : 0;
      } else {
        tooLittle++;
      }
    }

    private void interval(double truth, double low, double high) {
      widths.add(high - low);
      held += low <= truth && truth <= high ? 1 : 0;
    }

    int trials() {
      return found + anything + edge + tooLittle;
    }

    double heldShare() {
      return held / (double) (trials() - tooLittle);
    }

    double share(int count) {
      return 100.0 * count / trials();
    }

    int found() {
      return found;
    }

    int edge() {
      return edge;
    }

    double error(double quantile) {
      return quantile(errors, quantile);
    }

    double width() {
      return quantile(widths, 0.5);
    }

    private static double quantile(List<Double> values, double share) {
      List<Double> sorted = new ArrayList<>(values);
      Collections.sort(sorted);
      return sorted.isEmpty()
          ? Double.NaN
          : sorted.get((int) Math.min(sorted.size() - 1, share * sorted.size()));
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%5d  %5.1f %5.1f %5.1f %5.1f   %5.2f %5.2f   %5.1f %5.1f  %5.2f",
          trials(),
          share(found),
          share(anything),
          share(edge),
          share(tooLittle),
          error(0.5),
          error(0.95),
          100 * heldShare(),
          100.0 * narrowHeld / Math.max(1, found),
          width());
    }
  }

  static Trial trial(
      Form form,
      double truth,
      double swing,
      double quality,
      double artifacts,
      boolean turning,
      long seed) {
    HeartProfile heart =
        HeartProfile.CALM
            .withSwingBpm(swing)
            .withResonance(truth, quality)
            .withArtifactsPercent(artifacts);
    return new Trial(truth, Search.of(form, heart, turning, seed).result().verdict());
  }

  static Tally tally(
      Form form,
      double quality,
      double artifacts,
      boolean turning,
      double[] swings,
      double[] truths,
      long seeds,
      long firstSeed) {
    List<Trial> trials =
        LongStream.range(firstSeed, firstSeed + seeds)
            .parallel()
            .mapToObj(
                seed -> {
                  Random draw = new Random(seed * 7919);
                  double truth = truths[0] + (truths[1] - truths[0]) * draw.nextDouble();
                  double swing = swings[0] + (swings[1] - swings[0]) * draw.nextDouble();
                  return trial(form, truth, swing, quality, artifacts, turning, seed);
                })
            .toList();
    Tally tally = new Tally();
    trials.forEach(tally::add);
    return tally;
  }

  public static void main(String[] words) {
    long seeds = words.length > 0 ? Long.parseLong(words[0]) : 1000;
    double[] usual = {4, 20};
    double[] inside = {4.75, 6.25};
    System.out.println("percent of searches that say found, anything from, edge, too little;");
    System.out.println(
        "error of the rate found, per minute; percent of intervals that hold the truth");
    System.out.println("(all; of those found); median width of interval, per minute");
    System.out.println(
        "form        Q  art  turn               n  found  any   edge  few     p50   p95     held  fnd   width");
    long fewer = Math.max(1, seeds * 3 / 20);
    for (Form form : Form.values()) {
      for (double quality : new double[] {2.5, 4, 6}) {
        for (double artifacts : new double[] {0, 5}) {
          long count = quality == 4 ? seeds : fewer;
          row(form, quality, artifacts, quality == 4, "4 to 20 bpm", usual, inside, count);
        }
      }
      row(form, 4, 0, false, "no turning", usual, inside, fewer);
      row(form, 1.5, 0, true, "broad", usual, inside, fewer);
      row(form, 4, 5, true, "4 bpm", new double[] {4, 4}, inside, fewer);
      row(form, 4, 0, true, "20 bpm", new double[] {20, 20}, inside, fewer);
      for (double outside : new double[] {4, 4.25, 7}) {
        row(form, 4, 5, true, "at " + outside, usual, new double[] {outside, outside}, fewer);
      }
      row(form, 0, 0, true, "any rate", usual, inside, fewer);
      row(form, 4, 0, true, "no swing", new double[] {0, 0}, inside, fewer);
      row(form, 4, 0, true, "1 bpm", new double[] {1, 1}, inside, fewer);
      System.out.println();
    }
  }

  private static void row(
      Form form,
      double quality,
      double artifacts,
      boolean turning,
      String what,
      double[] swings,
      double[] truths,
      long seeds) {
    Tally tally = tally(form, quality, artifacts, turning, swings, truths, seeds, 1);
    System.out.printf(
        Locale.ROOT,
        "%-10s %3.1f %3.0f %-5s %-11s %s%n",
        form.name().toLowerCase(Locale.ROOT),
        quality,
        artifacts,
        turning ? "yes" : "no",
        what,
        tally);
  }
}
