package app.downshift.breath.resonance;

import app.downshift.beat.RrSeries;
import app.downshift.breath.resonance.ResonanceCurve.Point;
import app.downshift.breath.resonance.Verdict.AnythingFrom.Why;
import app.downshift.breath.resonance.Verdict.AtOrBeyondEdge.Edge;
import app.downshift.breath.resonance.Verdict.TooLittle.Reason;
import app.downshift.hrv.PacedStretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A search for the rate at which the heart swings most with the breath (Lehrer, Vaschillo and
 * Vaschillo 2000; sliding: Fisher and Lehrer 2022).
 *
 * @param scores one for each step or group of breaths, in order of time
 * @param best index of the best of {@code scores}, −1 where none is usable
 * @param verdict what may be said of the rate
 * @param curve the curve that was laid through the swings, from the slowest rate to the fastest;
 *     empty where none was
 */
public record Resonance(List<RateScore> scores, int best, Verdict verdict, List<CurvePoint> curve) {
  private static final int CURVE_POINTS = 61;
  private static final int FEWEST_RATES = 4;
  private static final double NARROWEST_RANGE = 1.2;

  /**
   * Without any swing, squared amplitudes are on average 1 in units of the noise; ten or more of
   * them reach 3 about four times in a thousand.
   */
  private static final double SWING_SEEN = 3;

  /**
   * No heart is exactly a resonator and nobody follows a pacer exactly: so much of the largest
   * amplitude every other one may be off besides its noise.
   */
  private static final double MISFIT_ALLOWED = 0.04;

  public Resonance {
    scores = List.copyOf(scores);
    curve = List.copyOf(curve);
  }

  /** The swing that the curve has at a rate, peak to trough as that of {@link PacedStretch}. */
  public record CurvePoint(double perMinute, double swingBpm) {}

  /**
   * Of all that has been paced so far; can be asked again whenever there is more.
   *
   * @param series marked beats ({@link app.downshift.beat.BeatTests}), on the clock of the schedule
   */
  public static Resonance of(RrSeries series, PaceSchedule schedule) {
    List<RateScore> scores =
        schedule.stretches().stream().map(each -> score(series, each)).toList();
    Optional<Verdict.TooLittle> lacking = lacking(scores);
    if (lacking.isPresent()) {
      return new Resonance(scores, RateScore.best(scores), lacking.get(), List.of());
    }
    var judgement = new Judgement(scores.stream().filter(RateScore::usable).toList());
    return new Resonance(
        scores, RateScore.best(scores), judgement.verdict(), judgement.curvePoints());
  }

  /** What the heart did in one stretch; the beats of it and those beside it are enough. */
  public static RateScore score(RrSeries series, PaceSchedule.Stretch stretch) {
    return RateScore.of(
        stretch.perMinute(),
        PacedStretch.of(series, stretch.fromMillis(), stretch.toMillis(), stretch.phase()));
  }

  /** The same scores, of a heart whose rhythm forbids to conclude anything from them. */
  public Resonance ofAnIrregularRhythm() {
    return new Resonance(scores, best, new Verdict.TooLittle(Reason.IRREGULAR_RHYTHM), List.of());
  }

  private static Optional<Verdict.TooLittle> lacking(List<RateScore> scores) {
    if (!covers(scores)) {
      return Optional.of(new Verdict.TooLittle(Reason.FEW_RATES));
    }
    List<RateScore> usable = scores.stream().filter(RateScore::usable).toList();
    return covers(usable)
        ? Optional.empty()
        : Optional.of(new Verdict.TooLittle(Reason.POOR_SIGNAL));
  }

  private static boolean covers(List<RateScore> scores) {
    double slowest = slowest(scores);
    return scores.stream().mapToDouble(RateScore::perMinute).distinct().count() >= FEWEST_RATES
        && fastest(scores) - slowest >= NARROWEST_RANGE;
  }

  private static double slowest(List<RateScore> scores) {
    return scores.stream().mapToDouble(RateScore::perMinute).min().orElse(Double.NaN);
  }

