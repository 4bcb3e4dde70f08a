package app.downshift.library;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Load against capacity in a week from Monday, as far as it was told.
 *
 * @param load the mean of all scales of load over the seven days; absent where nothing was answered
 * @param capacity the same of capacity
 * @param flareUps how many began in it
 */
public record WeekBalance(
    LocalDate monday, Optional<Estimate> load, Optional<Estimate> capacity, int flareUps) {

  /**
   * One answer to one scale differs from another day's by about this much, until told otherwise.
   */
  private static final double USUAL_DAY_SD = 2;

  /** The scales of one person differ from each other by about this much, until told otherwise. */
  private static final double USUAL_SCALE_SD = 2.5;

  /** For how many answers what is usual counts. */
  private static final double USUAL_WEIGHT = 8;

  private static final int DAYS = 7;
  private static final double NORMAL_95 = 1.96;

  /**
   * A mean and how well it is known.
   *
   * @param mean 0 to 10
   * @param from the lower end of about 95 %, not below 0
   * @param to the upper end, not above 10
   * @param answers on how many answers it stands
   * @param days on how many days they were given
   */
  public record Estimate(double mean, double from, double to, int answers, int days) {}

  /** What can be said of the two. */
  public enum Says {
    NOTHING_ANSWERED,
    /** The intervals overlap: which is greater is not known. */
    NOT_KNOWN,
    LOAD_ABOVE_CAPACITY,
    CAPACITY_ABOVE_LOAD
  }

  /** What the two intervals say; nothing where they overlap. */
  public Says says() {
    if (load.isEmpty() || capacity.isEmpty()) {
      return Says.NOTHING_ANSWERED;
    }
    if (load.get().from() > capacity.get().to()) {
      return Says.LOAD_ABOVE_CAPACITY;
    }
    return capacity.get().from() > load.get().to() ? Says.CAPACITY_ABOVE_LOAD : Says.NOT_KNOWN;
  }

  /**
   * The weeks of one client, oldest first, without those of which nothing was told. Several answers
   * of a day to a scale count once, by their mean.
   *
   * <p>A week's mean is that of its scales' means. Two things are unknown in it: the days without
   * an answer and the scales without one. For both the spread among this person's own answers over
   * all weeks counts, together with what is usual as if it were {@value #USUAL_WEIGHT} answers; the
   * share that was answered needs no guess (finite population: Cochran, Sampling Techniques, 1977,
   * sections 2.6 and 10.3).
   */
  public static List<WeekBalance> of(Collection<CheckIn> checkIns) {
    Map<LocalDate, List<CheckIn>> weeks = new TreeMap<>();
    for (CheckIn each : checkIns) {
      weeks.computeIfAbsent(monday(each.day()), week -> new ArrayList<>()).add(each);
    }
    Map<LocalDate, Optional<Estimate>> load = estimates(weeks, CheckIn.Load.class, CheckIn::load);
    Map<LocalDate, Optional<Estimate>> capacity =
        estimates(weeks, CheckIn.Capacity.class, CheckIn::capacity);
    Map<LocalDate, Integer> flareUps = new HashMap<>();
    for (CheckIn each : checkIns) {
      each.flareUps().forEach(one -> flareUps.merge(monday(one.began()), 1, Integer::sum));
    }
    List<WeekBalance> balances = new ArrayList<>();
    for (LocalDate week : weeks.keySet()) {
      balances.add(
          new WeekBalance(
              week,
              load.getOrDefault(week, Optional.empty()),
              capacity.getOrDefault(week, Optional.empty()),
              flareUps.getOrDefault(week, 0)));
    }
    return balances;
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private static <E extends Enum<E>> Map<LocalDate, Optional<Estimate>> estimates(
      Map<LocalDate, List<CheckIn>> weeks, Class<E> scales, Function<CheckIn, Map<E, Integer>> of) {
    Map<LocalDate, Map<E, List<Double>>> answers = new TreeMap<>();
    Map<LocalDate, Integer> days = new HashMap<>();
    weeks.forEach(
        (week, told) -> {
          Map<E, Map<LocalDate, List<Integer>>> byDay = new EnumMap<>(scales);
          for (CheckIn each : told) {
            of.apply(each)
                .forEach(
                    (scale, value) ->
                        byDay
                            .computeIfAbsent(scale, s -> new TreeMap<>())
                            .computeIfAbsent(each.day(), d -> new ArrayList<>())
                            .add(value));
          }
          Map<E, List<Double>> means = new EnumMap<>(scales);
          byDay.forEach(
              (scale, perDay) ->
                  means.put(scale, perDay.values().stream().map(WeekBalance::meanOfDay).toList()));
          answers.put(week, means);
          days.put(
              week,
              (int) byDay.values().stream().flatMap(m -> m.keySet().stream()).distinct().count());
        });
    var dayVariance = new Pooled(USUAL_DAY_SD);
    var scaleVariance = new Pooled(USUAL_SCALE_SD);
    for (Map<E, List<Double>> week : answers.values()) {
      week.values().forEach(dayVariance::add);
      scaleVariance.add(week.values().stream().map(WeekBalance::mean).toList());
    }
    Map<LocalDate, Optional<Estimate>> estimates = new HashMap<>();
    int all = scales.getEnumConstants().length;
    answers.forEach(
        (week, told) ->
            estimates.put(
                week,
                estimate(
                    told.values(),
                    days.getOrDefault(week, 0),
                    all,
                    dayVariance.variance(),
                    scaleVariance.variance())));
    return estimates;
  }

  private static Optional<Estimate> estimate(
      Collection<List<Double>> scales,
      int days,
      int all,
      double dayVariance,
      double scaleVariance) {
    if (scales.isEmpty()) {
      return Optional.empty();
    }
    int answered = scales.size();
    double mean = 0;
    double variance = (1 - answered / (double) all) * scaleVariance / answered;
    int answers = 0;
    for (List<Double> scale : scales) {
      mean += mean(scale) / answered;
      double unseenDays = Math.max(0, 1 - scale.size() / (double) DAYS);
      variance += unseenDays * dayVariance / scale.size() / answered / answered;
      answers += scale.size();
    }
    double half = NORMAL_95 * Math.sqrt(variance);
    return Optional.of(
        new Estimate(
            mean, Math.max(0, mean - half), Math.min(CheckIn.MOST, mean + half), answers, days));
  }

  private static double meanOfDay(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).average().orElseThrow();
  }

  private static double mean(List<Double> values) {
    OptionalDouble mean = values.stream().mapToDouble(Double::doubleValue).average();
    return mean.orElseThrow();
  }

  /** The variance within groups, together with what is usual. */
  private static final class Pooled {
    private double squares;
    private double freedom = USUAL_WEIGHT;

    Pooled(double usualSd) {
      squares = USUAL_WEIGHT * usualSd * usualSd;
    }

    void add(List<Double> group) {
      if (group.size() > 1) {
        double mean = mean(group);
        group.forEach(value -> squares += (value - mean) * (value - mean));
        freedom += group.size() - 1;
      }
    }

    double variance() {
      return squares / freedom;
    }
  }
}
