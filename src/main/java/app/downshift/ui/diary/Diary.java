package app.downshift.ui.diary;

import app.downshift.evidence.Metric;
import app.downshift.library.CheckIn;
import app.downshift.library.ClientRecords;
import app.downshift.library.SessionSummary;
import app.downshift.library.WeekBalance;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The longer view of one client: figures of this person alone on one axis of time, marks beside
 * them, and what was told, entry by entry. Nothing in it joins one figure to another.
 *
 * @param series those of which anything is known, always in the same order
 * @param marks flare-ups and what was taken or done, oldest first
 * @param entries what was told, newest first
 */
public record Diary(
    String code, LocalDate today, List<Series> series, List<Mark> marks, List<Entry> entries) {
  public Diary {
    series = List.copyOf(series);
    marks = List.copyOf(marks);
    entries = List.copyOf(entries);
  }

  /** What is plotted. */
  public enum Kind {
    PAIN_BEFORE,
    PAIN_AFTER,
    LOAD,
    CAPACITY,
    FEAR,
    RESTING,
    PRACTICE
  }

  /**
   * One plot.
   *
   * @param activity what is feared, otherwise empty
   * @param points single answers and figures, oldest first; none of load, capacity and practice
   * @param weeks means of weeks; of practice the minutes of sessions, which are counted
   */
  public record Series(Kind kind, String activity, List<Doing.Point> points, List<WeekMean> weeks) {
    public Series {
      points = List.copyOf(points);
      weeks = List.copyOf(weeks);
    }

    /** The part from the week of a day on. */
    Series from(LocalDate day) {
      LocalDate monday = WeekMean.monday(day);
      return new Series(
          kind,
          activity,
          points.stream().filter(each -> !each.day().isBefore(monday)).toList(),
          weeks.stream().filter(each -> !each.monday().isBefore(monday)).toList());
    }

    /** The last week against the first; empty where there are not two, or nothing to compare. */
    Optional<WeekMean.Against> lastAgainstFirst() {
      return weeks.size() < 2 || kind == Kind.PRACTICE
          ? Optional.empty()
          : Optional.of(weeks.get(weeks.size() - 1).against(weeks.get(0)));
    }

    boolean isEmpty() {
      return points.isEmpty() && weeks.isEmpty();
    }
  }

  /**
   * Something on the axis of time.
   *
   * @param until the last day of it
   * @param label what was taken or done; empty for a flare-up
   */
  public record Mark(boolean flareUp, LocalDate day, LocalDate until, String label) {}

  /** Something that was told and can be withdrawn; either a check-in or a note. */
  public record Entry(
      String id, Instant at, LocalDate day, Optional<CheckIn> checkIn, String note) {}

  /**
   * Of a client.
   *
   * @param sessions in any order; those the records do not list, and virtual hearts, do not count
   * @param zone in which days begin
   */
  public static Diary of(
      ClientRecords records,
      List<SessionFigures> sessions,
      List<WeekBalance> weeks,
      LocalDate today,
      ZoneId zone) {
    List<SessionFigures> counted = Doing.counted(records, sessions);
    List<CheckIn> told =
        records.checkIns().stream()
            .map(ClientRecords.Told::checkIn)
            .sorted(Comparator.comparing(CheckIn::day))
            .toList();
    List<Series> series = new ArrayList<>();
    answers(
        series,
        Kind.PAIN_BEFORE,
        "",
        counted.stream().flatMap(s -> Doing.rated(s.painBefore(), Doing.day(s, zone)).stream()));
    answers(
        series,
        Kind.PAIN_AFTER,
        "",
        counted.stream().flatMap(s -> Doing.rated(s.painAfter(), Doing.day(s, zone)).stream()));
    series.add(
        new Series(
            Kind.LOAD,
            "",
            List.of(),
            weeks.stream()
                .flatMap(w -> w.load().map(e -> WeekMean.of(w.monday(), e)).stream())
                .toList()));
    series.add(
        new Series(
            Kind.CAPACITY,
            "",
            List.of(),
            weeks.stream()
                .flatMap(w -> w.capacity().map(e -> WeekMean.of(w.monday(), e)).stream())
                .toList()));
    fears(told)
        .forEach((activity, points) -> answers(series, Kind.FEAR, activity, points.stream()));
    List<Doing.Point> resting =
        counted.stream().flatMap(s -> Doing.resting(s, Doing.day(s, zone)).stream()).toList();
    series.add(
        new Series(
            Kind.RESTING, "", resting, WeekMean.ofRatios(resting, Metric.LN_RMSSD.priorDrift())));
    series.add(new Series(Kind.PRACTICE, "", List.of(), practice(records, today, zone)));
    series.removeIf(Series::isEmpty);
    return new Diary(records.code(), today, series, marks(told), entries(records, zone));
  }

  /** The day of the oldest thing there is to plot; today when there is nothing. */
  public LocalDate oldest() {
    return Stream.concat(
            series.stream()
                .flatMap(
                    each ->
                        Stream.concat(
                            each.points().stream().map(Doing.Point::day),
                            each.weeks().stream().map(WeekMean::monday))),
            marks.stream().map(Mark::day))
        .min(Comparator.naturalOrder())
        .orElse(today);
  }

  private static void answers(
      List<Series> series, Kind kind, String activity, Stream<Doing.Point> points) {
    List<Doing.Point> all = points.toList();
    series.add(new Series(kind, activity, all, WeekMean.ofAnswers(all)));
  }

  /** By activity, however its letters are written, in the order in which they were first named. */
  private static Map<String, List<Doing.Point>> fears(List<CheckIn> told) {
    Map<String, String> names = new LinkedHashMap<>();
    Map<String, List<Doing.Point>> fears = new LinkedHashMap<>();
    for (CheckIn each : told) {
      for (CheckIn.Fear fear : each.fears()) {
        String name = fear.activity().strip();
        String known = names.computeIfAbsent(name.toLowerCase(java.util.Locale.ROOT), n -> name);
        fears
            .computeIfAbsent(known, n -> new ArrayList<>())
            .add(Doing.Point.told(each.day(), fear.howMuch()));
      }
    }
    return fears;
  }

  /** Minutes of real sessions by week; the weeks since the first without any as nought. */
  private static List<WeekMean> practice(ClientRecords records, LocalDate today, ZoneId zone) {
    TreeMap<LocalDate, List<Double>> weeks = new TreeMap<>();
    for (SessionSummary session : records.sessions()) {
      if (!session.simulated()) {
        weeks
            .computeIfAbsent(
                WeekMean.monday(LocalDate.ofInstant(session.started(), zone)),
                week -> new ArrayList<>())
            .add(session.seconds() / 60);
      }
    }
    List<WeekMean> practice = new ArrayList<>();
    for (LocalDate week = weeks.isEmpty() ? null : weeks.firstKey();
        week != null && !week.isAfter(today);
        week = week.plusWeeks(1)) {
      List<Double> minutes = weeks.getOrDefault(week, List.of());
      double sum = minutes.stream().mapToDouble(Double::doubleValue).sum();
      practice.add(new WeekMean(week, sum, sum, sum, minutes.size()));
    }
    return practice;
  }

  private static List<Mark> marks(List<CheckIn> told) {
    List<Mark> marks = new ArrayList<>();
    for (CheckIn each : told) {
      for (CheckIn.FlareUp flareUp : each.flareUps()) {
        long days = (long) Math.ceil(flareUp.hours().orElse(1) / 24) - 1;
        Mark mark =
            new Mark(true, flareUp.began(), flareUp.began().plusDays(Math.max(0, days)), "");
        if (!marks.contains(mark)) {
          marks.add(mark);
        }
      }
      for (CheckIn.Taken taken : each.taken()) {
        marks.add(new Mark(false, each.day(), each.day(), taken.what().strip()));
      }
    }
    marks.sort(Comparator.comparing(Mark::day));
    return marks;
  }

  private static List<Entry> entries(ClientRecords records, ZoneId zone) {
    List<Entry> entries = new ArrayList<>();
    records
        .checkIns()
        .forEach(
            each ->
                entries.add(
                    new Entry(
                        each.id(),
                        each.at(),
                        each.checkIn().day(),
                        Optional.of(each.checkIn()),
                        each.checkIn().note())));
    records
        .notes()
        .forEach(
            each ->
                entries.add(
                    new Entry(
                        each.id(),
                        each.at(),
                        LocalDate.ofInstant(each.at(), zone),
                        Optional.empty(),
                        each.text())));
    entries.sort(Comparator.comparing(Entry::day).thenComparing(Entry::at).reversed());
    return entries;
  }
}