  private static double fastest(List<RateScore> scores) {
    return scores.stream().mapToDouble(RateScore::perMinute).max().orElse(Double.NaN);
  }

  /** Student's t for a two-sided 95 %, by the expansion of Cornish and Fisher. */
  static double twoSided95(int degrees) {
    double z = 1.959964;
    double z3 = z * z * z;
    double z5 = z3 * z * z;
    double n = degrees;
    return z + (z3 + z) / (4 * n) + (5 * z5 + 16 * z3 + 3 * z) / (96 * n * n);
  }

  /** The fit and what follows from it. */
  private static final class Judgement {
    private final List<RateScore> scores;
    private final double slowest;
    private final double fastest;
    private final double noise;
    private final int degrees;
    private final double allowance;
    private final ResonanceCurve curve;

    Judgement(List<RateScore> scores) {
      this.scores = scores;
      slowest = slowest(scores);
      fastest = fastest(scores);
      double sum = 0;
      int count = 0;
      for (RateScore score : scores) {
        PacedStretch heart = score.heart();
        double error = heart.errorBpm() / 2;
        sum += heart.errorDegrees() * error * error * heart.heardMillis();
        count += heart.errorDegrees();
      }
      noise = sum / count;
      degrees = count;
      allowance =
          MISFIT_ALLOWED
              * scores.stream().mapToDouble(each -> each.heart().swingBpm() / 2).max().orElse(0);
      curve = new ResonanceCurve(scores.stream().map(this::point).toList());
    }

    /** A swing is two amplitudes; where the heart followed nothing there is no curve to show. */
    List<CurvePoint> curvePoints() {
      if (!seen()) {
        return List.of();
      }
      List<CurvePoint> points = new ArrayList<>();
      for (int i = 0; i < CURVE_POINTS; i++) {
        double perMinute = slowest + (fastest - slowest) * i / (CURVE_POINTS - 1);
        points.add(new CurvePoint(perMinute, 2 * curve.at(perMinute)));
      }
      return points;
    }

    private boolean seen() {
      return scores.stream().mapToDouble(this::inNoise).average().orElse(0) >= SWING_SEEN;
    }

    Verdict verdict() {
      if (!seen()) {
        return new Verdict.AnythingFrom(slowest, fastest, Why.NO_SWING);
      }
      int spare = Math.max(0, scores.size() - 3);
      double scale = (degrees + curve.misfit()) / (degrees + spare);
      double t = twoSided95(degrees + spare);
      double[] ends = curve.within(scale * t * t);
      return within(curve.centre(), ends[0], ends[1]);
    }

    private Verdict within(double centre, double low, double high) {
      double from = Math.max(low, slowest);
      double to = Math.min(high, fastest);
      if (centre <= slowest && to - slowest <= Verdict.WIDEST_PER_MINUTE) {
        return new Verdict.AtOrBeyondEdge(Edge.SLOWEST, slowest, Math.max(slowest, to));
      }
      if (centre >= fastest && fastest - from <= Verdict.WIDEST_PER_MINUTE) {
        return new Verdict.AtOrBeyondEdge(Edge.FASTEST, fastest, Math.min(fastest, from));
      }
      return to - from > Verdict.WIDEST_PER_MINUTE
          ? new Verdict.AnythingFrom(from, to, Why.CLOSE_TOGETHER)
          : new Verdict.Found(centre, from, to);
    }

    private double variance(RateScore score) {
      return noise / score.heart().heardMillis();
    }

    private double inNoise(RateScore score) {
      double amplitude = score.heart().swingBpm() / 2;
      return amplitude * amplitude / (2 * variance(score));
    }

    /** Noise lengthens a vector: its part is taken off before the root. */
    private Point point(RateScore score) {
      double amplitude = score.heart().swingBpm() / 2;
      double variance = variance(score);
      return new Point(
          score.perMinute(),
          Math.sqrt(Math.max(0, amplitude * amplitude - variance)),
          Math.hypot(Math.sqrt(variance), allowance));
    }
  }
}
