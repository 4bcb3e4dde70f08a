package app.downshift.ui.diary;

import app.downshift.library.WeekBalance;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The mean of a person's own figures in a week from Monday, and how well it is known.
 *
 * @param from the lower end of about 95 %
 * @param to the upper end
 * @param figures on how many it stands
 */
public record WeekMean(LocalDate monday, double mean, double from, double to, int figures) {
  /** Answers of 0 to 10 differ about this much within a week, until the person shows otherwise. */
  static final double USUAL_ANSWER_SD = 2;

  /** For how many figures what is usual counts. */
  private static final double USUAL_WEIGHT = 8;

  private static final double NORMAL_95 = 1.96;

  /** How two means lie to each other. */
  public enum Against {
    /** The intervals overlap: which is greater is not known. */
    NOT_KNOWN,
    HIGHER,
    LOWER
  }

  /**
   * Of answers from 0 to 10, oldest week first. The spread within weeks is the person's own, pooled
   * over all of them, together with what is usual as if it were {@value #USUAL_WEIGHT} answers.
   */
  static List<WeekMean> ofAnswers(List<Doing.Point> points) {
    return of(points, USUAL_ANSWER_SD, false).stream()
        .map(
            each ->
                new WeekMean(
                    each.monday,
                    each.mean,
                    Math.max(0, each.from),
                    Math.min(10, each.to),
                    each.figures))
        .toList();
  }

  /**
   * Of figures that are greater than 0 and spread by a ratio: geometric means.
   *
   * @param usualSd of the natural logarithm within a week
   */
  static List<WeekMean> ofRatios(List<Doing.Point> points, double usualSd) {
    return of(points, usualSd, true);
  }

  /** Of load or capacity of weeks that are known. */
  static WeekMean of(LocalDate monday, WeekBalance.Estimate estimate) {
    return new WeekMean(
        monday, estimate.mean(), estimate.from(), estimate.to(), estimate.answers());
  }

  private static List<WeekMean> of(List<Doing.Point> points, double usualSd, boolean ratios) {
    Map<LocalDate, List<Double>> weeks = new TreeMap<>();
    for (Doing.Point point : points) {
      weeks
          .computeIfAbsent(monday(point.day()), week -> new ArrayList<>())
          .add(ratios ? Math.log(point.value()) : point.value());
    }
    double squares = USUAL_WEIGHT * usualSd * usualSd;
    double freedom = USUAL_WEIGHT;
    for (List<Double> week : weeks.values()) {
      double mean = mean(week);
      for (double value : week) {
        squares += (value - mean) * (value - mean);
      }
      freedom += week.size() - 1;
    }
    double variance = squares / freedom;
    List<WeekMean> means = new ArrayList<>();
    weeks.forEach(
        (monday, week) -> {
          double mean = mean(week);
          double half = NORMAL_95 * Math.sqrt(variance / week.size());
          means.add(
              ratios
                  ? new WeekMean(
                      monday,
                      Math.exp(mean),
                      Math.exp(mean - half),
                      Math.exp(mean + half),
                      week.size())
                  : new WeekMean(monday, mean, mean - half, mean + half, week.size()));
        });
    return means;
  }

  /** This one against an earlier one. */
  public Against against(WeekMean earlier) {
    if (from > earlier.to) {
      return Against.HIGHER;
    }
    return to < earlier.from ? Against.LOWER : Against.NOT_KNOWN;
  }

  static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }
}
